"""The days that typed words stand for: all of the words are understood, or nothing is."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from extract.dates import find_dates
from extract.doc import Doc, Syntax
from extract.records import Article, Reading, When
from store import wording
from store.errors import InvalidValueError

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_HAS_YEAR = re.compile(r"\d{4}|'\d{2}")
_OWN_YEAR = re.compile(r".*\D(\d{4})|(\d{4})[-/].*")
_NUMBERS_ONLY = re.compile(r"[\d\s./:-]*")
HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2212\uff0d", "-"))
"""Signs that a page or a keyboard has for the plain hyphen; a dash is none."""
_PARTS = re.compile(
    r"\s+(?:to|until|till|through)\s+|\s*[/–—]\s*|\s+-\s+|(?<=^\d{4})-(?=\d{4}$)", re.IGNORECASE
)
_BETWEEN = re.compile(r"^(?:between|from)\s+(.+?)\s+(?:and|to|until)\s+(.+)$", re.IGNORECASE)
_OPEN = re.compile(r"^(since|from|after|before|until|till|by|up to)\s+(.+)$", re.IGNORECASE)
_PART_OF_MONTH = re.compile(r"^(early|mid|late)[\s-]+(.+)$", re.IGNORECASE)
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_BARE_DAY = re.compile(r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?", re.IGNORECASE)
_DAY_OF = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)", re.IGNORECASE)
_WEEKDAYS = re.compile(
    "|".join(rf"\b{day[:3]}(?:{day[3:]}|{day[3:-3]})?\b" for day in calendar.day_name),
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:on|in|at|the|during)\s+", re.IGNORECASE)
_YEARS = range(1000, 2200)
ONE_DAY = timedelta(days=1)
_LONGEST = 200
"""Characters that a date may have; what is longer is none."""
_WANTED = "a date: 2021-07-29, June 25, last Tuesday, 2018, 5 April to 8 April, since 2014"

Days = tuple[date | None, date | None]
"""First and last day, both of them in it; none where it is open."""


def days_typed(words: str, published: date | None) -> Days:
    """Return first and last day of what was typed.

    Raises:
        InvalidValueError: if it is not understood.
    """
    if len(words) > _LONGEST:
        raise InvalidValueError(_WANTED)
    found = _one(words, published) or _parted(words, published) or _half_open(words, published)
    if not all(day.year in _YEARS for day in found if day):
        raise InvalidValueError(_WANTED)
    return found


def _parted(words: str, published: date | None) -> Days | None:
    """The days from one date to another; none where the words are not two."""
    parts = _BETWEEN.match(words)
    two = list(parts.groups()) if parts else _PARTS.split(words)
    return _joined(two[0], two[1], published) if len(two) == 2 else None


def _half_open(words: str, published: date | None) -> Days:
    opened = _OPEN.match(words)
    inner = _one(opened[2], published) if opened else None
    if opened is None or inner is None:
        raise InvalidValueError(_WANTED)
    return _opened(opened[1].casefold(), inner)


def _joined(one: str, other: str, published: date | None) -> Days:
    understood = False
    for begin, end in _as_meant(_with_rest(one, other), _with_rest(other, one)):
        first, last = _one(begin, published), _one(end, published)
        if first is None or last is None:
            continue
        understood = True
        if first[0] is not None and last[1] is not None and first[0] <= last[1]:
            return first[0], last[1]
    raise InvalidValueError("the first day is after the last" if understood else _WANTED)


def _as_meant(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Two dates as they may be meant, likeliest first: a year that stands with one is the other's.

    "30 December" of "30 December to 2 January 2024" is in that year or in the one before it.
    """
    before, after = (_own_year(words) for words in (one, other))
    if after and not _HAS_YEAR.search(one):
        yield f"{one} {after}", other
        yield f"{one} {after - 1}", other
    if before and not _HAS_YEAR.search(other):
        yield one, f"{other} {before}"
        yield one, f"{other} {before + 1}"
    yield one, other


def _own_year(words: str) -> int | None:
    """The year of a day or month, where one stands with it."""
    found = _OWN_YEAR.fullmatch(words)
    return int(found[1] or found[2]) if found else None


def _with_rest(one: str, other: str) -> str:
    """ "5" of "5 to 8 April" with the month and year that stand with the other day."""
    is_bare = _BARE_DAY.fullmatch(one) and not _NUMBERS_ONLY.fullmatch(other)
    return _DAY_OF.sub(one, other, count=1) if is_bare and ":" not in other else one


def _opened(word: str, inner: Days) -> Days:
    first, last = inner
    if word in ("since", "from"):
        return first, None
    if word == "after":
        return (last + ONE_DAY if last else None), None
    if word == "before":
        return None, (first - ONE_DAY if first else None)
    return None, last


def _one(words: str, published: date | None) -> Days | None:
    """The days of one expression that all of the words are; none where they are anything else."""
    words = _LEADING.sub("", words.strip())
    iso = _ISO.fullmatch(words) or _COMPACT.fullmatch(words)
    if iso:
        return _iso(*map(int, iso.groups()))
    month = _ISO_MONTH.fullmatch(words)
    if month:
        return _whole_month(int(month[1]), int(month[2]))
    if _NUMBERS_ONLY.fullmatch(words) and not _YEAR.fullmatch(words):
        return None  # "25-04-05", "03/04/2024", "12:30": which is the day, if any?
    part = _PART_OF_MONTH.match(words)
    if part:
        return _third(part[1].casefold(), _one(part[2], published))
    found = _resolved(words, published) or _month(words, published)
    if found is None or (found.start is None and found.end is None):
        return None
    if found.start is not None and found.start == found.end:
        _check_weekday(words, found.start)
    return found.start, found.end


def _check_weekday(words: str, day: date) -> None:
    """See that a weekday beside a day of a month is that of the day.

    Raises:
        InvalidValueError: if it is another.
    """
    named = _WEEKDAYS.findall(words)
    right = calendar.day_name[day.weekday()]
    if re.search(r"\d", words) and len(named) == 1 and named[0][:3].title() != right[:3]:
        raise InvalidValueError(f"{wording.day(day)} is a {right}")


def _whole_month(year: int, month: int) -> Days | None:
    first = _iso(year, month, 1)
    if first is None or first[0] is None:
        return None
    return first[0], first[0].replace(day=calendar.monthrange(year, month)[1])


def _iso(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return (found, found) if year in _YEARS else None


def _third(which: str, month: Days | None) -> Days | None:
    """The first ten days of a month, the next ten, or the rest."""
    first, last = month or (None, None)
    if first is None or last is None or (first.day, first.month) != (1, last.month):
        return None
    low, high = _THIRDS[which]
    return first.replace(day=low), last.replace(day=min(high, last.day))


def _month(words: str, published: date | None) -> When | None:
    """A month or season whose name alone may be another word: "may", "march", "April"."""
    for written in (words, words.title()):
        found = _resolved(f"in {written}", published, given=3)
        if found is not None:
            return found
    return None


def _resolved(words: str, published: date | None, given: int = 0) -> When | None:
    """The one date that all of the words are, after `given` of them, seen from publication."""
    article = Article("", "", words, (), "", published)
    bare = Syntax(words, (), (), (), (), (), ())
    found = [w for w in find_dates(Doc(article, bare), Reading("", "")).dates if w.calendar]
    if len(found) != 1:
        return None
    (one,) = found
    return one if one.start_offset in (0, given) and one.end_offset == len(words) else None
