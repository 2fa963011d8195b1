"""Patterns made of the words of a list."""

import re
from collections.abc import Iterable

BLANK = r"[^\S\n]{1,3}"
"""Between the words of an entry: spaces on one line."""


def alternation(words: Iterable[str], blank: str = BLANK) -> str:
    """Return a group that takes any of the words, longer ones first; `blank` parts words in it."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    found = "|".join(re.escape(word).replace(r"\ ", blank) for word in longest_first)
    return f"(?:{found})"
