"""What stands in a column of an incident over several reports, in words."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from extract.claims import Number
from store.incidents.kept import Adopted, How
from store.incidents.rows import IncidentRow
from store.incidents.values import NUMBERS, OUTCOMES, Column, Days, Values
from store.incidents.view import IncidentView
from store.kinds.incident import spanned
from store.wording import filled, short_days

_ALWAYS = (
    Column.KILLED,
    Column.INJURED,
    Column.SIDE_A,
    Column.SIDE_B,
    Column.PLACE,
    Column.DAY,
)
NAMES = {
    Column.SIDE_A: "side A",
    Column.SIDE_B: "side B",
    Column.KIND: "type",
    Column.SUBKIND: "sub-type",
}
"""Columns that are not called by their value."""


def heading(column: Column) -> str:
    """Return what a column is called: "killed", "side A"."""
    return NAMES.get(column, column.value)


def columns_of(view: IncidentView) -> tuple[Column, ...]:
    """Return the columns in which an incident or one of its claims says something, and those that
    people look for in vain; the type where no sub-type tells it."""
    given = {column for claim in view.claims for column in claim.values.given()}
    given |= view.row.values.given().keys() | set(_ALWAYS)
    if Column.SUBKIND in given and Column.KIND not in view.differing:
        given.discard(Column.KIND)
    return tuple(column for column in Column if column in given)


def told(column: Column, value: Any) -> str:
    """Return a value in words, nothing where there is none: "14–19", "gunmen; a militia"."""
    if not value:
        return ""
    if isinstance(value, Number):
        return spanned(value.low, value.best, value.high)
    if isinstance(value, Days):
        whole = {"from": value.first, "to": value.last, "precision": _whole(value)}
        return short_days(whole)
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _whole(days: Days) -> str:
    """Which calendar unit days fill from end to end: "month", "year", or nothing."""
    if days.first is None or days.last is None or days.first[8:] != "01":
        return ""
    after = (date.fromisoformat(days.last) + timedelta(1)).isoformat()
    if after[8:] != "01":
        return ""
    if days.first[:7] == days.last[:7]:
        return "month"
    return "year" if days.first[5:] == after[5:] == "01-01" else ""


def best(toll: Number) -> float | None:
    """Return the number that stands for a toll: its best, or else its least, or its most."""
    return next((one for one in (toll.best, toll.low, toll.high) if one is not None), None)


def adopted_told(toll: Number) -> str:
    """Return the number with its range: "17 (14–21)", "17 (≥ 14)", "≥ 14", "14–19"."""
    whole = spanned(toll.low, None if toll.high is not None else toll.low, toll.high)
    if toll.best is None or (toll.best == toll.low and toll.high in (None, toll.low)):
        return whole
    number = spanned(toll.best, toll.best, toll.best)
    return f"{number} ({whole})" if whole else number


def how_told(column: Column, adopted: Adopted | None, rule: How) -> str:
    """Return how a column came by its value: "latest", "by hand", "claim"."""
    if adopted is not None:
        return adopted.how
    return rule if column in OUTCOMES else "most told"


def type_told(values: Values) -> str:
    """Return the sub-type, or else the type."""
    return values.subkind or values.kind


def line(row: IncidentRow) -> str:
    """Return an incident in a line: day and place; type; killed; sides.

    "18 Mar 2025, Oshkara; Attack; killed 17 (14–19), injured 31; gunmen → traders"
    """
    values = row.values
    numbers = [
        f"{heading(column)} {adopted_told(values.tolls[column])}"
        for column in NUMBERS
        if column in values.tolls
    ]
    parts = (
        ", ".join(filled(told(Column.DAY, values.day), values.place)),
        type_told(values),
        ", ".join(numbers),
        sides(values, "; ".join),
    )
    return "; ".join(filled(*parts))


def sides(values: Values, joined: Callable[[tuple[str, ...]], str], arrow: str = "→") -> str:
    """Return both sides with an arrow between: "gunmen → traders", "→ traders"."""
    first, second = joined(values.side_a), joined(values.side_b)
    if second and not first:
        return f"{arrow} {second}"
    return f" {arrow} ".join(filled(first, second))
