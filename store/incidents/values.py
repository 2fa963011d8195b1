"""The columns of an incident over several reports, and the values that stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

import msgspec

from extract.claims import Number
from extract.vocabulary import Outcome
from store.errors import InvalidValueError


class Column(StrEnum):
    """A column of the row; those that count people first."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    SIDE_A = "side_a"
    SIDE_B = "side_b"
    PLACE = "place"
    DAY = "day"
    KIND = "kind"
    SUBKIND = "subkind"


OUTCOMES: Mapping[Column, Outcome] = {
    Column.KILLED: Outcome.KILLED,
    Column.INJURED: Outcome.WOUNDED,
    Column.MISSING: Outcome.MISSING,
    Column.ABDUCTED: Outcome.ABDUCTED,
    Column.DISPLACED: Outcome.DISPLACED,
}
"""The columns that count people, and the outcome that each counts."""

NUMBERS = tuple(OUTCOMES)
_OTHERS = tuple((column, column.value) for column in Column if column not in OUTCOMES)


class Days(NamedTuple):
    """First and last day, ISO; the same for one day; none where that end is open."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Values:
    """What a claim, an account or an incident says in each column; nothing where it is silent."""

    tolls: dict[Column, Number] = field(default_factory=dict)
    side_a: tuple[str, ...] = ()
    side_b: tuple[str, ...] = ()
    place: str = ""
    day: Days | None = None
    kind: str = ""
    subkind: str = ""

    def get(self, column: Column) -> Any:
        """Return a column's value: a `Number`, names, a name or `Days`; empty if it is silent."""
        return self.tolls.get(column) if column in OUTCOMES else getattr(self, column.value)

    def given(self) -> dict[Column, Any]:
        """Return the columns that it says something in, with their values."""
        numbers = {column: value for column in NUMBERS if (value := self.tolls.get(column))}
        return numbers | {
            column: value for column, name in _OTHERS if (value := getattr(self, name))
        }


def values_of(cells: Mapping[Column, Any]) -> Values:
    """Return values from those of single columns."""
    tolls = {column: cells[column] for column in NUMBERS if cells.get(column)}
    rest = {column.value: cells[column] for column in cells if column not in OUTCOMES}
    return Values(tolls, **{name: value for name, value in rest.items() if value})


_TYPES: dict[Column, Any] = {
    **dict.fromkeys(NUMBERS, Number),
    Column.SIDE_A: tuple[str, ...],
    Column.SIDE_B: tuple[str, ...],
    Column.PLACE: str,
    Column.DAY: Days,
    Column.KIND: str,
    Column.SUBKIND: str,
}


def typed(column: Column, value: Any) -> Any:
    """Return a column's value as its type, from plain JSON or from that type.

    Raises:
        ValueError: if it is none, or contradicts itself.
    """
    found = msgspec.convert(msgspec.to_builtins(value), _TYPES[column])
    if isinstance(found, Number):
        _check_rising(found)
    if isinstance(found, Days):
        _check_days(found)
    return found


def plainly(value: Any) -> Any:
    """Return a column's value as plain JSON."""
    return msgspec.to_builtins(value)


def checked(column: Column, value: Any) -> Any:
    """Return a value that a person gives, as its type.

    Raises:
        InvalidValueError: naming the column, and what is wrong.
    """
    try:
        found = typed(column, value)
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidValueError(f"'{column}': {error}", then="correct it") from None
    if not found or (isinstance(found, Number) and found == Number()):
        raise InvalidValueError(f"'{column}': no value is given", then="give one, or take it back")
    return found


def _check_rising(toll: Number) -> None:
    known = [value for value in (toll.low, toll.best, toll.high) if value is not None]
    if known != sorted(known) or any(value < 0 for value in known):
        raise ValueError("low, best and high are not in this order")


def _check_days(days: Days) -> None:
    known = [date.fromisoformat(day) for day in days if day is not None]
    if not known or known != sorted(known):
        raise ValueError("the first day is none, or after the last")
