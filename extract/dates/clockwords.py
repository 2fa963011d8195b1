"""The words of times of day, and the shape of all that may be one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from extract.lexicon import cached, cached_by, table
from extract.lexicon.tables import Dates, Units

_HOURS_OF_A_DAY, _LARGEST_WORD = 12, 20
_HOUR = r"(?:2[0-4]|1\d|0?\d)"
_MILITARY = r"(?:2[0-3]|[01]\d)[0-5]\d"
_MERIDIEM = r"(?:[ap]\.\s?m\.?|[ap]m)(?!\w)"


class Way(StrEnum):
    """How a time of day is written; the names of the groups of its shape."""

    SAID = "said"
    """ "3 p.m.", "two o'clock"."""
    NAMED = "named"
    """ "12 noon"."""
    COLON = "colon"
    """ "03:00"."""
    ZONED = "zoned"
    """ "1800 GMT", "18h30"."""
    PAST = "past"
    """ "half past two"."""
    TO = "to"
    """ "ten to six"."""
    PART = "part"
    """ "three in the morning"."""
    BARE = "bare"
    """ "8" before a day."""
    DOTTED = "dotted"
    """ "8.30"."""
    MILITARY = "military"
    """ "1800"."""


@dataclass(frozen=True, slots=True)
class ClockWords:
    """Patterns of the words that make up a time of day, or tell that digits are one."""

    hours: dict[str, int]
    """Number words, for hours and minutes."""
    shape: re.Pattern[str]
    """What may be a time, with a group for each way of writing it."""
    lead: re.Pattern[str]
    """Right before digits that are a time: "at", "until", "about"."""
    tolls: re.Pattern[str]
    """Somewhat before "at 8": what stands at a number is no hour."""
    counted: re.Pattern[str]
    """Right behind: what is counted or measured."""
    nouns: re.Pattern[str]
    """Right behind "1800": "curfew"."""
    day: re.Pattern[str]
    """Right behind: the day of a time."""
    ends: re.Pattern[str]
    """Right behind: nothing that could be counted."""
    by: re.Pattern[str]
    """Right before a time of bare digits: "by", of no amount that something rose by."""
    after_by: re.Pattern[str]
    """Right behind such a time: what begins a clause."""
    labels: re.Pattern[str]
    """Right before: "Flight", "No."; what follows is a name."""
    of_work: re.Pattern[str]
    """In "1800 hours": hours of the day, or of work."""


@cached
def clock_words() -> ClockWords:
    """Return the words of the lexicon for times of day."""
    lists = table("dates")
    clock = {name: _any(some) for name, some in lists["clock"].items()}
    changes = _any(table("numbers")["roles"]["change"])
    units = _any([*lists["clock"]["counted"], *_units(table("units"))])
    hours: dict[str, int] = lists["number"]
    day = _day([*lists["weekday"]["names"], *lists["deictic"]], clock["parts"])
    return ClockWords(
        hours={word: number for word, number in hours.items() if number <= _LARGEST_WORD},
        shape=_pattern(_shape(lists, day), re.VERBOSE),
        lead=_pattern(rf"\b(?:{clock['lead']})\s$"),
        tolls=_pattern(rf"\b(?:{clock['tolls']})\b[^.;\n]{{0,32}}$"),
        counted=_pattern(rf"\s?[%$€£°]|[-\s](?:{units})\b|[.,]?\d"),
        nouns=_pattern(rf"[\s-](?:{clock['nouns']})\b"),
        day=_pattern(day),
        ends=_pattern(rf"\s?(?:[.,;:)\n–—-](?!\d)|$)|\s(?:{clock['behind']})\b"),
        by=_pattern(rf"(?:\b(?!(?:{changes})\b)[^\W\d_]+\s|[^\w\s]\s?|\n|^)by\s$"),
        after_by=_pattern(rf"\s(?:{clock['after_by']})\b"),
        of_work=_pattern(clock["hours"]),
        labels=_pattern(rf"(?:\b(?:{clock['labels']})\.?|[#№$£€+])\s?$"),
    )


def _units(lists: Units) -> Iterator[str]:
    """The words for measures and currencies, but for signs."""
    groups = [*lists["words"].values(), lists["currencies"]["words"]]
    shared = [one["forms"] for one in lists["currencies"]["shared"]]
    for words in [*(some for group in groups for some in group.values()), *shared]:
        yield from (word for word in words if word[-1:].isalpha())


def _pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | flags)


def _any(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)


def _day(days: list[str], parts: str) -> str:
    part = rf"(?:this|that|last)\s(?:{parts})\b"
    return rf",?\s(?:on\s|early\s|late\s)?(?:(?:{_any(days)})\b|{part})"


def _shape(lists: Dates, day: str) -> str:
    hours = _any([word for word, number in lists["number"].items() if number <= _HOURS_OF_A_DAY])
    clock = {name: _any(some) for name, some in lists["clock"].items()}
    part = rf"\s(?:in\sthe\s(?:early\s)?(?:{clock['parts']})|at\snight)\b"
    minutes = rf"(?:\d{{1,2}}|{clock['minutes']})"
    zone = rf"(?:{_any(lists['word']['zone'])}|local(?:\stime|(?!\s[a-z])))"
    named = rf"(?:{zone}|{clock['hours']})\b"
    said = rf"(?:{_HOUR}(?:[:.][0-5]\d)?|(?:{hours})(?=\W))"
    hour = rf"(?:(?:{hours})\b|{_HOUR}\b(?![,.]?\d|\s?%))"
    return rf"""
        \b (?=[\dofsenhqta]) (?<![\w$£€\#:/.]) (?<!\d[,–-])
        (?:
          (?P<said> (?: {said} (?: \s?[-–]\s? | \s(?:to|and|or)\s ) )? {said}
              (?: \s?{_MERIDIEM} | \s?o['’]clock\b (?:{part})? ) (?: \s{zone}\b )? )
        | (?P<named> 12\s(?:{clock["noons"]})\b )
        | (?P<colon> {_HOUR}:[0-5]\d (?: [:.]\d{{2}} )? (?:Z|hrs?|h)? (?!\w) (?: \s{named} )? )
        | (?P<zoned> (?: 2[0-4]|[01]\d )[.]?[0-5]\d (?: [Zh](?!\w) | \s?{named}(?!\sof\b) )
              (?: \s{zone}\b )? | {_HOUR}h[0-5]\d (?!\w) | \d{{1,2}}\s(?:GMT|UTC)\b )
        | (?P<past> (?: (?:(?:a\s)?(?:{_any([*lists["past"]])}))[\s-](?:past|to)[\s-]
              | {minutes}\sminutes?\s(?:past|to)\s ) {hour} (?:{part})? )
        | (?P<to> {minutes}\s(?:past|to)\s(?:{hours})\b )
        | (?P<part> (?: {_HOUR} | {hours} ) {part} )
        | (?P<bare> (?: {_HOUR} | {hours} ) (?={day}) )
        | (?P<dotted> {_HOUR}\.[0-5]\d (?![\w%]) )
        | (?P<military> {_MILITARY} (?! [\w%] | [-–/.:,]\d{{1,2}}[-–/.:,]\d )
              (?: [-–]{_MILITARY}(?!\w) )? )
        )
        """


_NOON, _HOURS, _MINUTES = 12, 24, 60
_NIGHT_BEGINS = 5
"""Up to this hour, a time "at night" is one of the small hours."""
_DIGITS = re.compile(
    r"(?P<hour>\d{2})(?P<minute>\d{2})|(?P<early>\d{1,2})(?:[:.h](?P<late>\d{2}))?"
)
_WAY = re.compile(r"[\s-](past|to)[\s-]")


def hour_code(said: str, numbers: Mapping[str, int], *, turned: bool) -> str:
    """Return the TIMEX3 letters of a time; `turned` where it is in minutes past or to an hour.

    Hours are those of 24 where the half of the day is said, else as they are said.
    """
    folded = said.lower()
    hour, minute = _turned(folded, numbers) if turned else _plain(folded, numbers)
    return f"T{_of_the_day(hour, folded):02}:{minute:02}"


def _turned(folded: str, numbers: Mapping[str, int]) -> tuple[int, int]:
    """Half past two, ten to six."""
    before, way, behind = _WAY.split(folded, maxsplit=1)
    minutes = _minutes(before, numbers)
    hour = _plain(behind, numbers)[0]
    return (hour, minutes) if way == "past" else ((hour - 1) % _HOURS, _MINUTES - minutes)


def _minutes(words: str, numbers: Mapping[str, int]) -> int:
    shares = table("dates")["past"]
    parts = re.findall(r"[a-z]+|\d+", words)
    share = next((shares[one] for one in parts if one in shares), None)
    if share is not None:
        return share
    return sum(int(one) if one.isdecimal() else numbers.get(one, 0) for one in parts)


def _plain(folded: str, numbers: Mapping[str, int]) -> tuple[int, int]:
    """The first time of "3:15", "1800", "two or three o'clock"."""
    digits = _DIGITS.search(folded)
    if digits is None:
        spelled = (numbers[word] for word in re.findall(r"[a-z]+", folded) if word in numbers)
        return next(spelled, 0), 0
    hour = digits["hour"] or digits["early"]
    return int(hour) % (_HOURS + 1), int(digits["minute"] or digits["late"] or 0)


def _of_the_day(hour: int, folded: str) -> int:
    lists = table("dates")["clock"]
    late = _holds(folded, lists["night"]) and hour > _NIGHT_BEGINS
    if hour < _NOON and (late or _half_of_day("p", "afternoon").search(folded)):
        return hour + _NOON
    if hour == _NOON and _holds(folded, lists["midnight"]):
        return _HOURS
    return 0 if hour == _NOON and _half_of_day("a", "morning").search(folded) else hour


def _holds(said: str, words: list[str]) -> bool:
    return any(word in said for word in words)


@cached_by(size=4)
def _half_of_day(letter: str, name: str) -> re.Pattern[str]:
    """What tells that an hour is of one half of the day: "p.m.", "afternoon"."""
    words = _any(table("dates")["clock"][name])
    return re.compile(rf"(?<![a-z]){letter}\.?\s?m\b|\b(?:{words})\b")
