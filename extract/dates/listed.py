"""Dates that share what is said once: "April 1, 3 and 5", "between April and June 2023"."""

import re

from extract.dates import calendar
from extract.dates.calendar import Period, full_year
from extract.dates.found import Context, Found

_REACH = 32
_DAY = "t?[dor](?:-[do])?"
_MONTH_BEFORE = re.compile(f"[Mm]{_DAY}(?:,{_DAY})*,?&?$")
_LIST_GOES_ON = re.compile(f"{_DAY}(?:,{_DAY})*,?&{_DAY}(?![_UMmKiQ%])")
_DAYS_AND_YEAR = re.compile(f"(?:-{_DAY}|(?:,{_DAY}){{0,12}},?&{_DAY}),?f?(?P<year>y)")
_LINK = "(?:,&|[,&>u/-])"
_PLAIN = f"(?:[EIJbc]-?f?)?t?(?:(?:(?:[Ww],?)?(?:{_DAY}){{1,2}})?f?[Mm](?:t?[dor](?:-[do])?)?)"
_YEAR_AHEAD = re.compile(f"(?:{_LINK}{_PLAIN}){{1,11}},?f?(?P<year>y)(?![-]y)")
_YEAR_BEFORE = re.compile("[Mm](?:t?[do],?|,?f?)?(?P<year>y),?[->u&](?:g)?[tEIJ-]{0,3}$")


def day_after_month(found: Found, context: Context) -> Period | None:
    """The 3 and the 5 of "April 1, 3 and 5", told from the day just before it."""
    first = context.latest.first if context.latest else None
    if first is None or found.number("day") <= first.day:
        return None
    return calendar.day(calendar.dated(first.year, first.month, found.number("day")))


def goes_on(found: Found) -> bool:
    """Whether a number behind a comma or "and" goes on with the days of a month."""
    classes = found.scan.classes
    if not _MONTH_BEFORE.search(classes[max(0, found.first - _REACH) : found.first]):
        return False
    return classes[found.first - 1] == "&" or _LIST_GOES_ON.match(classes, found.first) is not None


def shared_year(found: Found, month: int, number: int) -> int | None:
    """The year said at the other end of a range or list that a day or month without one is in.

    From December to a March of 2023 is from that of the year before.
    """
    classes = found.scan.classes
    own = _DAYS_AND_YEAR.match(classes, found.last)
    if own:
        return full_year(_number(found, own.start("year")))
    ahead = _YEAR_AHEAD.match(classes, found.last)
    if ahead:
        last = max(place for place in range(found.last, ahead.end()) if classes[place] in "Mm")
        year = full_year(_number(found, ahead.start("year")))
        return year - (month > _number(found, last))
    return _carried(found, month)


def _carried(found: Found, month: int) -> int | None:
    """The year of the first end of a range, for the second: "from March 2021 to May"."""
    start = max(0, found.first - _REACH)
    before = _YEAR_BEFORE.search(found.scan.classes[start : found.first])
    if before is None:
        return None
    first = _number(found, start + before.start())
    return full_year(_number(found, start + before.start("year"))) + (month < first)


def _number(found: Found, place: int) -> int:
    return found.scan.tokens[place].word.number
