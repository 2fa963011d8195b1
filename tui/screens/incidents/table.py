"""The claims of an incident as a table: which columns there are, how wide, what is marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from extract.claims import Number
from store.incidents.accounts import Claim
from store.incidents.kept import How
from store.incidents.tolls import by_source, marks, speaker
from store.incidents.values import OUTCOMES, Column, Days
from store.incidents.view import IncidentView
from store.incidents.wording import adopted_told, best, columns_of, heading, how_told, told
from tui.text.cells import fitted, width
from tui.text.entry import Entry
from tui.text.plot import Series
from tui.text.voices import COLOURS
from tui.text.words import Words

DIFFERS, TAKEN = "≠", "✓"
"""Marks before a cell: it says something else than the row above; it is what was adopted."""
_WIDEST, _NARROWEST = 24, 9
"""Cells of a column of words."""
_ROOMY = 10
"""Cells of any column where there is room: how it came by its value stands below."""
_REPORT, _SOURCE = (14, 26), (10, 22)
"""Least and most cells of what stands before the columns."""
_YEAR = re.compile(r" \d{4}\b")
_LEAD = 4
"""Cells that a list has before its entries."""
_MARK = 2
"""Cells before each column: air, and a mark."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What of a table is shown in some cells."""

    report: int
    source: int
    columns: tuple[tuple[Column, int], ...]
    """Those that there is room for, with their cells; the one under the cursor among them."""
    before: int
    """How many columns stand left of these, out of view."""
    after: int


