"""Days as a person types them: the whole of the words is understood, or nothing is."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from extract.dates import find_dates
from extract.doc import Doc, Syntax
from extract.records import Article, Precision, Reading, When
from store.errors import InvalidValueError
from store.items import Fields
from store.wording import days
from tui.review.fields import Field

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMBERS_ONLY = re.compile(r"[\d\s./:-]*")
_PARTS = re.compile(r"\s+(?:to|until|till|through)\s+|\s*[/–—]\s*|\s+-\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:between|from)\s+(.+?)\s+(?:and|to|until)\s+(.+)$", re.IGNORECASE)
_OPEN = re.compile(r"^(since|from|after|before|until|till|by|up to)\s+(.+)$", re.IGNORECASE)
_PART_OF_MONTH = re.compile(r"^(early|mid|late)[\s-]+(.+)$", re.IGNORECASE)
_THIRDS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_LEADING = re.compile(r"^(?:on|in|at|the|during)\s+", re.IGNORECASE)
_YEARS = range(1000, 2200)
_ONE_DAY = timedelta(days=1)
_WANTED = "a date: 2021-07-29, June 25, last Tuesday, 2018, 5 April to 8 April, since 2014"

Days = tuple[date | None, date | None]
"""First and last day, both of them in it; none where it is open."""


@dataclass(frozen=True, slots=True)
class Day(Field):
    """A date expression, resolved while it is typed: "last Tuesday", "June 25", "2018"."""

    name: str
    label: str
    published: date | None
    own: bool = False
    """The item is the date itself, and not something that has one."""

    def show(self, fields: Fields) -> str:
        """The day as an ISO date where it is one, else the words."""
        value = fields if self.own else fields.get(self.name)
        if not value:
            return ""
        first, last = value.get("from"), value.get("to")
        if first and last:
            return str(first) if first == last else f"{first} to {last}"
        if first:
            return f"since {first}"
        return f"until {last}" if last else str(value.get("name") or "")

    def read(self, words: str) -> Fields:
        """The days that the words stand for; none for no words.

        Raises:
            InvalidValueError: if a part of the words is not understood, or could mean two days.
        """
        sought = " ".join(words.split())
        if not sought:
            return {} if self.own else {self.name: None}
        first, last = _span_of(sought, self.published)
        values: dict[str, object] = {
            "from": first.isoformat() if first else None,
            "to": last.isoformat() if last else None,
            "precision": _precision(first, last).value,
        }
        if not self.own:
            return {self.name: {"name": sought, **values}}
        return {**values, "value": _value(first, last), "rule": "by hand"}

    def remark(self, words: str) -> str:
        """The days that were understood: those that would be kept."""
        if not words.strip():
            return ""
        try:
            found = self.read(words)
        except InvalidValueError as error:
            return error.what.partition(": ")[2].replace(", ", " · ") or error.what
        reference = found if self.own else found[self.name]
        iso = self.show(found)
        return f"= {days(reference)} ({iso})"


def _span_of(words: str, published: date | None) -> Days:
    """First and last day of what was typed.

    Raises:
        InvalidValueError: if it is not understood.
    """
    whole = _one(words, published)
    if whole is not None:
        return whole
    parts = _BETWEEN.match(words)
    two = list(parts.groups()) if parts else _PARTS.split(words)
    if len(two) == 2:
        return _joined(two[0], two[1], published)
    opened = _OPEN.match(words)
    inner = _one(opened[2], published) if opened else None
    if opened is None or inner is None:
        raise InvalidValueError(_WANTED)
    return _opened(opened[1].casefold(), inner)


def _joined(one: str, other: str, published: date | None) -> Days:
    ends = [_one(part, published) for part in (one, other)]
    ends[0] = ends[0] or _one(_with_rest(one, other), published)
    if ends[0] is None or ends[1] is None:
        raise InvalidValueError(_WANTED)
    first, last = ends[0][0], ends[1][1]
    if first is None or last is None or first > last:
        raise InvalidValueError("the first day is after the last")
    return first, last


def _with_rest(one: str, other: str) -> str:
    """ "5" of "5 to 8 April" with the month and year that stand with the other day."""
    return other.replace(found[0], one, 1) if (found := re.search(r"\d{1,2}", other)) else one


def _opened(word: str, inner: Days) -> Days:
    first, last = inner
    if word in ("since", "from"):
        return first, None
    if word == "after":
        return (last + _ONE_DAY if last else None), None
    if word == "before":
        return None, (first - _ONE_DAY if first else None)
    return None, last


def _one(words: str, published: date | None) -> Days | None:
    """The days of one expression that all of the words are; none where they are anything else."""
    words = _LEADING.sub("", words.strip())
    iso = _ISO.fullmatch(words)
    if iso:
        return _iso(*map(int, iso.groups()))
    if _NUMBERS_ONLY.fullmatch(words) and not (words.isdigit() and int(words) in _YEARS):
        return None  # "25-04-05", "03/04/2024", "12:30": which is the day, if any?
    part = _PART_OF_MONTH.match(words)
    if part:
        return _third(part[1].casefold(), _one(part[2], published))
    found = _resolved(words, published)
    if found is None or (found.start is None and found.end is None):
        return None
    years = (day.year for day in (found.start, found.end) if day)
    return (found.start, found.end) if all(year in _YEARS for year in years) else None


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


def _resolved(words: str, published: date | None) -> When | None:
    """The one date that all of the words are, seen from the day of publication."""
    article = Article("", "", words, (), "", published)
    bare = Syntax(words, (), (), (), (), (), ())
    found = [w for w in find_dates(Doc(article, bare), Reading("", "")).dates if w.calendar]
    if len(found) != 1:
        return None
    (one,) = found
    return one if (one.start_offset, one.end_offset) == (0, len(words)) else None


def _precision(first: date | None, last: date | None) -> Precision:
    if first is None or last is None:
        return Precision.RANGE
    if first == last:
        return Precision.DAY
    after = last + _ONE_DAY
    if first.day == 1 and after.day == 1:
        if (after.year, after.month) == (first.year + first.month // 12, first.month % 12 + 1):
            return Precision.MONTH
        if first.month == 1 and after.month == 1 and after.year == first.year + 1:
            return Precision.YEAR
    if first.weekday() == 0 and (last - first).days == 6:
        return Precision.WEEK
    return Precision.RANGE


def _value(first: date | None, last: date | None) -> str | None:
    """The TIMEX3 value of a day, month or year; none for other spans."""
    precision = _precision(first, last)
    if first is None:
        return None
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}.get(precision)
    return first.isoformat()[:length] if length else None
