"""Dates that share what is said once: "April 1, 3 and 5", "between April and June 2023"."""

from extract.dates import calendar
from extract.dates.calendar import Period, full_year
from extract.dates.found import Context, Found
from extract.dates.rule import pattern
from extract.dates.words import beside, tally_words

_REACH = 32
_LONGEST_LABEL = 8
_LABEL_ENDS = frozenset({"", "\n", ".", ",", ";", ":", "|", "="})
_PIECES = {
    "DAY": "{the}?{day|day_th|ordinal}(?:-{day|day_th})?",
    "LINK": "(?:,{and}|{,|-|and|to|until|/})",
    "DATE": "(?:{early|middle|late|sooner|later}-?{of}?)?{the}?"
    "(?:(?:(?:{weekday|short_weekday},?)?(?:{DAY}){1,2})?{of}?{month|short_month}(?:{DAY})?)",
}
_MONTH_BEFORE = pattern("{month|short_month}{DAY}(?:,{DAY})*,?{and}?$", _PIECES)
_LIST_GOES_ON = pattern(
    "{DAY}(?:,{DAY})*,?{and}{DAY}(?!{other|unit|month|short_month|meridiem|unit_year|unit_quarter})",
    _PIECES,
)
_DAYS_AND_YEAR = pattern("(?:-{DAY}|(?:,{DAY}){0,12},?{and}{DAY}),?{of}?(?P<year>{year})", _PIECES)
_YEAR_AHEAD = pattern("(?:{LINK}{DATE}){1,11},?{of}?(?P<year>{year})(?!-{year})", _PIECES)
_YEAR_BEFORE = pattern(
    "{month|short_month}(?:{DAY},?|,?{of}?)?(?P<year>{year}),?{-|to|until|and}{from}?"
    "(?:{the|early|middle|late|-}){0,3}$",
    _PIECES,
)


def day_after_month(found: Found, context: Context) -> Period | None:
    """The 3 and the 5 of "April 1, 3 and 5", told from the day just before it."""
    first = context.latest.first if context.latest else None
    if first is None or found.number("day") <= first.day:
        return None
    return calendar.day(calendar.dated(first.year, first.month, found.number("day")))


def is_tally(found: Found) -> bool:
    """Whether the words of a label before a number say that it counts: "Total displaced: 2015"."""
    label: set[str] = set()
    for place in range(found.first - 2, found.first - 2 - _LONGEST_LABEL, -1):
        word = found.scan.word(place)
        if word in _LABEL_ENDS:
            break
        label.add(word)
    return label.isdisjoint(beside()["year_labels"]) and not label.isdisjoint(tally_words())


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
