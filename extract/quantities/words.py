"""The number words of the lexicon, compiled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.lexicon import cached, table

BLANK = r"[^\S\n]"
"""A pattern for a space inside a line."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What each word of a number is worth, in lower case."""

    words: dict[str, int]
    scales: dict[str, int]
    groups: dict[str, int]
    fractions: dict[str, float]
    signs: dict[str, float]
    suffixes: dict[str, int]
    sizes: frozenset[str]
    """Vague words that stand alone: "dozens", "tens of thousands"."""
    quantifiers: frozenset[str]
    """Vague words that need a noun or a scale beside them: "several"."""


@cached
def number_words() -> NumberWords:
    """The number words, the user's own included."""
    lists = table("numbers")
    return NumberWords(
        words=lists["words"],
        scales=lists["scales"],
        groups=lists["groups"],
        fractions=lists["fractions"],
        signs=lists["signs"],
        suffixes=lists["suffixes"],
        sizes=frozenset(lists["vague"]["sizes"]),
        quantifiers=frozenset(lists["vague"]["quantifiers"]),
    )


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, whatever the space between their parts."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", f"{BLANK}{{1,3}}") for word in ordered)
