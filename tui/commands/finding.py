"""Searching in the text."""

from tui.commands.context import Context


def find(context: Context) -> None:
    """Search for words that are typed, and show what is found at each key."""
    before, start = context.session.search.words, context.screen.article.in_view[0]

    def seek(words: str) -> str:
        return _seek(context, words, start)

    context.ask("Find", seek, told=seek, otherwise=lambda: seek(before))


def next_hit(context: Context) -> None:
    """To the next place found."""
    _step(context, 1)


def previous_hit(context: Context) -> None:
    """To the place found before."""
    _step(context, -1)


def _seek(context: Context, words: str, start: int) -> str:
    """Mark all places of the words, show the first from an offset on, and say how many."""
    search = context.session.search
    search.seek(words, start)
    context.screen.show_found(search.places)
    if search.here is not None:
        context.screen.show_found_here(search.here)
    context.screen.show_counts()
    return search.number if words else ""


def _step(context: Context, by: int) -> None:
    search = context.session.search
    search.step(by)
    context.screen.show_counts()
    if search.here is not None:
        context.screen.show_found_here(search.here)
    else:
        context.tell("Not found." if search.words else "Nothing is searched for: / searches.")
