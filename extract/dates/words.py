"""The words of date expressions, each with its class: one letter.

Rules name these classes; `extract.dates.rule` tells which letter stands behind a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from extract.lexicon import cached, table
from extract.lexicon.tables import Dates, Units

CLASSES = {
    "the": "t",
    "a": "a",
    "of": "f",
    "and": "&",
    "to": ">",
    "since": "s",
    "until": "u",
    "from": "g",
    "last": "L",
    "past": "0",
    "this": "T",
    "same": "A",
    "next": "X",
    "final": "x",
    "latest": "V",
    "recent": "v",
    "early": "E",
    "middle": "I",
    "late": "J",
    "sooner": "b",
    "later": "c",
    "beside": "B",
    "on": "@",
    "ago": "G",
    "few": "p",
    "period": "Y",
    "moment": "j",
    "old": "5",
    "half": "F",
    "fiscal": "l",
    "every": "e",
    "zone": "z",
    "ending": "6",
    "starting": "7",
}
"""Letters of the plain words; `DIGITS` and the functions below give the others."""
WEEKDAY, WEEKDAY_SHORT, MONTH, MONTH_SHORT = "W", "w", "M", "m"
NUMBER_WORD, HUNDRED, ORDINAL, DECADE = "q", "h", "r", "k"
UNIT, SEASON, PART, DEICTIC, HOLIDAY = "U", "S", "P", "D", "H"
REFERENCE, SET = "R", "Z"

A = CLASSES["a"]
HOUR = "O"
UNIT_YEAR, UNIT_QUARTER = "i", "Q"


@dataclass(frozen=True, slots=True)
class Word:
    """What a word means in a date."""

    kind: str
    """Its class."""
    number: int = 0
    """Of a weekday (Monday is 0), month, number word or decade; of a unit 1 where it is plural."""
    code: str = ""
    """Its TIMEX3 letters."""


@cached
def words() -> dict[str, Word]:
    """Return every word of the lexicon, in lower case, with its meaning."""
    lists = table("dates")
    found = {word: Word(CLASSES[name]) for name, some in lists["word"].items() for word in some}
    found.update(_calendar_names(lists["weekday"], WEEKDAY, WEEKDAY_SHORT, 0))
    found.update(_calendar_names(lists["month"], MONTH, MONTH_SHORT, 1))
    found.update(_numbers(lists))
    found.update(_coded(lists))
    return found


@cached
def months_and_others() -> frozenset[str]:
    """Return the months whose names are verbs or first names too."""
    return frozenset(table("dates")["month"]["and_others"])


@cached
def beside() -> dict[str, frozenset[str]]:
    """Return the words before and after a date that tell it from a count or a name."""
    return {name: frozenset(some) for name, some in table("dates")["beside"].items()}


@cached
def tally_words() -> frozenset[str]:
    """Return words in the label of a number that say it counts: "total", "displaced"."""
    outcomes = table("outcomes")
    lists = (outcomes["object"], outcomes["subject"], outcomes["noun"], outcomes["word"])
    counted = {word for words in lists for some in words.values() for word in some}
    irregular = table("irregular")["forms"]
    forms = frozenset(
        form for base in counted for form in (*_forms(base), *irregular.get(base, ()))
    )
    return forms | beside()["tallies"]


def _forms(base: str) -> Iterator[str]:
    """A word as it stands, its plural and, of a verb, its participle."""
    stem = base.removesuffix("e")
    yield from (base, f"{base}s", f"{stem}ed", f"{stem[:-1]}ies", f"{stem}ing")


def _calendar_names(
    lists: dict[str, Any], full: str, short: str, first: int
) -> Iterator[tuple[str, Word]]:
    for number, (name, shorts) in enumerate(
        zip(lists["names"], lists["short"], strict=True), first
    ):
        yield name, Word(full, number)
        for word in shorts:
            yield word, Word(short, number)


def _numbers(lists: Dates) -> Iterator[tuple[str, Word]]:
    for numbers, kind in (
        (lists["number"], NUMBER_WORD),
        (lists["hundred"], HUNDRED),
        (lists["ordinal"], ORDINAL),
        (lists["decade"], DECADE),
        (lists["deictic"], DEICTIC),
    ):
        for word, number in numbers.items():
            yield word, Word(kind, number)


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("ry") else word + "s"


def _coded(lists: Dates) -> Iterator[tuple[str, Word]]:
    for word, code in lists["unit"].items():
        kind = {"Y": UNIT_YEAR, "Q": UNIT_QUARTER}.get(code, UNIT)
        yield word, Word(kind, 0, code)
        yield _plural(word), Word(kind, 1, code)
    for word in lists["weekday"]["names"]:
        yield word + "s", Word(SET, 0, "P1W")
    for coded, kind in (
        (lists["season"], SEASON),
        (lists["part"], PART),
        (lists["hour"], HOUR),
        (lists["reference"], REFERENCE),
        (lists["set"], SET),
    ):
        for word, code in coded.items():
            yield word, Word(kind, 0, code)


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days with a name: how to see one, and when each is."""

    first_words: frozenset[str]
    pattern: re.Pattern[str]
    """Matches a whole name at its first word, in any case."""
    rules: dict[str, dict[str, int]]
    """By name in lower case: what the lexicon says of the day."""


