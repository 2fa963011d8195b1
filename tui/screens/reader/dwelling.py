"""Counting as read what has stood on the screen for a while."""

from time import monotonic

from textual import on
from textual.timer import Timer

from extract.records import Span
from store.annotations import Ids
from tui.screens.reader.base import ReaderBase
from tui.widgets.article import ArticleView

_DWELL = 0.7
"""Seconds that words have to stand on the screen to count as read, and that keys have to rest for
the headline to say so."""


class Dwelling(ReaderBase):
    """How much of the article has been read."""

    _view = Span(0, 0)
    _standing_since = 0.0
    _resting: Timer | None = None

    def watch_view(self) -> None:
        """Begin with the present article."""
        self._view = Span(0, 0)
        self.call_after_refresh(self._look_on)

    def count_view(self) -> None:
        """Count what is in view, if it has stood there long enough."""
        if monotonic() - self._standing_since >= _DWELL:
            self.review.annotations.see(self._view)

    def changed(self, ids: Ids) -> None:
        """Show what a change has touched."""
        super().changed(ids)
        self._tell_at_rest()

    @on(ArticleView.Scrolled)
    def _look_on(self) -> None:
        self.count_view()
        self._view, self._standing_since = Span(*self.article.in_view), monotonic()
        self._tell_at_rest()

    def _tell_at_rest(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_DWELL, self._tell)

    def _tell(self) -> None:
        self._view = Span(*self.article.in_view)
        self.count_view()
        self.show_counts()
