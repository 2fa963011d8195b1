"""Dates of which others tell a part: year or month, or the order of day and month.

"April 1, 3 and 5", "from March 2021 to May", "on the 5th"; 3/4/2020 beside 25/4/2020.
"""

import re
from collections.abc import Iterable
from datetime import date

from extract.dates import calendar
from extract.dates.calendar import Period, UnresolvedError, dated, full_year
from extract.dates.rule import Context, Found, pattern
from extract.dates.scan import OTHER
from extract.dates.words import MONTH, MONTH_SHORT, PART, beside, tally_words, words
from extract.doc.tense import Tense
from extract.vocabulary import Precision

_REACH = 32
"""Tokens before a day among which its month stands."""
_LONGEST_LABEL = 8
"""Tokens before a number."""
_LABEL_ENDS = frozenset({"", "\n", ".", ",", ";", ":", "|", "="})
_PIECES = {
    "DAY": "{the}?{day|day_th|ordinal}(?:-{day|day_th})?",
    "LINK": "(?:,{and}|{,|-|and|to|until|/})",
    "DATE": "(?:{early|middle|late|sooner|later}-?{of}?)?{the}?"
    "(?:(?:(?:{weekday|short_weekday},?)?(?:{DAY}){1,2})?{of}?{month|short_month}(?:{DAY})?)",
}
_MONTH_BEFORE = pattern("{month|short_month}{DAY}(?:,{DAY})*,?{and}?$", _PIECES)
_DAYS_LISTED = pattern("{the}{day_th}(?:,{day_th})*(?:,?{and}|,)$")
_LIST_GOES_ON = pattern(
    "{DAY}(?:,{DAY})*,?{and}{DAY}(?!{unit|month|short_month|meridiem|unit_year|unit_quarter})",
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
    """Return the 3 and the 5 of "April 1, 3 and 5", told from the day just before it."""
    first = context.latest.first if context.latest else None
    if first is None or found.number("day") <= first.day:
        return None
    return calendar.day(calendar.dated(first.year, first.month, found.number("day")))


def is_tally(found: Found) -> bool:
    """Return whether the words of a label before a number say that it counts:
    "Total displaced: 2015"."""
    label: set[str] = set()
    for place in range(found.first - 2, found.first - 2 - _LONGEST_LABEL, -1):
        word = found.scan.word(place)
        if word in _LABEL_ENDS:
            break
        label.add(word)
    return label.isdisjoint(beside()["year_labels"]) and not label.isdisjoint(tally_words())


def goes_on(found: Found) -> bool:
    """Return whether a number behind a comma or "and" goes on with the days of a month."""
    classes = found.scan.classes
    if not _MONTH_BEFORE.search(classes[max(0, found.first - _REACH) : found.first]):
        return False
    if classes[found.first - 1] == "&":
        return True
    listed = _LIST_GOES_ON.match(classes, found.first)
    return listed is not None and counts_nothing(found, listed.end())


def counts_nothing(found: Found, behind: int) -> bool:
    """Return whether the token behind a number is no noun that it could count."""
    plain = found.scan.classes[behind : behind + 1] != OTHER.kind
    return plain or found.scan.word(behind) in beside()["no_nouns"]


def shared_year(found: Found, month: int, number: int) -> int | None:
    """Return the year said at the other end of a range or list that a day
    or month without one is in.

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


def is_lone_day(found: Found) -> bool:
    """Return whether "on the 5th" is a day:
    nothing stands behind that could be the fifth of its kind."""
    if found.has("unit"):
        return found.code("unit") == "M" and not found.number("unit")
    return _leads_to_day(found) and _names_nothing(found)


def _leads_to_day(found: Found) -> bool:
    lists, place = beside(), _before_list(found) - 1
    if _is_listed(found):
        return found.scan.word(place) in lists["before_lone"] and place + 1 < found.first
    if found.before == "of":
        return found.scan.classes[place - 1 : place] == PART
    if found.before in lists["being"]:
        return found.scan.word(place - 1) in lists["days"]
    return found.before in lists["before_lone"]


def _is_listed(found: Found) -> bool:
    """Whether a day stands behind others, with no article of its own: "the 18th and 19th"."""
    return found.match.start("day") == found.first


def _before_list(found: Found) -> int:
    """The first token of "the 4th, 6th and 9th", with what was found in it."""
    listed = _DAYS_LISTED.search(found.scan.classes[max(0, found.first - _REACH) : found.first])
    return found.first - len(listed.group()) if listed else found.first


def _names_nothing(found: Found) -> bool:
    place = found.last
    tokens = found.scan.tokens
    while place + 1 < len(tokens) and tokens[place].word.kind in "&,-" and _is_th(found, place + 1):
        place += 2 if tokens[place + 1].word.kind == "o" else 3
    if place >= len(tokens):
        return True
    word, kind = tokens[place].text.lower(), tokens[place].word.kind
    if kind in ",.;)&\n":
        return True
    return not word[0].isalnum() or word in beside()["no_nouns"] | beside()["articles"]


def _is_th(found: Found, place: int) -> bool:
    """Whether "4th" or "the 4th" stands at the place."""
    return re.match("t?o", found.scan.classes[place : place + 2]) is not None


def lone_day(found: Found, context: Context) -> Period:
    """Return the day of "on the 5th": of the month spoken of last, else of the latest that has
    had it."""
    number, today = found.number("day"), context.today
    if found.has("unit"):
        month = today.month + {"L": -1, "X": 1}.get(found.kind("step"), 0)
        first = calendar.month(today.year, month).first
        return calendar.day(calendar.dated(first.year, first.month, number))
    due = found.before in beside()["being"]
    ahead = due or _is_listed(found) or context.tense_of(found) is Tense.FUTURE
    told = context.latest
    if told and told.start and told.precision in (Precision.DAY, Precision.MONTH):
        of_told = _day_of(told.start, number)
        if of_told and of_told >= told.start and (ahead or of_told <= today):
            return calendar.day(of_told)
    return calendar.day(_nearest_day(today, number, ahead=ahead))


def _day_of(month: date, number: int) -> date | None:
    try:
        return calendar.dated(month.year, month.month, number)
    except UnresolvedError:
        return None


def _nearest_day(today: date, number: int, *, ahead: bool) -> date:
    """The first such day of a month not before today, or the last one not after it.

    Raises:
        UnresolvedError: if no month near has that day.
    """
    for step in range(3):
        month = calendar.month(today.year, today.month + (step if ahead else -step)).first
        when = _day_of(month, number)
        if when and (when >= today if ahead else when <= today):
            return when
    raise UnresolvedError


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
        return dated(int(parts[0]), _month_number(parts[1]), int(parts[2][:2]))
    first, second, third = parts
    if not (first.isdigit() and second.isdigit()):
        number, month = (first, second) if first.isdigit() else (second, first)
        return dated(full_year(int(third)), _month_number(month), int(number))
    untold = "-" in spelled if turned is None else turned
    day_first = int(first) > _MONTHS or (int(second) <= _MONTHS and not untold)
    number, month = (first, second) if day_first else (second, first)
    return dated(full_year(int(third)), int(month), int(number))


def _month_number(word: str) -> int:
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
