"""Which incident is told in a sentence, or next to it."""

from bisect import bisect_right
from collections.abc import Iterable

from extract.incidents.joining import Group


class Told:
    """Incidents by the sentences that tell them; of several in one, the first of the report."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._at: dict[int, Group] = {}
        for group in groups:
            for number in group.sentences:
                self._at.setdefault(number, group)
        self._numbers = sorted(self._at)

    def before(self, number: int) -> tuple[int, Group] | None:
        """Return the last incident told up to a sentence, behind how many sentences ago."""
        place = bisect_right(self._numbers, number)
        if not place:
            return None
        told = self._numbers[place - 1]
        return number - told, self._at[told]

    def nearest(self, number: int) -> tuple[int, Group] | None:
        """Return the incident told nearest to a sentence, behind how many lie between.

        Of two as near, the one before it.
        """
        before = self.before(number)
        place = bisect_right(self._numbers, number)
        if place == len(self._numbers):
            return before
        told = self._numbers[place]
        if before is not None and before[0] <= told - number:
            return before
        return told - number, self._at[told]
