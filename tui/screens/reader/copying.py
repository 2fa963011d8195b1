"""Copying an item with where it comes from."""

from extract.records import Span
from store.wording import claim
from tui.clipboard import copy
from tui.review.citing import citation, sentence_around
from tui.screens.reader.base import ReaderBase
from tui.text.visible import visible


class Copying(ReaderBase):
    """The actions that copy: through the terminal, and to the clipboard of this machine."""

    def action_copy(self) -> None:
        item = self.review.item
        if item is not None:
            self._copy(f"{claim(item)} (“{item.words}”)")

    def action_copy_sentence(self) -> None:
        review = self.review
        span = review.span
        if span is not None:
            article = review.annotations.article
            around = sentence_around(article, Span(span.start, span.end))
            self._copy(f"“{' '.join(around.of(article.text).split())}”")

    def _copy(self, words: str) -> None:
        text = visible(f"{words} — {citation(self.review.annotations.article)}")
        self.app.copy_to_clipboard(text)
        tool = copy(text)
        also = f" and to the clipboard by {tool}" if tool else ""
        self.tell(f"Copied through the terminal{also}.")
