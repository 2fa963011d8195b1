"""The list of all incidents of a library: found, sorted, narrowed, opened."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from textual import getters, on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.worker import get_current_worker

from store.incidents import deciding
from store.incidents.rows import Counts, IncidentRow, Joined, Order
from store.incidents.wording import line
from tui.actions import bindings
from tui.commands.context import Context
from tui.screens.footer import footer
from tui.screens.incidents import narrowing
from tui.screens.incidents.entries import LEGEND, columns, entry, heads
from tui.screens.incidents.jotting import OverReports
from tui.session.all_incidents import AllIncidents
from tui.text.entry import Entry, Listing
from tui.text.timeline import timeline
from tui.text.words import Words
from tui.widgets.bars import Detail, Headline, KeyBar
from tui.widgets.board import Board
from tui.widgets.itemlist import ItemList

_SHOWN_AFTER = 50
"""Reports taken in between two looks at the list."""


class Overview(OverReports[None]):
    """All incidents; one that is opened lies over it."""

    CSS_PATH = "overview.tcss"
    BINDINGS = bindings("overview")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-middling")]  # noqa: RUF012

    headline = getters.query_one(Headline)
    timeline = getters.query_one("#timeline", Board)
    heads = getters.query_one("#heads", Board)
    list = getters.query_one(ItemList)
    detail = getters.query_one(Detail)
    keys = getters.query_one(KeyBar)

    @dataclass
    class Read(Message):
        """A report has been read; none yet where its key is empty."""

        key: str
        left: int

    @dataclass
    class AllJoined(Message):
        """All accounts were joined anew."""

    def __init__(
        self, context: Context, work: AllIncidents, open_one: Callable[[str], object]
    ) -> None:
        """`open_one` opens the incident of an id."""
        super().__init__(context, work)
        self._open_one = open_one
        self._rows: Sequence[IncidentRow] = ()
        self._days: Counter[date] = Counter()
        self._left = 0

    def compose(self) -> ComposeResult:
        yield Headline()
        yield Board("panel", id="timeline")
        yield Board(id="heads")
        yield ItemList(rows=1)
        yield Detail()
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self.keys.show_keys(footer(self))
        self.heads.show(lambda cells, rows: [[], heads(columns(cells - 6))])
        self.show()
        self._read()

    # In step with the reports

    @work(thread=True, exclusive=True, group="read the reports", exit_on_error=False)
    def _read(self) -> None:
        """Find out which reports have changed, and have these read."""
        worker = get_current_worker()
        keys = self.work.stale()
        self.post_message(self.Read("", len(keys)))
        for number, key in enumerate(keys, 1):
            if worker.is_cancelled:
                return
            self.work.read(key)
            self.post_message(self.Read(key, len(keys) - number))

    @on(Read)
    def _take_in(self, event: Read) -> None:
        self._left = event.left
        if not event.key:
            if not event.left and not self.work.kept.complete:
                self._join()
            self._show_headline()
            return
        self.work.take_in(event.key)
        some = event.left % _SHOWN_AFTER == 0 and self.work.is_quickly_joined
        if some or not event.left:
            self._join()
        else:
            self._show_headline()

    def _join(self) -> None:
        if self.work.is_quickly_joined:
            self.work.join()
            self._show_joined()
        else:
            self.work.joining = True
            self._show_headline()
            self._join_apart()

    @work(thread=True, exclusive=True, group="join the incidents", exit_on_error=False)
    def _join_apart(self) -> None:
        try:
            self.work.join()
        finally:
            self.work.joining = False
        self.post_message(self.AllJoined())

    @on(AllJoined)
    def _show_joined(self) -> None:
        for message in self.work.messages():
            self.notify(message, severity="warning", markup=False)
        self.show()

    # What is shown

    @property
    def row(self) -> IncidentRow | None:
        """The incident under the cursor."""
        index = self.list.current
        return self._rows[index] if index is not None else None

    def show(self) -> None:
        """Show the incidents that are wanted."""
        self._rows = self.work.rows()
        ids = [row.id for row in self._rows]
        current = self.work.current
        at = ids.index(current) if current in ids else min(self.list.current or 0, len(ids) - 1)
        empty = "No incident is like this: esc shows all." if self.work.is_narrowed else (
            "The reports are being read …" if self._left else "No report tells of an incident."
        )  # fmt: skip
        self.list.show(Listing(len(ids), self._entry, empty=empty), at if ids else None)
        self._days = Counter(day for row in self._rows if (day := _day(row)) is not None)
        self._show_headline()
        self._show_current()

    def _show_headline(self) -> None:
        work, counts = self.work, self.work.kept.counts()
        narrowed = narrowing.told(work.wanted)
        number = f"{len(self._rows)} of {counts.all}" if narrowed else str(counts.all)
        title = f"{number} incident{'s' * (counts.all != 1)}"
        order = f"by {work.wanted.order}{', falling' if work.wanted.falling else ''}"
        long = " · ".join(part for part in (narrowed, order) if part)
        self.headline.show(title, [long, narrowed or order], self._progress(counts))

    def _progress(self, counts: Counts) -> str:
        if self.work.joining:
            return "being joined …"
        if self._left:
            return f"{self._left} report{'s' * (self._left != 1)} to read …"
        return " · ".join(
            f"{number} {words}"
            for number, words in (
                (counts.several, "in several reports"),
                (counts.undecided, "to decide"),
                (counts.rival_tolls, "rival tolls"),
            )
        )

    def _show_current(self) -> None:
        row = self.row
        here = _day(row) if row is not None else None

        def drawn(cells: int, rows: int) -> list[list[Words]]:
            made = timeline(self._days, here, cells - 4, ascii_only=self.ascii_only)
            return [[], *([Words("  "), *one] for one in reversed(made[1:2])), *(
                [Words("  "), *one] for one in (*made[2:], *made[:1])
            )]  # fmt: skip

        self.timeline.show(drawn)
        if row is None:
            self.detail.show(Words(""), [])
        else:
            about = " · ".join(part for part in (row.told, row.note, *row.tags, LEGEND) if part)
            self.detail.show(Words(line(row)), [Words(about, "ink-muted")])

    def _entry(self, index: int) -> Entry:
        return entry(self._rows[index], columns(self.list.size.width - 6))

    @on(ItemList.Moved)
    def _follow(self, event: ItemList.Moved) -> None:
        if event.holds:
            self.work.current = self._rows[event.index].id
            self._show_current()

    # Keys

    @on(ItemList.Clicked)
    def action_open(self) -> None:
        if self.row is not None:
            self._open_one(self.row.id)

    def action_search(self) -> None:
        def told(words: str) -> str:
            self.work.want(words=words)
            number = len(self.work.rows())
            return f"{number} incident{'s' * (number != 1)}"

        before = self.work.wanted.words

        def keep(words: str) -> None:
            self.work.want(words=words)
            self.show()

        self.context.ask("Search", keep, before=before, told=told, otherwise=lambda: keep(before))

    def action_narrow(self) -> None:
        narrowing.narrow(self.context, self.work, self.show)

    def action_sort(self) -> None:
        orders = [*Order]
        at = orders.index(self.work.wanted.order)
        self.work.want(order=orders[(at + 1) % len(orders)])
        self.show()

    def action_turn(self) -> None:
        self.work.want(falling=not self.work.wanted.falling)
        self.show()

    def action_accept(self) -> None:
        row = self.row
        if row is None:
            return
        if row.joined is Joined.UNDECIDED:  # of others there is nothing to say
            with self.changing():
                self.moved(deciding.confirm(self.work.kept, row.id))
        rows, at = self._rows, self.list.current or 0
        open_ones = (n for n, one in enumerate(rows) if n > at and one.joined is Joined.UNDECIDED)
        self.list.point_at(next(open_ones, min(at + 1, len(rows) - 1)))
        self.work.current = self.row.id if self.row else None
        self._show_current()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the differences of two annotators only where a third settles them."""
        return action != "differences" or self._between is not None

    def action_differences(self) -> None:
        if self._between is None or self._left:
            return
        from tui.screens.incidents.differences import Differences

        self.app.push_screen(
            Differences(self.context, self.work, self._between), lambda _: self.show()
        )

    @property
    def _between(self) -> tuple[str, str] | None:
        """The two annotators between whom a third settles."""
        return getattr(self.context.session, "between", None)

    def action_back(self) -> None:
        if self.work.is_narrowed:
            self.work.unwant()
            self.show()
        else:
            self.dismiss(None)


def _day(row: IncidentRow) -> date | None:
    days = row.values.day
    first = (days.first or days.last) if days else None
    return date.fromisoformat(first) if first else None
