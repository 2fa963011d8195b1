"""The words of date expressions, each with its class: one letter.

Rules name these classes; `extract.dates.rule` tells which letter stands behind a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extract.lexicon import cached, table
from extract.lexicon.tables import Dates

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
