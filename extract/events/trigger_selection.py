"""Which triggers count in a report, by how much of it is on conflict.

A report on no conflict has any verb for an event: what was bought, said or closed. These belong to
no class of the coding schemes (type "Other"): they are there for those who ask who does what to
whom in any news, and no reader is asked to decide on them.
"""

from collections.abc import Callable, Iterable, Iterator

from extract.doc.clauses import Clauses
from extract.events.trigger_lexicon import GENERAL, triggers
from extract.events.trigger_matching import Hit
from extract.events.words import frames

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
    return sorted([*sure, *_predicates_in(clauses, sure)], key=lambda hit: hit.first)


def _predicates_in(clauses: Clauses, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The verb groups of a sentence that state something, in order; those of `hits` left out."""
    general = triggers().categories[GENERAL]
    taken = {clauses.place_of(hit.head) for hit in hits}
    for place, phrase in enumerate(clauses.phrases):
        if phrase.kind != "VG" or place in taken:
            continue
        if (
            clauses.syntax.pos[phrase.head] == "VERB"
            and clauses.head(place) not in frames().grammatical
        ):
            yield Hit(phrase.head, phrase.last, phrase.head, general, verbal=True, weak=True)
