"""What a person leaves on an item or on the article: notes, tags, flags, "read"."""

from store.history.article_notes import ArticleNotes
from store.history.journal import ARTICLE
from store.items import Item
from tui.commands.context import Context
from tui.review.review import Cursor
from tui.screens.choice import Choice

_WORDS_SHOWN = 30


def note(context: Context) -> None:
    """Write a note on the item or, with none chosen, on the article."""

    def keep(words: str) -> None:
        with context.telling():
            context.changed(context.session.annotations.note(ident, words))

    if not context.may_change():
        return
    ident, left = _noted(context)
    context.ask(f"Note on {_named(context)}", keep, before=left.note)


def tags(context: Context) -> None:
    """Write the tags of the item or the article."""

    def keep(words: str) -> None:
        with context.telling():
            context.changed(context.session.annotations.tag(ident, words.split(",")))

    if not context.may_change():
        return
    ident, left = _noted(context)
    known = [*context.session.annotations.tags(), *context.session.library.tags()]
    context.ask(f"Tags of {_named(context)}", keep, before=", ".join(left.tags), known=known)


def flag(context: Context) -> None:
    """Flag the item or the article, or take the flag off."""
    ident, left = _noted(context)
    with context.telling():
        context.changed(context.session.annotations.flag(ident, not left.flag))


def mark_read(context: Context) -> None:
    """Mark the article read, or take that back."""
    notes = context.session.annotations
    with context.telling():
        read = not notes.article_notes.read
        context.changed(notes.mark_read(read))
        context.tell("Marked read: nothing more is in it." if read else "Not marked read any more.")


def all_notes(context: Context) -> None:
    """Show all notes of this article, to go to one."""
    notes = context.session.annotations
    on_article = notes.article_notes.note
    noted = [Choice(ARTICLE, on_article, "the article")] if on_article else []
    noted += [Choice(item.id, item.note, item.words) for item in notes.items() if item.note]

    def go_to_note(ident: str) -> None:
        if ident != ARTICLE:
            context.go_to(Cursor(ident))

    context.choose("Notes", noted, go_to_note, empty="There is no note yet: c writes one.")


def _noted(context: Context) -> tuple[str, Item | ArticleNotes]:
    """What a note would be on: the item under the cursor, or else the article."""
    item = context.session.review.item
    return (item.id, item) if item else (ARTICLE, context.session.annotations.article_notes)


def _named(context: Context) -> str:
    item = context.session.review.item
    if item is None:
        return "the article"
    words = item.words if len(item.words) <= _WORDS_SHOWN else item.words[:_WORDS_SHOWN] + "…"
    return f"“{words}”"