class ClaimTable:
    """The claims of one incident; one column is under the cursor."""

    def __init__(self, view: IncidentView, rule: How) -> None:
        """`rule` is the library's, for columns in which nothing was adopted."""
        self.view = view
        self._rule = rule
        self.claims = tuple(
            claim
            for account in view.accounts
            for claim in sorted(account.claims, key=lambda one: not one.values.tolls)
        )
        self.columns = columns_of(view)
        self._differing = view.differing
        self._marks = marks(self.claims)
        self._inks = {name: f"voice-{n % COLOURS}" for n, name in enumerate(self._marks)}
        self._layouts: dict[tuple[int, Column], Layout] = {}
        self._first = {claim.account: claim.id for claim in reversed(self.claims)}

    # The columns

    def layout(self, cells: int, cursor: Column) -> Layout:
        """Return what is shown in so many cells; words are cut before columns are left out."""
        if (cells, cursor) not in self._layouts:
            self._layouts[cells, cursor] = self._laid_out(cells, cursor)
        return self._layouts[cells, cursor]

    def _laid_out(self, cells: int, cursor: Column) -> Layout:
        widest = {column: max(_ROOMY, cells) for column, cells in self._widths.items()}
        if _taken(widest.values()) > cells - _REPORT[1] - _SOURCE[1]:
            widest = dict(self._widths)
        report, source = (
            min(most, max([least, *map(width, words)]))
            for (least, most), words in (
                (_REPORT, [_report(claim) for claim in self.claims]),
                (_SOURCE, [_source(claim) for claim in self.claims]),
            )
        )
        room = cells - report - source - 1
        while (over := _taken(widest.values()) - room) > 0:
            wide = max(widest, key=lambda column: (widest[column], column))
            if widest[wide] <= _NARROWEST or wide in OUTCOMES:
                break
            widest[wide] = max(_NARROWEST, widest[wide] - max(1, over // 4))
        if _taken(widest.values()) > room:
            room += report - _REPORT[0] + source - _SOURCE[0]
            report, source = _REPORT[0], _SOURCE[0]
        first = self._first_shown(widest, room, cursor)
        ends = list(accumulate(widest[column] + _MARK for column in self.columns[first:]))
        number = max(1, sum(end <= room for end in ends))
        shown = self.columns[first : first + number]
        after = len(self.columns) - first - number
        return Layout(report, source, tuple((one, widest[one]) for one in shown), first, after)

    def _first_shown(self, widths: dict[Column, int], room: int, cursor: Column) -> int:
        """The first column in view: as far left as the one under the cursor allows."""
        at = self.columns.index(cursor)
        first = 0
        while first < at and _taken(widths[one] for one in self.columns[first : at + 1]) > room:
            first += 1
        return first

    @cached_property
    def _widths(self) -> dict[Column, int]:
        return {column: self._width(column) for column in self.columns}

    def _width(self, column: Column) -> int:
        words = [told(column, claim.values.get(column)) for claim in self.claims]
        words += [self._adopted(column), heading(column)]
        most = max(map(width, words))
        return most if column in OUTCOMES else min(most, _WIDEST)

    # What stands above the claims

    def heads(self, layout: Layout, cursor: Column) -> list[list[Words]]:
        """Return three rows: names of columns, the values adopted, and how."""
        lead = _LEAD + layout.report + 1 + layout.source
        left = fitted("  ◂" if layout.before else "", _LEAD)
        names = [Words(left), Words(fitted("report", layout.report + 1), "ink-muted")]
        names.append(Words(fitted("source", layout.source), "ink-muted"))
        values = [Words(fitted("    adopted", lead), "ink-muted")]
        hows = [Words(fitted("", lead))]
        for column, cells in layout.columns:
            here = column is cursor
            mark = f" {DIFFERS}" if column in self._differing else "  "
            ink = "ink-key" if here else "ink-muted"
            name = Words(fitted(heading(column), cells), ink, "bold underline" if here else "")
            names += [Words(mark, "sign-alert"), name]
            value = fitted(self._adopted(column, cells), cells)
            values += [Words("  "), Words(value, "foreground", "bold")]
            hows += [Words("  "), Words(fitted(self._how(column), cells), "ink-faint")]
        names.append(Words(" ▸" if layout.after else ""))
        return [names, values, hows]

    def _adopted(self, column: Column, cells: int = _WIDEST) -> str:
        value = self.view.row.values.get(column)
        return adopted_told(value) if isinstance(value, Number) else _shortly(column, value, cells)

    def _how(self, column: Column) -> str:
        if not self.view.row.values.get(column):
            return ""
        adopted = self.view.adopted.get(column)
        if adopted is not None and adopted.how is How.CLAIM:
            return f"claim {self._marks.get(adopted.source, '')}".rstrip()
        return how_told(column, adopted, self._rule)

    # The claims

    def entry(self, index: int, layout: Layout, cursor: Column, current: bool) -> Entry:
        """Return a claim as an entry of one row."""
        claim = self.claims[index]
        first = self._first[claim.account] == claim.id
        report = _report(claim) if first or current else ""
        has_numbers = bool(claim.values.tolls)
        head = [
            Words(fitted(report, layout.report), "foreground" if first else "ink-muted"),
            Words(" "),
            Words(
                fitted(_source(claim), layout.source), "foreground" if has_numbers else "ink-muted"
            ),
        ]
        for column, cells in layout.columns:
            shown = column in OUTCOMES or first or current or self._is_adopted(claim, column)
            head += self._cell(claim, column, cells, current and column is cursor, shown)
        return Entry(self.mark(claim), tuple(head))

    def mark(self, claim: Claim) -> Words:
        """Return the letter of a source that counts, by which the plot has it."""
        name = speaker(claim)
        if name not in self._marks:
            return Words("·", "ink-muted")
        return Words(self._marks[name], self._inks[name], "bold")

    def _cell(
        self, claim: Claim, column: Column, cells: int, here: bool, shown: bool
    ) -> list[Words]:
        value = claim.values.get(column) if shown else None
        mark = ""
        if self._is_adopted(claim, column):
            mark = TAKEN
        elif value and self._differs(column, value):
            mark = DIFFERS
        ink = "sign-accepted" if mark == TAKEN else "sign-alert"
        words = fitted(_shortly(column, value, cells), cells)
        shape = "bold reverse" if here else "bold" if mark == DIFFERS and column in OUTCOMES else ""
        return [Words(" "), Words(mark or " ", ink, "bold"), Words(words, "foreground", shape)]

    def _is_adopted(self, claim: Claim, column: Column) -> bool:
        adopted = self.view.adopted.get(column)
        if adopted is None or adopted.how is not How.CLAIM or adopted.source != claim.source:
            return False
        quote = claim.quotes.get(column, claim.quote)
        return adopted.quote == quote

    def _differs(self, column: Column, value: Any) -> bool:
        """Whether a claim says something else than the row."""
        row = self.view.row.values.get(column)
        return bool(row) and _compared(value) != _compared(row)

    # The plot

    def series(self, column: Column) -> list[Series]:
        """Return what each source says of a column that counts people, by day of publication."""
        return [
            Series(self._marks[name], name, self._inks[name], points)
            for name, points in by_source(self.claims, column).items()
        ]


def counted(column: Column, columns: Sequence[Column]) -> Column:
    """Return the column that a plot is of: the one under the cursor, or else the first number."""
    return column if column in OUTCOMES else next(one for one in columns if one in OUTCOMES)


def _taken(widths: Iterable[int]) -> int:
    return sum(cells + _MARK for cells in widths)


def _report(claim: Claim) -> str:
    day = f"{claim.published.day} {claim.published:%b}" if claim.published else "no date"
    return f"{day} {claim.publisher}"


def _source(claim: Claim) -> str:
    silent = ("", "unknown", "report", claim.source)
    kind = "" if claim.source_kind in silent else claim.source_kind
    return " · ".join(part for part in (claim.source or "the report", kind, claim.grade) if part)


def _shortly(column: Column, value: Any, cells: int) -> str:
    """A value in so many cells: of names the first, and how many there are beside it."""
    words = told(column, value)
    if width(words) <= cells or not isinstance(value, tuple):
        return words
    if isinstance(value, Days):
        return _YEAR.sub("", words)
    more = f" +{len(value) - 1}" if len(value) > 1 else ""
    return fitted(str(value[0]), max(1, cells - len(more))).rstrip() + more


def _compared(value: Any) -> object:
    """A value as it is compared: its best number; names whatever their case and order."""
    if isinstance(value, Number):
        return best(value)
    if isinstance(value, tuple) and not isinstance(value, Days):
        return frozenset(str(one).casefold() for one in value)
    return value.casefold() if isinstance(value, str) else value
