"""Dates written as one word: 2021-07-29, 26/07/2022, 20210729, 29-Jul-21, 2021/7/29."""

import re
from datetime import date

from extract.dates.calendar import UnresolvedError, dated, full_year
from extract.dates.words import MONTH, MONTH_SHORT, words

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_YEAR_DIGITS, _MONTHS = 4, 12


def from_digits(spelled: str) -> date:
    """The date written 2021-07-29, 20210729, 26/07/2022, 26.7.22, 29-Jul-2021 or 10-30-89.

    The day comes before the month where both orders are possible, but between hyphens the month
    does, as in the stamps of American agencies.

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
    day_first = int(first) > _MONTHS or (int(second) <= _MONTHS and "-" not in spelled)
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
