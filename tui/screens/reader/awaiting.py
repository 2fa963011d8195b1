"""Waiting for the machine: the reading goes on in a thread, its progress is shown, it arrives."""

import sys
from collections.abc import Callable
from time import monotonic

from textual.timer import Timer

from tui import gc_policy
from tui.commands.context import Context
from tui.session.session import Session
from tui.text.words import Words

READING = "read the report"
_TICK = 0.25
_UNTOLD = 1.0
"""Seconds of waiting before a bar shows how far it is."""
_PACE = 60_000
"""Characters that a process reads in a second, by `bench/reading.py`."""
_TURN, _USUAL_TURN = 0.001, 0.005
"""Seconds that the reading thread keeps the interpreter while keys wait: a key needs it some four
times on its way to the screen."""
_BAR = 20
"""Cells of the bar."""


class Awaiting:
    """The present article on its way through the machine."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._since = 0.0
        self._ticking: Timer | None = None

    def begin(self) -> None:
        """Have the present article read, once it is on the screen."""
        screen = self._context.screen
        gc_policy.hold_off()
        sys.setswitchinterval(_TURN)
        self._since = monotonic()
        self._ticking = screen.set_interval(_TICK, self._show_progress)
        screen.call_after_refresh(self._read, self._context.session)

    def stop(self) -> None:
        """Wait for the machine no more."""
        screen = self._context.screen
        screen.workers.cancel_group(screen, READING)
        self._stop_ticking()

    def finish(self, why_not: str = "") -> None:
        """Show what the machine has found, or that it could not read the article."""
        session, screen = self._context.session, self._context.screen
        session.finish_reading(why_not)
        self._stop_ticking()
        sys.setswitchinterval(_USUAL_TURN)
        gc_policy.go_on()
        screen.show_all()
        screen.post_message(screen.Finished())
        for problem in session.library.memory.take_problems():
            screen.warn(str(problem))
        if session.remark:
            self._context.tell(session.remark)

    def _read(self, session: Session) -> None:
        """In a thread: all that would keep keys waiting, up to the lists and marks."""

        def take_in(found: Callable[[], None]) -> None:
            if session is self._context.session:
                with self._context.telling():
                    found()
                self.finish()

        self._context.in_background(READING, session.read, take_in, alone=True)

    def _stop_ticking(self) -> None:
        if self._ticking is not None:
            self._ticking.stop()

    def _show_progress(self) -> None:
        """How far the reading should be, by the length of the text."""
        session, waited = self._context.session, monotonic() - self._since
        if waited < _UNTOLD or not session.reading or session.review.cursor is not None:
            return
        done = min(0.99, waited * _PACE / len(session.annotations.article.text))
        full = round(done * _BAR)
        bar = Words("━" * full, "ink-key"), Words("─" * (_BAR - full), "ink-faint")
        words = Words(f"The report is being read … about {done:.0%}", "ink-muted")
        self._context.screen.detail.show(words, bar)
