"""The screen of one incident: the row above, what each source claims below, a plot of the tolls."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from extract.accounts import AccountKey
from extract.records import Span
from store.errors import UnknownItemError
from store.incidents import deciding
from store.incidents.accounts import Claim
from store.incidents.kept import RULES, How
from store.incidents.rows import IncidentRow, Joined
from store.incidents.values import OUTCOMES, Column
from store.incidents.wording import heading, line
from store.items import Fields
from tui.actions import bindings
from tui.commands.context import Context
from tui.screens.choice import Choice
from tui.screens.footer import footer
from tui.screens.incidents.jotting import OverReports
from tui.screens.incidents.table import ClaimTable, Layout, counted
from tui.screens.incidents.telling import (
    detail,
    file_name,
    legend,
    origins,
    plot_title,
    standing,
    title,
)
from tui.session.all_incidents import AllIncidents
from tui.text.entry import Entry, Listing
from tui.text.plot import ASCII, in_numbers, plotted
from tui.text.words import Words
from tui.widgets.bars import Headline, KeyBar
from tui.widgets.board import Board
from tui.widgets.itemlist import ItemList

_LIBRARY = "by the library's rule"


@dataclass(frozen=True, slots=True)
class Visit:
    """Words of a report that a person wants to see, and where to come back to."""

    claim: Claim
    span: Span
    column: Column


class IncidentScreen(OverReports[Visit | None]):
    """One incident over all its reports; the words that are to be shown, or none."""

    CSS_PATH = "incident.tcss"
    BINDINGS = bindings("incident")
    VERTICAL_BREAKPOINTS = [(0, "-low"), (26, "-middling"), (40, "-tall")]  # noqa: RUF012

    headline = getters.query_one(Headline)
    heads = getters.query_one("#heads", Board)
    list = getters.query_one(ItemList)
    detail = getters.query_one("#detail", Board)
    plot = getters.query_one("#plot", Board)
    keys = getters.query_one(KeyBar)

    def __init__(
        self,
        context: Context,
        work: AllIncidents,
        ident: str,
        claim: str = "",
        column: Column | None = None,
    ) -> None:
        """`claim` is the id of the one to begin at."""
        super().__init__(context, work)
        self._ident = ident
        self._column = column or Column.KILLED
        self._begin = claim
        self._table = ClaimTable(work.kept.open(ident), work.rule)

    def compose(self) -> ComposeResult:
        yield Headline()
        yield Board(id="heads")
        yield ItemList(rows=1)
        with Horizontal():
            yield Board("panel", id="detail")
            yield Board("panel", id="plot")
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.focus()
        self.keys.show_keys(footer(self))
        self._show_table(self._begin)

    # What is shown

    @property
    def row(self) -> IncidentRow:
        """The incident."""
        return self._table.view.row

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        index = self.list.current
        return self._table.claims[index] if index is not None else None

    def show(self) -> None:
        """Show the incident as it is now."""
        claim = self.claim
        if self._ident not in self.work.kept:
            raise UnknownItemError("this incident is no more", then="esc goes back")
        self._table = ClaimTable(self.work.kept.open(self._ident), self.work.rule)
        self._show_table(claim.id if claim is not None else self._begin)

    def _show_table(self, wanted: str) -> None:
        """Show the table, with the cursor on a claim."""
        table = self._table
        if self._column not in table.columns:
            self._column = table.columns[0]
        ids = [one.id for one in table.claims]
        at = ids.index(wanted) if wanted in ids else min(self.list.current or 0, len(ids) - 1)
        empty = "None of its reports is in the library any more."
        self.list.show(Listing(len(ids), self._entry, empty=empty), at if ids else None)
        self.headline.show(title(table.view.row), origins(table.view), standing(table.view.row))
        self.set_class(not self._days_told(), "-single")
        self._show_column()

    def _days_told(self) -> bool:
        """Whether there is something to plot: numbers of more than one claim."""
        column = counted(self._column, self._table.columns)
        return sum(len(one.points) for one in self._table.series(column)) > 1

    def _show_column(self) -> None:
        table = self._table
        self.heads.show(lambda cells, rows: table.heads(self._layout(), self._column))
        self.list.touch_all()
        column = counted(self._column, table.columns)
        series = table.series(column)
        names = [(one.mark, one.ink, one.name) for one in series]

        def drawn(cells: int, rows: int) -> list[list[Words]]:
            body = (
                in_numbers(series, ASCII)[: rows - 2]
                if self.ascii_only
                else plotted(series, cells - 3, rows - 2)
            )
            above = [plot_title(column, len(series))]
            return [*above, *([Words("  "), *row] for row in body), legend(names, cells)]

        self.plot.show(drawn)
        self._show_detail()

    def _show_detail(self) -> None:
        claim, view, column = self.claim, self._table.view, self._column
        if claim is None:
            self.detail.show(lambda cells, rows: [[Words("  "), Words(line(view.row))]])
        else:
            self.detail.show(lambda cells, rows: detail(view, claim, column, cells, rows))

    def _layout(self) -> Layout:
        return self._table.layout(max(20, self.size.width - 6), self._column)

    def _entry(self, index: int) -> Entry:
        current = index == self.list.current
        return self._table.entry(index, self._layout(), self._column, current)

    @on(ItemList.Moved)
    def _follow(self, event: ItemList.Moved) -> None:
        if event.holds:
            self._show_detail()

    # Moving

    def action_left(self) -> None:
        self._go_aside(-1)

    def action_right(self) -> None:
        self._go_aside(1)

    def _go_aside(self, by: int) -> None:
        columns = self._table.columns
        at = columns.index(self._column) + by
        self._column = columns[max(0, min(at, len(columns) - 1))]
        self._show_column()

    def action_next(self) -> None:
        self._go_on(1)

    def action_previous(self) -> None:
        self._go_on(-1)

    def _go_on(self, by: int) -> None:
        ids = [row.id for row in self.work.rows()]
        at = ids.index(self._ident) + by if self._ident in ids else 0
        if 0 <= at < len(ids):
            self._ident = self.work.current = ids[at]
            self.list.point_at(0)
            self._begin = ""
            self.show()
        else:
            self.context.tell("This is the last incident." if by > 0 else "This is the first.")

    def action_open(self) -> None:
        claim = self.claim
        if claim is not None:
            quote = claim.quotes.get(self._column, claim.quote)
            self.dismiss(Visit(claim, quote.span, self._column))

    def action_back(self) -> None:
        self.dismiss(None)

    def action_page(self) -> None:
        from store.formats.incident_page import page
        from store.formats.output import write
        from store.incidents.placing import where_of

        view, library = self._table.view, self.work.library

        def keep(where: str) -> None:
            if not where.strip():
                return
            with self.context.telling():
                place = where_of(view, library)
                made = page(view, self.work.rule, library.annotator, place)
                data = made.encode("utf-8", "replace")
                (path,) = write([("", data)], Path(where).expanduser(), "html")
                self.context.tell(f"The page is in {path}.")

        before = str(Path.cwd() / f"{file_name(view.row)}.html")
        self.context.ask("Write the page as", keep, before=before)

    # Deciding

    def moved(self, row: IncidentRow) -> None:
        """Go on with the incident as a change has made it."""
        self._ident = self.work.current = row.id

    def action_adopt(self) -> None:
        claim = self.claim
        if claim is not None:
            with self.changing():
                self.moved(deciding.adopt(self.work.kept, self._ident, self._column, claim))

    def action_correct(self) -> None:
        from tui.review.tolls import fields_of  # with all rules for numbers and dates
        from tui.screens.incidents.form import RowForm

        columns = self._table.columns
        fields = fields_of(columns, [claim.values for claim in self._table.claims])
        values = {str(column): self.row.values.get(column) for column in columns}
        first = columns.index(self._column)
        with self.context.telling():
            self.work.check_changeable()
            form = RowForm(f"By hand: {title(self.row)}", fields, values, first, self._fill_in)
            self.app.push_screen(form)

    def _fill_in(self, values: Fields) -> None:
        """Keep values that were filled in; columns that were emptied follow the library's rule."""
        kept = self.work.kept
        given = {Column(name): value for name, value in values.items() if value is not None}
        if given:
            self.moved(deciding.correct(kept, self._ident, given))
        for name in values.keys() - given.keys():
            self.moved(deciding.follow_rule(kept, self._ident, Column(name)))
        self.show()

    def action_follow_rule(self) -> None:
        column = self._column
        names = RULES if column in OUTCOMES else ()
        choices = [Choice("", _LIBRARY, self.work.rule if column in OUTCOMES else "most told")]
        choices += [Choice(one, one) for one in names]

        def follow(name: str) -> None:
            how = How(name) if name else None
            with self.changing():
                self.moved(deciding.follow_rule(self.work.kept, self._ident, column, how))

        self.context.choose(f"The value of {heading(column)}", choices, follow)

    def action_apart(self) -> None:
        claim = self.claim
        if claim is not None:
            self._separate((claim.account,), "It is of another incident now; u takes it back.")

    def action_separate(self) -> None:
        claim = self.claim
        if claim is not None:
            keys = self.row.accounts
            self._separate(keys[keys.index(claim.account) :], "Separated; u takes it back.")

    def _separate(self, keys: Sequence[AccountKey], told: str) -> None:
        with self.changing():
            self.moved(deciding.separate(self.work.kept, self._ident, keys))
            self.context.tell(told)

    def action_confirm(self) -> None:
        if self.row.joined is not Joined.UNDECIDED:
            self.context.tell("There is nothing to decide: it is said already, or has one account.")
            return
        with self.changing():
            self.moved(deciding.confirm(self.work.kept, self._ident))
            self.context.tell("All these accounts are of one incident; u takes it back.")

    def action_join(self) -> None:
        others = [Choice(one.id, line(one), one.told) for one in self.work.neighbours(self._ident)]

        def join(other: str) -> None:
            with self.changing():
                self.moved(deciding.join(self.work.kept, self._ident, other))
                self.context.tell("Joined; u takes it back.")

        empty = "There is no other incident."
        self.context.choose(f"The same as {title(self.row)}", others, join, empty=empty)

    @property
    def own(self) -> str | None:
        """Only steps on this incident are taken back."""
        return self._ident

    def went_on(self) -> None:
        """Go on with the incident that the claim under the cursor is of now."""
        claim = self.claim
        row = self.work.kept.incident_of(claim.account) if claim is not None else None
        if row is not None:
            self.moved(row)
