"""Copying an item with where it comes from, through the terminal and to the clipboard."""

from extract.records import Span
from store.citing import citation, sentence_around
from store.wording import claim
from tui.clipboard import copy as to_clipboard
from tui.commands.context import Context
from tui.text.visible import visible


def copy(context: Context) -> None:
    """Copy the item with its citation."""
    item = context.session.review.item
    if item is not None:
        _copy(context, f"{claim(item)} (“{item.words}”)", item.span.start)


def copy_sentence(context: Context) -> None:
    """Copy the item's sentence with its citation."""
    span = context.session.review.span
    if span is not None:
        article = context.session.annotations.article
        around = sentence_around(article, Span(span.start, span.end))
        _copy(context, f"“{' '.join(around.of(article.text).split())}”", span.start)


def _copy(context: Context, words: str, at: int) -> None:
    text = visible(f"{words} — {citation(context.session.annotations.article, at)}")
    context.screen.app.copy_to_clipboard(text)
    tool = to_clipboard(text)
    also = f" and to the clipboard by {tool}" if tool else ""
    context.tell(f"Copied through the terminal{also}.")
