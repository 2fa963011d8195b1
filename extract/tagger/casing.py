"""What the form of a word tells: its shape, its capitals, and what lists know of it."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache

from extract.gazetteer import (
    countries_of_people,
    is_country,
    is_given_name,
    is_surname,
    places_named,
    region_named,
)
from extract.lexicon import cached, cached_by, table

_RUNS = re.compile(r"(.)\1+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""Soft hyphens, joiners and other characters without a sign."""
_LONGEST = 40
"""Characters of a word that are looked at; a longer one is an address or no word at all."""


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """Return the word in lower case, digits made alike, curly apostrophes straight,
    cut when endless."""
    word = word[:_LONGEST].lower()
    if word.isalpha():
        return word
    word = _UNSEEN.sub("", word.replace("’", "'")) or word
    return "".join("0" if c.isdigit() else c for c in word).encode("utf-8", "replace").decode()


@lru_cache(maxsize=100_000)
def shape_of(word: str) -> str:
    """Return the shape: letters as X and x, digits as d, runs shortened: "McDonald's" is
    "XxXx'x"."""
    marks = []
    for c in word[:_LONGEST]:
        if c.isupper():
            marks.append("X")
        elif c.isalpha():
            marks.append("x")
        elif c.isdigit():
            marks.append("d")
        else:
            marks.append(c)
    return _RUNS.sub(r"\1", "".join(marks)).encode("utf-8", "replace").decode()


Words = Sequence[str]


class Casing(Enum):
    """How a sentence uses capitals."""

    NORMAL = ""
    TITLE = "T"
    """Every longer word has a capital: "Rebels Seize Border Post in the South"."""
    CAPITALS = "C"
    """All letters are capitals."""


def casing_of(words: Words) -> Casing:
    """Return how the sentence uses capitals; a short run of words counts as normal."""
    capital = upper = 0
    small = _small()
    for word in words:
        if len(word) < 4 or not word[0].isalpha():
            continue
        if not word.islower():
            capital += 1
            upper += word.isupper()
        elif word not in small:
            return Casing.NORMAL
    if upper >= 3 and upper >= 4 * (capital - upper):
        return Casing.CAPITALS
    return Casing.TITLE if capital >= 4 else Casing.NORMAL


@cached
def _small() -> frozenset[str]:
    return frozenset(table("tokens")["casing"]["small"])


class Usage:
    """How a document writes its words where capitals tell something."""

    def __init__(self, sentences: Iterable[tuple[Words, Casing]]) -> None:
        self.lower: set[str] = set()
        """Words seen in lower case."""
        self.capital: set[str] = set()
        """Words seen with a capital inside a sentence, in lower case."""
        self.in_longer: dict[str, str] = {}
        """For a word seen in a run of capitalised words, where it stood there: "F" first, "L"
        last, "M" between."""
        for words, casing in sentences:
            if casing is Casing.NORMAL:
                self._learn(words)

    def _learn(self, words: Words) -> None:
        run: list[str] = []
        for place, word in enumerate(words):
            if not word[0].isupper():
                if word.islower():
                    self.lower.add(word)
                self._close(run)
                run = []
                continue
            if place and words[place - 1] not in _OPENS:
                self.capital.add(word.lower())
            run.append(word)
        self._close(run)

    def _close(self, run: list[str]) -> None:
        if len(run) < 2:
            return
        for word in run[1:-1]:
            self.in_longer.setdefault(word, "M")
        self.in_longer.setdefault(run[0], "F")
        self.in_longer[run[-1]] = "L"

    def of(self, word: str) -> str:
        """Return "l" for seen in lower case, "c" for seen with a capital, both or neither."""
        folded = word.lower()
        return ("l" if folded in self.lower else "") + ("c" if folded in self.capital else "")


_OPENS = frozenset("“\"‘':.-–—([")


_LONGEST_PLACE = 3


@cached_by(50_000)
def marks_of(word: str) -> tuple[str, ...]:
    """Return what the gazetteer knows by the word, if it is written with a capital."""
    if not word[0].isupper():
        return ()
    marks = []
    if is_country(word):
        marks.append("country")
    if countries_of_people(word.capitalize()):
        marks.append("people")
    if region_named(word):
        marks.append("region")
    places = places_named(word) if len(word) > 2 else ()
    if places:
        marks.append(f"place{len(str(places[0].population))}")
    known = _known().get(word.lower())
    if known:
        marks.append(known)
    if is_given_name(word):
        marks.append("given")
    if is_surname(word):
        marks.append("surname")
    return tuple(marks)


@cached_by(50_000)
def cue_of(word: str) -> str:
    """Return the class of a word that tells what is named, such as "org office" for "ministry"."""
    return _cues().get(word.lower().rstrip("."), "")


def places_in(words: Sequence[str]) -> dict[int, str]:
    """Return tokens in names of places of two or three words,
    by what they name and where they stand."""
    found: dict[int, str] = {}
    for first, word in enumerate(words[:-1]):
        if first in found or not word[0].isupper():
            continue
        for last in range(min(first + _LONGEST_PLACE, len(words)), first + 1, -1):
            kind = _place(" ".join(words[first:last])) if words[last - 1][0].isupper() else ""
            if kind:
                found |= dict.fromkeys(range(first + 1, last), f"{kind}I") | {first: f"{kind}F"}
                break
    return found


def runs_of_capitals(words: Sequence[str]) -> list[tuple[int, int] | None]:
    """Return for each token the run of capitalised words it stands in, "of" and the like
    included."""
    joins = _joins()
    runs: list[tuple[int, int] | None] = [None] * len(words)
    place = 0
    while place < len(words):
        if not words[place][0].isupper():
            place += 1
            continue
        first, last, place = place, place + 1, place + 1
        while place < len(words) and place - last < _LONGEST_JOIN:
            if words[place][0].isupper():
                last = place + 1
            elif words[place].lower() not in joins:
                break
            place += 1
        runs[first:last] = [(first, last)] * (last - first)
        place = last
    return runs


_LONGEST_JOIN = 3


@cached_by(20_000)
def _place(name: str) -> str:
    if is_country(name):
        return "C"
    if region_named(name):
        return "R"
    return "P" if places_named(name) else ""


@cached
def _cues() -> dict[str, str]:
    lists = table("name_cues")
    return {
        word: f"{group} {sort}"
        for group in ("org", "place", "title")
        for sort, words in lists[group].items()
        for word in words
    }


@cached
def _known() -> dict[str, str]:
    lists = table("name_cues")["known"]
    return {word: sort for sort, words in lists.items() for word in words}


@cached
def _joins() -> frozenset[str]:
    return frozenset(table("name_cues")["join"]["words"])
