"""Where and when an event took place: from its clause, else its sentence, else its paragraph."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.events.clauses import NONE, Clauses
from extract.events.matching import Hit
from extract.events.parties import Cast
from extract.records import Block, Party, When
from extract.syntax import Syntax

_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "across",
        "on",
        "along",
        "between",
        "within",
    }
    | {"within", "throughout", "over", "into", "towards", "toward", "to", "of", "from", "off", "under"}
)
_T = TypeVar("_T", Party, When)


@dataclass(frozen=True, slots=True)
class Setting:
    """Place and date of a trigger; `near` tells whether its own clause gives them."""

    place: Party | None
    place_near: bool
    when: When | None
    when_near: bool


class Settings:
    """The places and dates of a report, to be asked for a trigger's own."""

    def __init__(
        self, syntax: Syntax, blocks: Sequence[Block], cast: Cast, dates: Iterable[When]
    ) -> None:
        self._syntax = syntax
        self._blocks = blocks
        self._places = cast.places()
        self._place_starts = [place.start for place in self._places]
        self._dates = sorted((w for w in dates if w.calendar), key=lambda w: w.start_offset)
        self._date_starts = [when.start_offset for when in self._dates]

    def of(self, hit: Hit, clauses: Clauses) -> Setting:
        """Where and when the trigger's event took place."""
        place, place_near = self._nearest(self._places, self._place_starts, hit, clauses)
        when, when_near = self._nearest(self._dates, self._date_starts, hit, clauses)
        return Setting(self._placed(hit, clauses) or place, place_near, when, when_near)

    def _placed(self, hit: Hit, clauses: Clauses) -> Party | None:
        """The place that hangs on the trigger: "clashes in the town", "attacked near the town"."""
        here = clauses.place_of(hit.head)
        if here == NONE:
            return None
        behind = clauses.obliques(here) if clauses.is_verb(here) else clauses.modifiers(here)
        for preposition, noun in behind:
            if preposition in _LOCATIVE:
                start, end = self._syntax.span_of(*clauses.extent(noun))
                inside = _between(self._places, self._place_starts, start, end)
                if inside:
                    return inside[-1]
        return None

    def _nearest(
        self, found: Sequence[_T], starts: Sequence[int], hit: Hit, clauses: Clauses
    ) -> tuple[_T | None, bool]:
        """The nearest in the clause, then in the sentence, then the last before in the block."""
        offset = self._syntax.starts[hit.head]
        clause = self._syntax.span_of(*clauses.region(hit.head))
        sentence = clauses.sentence
        for (start, end), near in ((clause, True), ((sentence.start, sentence.end), False)):
            inside = _between(found, starts, start, end)
            if inside:
                return min(inside, key=_distance_from(offset)), near
        block = self._blocks[sentence.block]
        before = _between(found, starts, block.start, sentence.start)
        after = _between(found, starts, sentence.end, block.end)
        return (before[-1] if before else after[0] if after else None), False


def _between(found: Sequence[_T], starts: Sequence[int], start: int, end: int) -> Sequence[_T]:
    return found[bisect_left(starts, start) : bisect_left(starts, end)]


def _distance_from(offset: int) -> Callable[[Party | When], int]:
    """What stands behind a trigger is nearer to it than what stands before."""

    def distance(found: Party | When) -> int:
        gap = found.span.start - offset
        return gap if gap >= 0 else -2 * gap

    return distance
