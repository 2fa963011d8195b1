"""Which accounts are compared at all: those that share a key.

Keys are a day with a place, a name of a victim, and pairs of the rarest words. All are so narrow
that the accounts behind one stay few however large a library grows over time.
"""

from collections.abc import Iterator
from itertools import combinations

from extract.accounts.facts import Facts, frame_of_place, sound_of_place

Key = tuple[str | int, ...]

_SLACK = 1
"""Days that two accounts of one incident may be apart: night, time zones."""
_BEFORE = 4
"""Days before publication in which an incident without a day most likely was."""


def keys_of(facts: Facts) -> frozenset[Key]:
    """Return the keys under which an account is found, and looks for others."""
    if facts.account.aggregate:
        return frozenset()
    return frozenset((*_by_day(facts), *_by_name(facts), *_by_words(facts)))


def _by_day(facts: Facts) -> Iterator[Key]:
    for day in days_of(facts):
        for place in facts.places:
            yield day, sound_of_place(place)
            yield day, frame_of_place(place)


def days_of(facts: Facts) -> range:
    """Return the days on which an account may meet another."""
    if facts.first is not None and facts.last is not None:
        return range(facts.first, facts.last + 1 + _SLACK)
    if facts.published is not None and not facts.account.background:
        return range(facts.published - _BEFORE, facts.published + 1)
    return range(0)


def _by_name(facts: Facts) -> Iterator[Key]:
    for name in facts.victims:
        if " " in name:
            yield (name,)


def _by_words(facts: Facts) -> Iterator[Key]:
    yield from combinations(facts.telling, 2)
