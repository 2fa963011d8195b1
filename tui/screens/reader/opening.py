"""An article comes and goes: shown at once, then read by the machine, closed when left."""

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from extract.records import Span
from store.annotations import Annotations
from store.items import Item
from store.ledger import Prospect
from store.sheet import Position
from store.suggestions import suggestions
from tui.review.gathering import Gathered, gathered
from tui.review.review import Cursor, Review
from tui.review.tabs import Tab
from tui.screens.reader.browsing import Browsing
from tui.screens.reader.keeping import Keeping
from tui.widgets.article import ArticleView

_DWELL = 0.7
"""Seconds that words have to stand on the screen to count as read."""


class Opening(Browsing, Keeping):
    """What happens to the article as a whole."""

    _dwell: Timer | None = None
    _left_off = False

    @dataclass
    class Arrived(Message):
        """The machine has read an article."""

        key: str
        items: tuple[Item, ...]
        foreseen: Prospect
        gathered: Gathered

    class Finished(Message):
        """The items of the article are there, or there will be none."""

    def show_article(self, offset: int | None = None) -> None:
        """Show the article of the present review, and have it read."""
        notes = self.review.annotations
        self.reading, self._left_off = True, False
        self.article.show(notes.article.text, notes.article.blocks)
        top = notes.position.top if offset is None else offset
        self.call_after_refresh(self.article.go_to_offset, top)
        self.review.tab = Tab(notes.position.tab or Tab.EVENTS)
        self.show_all()
        self.watch_saving()
        self.call_after_refresh(self._read, notes)
        self._wait_for_reading()

    def open_article(self, key: str, offset: int | None = None) -> None:
        if key == self.key and offset is not None:
            self.article.go_to_offset(offset)
            return
        with self.telling():
            annotations = self.library.open(self.library.article(key))
            if not self.close():
                annotations.close()
                return
            self.review = Review(annotations)
            self.show_article(offset)

    def close(self) -> bool:
        """Keep where the reader is and let go of the article; whether all is on disk."""
        if self._left_off:
            return True
        notes = self.review.annotations
        notes.position = self._position()
        with self.telling():
            notes.close()
            self.library.remember(notes)
            self._left_off = True
        return self._left_off

    def action_leave(self) -> None:
        if self.close():
            self.app.exit()

    def _position(self) -> Position:
        cursor, span = self.review.cursor, self.review.span
        return Position(
            item=cursor.id if cursor else None,
            offset=span.start if span else 0,
            top=self.article.in_view[0],
            tab=self.review.tab,
        )

    # Reading it

    @work(thread=True, exclusive=True, group="read the report", exit_on_error=False)
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
        if event.worker.group == "read the report":
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
        self.show_all()
        self.post_message(self.Finished())

    def _place_cursor(self) -> None:
        """Where the reader left off; in a new article on the first item to decide."""
        review = self.review
        left = review.annotations.position.item
        if left is not None and review.index_of(left) is not None:
            review.go_to(left)
        elif left is None and (first := review.open_after()) is not None:
            review.cursor = Cursor(first)

    # What has been on the screen

    @on(ArticleView.Scrolled)
    def _wait_for_reading(self) -> None:
        if self._dwell is not None:
            self._dwell.stop()
        self._dwell = self.set_timer(_DWELL, self._count_as_read)

    def _count_as_read(self) -> None:
        self.review.annotations.see(Span(*self.article.in_view))
        self.show_counts()
