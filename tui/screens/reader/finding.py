"""Searching in the text."""

from bisect import bisect_left

from tui.screens.reader.base import ReaderBase
from tui.text.finding import hits
from tui.text.looks import Look
from tui.text.marks import Marks

_FOUND_LAYER, _HERE_LAYER = "found", "found here"


class Finding(ReaderBase):
    """The actions that search."""

    _hits: tuple[tuple[int, int], ...] = ()
    _here = 0
    _sought = ""

    def action_find(self) -> None:
        before, start = self._sought, self.article.in_view[0]

        def seek(words: str) -> str:
            return self._seek(words, start)

        self.ask("Find", seek, told=seek, otherwise=lambda: self._seek(before, start))

    def action_next_hit(self) -> None:
        self._go_to_hit(self._here + 1)

    def action_previous_hit(self) -> None:
        self._go_to_hit(self._here - 1)

    @property
    def found_here(self) -> tuple[int, int] | None:
        """The place found that the search stands at."""
        return self._hits[self._here] if self._hits else None

    def forget_hits(self) -> None:
        """Take the marks of the search off the text."""
        self._hits, self._sought, self._here = (), "", 0
        self.article.set_layer(_FOUND_LAYER, None)
        self.article.set_layer(_HERE_LAYER, None)

    def _seek(self, words: str, start: int) -> str:
        """Mark all places of the words, show the first from an offset on, and say how many."""
        self._sought = words
        self._hits = hits(self.review.annotations.article.text, words)
        self.article.set_layer(_FOUND_LAYER, Marks(self._hits, [Look.FOUND] * len(self._hits)))
        self.article.set_layer(_HERE_LAYER, None)
        if self._hits:
            self._go_to_hit(bisect_left(self._hits, (start,)))
        found = len(self._hits)
        return f"{found} place{'s' if found != 1 else ''}" if words else ""

    def _go_to_hit(self, number: int) -> None:
        if not self._hits:
            self.tell("Nothing is searched for: / searches." if not self._sought else "Not found.")
            return
        self._here = number % len(self._hits)
        hit = self._hits[self._here]
        self.article.set_layer(_HERE_LAYER, Marks([hit], [Look.FOUND_HERE]))
        self.article.reveal_span(*hit)
