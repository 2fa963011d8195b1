"""Which accounts are compared at all: those that share a key, or several rare words.

Keys are a day with a place, and the name of a victim. Words count where few reports of the library
have them. All are so narrow that what stands behind one stays short however large a library grows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extract.accounts.account import AccountKey
from extract.accounts.facts import Facts, frame_of_place, sound_of_place

Key = tuple[str | int, ...]

_SLACK = 1
"""Days that two accounts of one incident may be apart: night, time zones."""
_BEFORE = 4
"""Days before publication in which an incident without a day most likely was."""
_WORD = 0
"""Beside a word, where a day would stand."""


class Blocks:
    """The accounts of a library by their keys and words."""

    def __init__(self) -> None:
        self._held: defaultdict[Key, set[AccountKey]] = defaultdict(set)

    def near(self, facts: Facts) -> set[AccountKey]:
        """Return the accounts of other reports to compare one with."""
        if facts.account.aggregate:
            return set()
        shared: defaultdict[AccountKey, int] = defaultdict(int)
        for word, rarity in facts.telling.items():
            for key in self._held.get((word, _WORD), ()):
                shared[key] += rarity
        found = {key for key, rarity in shared.items() if rarity >= facts.enough}
        found.update(*(self._held.get(key, ()) for key in keys_of(facts)))
        return {key for key in found if key.report != facts.key.report}

    def add(self, facts: Facts) -> None:
        """Take an account in; sums over many incidents are compared with nothing."""
        for key in _places(facts):
            self._held[key].add(facts.key)

    def remove(self, facts: Facts) -> None:
        """Take an account out."""
        for key in _places(facts):
            self._held[key].discard(facts.key)
            if not self._held[key]:
                del self._held[key]


def _places(facts: Facts) -> Iterator[Key]:
    """The keys and words under which an account stands."""
    if not facts.account.aggregate:
        yield from keys_of(facts)
        yield from ((word, _WORD) for word in facts.telling)


def keys_of(facts: Facts) -> frozenset[Key]:
    """Return the keys under which an account is found, and looks for others."""
    return frozenset((*_by_day(facts), *_by_name(facts)))


def _by_day(facts: Facts) -> Iterable[Key]:
    for day in _days(facts):
        for place in facts.places:
            yield day, sound_of_place(place)
            yield day, frame_of_place(place)


def _days(facts: Facts) -> range:
    """The days on which an account may meet another."""
    if facts.first is not None and facts.last is not None:
        return range(facts.first, facts.last + 1 + _SLACK)
    if facts.published is not None and not facts.account.background:
        return range(facts.published - _BEFORE, facts.published + 1)
    return range(0)


def _by_name(facts: Facts) -> Iterable[Key]:
    return ((name,) for name in facts.victims if " " in name)
