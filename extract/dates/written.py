"""Dates written as one word: 2021-07-29, 26/07/2022, 20210729, 29-Jul-21, 2021/7/29."""

import re
from collections.abc import Iterable
from datetime import date

from extract.dates.calendar import UnresolvedError, dated, full_year
from extract.dates.words import MONTH, MONTH_SHORT, words

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_YEAR_DIGITS, _MONTHS, _PARTS_OF_DATE = 4, 12, 3


def month_first(dates: Iterable[str]) -> bool | None:
    """Return whether the dates of a report write the month before the day, as those show that can
    be read in one order alone; none where none shows it, or some do so either way."""
    shown = {int(parts[0]) <= _MONTHS for parts in map(_turnable, dates) if _is_plain(parts)}
    return shown.pop() if len(shown) == 1 else None


def other_way(spelled: str, told: date) -> date | None:
    """Return the date with day and month the other way round;
    none where only one order is possible."""
    parts = _turnable(spelled)
    if not parts or max(int(parts[0]), int(parts[1])) > _MONTHS or told.day == told.month:
        return None
    return dated(told.year, told.day, told.month)


def _turnable(spelled: str) -> list[str]:
    """Day, month and year in digits, in an order that is not told; nothing where it is."""
    parts = _PARTS.findall(spelled)
    turnable = len(parts) == _PARTS_OF_DATE and len(parts[0]) < _YEAR_DIGITS and "." not in spelled
    return parts if turnable and all(map(str.isdigit, parts)) else []


def _is_plain(parts: list[str]) -> bool:
    """Whether the parts can be read in one order alone."""
    return bool(parts) and max(int(parts[0]), int(parts[1])) > _MONTHS


def from_digits(spelled: str, turned: bool | None = None) -> date:
    """Return the date written 2021-07-29, 20210729, 26/07/2022, 26.7.22, 29-Jul-2021 or 10-30-89.

    Where both orders are possible, `turned` tells whether the month comes first; where that is not
    known the day does, but between hyphens the month, as in the stamps of American agencies.

    Raises:
        UnresolvedError: if there is no such day.
    """
    compact = _COMPACT.match(spelled)
    parts = list(compact.groups()) if compact else _PARTS.findall(spelled)[:3]
    if len(parts[0]) == _YEAR_DIGITS and parts[0].isdigit():
        return dated(int(parts[0]), _month(parts[1]), int(parts[2][:2]))
    first, second, third = parts
    if not (first.isdigit() and second.isdigit()):
        number, month = (first, second) if first.isdigit() else (second, first)
        return dated(full_year(int(third)), _month(month), int(number))
    untold = "-" in spelled if turned is None else turned
    day_first = int(first) > _MONTHS or (int(second) <= _MONTHS and not untold)
    number, month = (first, second) if day_first else (second, first)
    return dated(full_year(int(third)), int(month), int(number))


def _month(word: str) -> int:
    """The number of a month in digits or letters.

    Raises:
        UnresolvedError: if the letters are no month.
    """
    if word.isdigit():
        return int(word)
    meaning = words().get(word.lower())
    if meaning is None or meaning.kind not in (MONTH, MONTH_SHORT):
        raise UnresolvedError
    return meaning.number
