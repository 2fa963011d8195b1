"""Stretches of the calendar: days, weeks, months, quarters, seasons, years, with TIMEX3 values.

Weeks are ISO 8601 weeks, Monday to Sunday. Values are those of TIMEX3 (TimeML annotation guidelines
1.2.1): 2021-07-29, 2021-W30, 2021-W30-WE, 2021-07, 2021-Q3, 2021-H2, 2021-SU, 2021, 202, 20.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.vocabulary import Precision

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each meteorological season of the northern hemisphere; a winter goes on into the
next year."""


class UnresolvedError(Exception):
    """Words that are a date, but of no day that can be told."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; an end that is open is none."""

    start: date | None
    end: date | None
    precision: Precision
    value: str | None

    def at(self, time: str) -> "Period":
        """Return the same day at a time of day, "TMO" or "T17:00"."""
        return replace(self, value=f"{self.value}{time}")

    @property
    def first(self) -> date:
        """Its first day.

        Raises:
            UnresolvedError: if it has none.
        """
        if self.start is None:
            raise UnresolvedError
        return self.start


def day(when: date) -> Period:
    """Return one day."""
    return Period(when, when, Precision.DAY, when.isoformat())


def days(first: date, last: date) -> Period:
    """Return the days from one to another, with an ISO 8601 interval for their value."""
    value = f"{first.isoformat()}/{last.isoformat()}"
    return Period(first, last, Precision.RANGE, value)


def shifted(when: date, number: int) -> date:
    """Return the date some days later, or earlier.

    Raises:
        UnresolvedError: if the calendar does not reach so far.
    """
    try:
        return when + timedelta(days=number)
    except OverflowError:
        raise UnresolvedError from None


def dated(year: int, month: int, number: int) -> date:
    """Return the date of a year, month and day.

    Raises:
        UnresolvedError: if there is no such day.
    """
    try:
        return date(year, month, number)
    except ValueError:
        raise UnresolvedError from None


def week(when: date) -> Period:
    """Return the week that a day is in."""
    monday = shifted(when, -when.weekday())
    number = when.isocalendar()
    return Period(monday, shifted(monday, 6), Precision.WEEK, f"{number.year:04}-W{number.week:02}")


def weekend(when: date) -> Period:
    """Return the Saturday and Sunday of the week that a day is in."""
    whole = week(when)
    saturday = shifted(whole.first, 5)
    return Period(saturday, shifted(saturday, 1), Precision.RANGE, f"{whole.value}-WE")


def month(year: int, number: int) -> Period:
    """Return a month; numbers below 1 and above 12 go on into the years beside."""
    return _months(year, number, 1, Precision.MONTH, "{:04}-{:02}")


def quarter(year: int, number: int) -> Period:
    """Return a quarter; numbers below 1 and above 4 go on into the years beside."""
    found = _months(year, 3 * number - 2, 3, Precision.RANGE, "")
    first = found.first
    return replace(found, value=f"{first.year:04}-Q{(first.month + 2) // 3}")


def half(year: int, number: int) -> Period:
    """Return a half of a year; numbers below 1 and above 2 go on into the years beside."""
    found = _months(year, 6 * number - 5, 6, Precision.RANGE, "")
    first = found.first
    return replace(found, value=f"{first.year:04}-H{(first.month + 5) // 6}")


def season(year: int, code: str) -> Period:
    """Return a season, by its TIMEX3 letters; a winter is named for the year it begins in."""
    found = _months(year, _SEASON_STARTS[code], 3, Precision.RANGE, "")
    return replace(found, value=f"{year:04}-{code}")


def year(number: int) -> Period:
    """Return a year."""
    first = dated(number, 1, 1)
    return Period(first, date(number, 12, 31), Precision.YEAR, f"{number:04}")


def decade(first_year: int) -> Period:
    """Return the ten years from one that ends in 0."""
    first, last = dated(first_year, 1, 1), dated(first_year + 9, 12, 31)
    return Period(first, last, Precision.RANGE, f"{first_year // 10:03}")


def century(number: int) -> Period:
    """Return the hundred years called the nth century, by their first two digits."""
    first, last = dated(100 * number - 99, 1, 1), dated(100 * number, 12, 31)
    return Period(first, last, Precision.RANGE, f"{number - 1:02}")


def easter(number: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (Butcher's algorithm of 1876)."""
    golden, (hundreds, rest) = number % 19, divmod(number, 100)
    leap, skipped = divmod(hundreds, 4)
    moved = (hundreds - (hundreds + 8) // 25 + 1) // 3
    moon = (19 * golden + hundreds - leap - moved + 15) % 30
    sunday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    found, before = divmod(moon + sunday - 7 * late + 114, 31)
    return dated(number, found, before + 1)


def nth_weekday(year_number: int, month_number: int, weekday: int, nth: int) -> date:
    """Return the nth of a weekday (Monday is 0) in a month; -1 is the last."""
    if nth > 0:
        first = dated(year_number, month_number, 1)
        return shifted(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = month(year_number, month_number).end or date.max
    return shifted(last, -((last.weekday() - weekday) % 7))


def full_year(number: int) -> int:
    """Return the year that digits stand for; two of them mean 1970 to 2069,
    as in POSIX but for a year."""
    if number > 99:
        return number
    return number + (2000 if number < 70 else 1900)


def _months(year: int, first: int, number: int, precision: Precision, value: str) -> Period:
    """A run of months that begins with the nth month of a year."""
    over, place = divmod(first - 1, 12)
    start = dated(year + over, place + 1, 1)
    over, after = divmod(first - 1 + number, 12)
    end = shifted(dated(year + over, after + 1, 1), -1)
    return Period(start, end, precision, value.format(start.year, start.month))


_EARLY, _MIDDLE, _LATE, _SOONER, _LATER = "E", "I", "J", "b", "c"
_THIRDS = {_EARLY: (0, 1), _MIDDLE: (1, 2), _LATE: (2, 3)}


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
