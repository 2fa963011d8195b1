"""From article to article: the next, the queue, places found in the whole library."""

from tui.commands.context import Context
from tui.review.searching import Place, search
from tui.screens.choice import Choice

_MOST_PLACES = 500
"""Places shown of a search through the library."""


def next_article(context: Context) -> None:
    """To the next article."""
    _open_neighbour(context, 1)


def previous_article(context: Context) -> None:
    """To the article before."""
    _open_neighbour(context, -1)


def next_open_article(context: Context) -> None:
    """To the next one, around the library, that is not known to be decided throughout."""
    keys = context.session.library.keys
    here = keys.index(context.session.key)
    for row in context.session.library.queue(keys[here + 1 :] + keys[:here]):
        if row.progress is None or row.progress.left:
            open_article(context, row.key)
            return
    context.tell("Every other article is decided.")


def queue(context: Context) -> None:
    """Show the articles of the library, to open one."""
    from tui.screens.queue import Queue  # not needed for the first screen

    session = context.session
    with context.telling():
        session.remember()

    def go(key: str | None) -> None:
        if key is not None and key != session.key:
            open_article(context, key)

    beside = context.over_reports.kept.order if context.over_reports else None
    context.screen.app.push_screen(Queue(session.library, session.key, beside), go)


def find_everywhere(context: Context) -> None:
    """Search in all articles of the library."""
    library = context.session.library

    def seek(words: str) -> None:
        if words:
            context.tell("Searching the library …")
            context.in_background(
                "search the library",
                lambda: tuple(search(library, words, _MOST_PLACES)),
                lambda places: _show_places(context, words, places),
                alone=True,
            )

    context.ask("Find in all articles", seek)


def open_article(context: Context, key: str, offset: int | None = None) -> None:
    """Leave this article and open another one, at an offset or where the reader left off."""
    if key == context.session.key and offset is not None:
        context.screen.article.go_to_offset(offset)
        return
    with context.telling():
        session = context.session.opened(key)
        if context.close():
            context.begin(session, offset)
        else:
            session.annotations.close()


def _show_places(context: Context, words: str, found: tuple[Place, ...]) -> None:
    places = {str(number): place for number, place in enumerate(found)}
    choices = [Choice(ident, place.line, place.title) for ident, place in places.items()]

    def go(ident: str) -> None:
        open_article(context, places[ident].key, places[ident].offset)

    number = len(context.session.library.keys)
    title = f"“{words}” in {number} article{'' if number == 1 else 's'}"
    context.choose(title, choices, go, empty="No article has these words.")


def _open_neighbour(context: Context, step: int) -> None:
    keys = context.session.library.keys
    place = keys.index(context.session.key) + step
    if 0 <= place < len(keys):
        open_article(context, keys[place])
    else:
        context.tell("This is the last article." if step > 0 else "This is the first article.")
