"""Parts of months and years: "the last week of December", "the first Monday in May"."""

from dataclasses import replace
from datetime import date

from extract.dates import absolute, calendar
from extract.dates.calendar import Period, UnresolvedError
from extract.dates.edges import narrowed
from extract.dates.found import Context, Found, year_said
from extract.dates.tense import Tense
from extract.dates.units import moved, whole
from extract.records import Precision

_WEEK = 7
_HALF = "F"


def nth_of(found: Found, context: Context) -> Period:
    """Return the part of a month or year; before publication unless the clause is about the future.

    Raises:
        UnresolvedError: if the whole has no such part.
    """
    container = _whole(found, context)
    part = _part(found, container)
    untold = found.has("month") and year_said(found, context) is None
    ahead = part.first > context.today >= container.first
    if untold and ahead and context.tense_of(found) is not Tense.FUTURE:
        return _part(found, calendar.month(container.first.year - 1, container.first.month))
    return part


def _whole(found: Found, context: Context) -> Period:
    """The month or year that is parted."""
    if found.has("month"):
        year = year_said(found, context)
        if year is None:
            return absolute.month_alone(found, context)
        return calendar.month(year, found.number("month"))
    if found.has("only_year"):
        return calendar.year(calendar.full_year(found.number("only_year")))
    code = found.meanings("whole")[-1].code
    base = context.told_or_today if found.kind("step") == "A" else context.today
    return whole(moved(base, {"L": -1, "X": 1}.get(found.kind("step"), 0), code), code)


def _part(found: Found, container: Period) -> Period:
    unit = _HALF if found.kind("unit") == _HALF else found.code("unit")
    from_end = found.kind("nth") in "Lx"
    if found.kind("unit") == "W":
        return _weekday(container, found.number("unit"), _place(found))
    if found.has("few") or (found.number("unit") and not found.has("count")):
        return narrowed(container, "J" if from_end else "E", None)
    many = found.count("count") if found.has("count") else 1
    first = -many if from_end else (found.number("nth") - 1 if found.kind("nth") == "r" else 0)
    return _run(container, first, many, unit)


def _place(found: Found) -> int:
    return found.number("nth") if found.kind("nth") == "r" else -1


def _weekday(container: Period, weekday: int, nth: int) -> Period:
    first = container.first
    if nth > 0:
        return calendar.day(
            _inside(
                container,
                calendar.shifted(first, (weekday - first.weekday()) % _WEEK + _WEEK * (nth - 1)),
            )
        )
    last = _last(container)
    return calendar.day(calendar.shifted(last, -((last.weekday() - weekday) % _WEEK)))


def _run(container: Period, first: int, many: int, unit: str) -> Period:
    """So many units from the nth on, counted from the end where the place is negative."""
    last = _last(container)
    after = calendar.shifted(last, 1)
    if unit == _HALF:
        middle = calendar.shifted(container.first, (after - container.first).days // 2)
        start, end = (container.first, middle) if first == 0 else (middle, after)
    elif unit == "WE":
        nth = first + 1 if first >= 0 else -1
        saturday = _weekday(container, 5, nth).first
        start, end = saturday, calendar.shifted(saturday, 2)
    else:
        base = container.first if first >= 0 else after
        start = moved(base, first, unit)
        end = moved(start, many, unit)
    start = _inside(container, start)
    end = calendar.shifted(end, -1)
    return _told(start, end, unit if many == 1 else "")


def _told(start: date, end: date, unit: str) -> Period:
    if unit in ("M", "Q", "D"):
        return whole(start, unit)
    run = calendar.days(start, end)
    return replace(run, precision=Precision.WEEK) if unit == "W" else run


def _inside(container: Period, when: date) -> date:
    if not container.first <= when <= _last(container):
        raise UnresolvedError
    return when


def _last(container: Period) -> date:
    if container.end is None:
        raise UnresolvedError
    return container.end
