"""What a person leaves on an item or on the article: notes, tags, flags, "read"."""

from store.article_notes import ArticleNotes
from store.items import Item
from store.journal import ARTICLE
from tui.review.review import Cursor
from tui.screens.choice import Choice
from tui.screens.reader.base import ReaderBase

_WORDS_SHOWN = 30


class Jotting(ReaderBase):
    """The actions that note, tag and flag."""

    def action_note(self) -> None:
        def keep(words: str) -> None:
            with self.telling():
                self.changed(self.review.annotations.note(ident, words))

        if not self.may_change():
            return
        ident, left = self._jotted()
        self.ask(f"Note on {self._named()}", keep, before=left.note)

    def action_tags(self) -> None:
        def keep(words: str) -> None:
            with self.telling():
                self.changed(self.review.annotations.tag(ident, words.split(",")))

        if not self.may_change():
            return
        ident, left = self._jotted()
        known = [*self.review.annotations.tags(), *self.library.tags()]
        asked = f"Tags of {self._named()}"
        self.ask(asked, keep, before=", ".join(left.tags), known=known)

    def action_flag(self) -> None:
        ident, left = self._jotted()
        with self.telling():
            self.changed(self.review.annotations.flag(ident, not left.flag))

    def action_read(self) -> None:
        review = self.review
        with self.telling():
            read = not review.annotations.article_notes.read
            self.changed(review.annotations.mark_read(read))
            self.tell(
                "Marked read: nothing more is in it." if read else "Not marked read any more."
            )

    def action_notes(self) -> None:
        review = self.review
        notes = review.annotations
        noted = (
            [Choice(ARTICLE, notes.article_notes.note, "the article")]
            if notes.article_notes.note
            else []
        )
        noted += [Choice(item.id, item.note, item.words) for item in notes.items() if item.note]
        empty = "There is no note yet: c writes one."
        self.choose("Notes", noted, self._go_to_note, empty=empty)

    def _go_to_note(self, ident: str) -> None:
        if ident != ARTICLE:
            self.go_to(Cursor(ident))

    def _jotted(self) -> tuple[str, Item | ArticleNotes]:
        """What a note would be on: the item under the cursor, or else the article."""
        review = self.review
        item = review.item
        return (item.id, item) if item else (ARTICLE, review.annotations.article_notes)

    def _named(self) -> str:
        item = self.review.item
        if item is None:
            return "the article"
        words = item.words if len(item.words) <= _WORDS_SHOWN else item.words[:_WORDS_SHOWN] + "…"
        return f"“{words}”"
