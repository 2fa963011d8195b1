"""What else a party may be called in a library's table: "three Hawks fighters" are the Hawks.

A description is the same as a name of the table where nothing but a count, an article or a noun for
those who bear arms of the same side tells them apart.
"""

import re
from collections.abc import Iterator

from extract.actors.party_words import forms, is_name
from extract.entities import names_armed_people
from extract.lexicon import cached_by, table
from extract.lexicon.closed import DETERMINERS

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_YEARS = re.compile(r"\s*\(\d{4}\s*[-–]\s*(?:\d{4})?\s*\)$")
"""Behind the coded name of a government's forces: those under which they have it."""
_OF = "of"
Side = tuple[str, str]
"""The words before a noun for those who bear arms; and "military" or "police" for a state's own."""


@cached_by(4096)
def names_within(words: str) -> tuple[str, ...]:
    """Return what a description may be called instead, the nearest first, in lower case.

    "at least 12 members of the Sand Hawks" are "members of the sand hawks", and "sand hawks". A
    noun for those who bear arms goes where a proper name stands before it, or another such noun:
    "Hawks fighters", "army soldiers".
    """
    return tuple(dict.fromkeys(_within(_WORD.findall(words))))


def _within(words: list[str]) -> Iterator[str]:
    bare = _without_count(words)
    if not bare:
        return
    yield " ".join(bare).lower()
    lower = [word.lower() for word in bare]
    if _OF in lower[1:] and lower[lower.index(_OF, 1) - 1] in forms("fighters", "parts"):
        yield from _within(bare[lower.index(_OF, 1) + 1 :])
    *before, head = bare
    if before and _OF not in lower and _whose(head) is not None:
        collective = len(before) == 1 and _whose(before[0]) == _whose(head)
        capitals = len(before) > 1 and before[-1][:1].isupper()
        if is_name(before[-1]) or capitals or collective:
            yield " ".join(before).lower()


@cached_by(4096)
def side_within(words: str) -> Side | None:
    """Return the side that a description is of: that of "12 regime soldiers" is that of "regime
    forces"; none where no other word stands before the noun for those who bear arms."""
    bare = [word.lower() for word in _without_count(_WORD.findall(words))]
    if _OF in bare[1:] and bare[bare.index(_OF, 1) - 1] in forms("fighters", "parts"):
        return side_within(" ".join(bare[bare.index(_OF, 1) + 1 :]))
    whose = _whose(bare[-1]) if len(bare) > 1 and _OF not in bare else None
    return None if whose is None else (" ".join(bare[:-1]), whose)


def without_years(name: str) -> str:
    """Return a coded name without the years behind it: "Military Forces of Mali (2020-)"."""
    return _YEARS.sub("", name)


def _whose(noun: str) -> str | None:
    """Whether a noun is for a state's soldiers, its police, or other armed people; else none."""
    low = noun.lower()
    if low in forms("state", "police"):
        return "police"
    if low in forms("state", "military") or low in forms("state", "forces"):
        return "military"
    return "" if names_armed_people(low) or low in forms("fighters", "unidentified") else None


def _without_count(words: list[str]) -> list[str]:
    """The words behind the count and the articles that they begin with."""
    numbers = table("numbers")["words"]
    counted = [n for n, word in enumerate(words) if word.isdigit() or word.lower() in numbers]
    rest = words[counted[-1] + 1 :] if counted else words
    while rest and rest[0].lower() in DETERMINERS:
        rest = rest[1:]
    return rest
