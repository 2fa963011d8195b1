"""What two annotators joined or adopted differently, for a third who settles it."""

from collections.abc import Callable

from textual import getters, on
from textual.app import ComposeResult

from store.incidents.rows import IncidentRow
from store.incidents.wording import line
from tui.actions import bindings
from tui.commands.context import Context
from tui.screens.footer import footer
from tui.screens.incidents.jotting import OverReports
from tui.session.all_incidents import AllIncidents
from tui.session.joinings import Difference, Joinings
from tui.text.entry import Entry, Listing
from tui.text.words import Words
from tui.widgets.bars import Detail, Headline, KeyBar
from tui.widgets.itemlist import ItemList

_GONE = "an incident that is gone"


class Differences(OverReports[None]):
    """The differences of two annotators, each settled with one key."""

    CSS_PATH = "differences.tcss"
    BINDINGS = bindings("differences")

    headline = getters.query_one(Headline)
    list = getters.query_one(ItemList)
    detail = getters.query_one(Detail)
    keys = getters.query_one(KeyBar)

    def __init__(self, context: Context, work: AllIncidents, between: tuple[str, str]) -> None:
        super().__init__(context, work)
        self._joinings = Joinings(work, between)
        self._found: list[Difference] = []

    def compose(self) -> ComposeResult:
        yield Headline()
        yield ItemList(rows=2)
        yield Detail()
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self.keys.show_keys(footer(self))
        self.show()
        self.context.in_background(
            "read the two annotators' incidents", self._joinings.read, self._lay
        )

    def on_unmount(self) -> None:
        self._joinings.close()

    def _lay(self, lay: Callable[[], None]) -> None:
        if self.is_attached:
            with self.changing():
                lay()

    @property
    def row(self) -> IncidentRow | None:
        """The third's incident that the difference under the cursor is about."""
        index = self.list.current
        return self._found[index].row if index is not None else None

    def show(self) -> None:
        """Show all differences as they stand."""
        self._found = self._joinings.differences()
        names = " and ".join(self._joinings.between)
        read = self._joinings.is_read
        empty = f"{names} see all incidents alike." if read else "The incidents are being read …"
        at = min(self.list.current or 0, max(len(self._found) - 1, 0))
        self.list.show(
            Listing(len(self._found), self._entry, empty=empty), at if self._found else None
        )
        number = len(self._found)
        left = sum(not one.settled for one in self._found)
        title = f"{number} difference{'s' * (number != 1)} between {names}"
        self.headline.show(title, [], f"{left} to settle" if read else "")
        self._show_current()

    def _entry(self, index: int) -> Entry:
        found = self._found[index]
        sign = Words("✓", "sign-accepted", "bold") if found.settled else Words("?", "sign-alert")
        head = Words(line(found.row) if found.row else _GONE, "foreground", "bold")
        sides = zip(self._joinings.between, found.sides, strict=True)
        told = "   ".join(f"{n} {who}: {words}" for n, (who, words) in enumerate(sides, 1))
        return Entry(sign, (head,), (Words(f"{found.what}   {told}", "ink-key"),))

    def _show_current(self) -> None:
        index = self.list.current
        if index is None:
            self.detail.show(Words(""), [])
            return
        found = self._found[index]
        sides = zip(self._joinings.between, found.sides, strict=True)
        first, second = (Words(f"{n} {who}: {words}") for n, (who, words) in enumerate(sides, 1))
        self.detail.show(first, [second])

    @on(ItemList.Moved)
    def _follow(self, event: ItemList.Moved) -> None:
        if event.holds:
            self._show_current()

    # Keys

    def action_take_first(self) -> None:
        self._take(1)

    def action_take_second(self) -> None:
        self._take(2)

    def _take(self, which: int) -> None:
        index = self.list.current
        if index is None:
            return
        with self.changing():
            self._joinings.take(index, which)
        left = (n for n, one in enumerate(self._found) if n > index and not one.settled)
        self.list.point_at(next(left, index))
        self._show_current()

    def action_back(self) -> None:
        self.dismiss(None)
