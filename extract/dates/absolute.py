"""Dates that name a part of the calendar: "25 June 2021", "2018", "the first Monday in May"."""

from dataclasses import replace
from datetime import date

from extract.dates import accepting, calendar, underspecified
from extract.dates.calendar import Period, UnresolvedError, narrowed
from extract.dates.durations import moved, whole
from extract.dates.rule import Context, Found, year_said
from extract.dates.underspecified import shared_year
from extract.dates.words import holidays
from extract.doc.tense import Tense
from extract.vocabulary import Precision

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
            return month_alone(found, context)
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


_SOON, _MONTHS_SOON = 90, 3
"""Days and months from publication on within which a date without a year is taken to be, rather
than nine months back."""
_ASSUMED_YEAR = 2025
"""Stands for the year of publication where that is unknown, to tell the century of "the 80s"."""


def digits(found: Found, context: Context) -> Period:
    """Return the day of "2021-07-29", "26/07/2022", "10-30-89".

    The order of day and month is that of the report's others. Where no other shows it, what is in
    the past is not after the day of publication.
    """
    words = found.words("digits")
    when = underspecified.from_digits(words, context.month_first)
    other = None if context.month_first is not None else underspecified.other_way(words, when)
    return calendar.day(other if other and _fits_better(other, when, found, context) else when)


def _fits_better(other: date, when: date, found: Found, context: Context) -> bool:
    """Whether the weekday told, or else the tense, asks for the other order of day and month."""
    if found.has("weekday"):
        said = found.number("weekday")
        return other.weekday() == said != when.weekday()
    today = context.published
    passed = today is not None and other <= today < when
    return passed and context.tense_of(found) is not Tense.FUTURE


def month_day(found: Found, context: Context) -> Period:
    """Return the day of "June 25", "25 June 2021", "Friday, 22 July"; the days of "May 3-5"."""
    month, number = found.number("month"), found.number("day")
    year = year_said(found, context)
    if year is None:
        year = shared_year(found, month, number)
    if year is None:
        year = year_of_day(context, month, number, context.tense_of(found))
    first = calendar.dated(year, month, number)
    if not found.has("day2"):
        return calendar.day(first)
    return calendar.days(first, calendar.dated(year, month, found.number("day2")))


def month_year(found: Found, context: Context) -> Period:
    """Return the month of "May 2013", "June last year", "July of this year"."""
    year = year_said(found, context)
    assert year is not None, "the rule asks for a year"
    return calendar.month(year, found.number("month"))


def month_alone(found: Found, context: Context) -> Period:
    """Return the month of "in May": the latest begun, unless it begins soon or is in the future."""
    number = found.number("month")
    year = None if found.has("step") else shared_year(found, number, 1)
    if year is not None:
        return calendar.month(year, number)
    today = context.today
    step = found.kind("step")
    tense = Tense.PAST if accepting.before_noun(found) else context.tense_of(found)
    if step == "X" or (not step and _month_is_ahead(found, number, tense, context)):
        return calendar.month(today.year + (number < today.month), number)
    if step == "T":
        return calendar.month(today.year, number)
    passed = number < today.month or (number == today.month and step != "L")
    return calendar.month(today.year - (not passed), number)


def _month_is_ahead(found: Found, number: int, tense: Tense, context: Context) -> bool:
    """Whether a month without a year is ahead: the clause says so, or it is near and not past."""
    if tense is Tense.FUTURE:
        return True
    soon = found.before != "since" and 0 < (number - context.today.month) % 12 <= _MONTHS_SOON
    return soon and tense is not Tense.PERFECT


def year_alone(found: Found, context: Context) -> Period:
    """Return the year of "2018", "late 2006", "fiscal 1989", "the class of '89"."""
    return calendar.year(calendar.full_year(found.number("year")))


def year_in_words(found: Found, context: Context) -> Period:
    """Return the year of "nineteen seventy-nine"."""
    ones = found.number("ones") if found.has("ones") else 0
    return calendar.year(100 * found.number("hundreds") + found.number("tens") + ones)


def year_range(found: Found, context: Context) -> Period:
    """Return the years of "2007-2008", "1980-88", "2022/23"."""
    first, last = found.number("year"), found.number("last")
    if last < 100:
        last += first // 100 * 100
    start, end = calendar.year(first), calendar.year(last)
    return Period(start.start, end.end, Precision.RANGE, f"{first}/{last}")


def decade(found: Found, context: Context) -> Period:
    """Return the ten years of "the 1990s", "the '80s", "the sixties".

    They are of the last century where only tens are said.
    """
    number = found.number("decade")
    latest = context.published.year if context.published else _ASSUMED_YEAR
    if number < 100:
        number += latest // 100 * 100
        number -= 100 if number > latest else 0
    return calendar.decade(number)


def century(found: Found, context: Context) -> Period:
    """Return the hundred years of "the 20th century"."""
    return calendar.century(found.number("number"))


def season(found: Found, context: Context) -> Period:
    """Return the season of "last fall", "the winter of 1994", "spring": the northern one."""
    code = found.code("season")
    year = year_said(found, context)
    if year is not None:
        return calendar.season(year, code)
    today, step = context.today, found.kind("step")
    if step == "X" or (not step and context.tense_of(found) is Tense.FUTURE):
        ahead = calendar.season(today.year, code)
        return ahead if ahead.first > today else calendar.season(today.year + 1, code)
    passed = calendar.season(today.year, code)
    over = passed.end is not None and passed.end < today
    begun = over if step == "L" else passed.first <= today
    return passed if begun or step == "T" else calendar.season(today.year - 1, code)


def holiday(found: Found, context: Context) -> Period:
    """Return the day of "Christmas", "Thanksgiving Day 2015": the latest, or the next in the
    future.

    Raises:
        UnresolvedError: for a feast that follows another calendar.
    """
    rule = holidays().rules[" ".join(found.words("holiday").lower().replace("’", "'").split())]
    if "moving" in rule:
        raise UnresolvedError
    year = year_said(found, context)
    when = _day_of_holiday(rule, year) if year is not None else _told_holiday(rule, found, context)
    return calendar.week(when) if found.has("unit") else calendar.day(when)


def _told_holiday(rule: dict[str, int], found: Found, context: Context) -> date:
    today, step = context.today, found.kind("step")
    this = _day_of_holiday(rule, today.year)
    if step == "X" or (not step and context.tense_of(found) is Tense.FUTURE):
        return this if this >= today else _day_of_holiday(rule, today.year + 1)
    near = (this - today).days <= _SOON
    return this if this <= today or near else _day_of_holiday(rule, today.year - 1)


def _day_of_holiday(rule: dict[str, int], year: int) -> date:
    if "easter" in rule:
        return calendar.shifted(calendar.easter(year), rule["easter"])
    if "nth" in rule:
        first = calendar.nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
        return calendar.shifted(first, rule.get("plus", 0))
    return calendar.dated(year, rule["month"], rule["day"])


def year_of_day(context: Context, month: int, number: int, tense: Tense) -> int:
    """Return the year of the latest such day not after publication, or of the first not before it.

    A day in the near future is taken before one that is nine months past: of those a report would
    name the year.
    """
    today = context.today
    over = (month, number) < (today.month, today.day)
    if tense is Tense.FUTURE or (tense is not Tense.PERFECT and _is_soon(today, month, number)):
        return today.year + over
    return today.year - ((month, number) > (today.month, today.day))


def _is_soon(today: date, month: int, number: int) -> bool:
    ahead = (month - today.month) * 30 + number - today.day
    return 0 < ahead % 360 <= _SOON
