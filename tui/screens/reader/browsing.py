"""From article to article: the next, the queue, places found in the whole library."""

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from extract.errors import DatelineError
from tui.review.searching import Place, search
from tui.screens.choice import Choice
from tui.screens.reader.base import ReaderBase

_MOST_PLACES = 500
"""Places shown of a search through the library."""


class Browsing(ReaderBase):
    """The actions that open another article."""

    @dataclass
    class FoundPlaces(Message):
        """A search through the library is done."""

        words: str
        places: tuple[Place, ...]

    def open_article(self, key: str, offset: int | None = None) -> None:
        """Leave this article and open another one, at an offset or where the reader left off."""
        raise NotImplementedError

    def action_next_article(self) -> None:
        self._open_neighbour(1)

    def action_previous_article(self) -> None:
        self._open_neighbour(-1)

    def action_next_open_article(self) -> None:
        """The next one, around the library, that is not known to be decided throughout."""
        keys = self._from_here()
        for row in self.library.queue(keys):
            progress = row.progress
            if progress is None or progress.undecided:
                self.open_article(row.key)
                return
        self.tell("Every other article is decided.")

    def action_queue(self) -> None:
        from tui.screens.queue import Queue  # not needed for the first screen

        self.remember_progress()

        def go(key: str | None) -> None:
            if key is not None and key != self.key:
                self.open_article(key)

        self.app.push_screen(Queue(self.library, self.key), go)

    def action_find_everywhere(self) -> None:
        def seek(words: str) -> None:
            if words:
                self.tell("Searching the library …")
                self._search(words)

        self.ask("Find in all articles", seek)

    @work(thread=True, exclusive=True, group="search the library", exit_on_error=False)
    def _search(self, words: str) -> None:
        found = tuple(search(self.library, words, _MOST_PLACES))
        self.post_message(self.FoundPlaces(words, found))

    @on(FoundPlaces)
    def _show_places(self, event: FoundPlaces) -> None:
        places = {str(number): place for number, place in enumerate(event.places)}
        choices = [Choice(ident, place.line, place.title) for ident, place in places.items()]

        def go(ident: str) -> None:
            self.open_article(places[ident].key, places[ident].offset)

        title = f"“{event.words}” in {len(self.library.keys)} articles"
        self.choose(title, choices, go, empty="No article has these words.")

    def remember_progress(self) -> None:
        """Note how far this article is, for the queue."""
        try:
            self.review.annotations.notes_file.flush()
            self.library.remember(self.review.annotations)
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False)

    def _open_neighbour(self, step: int) -> None:
        keys = self.library.keys
        place = keys.index(self.key) + step
        if 0 <= place < len(keys):
            self.open_article(keys[place])
        else:
            self.tell("This is the last article." if step > 0 else "This is the first article.")

    def _from_here(self) -> tuple[str, ...]:
        keys = self.library.keys
        here = keys.index(self.key)
        return keys[here + 1 :] + keys[:here]
