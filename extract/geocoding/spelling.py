"""Towns whose name is spelled otherwise in the gazetteer than in a report."""

import re

from extract.entities import are_variants, words_of
from extract.gazetteer import Location, names_like, towns_named
from extract.lexicon import cached_by, table

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
    """Return the towns whose names may be other spellings of a name, by its key:
    "sheikh miskeen" is Shaykh Miskin."""
    if sum(letter.isalpha() and letter not in _VOWELS for letter in key) < _FEWEST:
        return ()
    pattern, openings = _pattern(key), _OPENINGS.get(key[0], key[0])
    found = {name for first in openings for name in names_like(first, re.compile(pattern))}
    for article in table("spelling")["article"]["words"]:
        found |= names_like(f"{article} ", re.compile(f"{article} {pattern}"))
    alike = sorted(name for name in found if name != key and _are_alike(key, name))
    return tuple(dict.fromkeys(town for name in alike for town in towns_named(name)))


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
