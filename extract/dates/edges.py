"""What stands around a date: "early", "later in", the hour, "since", "from ... to"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from extract.dates.calendar import Period, shifted
from extract.dates.rule import Found
from extract.records import When
from extract.vocabulary import Precision

_EARLY, _MIDDLE, _LATE, _SOONER, _LATER = "E", "I", "J", "b", "c"
_THIRDS = {_EARLY: (0, 1), _MIDDLE: (1, 2), _LATE: (2, 3)}

_LINKS = {"from": ("to", "until", "till", "through", "-", "–", "—"), "between": ("and",)}
_BETWEEN = ("to", "through", "-", "–", "—", "−")
"""These make a range of two dates without a word before it."""
_LONGEST_LINK = 9
"""Characters of the longest of these words, with the spaces around it."""


def narrowed(period: Period, edge: str, today: date | None) -> Period:
    """Return the part of a stretch that "early" (its first third), "mid",
    "late" or "earlier" leaves.

    Its value stays that of the whole, as TIMEX3 has it.
    """
    if period.start is None or period.end is None or period.precision is Precision.DAY:
        return period
    if edge in _THIRDS:
        length = (period.end - period.start).days + 1
        first, last = (length * third // 3 for third in _THIRDS[edge])
        start = shifted(period.start, first)
        return replace(period, start=start, end=shifted(start, max(last - first - 1, 0)))
    if edge == _SOONER and today and period.start < today <= period.end:
        return replace(period, end=shifted(today, -1))
    if edge == _LATER and today and period.start <= today < period.end:
        return replace(period, start=shifted(today, 1))
    return period


def timed(period: Period, found: Found) -> Period:
    """Return the same day with the time of day in its value: "TMO" for a morning, "T17:00"."""
    time = _time(found)
    return period.at(time) if time and period.precision is Precision.DAY else period


def _time(found: Found) -> str:
    if found.has("part"):
        return found.code("part")
    if not found.has("clock"):
        return ""
    if found.code("clock"):
        return found.code("clock")
    hour, _, minute = found.words("clock").replace(".", ":").partition(":")
    afternoon = any(word.kind == "K" and word.number for word in found.meanings("clock"))
    return f"T{int(hour) % 12 + 12 if afternoon else int(hour):02}:{minute or '00'}"


def opened(period: Period, lead: str, *, goes_on: bool = False) -> Period:
    """Return the days from a date on behind "since" or before "onwards",
    up to it behind "until"."""
    if period.start is None:
        return period
    if lead == "since" or goes_on:
        return replace(period, end=None, precision=Precision.RANGE)
    if lead in ("until", "till"):
        return replace(period, start=None, precision=Precision.RANGE)
    return period


def joined(dates: Sequence[When], text: str) -> list[When]:
    """Return the dates, those in "from A to B" and "between A and B" given the whole range."""
    found = list(dates)
    for place, (first, last) in enumerate(pairwise(dates)):
        start, end = first.start, last.end
        if start and end and start < end and _is_range(text, first, last):
            found[place : place + 2] = [
                replace(one, start=start, end=end, precision=Precision.RANGE)
                for one in (first, last)
            ]
    return found


def _is_range(text: str, first: When, last: When) -> bool:
    if last.start_offset - first.end_offset > _LONGEST_LINK:
        return False
    before = text[max(0, first.start_offset - _LONGEST_LINK) : first.start_offset].lower().split()
    between = text[first.end_offset : last.start_offset].strip().lower()
    led = before[-1] if before else ""
    return between in _LINKS.get(led, ()) or (between in _BETWEEN and _are_alike(first, last))


def _are_alike(first: When, last: When) -> bool:
    """Whether two dates are as precise as each other, and are the ends of a range."""
    return first.precision is last.precision and first.calendar and last.calendar
