"""Which triggers count in a report, by how much of it is on conflict.

A report on no conflict has any verb for an event: what was bought, said or closed. These belong to
no class of the coding schemes (type "Other"): they are there for those who ask who does what to
whom in any news, and no reader is asked to decide on them.
"""

from collections.abc import Callable, Iterable, Iterator

from extract.doc.clauses import Clauses
from extract.doc.syntax import Syntax
from extract.events.trigger_lexicon import ACCIDENTS, GENERAL, POINTER, triggers
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
    sure = [hit for hit in hits if not hit.weak and hit.category.name != POINTER]
    accident = any(hit.category.name in ACCIDENTS for hit in sure)
    deeds = [hit for hit in sure if hit.category.name not in ACCIDENTS]
    violent = sum(hit.category.incident is not None or hit.category.reciprocal for hit in deeds)
    conflict = len(deeds) >= max(_CONFLICT_LEAST, words / _ON_CONFLICT)
    other_things = not conflict and violent <= words / _ON_OTHER_THINGS

    def counts(hit: Hit) -> bool:
        if not hit.weak:
            return True
        if hit.category.name in ACCIDENTS:
            return accident
        return conflict or (hit.category.consequence and (accident or not other_things))

    def chosen(hits: list[Hit], clauses: Clauses) -> list[Hit]:
        kept = [hit for hit in hits if counts(hit)]
        return _with_predicates(kept, clauses) if other_things else kept

    return chosen


def is_on_accident(hits: Iterable[Hit], syntax: Syntax) -> bool:
    """Whether a report tells of an accident and of nothing that somebody did to others."""
    sure = [hit for hit in hits if not hit.weak]
    deeds = (h for h in sure if h.category.incident and not may_be_accident(h, syntax))
    return any(hit.category.name in ACCIDENTS for hit in sure) and not any(deeds)


def may_be_accident(hit: Hit, syntax: Syntax) -> bool:
    """Whether the word tells of harm that an accident does as well as a person: "killed"."""
    words = {syntax.lower(hit.first), syntax.lower(hit.head)}
    return hit.category.consequence and not words.isdisjoint(frames().accidental)


def _with_predicates(kept: list[Hit], clauses: Clauses) -> list[Hit]:
    """In a report that is on no conflict: the triggers, and any other verb."""
    return sorted([*kept, *_predicates_in(clauses, kept)], key=lambda hit: hit.first)


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
