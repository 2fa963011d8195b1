"""Towns and divisions whose name is spelled otherwise in the gazetteer than in a report."""

import re

from extract.entities import are_variants, words_of
from extract.gazetteer import Location, divisions_like, key_of, names_like, towns_named
from extract.lexicon import cached_by, table
from extract.vocabulary import Extent

_ALIKE = {
    **dict.fromkeys("kqgc", "kqgc"),
    **dict.fromkeys("sz", "sz"),
    **dict.fromkeys("dt", "dt"),
    **dict.fromkeys("jy", "jgy"),
    **dict.fromkeys("fp", "fp"),
    **dict.fromkeys("vb", "vb"),
}
"""Letters that write one sound."""
_VOWELS = "aeiouyw"
_PASSED = f"{_VOWELS}h"
"""Letters that come and go between spellings."""
_ARTICLE = "(?:[ae][a-z]{1,2} )?"
_FEWEST = 3
"""Consonants, H among them, without which too many names would be alike."""
_OPENINGS = dict.fromkeys("kqg", "kqg")
"""Letters that open a name for one another."""


@cached_by(2_000)
def spelled_otherwise(key: str) -> tuple[Location, ...]:
    """Return the towns whose names may be other spellings of a name, by its key, and then the
    first-order divisions: "sheikh miskeen" is Shaykh Miskin, "shabwa" Shabwah."""
    if sum(letter.isalpha() and letter not in _VOWELS for letter in key) < _FEWEST:
        return ()
    pattern, openings = _pattern(key), _OPENINGS.get(key[0], key[0])
    found = {name for first in openings for name in names_like(first, re.compile(pattern))}
    for article in table("spelling")["article"]["words"]:
        found |= names_like(f"{article} ", re.compile(f"{article} {pattern}"))
    alike = sorted(name for name in found if name != key and _are_alike(key, name))
    towns = [town for name in alike for town in towns_named(name)]
    return tuple(dict.fromkeys([*towns, *_divisions(key, pattern)]))


def _divisions(key: str, pattern: str) -> list[Location]:
    """The divisions of names like a key, with a noun behind it or without."""
    nouns = table("geocoding")["extent"][Extent.DIVISION]
    behind = rf"(?: (?:{'|'.join(nouns)}))?"
    return [
        one
        for one in divisions_like(re.compile(f"{_ARTICLE}{pattern}{behind}"))
        if any(_are_alike(key, key_of(one.name).removesuffix(f" {noun}")) for noun in nouns)
    ]


def _are_alike(one: str, other: str) -> bool:
    """Whether two names may be one: both open with a vowel behind an article, or neither does."""
    opens = [words_of(name)[0][0] in _VOWELS for name in (one, other)]
    return opens[0] == opens[1] and are_variants(one, other)


def _pattern(key: str) -> str:
    """A pattern for names of the same consonants; any vowels, doubled letters and articles."""
    words = []
    for word in key.split():
        parts, last = [], ""
        for letter in word:
            if letter in _VOWELS:
                last = ""
            if letter in _PASSED or _ALIKE.get(letter, letter) == last:
                continue
            last = _ALIKE.get(letter, letter)
            parts.append(f"[{last}]+")
        words.append(f"[{_PASSED} ]*".join(["", *parts, ""]))
    return _ARTICLE.join(words)
