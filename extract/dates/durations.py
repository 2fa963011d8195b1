"""Lengths of time, counted in units of the calendar: "two days later", "a 16-hour siege", "daily".

Units go by the letters that the lexicon gives them: D for days, W weeks, M months, Y years, E
decades, C centuries; TH and TM for hours and minutes (TIMEX3).
"""

from collections.abc import Callable
from datetime import date

from extract.dates import calendar
from extract.dates.calendar import Period
from extract.dates.rule import Context, Found
from extract.dates.words import CLASSES
from extract.vocabulary import Precision

OF = CLASSES["of"]
_DAYS = {"D": 1, "W": 7, "WE": 7, "F": 14}
_IN_A_DAY = {"TH": 24, "TM": 24 * 60}
_DAYS_IN_MONTH = 30
"""To halve a month by."""
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def moved(base: date, count: int, code: str) -> date:
    """Return the date so many units on; hours and minutes move it
    by the days they make, rounded."""
    return moved_by_halves(base, 2 * count, code)


def moved_by_halves(base: date, halves: int, code: str) -> date:
    """Return the date so many half units on: a half year is six months,
    half a month half its days."""
    count, odd = divmod(abs(halves), 2)
    sign = -1 if halves < 0 else 1
    if code in _IN_A_DAY:
        days = (abs(halves) + _IN_A_DAY[code] - 2) // (2 * _IN_A_DAY[code])
        return calendar.shifted(base, sign * days)
    whole_units = _moved(base, sign * count, code)
    if not odd:
        return whole_units
    if code in _MONTHS and _MONTHS[code] > 1:
        return _moved(whole_units, sign * (_MONTHS[code] // 2), "M")
    return calendar.shifted(whole_units, sign * (_DAYS.get(code, _DAYS_IN_MONTH) // 2))


def _moved(base: date, count: int, code: str) -> date:
    if code in _DAYS:
        return calendar.shifted(base, count * _DAYS[code])
    month = calendar.month(base.year, base.month + count * _MONTHS[code])
    last = month.end.day if month.end else base.day
    return month.first.replace(day=min(base.day, last))


def whole(when: date, code: str) -> Period:
    """Return the unit that a date is in."""
    return _WHOLE.get(code, calendar.day)(when)


def counted(when: date, code: str) -> Period:
    """Return a date as finely as a count of such units tells it: decades tell years,
    weeks tell days."""
    if code in ("M", "Q"):
        return whole(when, code)
    return calendar.year(when.year) if code in ("Y", "E", "C") else calendar.day(when)


def counted_by_halves(when: date, halves: int, code: str) -> Period:
    """Return a date as finely as a count of half units tells it: half years tell months."""
    if halves % 2 == 0:
        return counted(when, code)
    if code == "E":
        return calendar.year(when.year)
    finer = {"M": "D", "Q": "M", "Y": "M"}
    return counted(when, finer.get(code, code))


def _month(when: date) -> Period:
    return calendar.month(when.year, when.month)


def _quarter(when: date) -> Period:
    return calendar.quarter(when.year, (when.month + 2) // 3)


def _year(when: date) -> Period:
    return calendar.year(when.year)


def _decade(when: date) -> Period:
    return calendar.decade(when.year // 10 * 10)


def _century(when: date) -> Period:
    return calendar.century((when.year + 99) // 100)


_WHOLE: dict[str, Callable[[date], Period]] = {
    "W": calendar.week,
    "F": calendar.week,
    "WE": calendar.weekend,
    "M": _month,
    "Q": _quarter,
    "Y": _year,
    "E": _decade,
    "C": _century,
}


OFFSET = "offset"
FEW_BESIDE = "few-beside"
CLAUSE_BEFORE = "clause-before"
"""Name of the rule for what opens a clause on what went before: "two days after"."""
SPAN_BY_DAY = "span-by-day"
_OFFSETS = frozenset({OFFSET, FEW_BESIDE, SPAN_BY_DAY})


def leads_to(rule: str, found: Found, behind: Found | None) -> bool:
    """Return whether what a rule found counts from the date that stands right behind it."""
    if rule not in _OFFSETS or behind is None or behind.first < found.last:
        return False
    return found.scan.classes[found.last : behind.first] in ("", "t")


def counted_from(found: Found, base: Period) -> Period | None:
    """Return the day so long before or after a day, or the days of "the week ending on Friday";
    none from what is no single day, but for months after a month and years after a year."""
    if base.start is None or not _is_base(found, base):
        return None
    if found.has("until") or found.has("since"):
        return _span_by_day(found, base.start)
    if found.has("few"):
        return Period(None, None, Precision.UNKNOWN, None)
    sign = -1 if found.words("way").lower() == "before" else 1
    if found.kind("one") == "P":
        return calendar.day(calendar.shifted(base.start, sign)).at(found.code("one"))
    halves, part = (2, "one") if found.has("one") else (found.halves, "unit")
    code = found.code(part)
    return counted_by_halves(moved_by_halves(base.start, sign * halves, code), halves, code)


def _is_base(found: Found, base: Period) -> bool:
    """Whether a date is exact enough to count such units from it."""
    if base.precision is Precision.DAY:
        return True
    if found.has("until") or found.has("since") or not (found.has("count") or found.has("one")):
        return False
    codes = {Precision.MONTH: ("M", "Y", "E"), Precision.YEAR: ("Y", "E")}.get(base.precision, ())
    return found.code("one" if found.has("one") else "unit") in codes


def _span_by_day(found: Found, day: date) -> Period:
    """The days of "the week ending on Friday", "the 48 hours to Tuesday", "the week of 1 April"."""
    halves, code = (
        (2, found.code("one")) if found.has("one") else (found.halves, found.code("unit"))
    )
    inside = 0 if code in _IN_A_DAY else 1
    if found.has("until"):
        first = calendar.shifted(moved_by_halves(day, -halves, code), inside)
        return calendar.days(first, day)
    if found.kind("since") == OF and day.weekday():
        return calendar.week(day)
    return calendar.days(day, calendar.shifted(moved_by_halves(day, halves, code), -inside))


def clause_before(found: Found, context: Context) -> Period:
    """Return the day that "two days after gunmen killed nine" counts back to, of the killing."""
    base = context.latest.first if context.latest else context.published
    value = f"P{_letters('1', found.code('one'))}" if found.has("one") else _value(found)
    if base is None:
        return _timeless(value)
    halves, code = (
        (2, found.code("one")) if found.has("one") else (found.halves, found.code("unit"))
    )
    period = counted_by_halves(moved_by_halves(base, -halves, code), halves, code)
    return Period(period.start, period.end, period.precision, value)


def without_base(found: Found, context: Context) -> None:
    """Return nothing: with no day behind them, the words are no date."""
    return None


def untold(found: Found, context: Context) -> Period:
    """Return a time that nobody can tell, for "a few days before"."""
    return Period(None, None, Precision.UNKNOWN, None)


def _timeless(value: str | None) -> Period:
    return Period(None, None, Precision.UNKNOWN, value)


def duration(found: Found, context: Context) -> Period:
    """Return the length of "three days", "a 16-hour siege", "a few weeks", as an ISO 8601
    duration."""
    return _timeless(_value(found))


def age(found: Found, context: Context) -> None:
    """Return nothing for "27 years old", "a six-year-old": the age of someone is a figure and
    no time."""
    return None


def span_beside(found: Found, context: Context) -> Period:
    """Return the days of "the past three months", "the next two weeks".

    They go up to the day of publication, or begin with it.
    """
    if context.published is None or found.has("few"):
        return _timeless(_value(found))
    ahead = found.kind("step") == "X"
    halves = found.halves if _is_counted(found) else 2
    other = moved_by_halves(context.published, halves if ahead else -halves, found.code("unit"))
    start, end = sorted((context.published, other))
    return Period(start, end, Precision.RANGE, _value(found))


def reference(found: Found, context: Context) -> Period:
    """Return a time without days for "now", "recently", "the future": a reference of TIMEX3."""
    return _timeless(found.code("reference"))


def moment(found: Found, context: Context) -> Period:
    """Return the present, without days, for "this moment", "at the moment"."""
    return _timeless("PRESENT_REF")


def long_ago(found: Found, context: Context) -> Period:
    """Return a past without days for "several years ago", "a few days later"."""
    return _timeless("PAST_REF" if found.kind("way") == "G" else None)


def how_often(found: Found, context: Context) -> Period:
    """Return the interval of "daily", "every week", "each Friday", "Mondays", as an ISO 8601
    duration."""
    if found.has("unit"):
        return _timeless(f"P{_letters('1', found.code('unit'))}")
    return _timeless(found.code("set") if found.has("set") else "P1W")


def _value(found: Found) -> str:
    """P35D, PT16H, P2W; PXD for a number of days that is not told."""
    halves = found.halves if _is_counted(found) else 2
    count, code = str(halves // 2), found.code("unit")
    if halves % 2:
        if code == "TH":
            return f"PT{30 * halves}M"
        return f"P{_letters(f'{halves // 2}.5', code)}"
    if found.has("few"):
        count = "X"
    return f"P{_letters(count, found.code('unit'))}"


def _is_counted(found: Found) -> bool:
    return found.has("count") or found.has("half")


def _letters(count: str, code: str) -> str:
    """The count and the unit as ISO 8601 has them; what it has no letter for in smaller units."""
    if code in _IN_SMALLER and count != "X":
        factor, code = _IN_SMALLER[code]
        count = f"{float(count) * factor:g}"
    if code.startswith("T"):
        return f"T{count}{code[1:]}"
    return f"{count}{code}"


_IN_SMALLER = {"E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M"), "F": (2, "W"), "WE": (2, "D")}