@cached
def holidays() -> Holidays:
    """Return the named days of the lexicon, the longest names first."""
    rules: dict[str, dict[str, int]] = table("dates")["holiday"]
    names = sorted(rules, key=len, reverse=True)
    spelled = "|".join(re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s") for name in names)
    firsts = (re.match(r"[^\W\d_]+", name) for name in names)
    return Holidays(
        first_words=frozenset(first.group() for first in firsts if first),
        pattern=re.compile(rf"(?:{spelled})(?!\w)", re.IGNORECASE),
        rules=rules,
    )


_HOURS_OF_A_DAY, _LARGEST_WORD = 12, 20
"""Hours are told in words up to this; minutes up to that."""
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
    clock = {name: any_of(some) for name, some in lists["clock"].items()}
    changes = any_of(table("numbers")["roles"]["change"])
    units = any_of([*lists["clock"]["counted"], *_unit_words(table("units"))])
    hours: dict[str, int] = lists["number"]
    day = _day_pattern([*lists["weekday"]["names"], *lists["deictic"]], clock["parts"])
    return ClockWords(
        hours={word: number for word, number in hours.items() if number <= _LARGEST_WORD},
        shape=_ignoring_case(_clock_shape(lists, day), re.VERBOSE),
        lead=_ignoring_case(rf"\b(?:{clock['lead']})\s$"),
        tolls=_ignoring_case(rf"\b(?:{clock['tolls']})\b[^.;\n]{{0,32}}$"),
        counted=_ignoring_case(rf"\s?[%$€£°]|[-\s](?:{units})\b|[.,]?\d"),
        nouns=_ignoring_case(rf"[\s-](?:{clock['nouns']})\b"),
        day=_ignoring_case(day),
        ends=_ignoring_case(rf"\s?(?:[.,;:)\n–—-](?!\d)|$)|\s(?:{clock['behind']})\b"),
        by=_ignoring_case(rf"(?:\b(?!(?:{changes})\b)[^\W\d_]+\s|[^\w\s]\s?|\n|^)by\s$"),
        after_by=_ignoring_case(rf"\s(?:{clock['after_by']})\b"),
        of_work=_ignoring_case(clock["hours"]),
        labels=_ignoring_case(rf"(?:\b(?:{clock['labels']})\.?|[#№$£€+])\s?$"),
    )


def _unit_words(lists: Units) -> Iterator[str]:
    """The words for measures and currencies, but for signs."""
    groups = [*lists["words"].values(), lists["currencies"]["words"]]
    shared = [one["forms"] for one in lists["currencies"]["shared"]]
    for words in [*(some for group in groups for some in group.values()), *shared]:
        yield from (word for word in words if word[-1:].isalpha())


def _ignoring_case(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | flags)


def any_of(words: list[str]) -> str:
    """Return a pattern for any of the words, longer ones first."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first)


def _day_pattern(days: list[str], parts: str) -> str:
    part = rf"(?:this|that|last)\s(?:{parts})\b"
    return rf",?\s(?:on\s|early\s|late\s)?(?:(?:{any_of(days)})\b|{part})"


def _clock_shape(lists: Dates, day: str) -> str:
    hours = any_of([word for word, number in lists["number"].items() if number <= _HOURS_OF_A_DAY])
    clock = {name: any_of(some) for name, some in lists["clock"].items()}
    part = rf"\s(?:in\sthe\s(?:early\s)?(?:{clock['parts']})|at\snight)\b"
    minutes = rf"(?:\d{{1,2}}|{clock['minutes']})"
    zone = rf"(?:{any_of(lists['word']['zone'])}|local(?:\stime|(?!\s[a-z])))"
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
        | (?P<past> (?: (?:(?:a\s)?(?:{any_of([*lists["past"]])}))[\s-](?:past|to)[\s-]
              | {minutes}\sminutes?\s(?:past|to)\s ) {hour} (?:{part})? )
        | (?P<to> {minutes}\s(?:past|to)\s(?:{hours})\b )
        | (?P<part> (?: {_HOUR} | {hours} ) {part} )
        | (?P<bare> (?: {_HOUR} | {hours} ) (?={day}) )
        | (?P<dotted> {_HOUR}\.[0-5]\d (?![\w%]) )
        | (?P<military> {_MILITARY} (?! [\w%] | [-–/.:,]\d{{1,2}}[-–/.:,]\d )
              (?: [-–]{_MILITARY}(?!\w) )? )
        )
        """
