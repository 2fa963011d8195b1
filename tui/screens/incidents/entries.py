"""Incidents as rows of the list of all."""

from dataclasses import dataclass

from store.incidents.kept import How
from store.incidents.rows import IncidentRow, Joined
from store.incidents.values import Column, Values
from store.incidents.wording import adopted_told, sides, told, type_told
from tui.screens.incidents.table import DIFFERS
from tui.text.cells import fitted
from tui.text.entry import Entry
from tui.text.words import Words

_SIGNS = {
    Joined.TOGETHER: Words("✓", "sign-accepted", "bold"),
    Joined.UNDECIDED: Words("?", "sign-alert", "bold"),
    Joined.SINGLE: Words("·", "ink-muted"),
}
LEGEND = "? joined by the machine · ✓ by hand · ≠ tolls that differ"
_DAY, _REPORTS = 11, 7


@dataclass(frozen=True, slots=True)
class Columns:
    """Cells of the columns of the list; those of no cells are left out."""

    place: int
    type: int
    killed: int
    injured: int
    sides: int


def columns(cells: int) -> Columns:
    """Return the columns that there is room for in so many cells."""
    room = cells - _DAY - _REPORTS - 4
    numbers = 14 if room > 74 else 10
    injured = numbers if room > 90 else 0
    left = room - numbers - injured - 8
    place = max(10, left * 3 // 10)
    kind = max(10, left * 3 // 10)
    return Columns(place, kind, numbers, injured, max(0, left - place - kind))


def heads(shown: Columns) -> list[Words]:
    """Return the names of the columns."""
    names = (
        ("day", _DAY),
        ("place", shown.place),
        ("type", shown.type),
        ("  killed", shown.killed + 2),
        ("  injured", shown.injured + 2 if shown.injured else 0),
        ("reports", _REPORTS),
        ("sides", shown.sides),
    )
    words = "  ".join(fitted(name, cells) for name, cells in names if cells)
    return [Words("    "), Words(words, "ink-muted")]


def entry(row: IncidentRow, shown: Columns) -> Entry:
    """Return an incident on one row."""
    values = row.values
    ink = "ink-muted" if row.background or row.aggregate or not row.accounts else "foreground"
    gap = Words("  ")
    head = [
        Words(fitted(_day(row), _DAY), ink),
        gap,
        Words(fitted(values.place or "no place", shown.place), ink, "bold"),
        gap,
        Words(fitted(_type(values, shown.type), shown.type), "mark-event", "italic"),
        gap,
        *_number(row, Column.KILLED, shown.killed, ink),
    ]
    if shown.injured:
        head += [gap, *_number(row, Column.INJURED, shown.injured, ink)]
    several = len(row.reports) > 1
    number = f"in {len(row.reports)}" if several else str(len(row.reports) or "gone")
    head += [gap, Words(fitted(number, _REPORTS), ink, "bold" if several else ""), gap]
    marks = [("⚑ ", row.flag), ("✍ ", bool(row.note)), ("recalled ", row.background)]
    head += [Words(sign, "sign-alert") for sign, on in marks if on]
    head.append(Words(sides(values, "; ".join), "ink-muted"))
    return Entry(_SIGNS[row.joined], tuple(head))


def _type(values: Values, cells: int) -> str:
    """The type; where it is too long, the first of its names: "Shelling"."""
    told_so = type_told(values)
    first = told_so.partition("/")[0]
    return first if len(told_so) > cells >= len(first) else told_so


def _day(row: IncidentRow) -> str:
    words = told(Column.DAY, row.values.day)
    if len(words) <= _DAY:
        return words or "no day"
    days = row.values.day
    return f"{days.first or days.last}+" if days else ""


def _number(row: IncidentRow, column: Column, cells: int, ink: str) -> list[Words]:
    toll = row.values.tolls.get(column)
    differs = column in row.differing
    words = fitted(adopted_told(toll) if toll else "", cells)
    by_hand = "underline" if row.adopted.get(column) in (How.BY_HAND, How.CLAIM) else ""
    mark = Words(f"{DIFFERS} " if differs else "  ", "sign-alert", "bold")
    return [mark, Words(words, ink, by_hand)]
