"""What the form of a single word tells, remembered per word since texts repeat their words."""

import re
from functools import lru_cache

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
    """Letters as X and x, digits as d, runs shortened: "McDonald's" is "XxXx'x"."""
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
