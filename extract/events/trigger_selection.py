"""Which triggers count in a report, by how much of it is on conflict."""

from collections.abc import Callable, Iterable

from extract.doc.clauses import Clauses
from extract.events.matching import Hit
from extract.events.predicates import predicates_in

_ON_CONFLICT = 120
"""A report is on conflict if it has a sure trigger for every so many words."""
_ON_OTHER_THINGS = 400
"""It is on other things altogether if it has fewer violent ones."""
_CONFLICT_LEAST = 2

Choice = Callable[[list[Hit], Clauses], list[Hit]]


def choice(hits: Iterable[Hit], words: int) -> Choice:
    """What makes the choice in a report of so many words that has these triggers."""
    sure = [hit for hit in hits if not hit.weak]
    violent = sum(hit.category.incident is not None or hit.category.reciprocal for hit in sure)
    if len(sure) >= max(_CONFLICT_LEAST, words / _ON_CONFLICT):
        return _all
    return _sure if violent > words / _ON_OTHER_THINGS else _with_predicates


def _all(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    return hits


def _sure(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    return [hit for hit in hits if not hit.weak]


def _with_predicates(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    """In a report that is on no conflict: the sure triggers, and any other verb."""
    sure = _sure(hits, clauses)
    return sorted([*sure, *predicates_in(clauses, sure)], key=lambda hit: hit.first)
