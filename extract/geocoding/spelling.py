"""Towns whose name is spelled otherwise in the gazetteer than in a report."""

import re
from functools import lru_cache

from extract.entities import are_variants
from extract.gazetteer import Location, names_like, towns_named

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
_OF_ARTICLES = "ae"
_OPENINGS = dict.fromkeys("kqg", "kqg")
"""Letters that open a name for one another."""


@lru_cache(maxsize=2_000)
def spelled_otherwise(key: str) -> tuple[Location, ...]:
    """Return the towns whose names may be other spellings of a name, by its key:
    "sheikh miskeen" is Shaykh Miskin."""
    if sum(letter.isalpha() and letter not in _VOWELS for letter in key) < _FEWEST:
        return ()
    pattern = re.compile(_ARTICLE + _pattern(key))
    openings = {*_OPENINGS.get(key[0], key[0]), *_OF_ARTICLES}
    found = {name for first in openings for name in names_like(first, pattern)}
    alike = sorted(name for name in found if name != key and are_variants(key, name))
    return tuple(dict.fromkeys(town for name in alike for town in towns_named(name)))


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
