"""Counting as read what has stood on the screen for a while."""

from time import monotonic

from textual.timer import Timer

from extract.records import Span
from tui.commands.context import Context

_DWELL = 0.7
"""Seconds that words have to stand on the screen to count as read, and that keys have to rest for
the headline to say so."""


class Dwelling:
    """How much of the article has been read."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._view = Span(0, 0)
        self._standing_since = 0.0
        self._resting: Timer | None = None

    def begin(self) -> None:
        """Begin with the present article."""
        self._view = Span(0, 0)
        self._context.screen.call_after_refresh(self.look_on)

    def count(self) -> None:
        """Count what is in view, if it has stood there long enough."""
        if monotonic() - self._standing_since >= _DWELL:
            self._context.session.annotations.see(self._view)

    def look_on(self) -> None:
        """Count what was in view, and go on with what is now."""
        self.count()
        self._look()
        self._standing_since = monotonic()
        self.rest()

    def rest(self) -> None:
        """Tell in the headline how much is read, once keys rest."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self._context.screen.set_timer(_DWELL, self._tell)

    def _tell(self) -> None:
        self._look()
        self.count()
        self._context.screen.show_counts()

    def _look(self) -> None:
        self._view = Span(*self._context.screen.article.in_view)
