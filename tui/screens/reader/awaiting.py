"""Waiting for the machine: the reading goes on in a thread, its progress is shown, it arrives."""

import sys
from dataclasses import dataclass
from time import monotonic

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from store.annotations import Annotations
from store.history import PlannedSuggestions
from store.items import Item
from store.suggestions import suggestions
from tui import gc_policy
from tui.review.gathering import Gathered, gathered
from tui.screens.reader.base import ReaderBase
from tui.widgets.words import Words

_GROUP = "read the report"
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


class Awaiting(ReaderBase):
    """The present article on its way through the machine."""

    _since = 0.0
    _ticking: Timer | None = None

    @dataclass
    class Arrived(Message):
        """The machine has read an article."""

        key: str
        items: tuple[Item, ...]
        foreseen: PlannedSuggestions
        gathered: Gathered

    class Finished(Message):
        """The items of the article are there, or there will be none."""

    def start_reading(self) -> None:
        """Have the present article read, once it is on the screen."""
        self.reading, self.unread = True, ""
        gc_policy.hold_off()
        sys.setswitchinterval(_TURN)
        self._since = monotonic()
        self._ticking = self.set_interval(_TICK, self._show_progress)
        self.call_after_refresh(self._read, self.review.annotations)

    def stop_reading(self) -> None:
        """Wait for the machine no more."""
        self.workers.cancel_group(self, _GROUP)
        self.library.stop_reading(self.key)
        self._stop_ticking()

    @work(thread=True, exclusive=True, group=_GROUP, exit_on_error=False)
    def _read(self, notes: Annotations) -> None:
        """In a thread: all that would keep keys waiting, up to the lists and marks."""
        article = notes.article
        found = suggestions(article, self.library.reading(article))
        foreseen = notes.foresee(found)
        lists_and_marks = gathered(tuple(foreseen.shelf))
        self.post_message(self.Arrived(article.key, found, foreseen, lists_and_marks))

    @on(Worker.StateChanged)
    def _tell_failure(self, event: Worker.StateChanged) -> None:
        """The one place where a worker's failure is told, whatever it did."""
        if event.state is not WorkerState.ERROR:
            return
        title = f"Could not {event.worker.group}"
        self.notify(str(event.worker.error), title=title, severity="error", markup=False)
        if event.worker.group == _GROUP:
            self.unread = str(event.worker.error)
            self._finish()

    @on(Arrived)
    def _take_in(self, event: Arrived) -> None:
        review = self.review
        if self.key != event.key:
            return
        held = review.annotations.adopt(event.items, event.foreseen)
        review.gather(event.gathered if held else None)
        if review.cursor is None:
            self._place_cursor()
        self._finish()

    def _finish(self) -> None:
        self.reading = False
        self._stop_ticking()
        sys.setswitchinterval(_USUAL_TURN)
        gc_policy.go_on()
        self.show_all()
        self.post_message(self.Finished())

    def _stop_ticking(self) -> None:
        if self._ticking is not None:
            self._ticking.stop()

    def _show_progress(self) -> None:
        """How far the reading should be, by the length of the text."""
        waited = monotonic() - self._since
        if waited < _UNTOLD or not self.reading or self.review.cursor is not None:
            return
        done = min(0.99, waited * _PACE / len(self.review.annotations.article.text))
        full = round(done * _BAR)
        bar = Words("━" * full, "ink-key"), Words("─" * (_BAR - full), "ink-faint")
        words = Words(f"The report is being read … about {done:.0%}", "ink-muted")
        self.detail.show(words, bar)

    def _place_cursor(self) -> None:
        """Where the reader left off; in a new article on the first item to decide."""
        review = self.review
        left = review.annotations.position.item
        if left is not None and review.is_listed(left):
            review.go_to(left)
        elif left is None and (first := review.open_after()) is not None:
            review.go_to(first)
