"""Which triggers count in a report, by how much of it is on conflict.

A report on no conflict has any verb for an event: what was bought, said or closed. These belong to
no class of the coding schemes (type "Other"): they are there for those who ask who does what to
whom in any news, and no reader is asked to decide on them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.doc.clauses import Clauses
from extract.doc.morphology import noun_forms
from extract.doc.syntax import Syntax
from extract.events.figures_of_speech import is_figure_of_speech
from extract.events.trigger_lexicon import ACCIDENTS, GENERAL, POINTER, Hit, triggers
from extract.events.words import frames
from extract.lexicon import cached, table

_ON_CONFLICT = 120
"""A report is on conflict if it has a sure trigger for every so many words."""
_ON_OTHER_THINGS = 400
"""It is on other things altogether if it has fewer violent ones."""
_CONFLICT_LEAST = 2
"""Sure triggers that a report on conflict has, however short it is."""
_ON_CONTEST, _CONTEST_LEAST = 50, 4
"""A report is on sport or markets if it has a word of them for every so many words, and so many."""

Selection = Callable[[list[Hit], Clauses], list[Hit]]


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a report is on."""

    conflict: bool
    accident: bool
    other_things: bool
    """It is on no conflict, and hardly anything violent happens in it."""
    contest: bool
    """It is on sport or markets, where attacks and victims are figures of speech."""

    def has(self, hit: Hit) -> bool:
        """Return whether a trigger counts in such a report; sure ones count in all."""
        if self.contest:
            return False
        if not hit.weak:
            return True
        if hit.category.name in ACCIDENTS:
            return self.accident
        harm_counts = self.accident or not self.other_things
        return self.conflict or (hit.category.consequence and harm_counts)


def selection(hits: Iterable[Hit], syntax: Syntax) -> Selection:
    """Return what selects triggers, in a report that has these hits.

    "The Reds attacked from the start and bombarded the goal", in a report on sport, is none.
    """
    subject = _subject_of(hits, len(syntax), contest=_is_on_contest(syntax))

    def selected(hits: list[Hit], clauses: Clauses) -> list[Hit]:
        """Return those of the hits of a sentence that count, in their order."""
        kept = [h for h in hits if subject.has(h) and not is_figure_of_speech(h, clauses)]
        return _with_predicates(kept, clauses) if subject.other_things else kept

    return selected


def _is_on_contest(syntax: Syntax) -> bool:
    """Whether words of sport and of markets stand in every part of a report."""
    known = _contests()
    told = sum(word in known for word in syntax.lows)
    return told >= max(_CONTEST_LEAST, len(syntax) / _ON_CONTEST)


@cached
def _contests() -> frozenset[str]:
    words = table("triggers")["contest"]["nouns"]
    return frozenset(form for word in words for form in noun_forms(word))


def _subject_of(hits: Iterable[Hit], words: int, *, contest: bool) -> _Subject:
    sure = [hit for hit in hits if not hit.weak and hit.category.name != POINTER]
    acts = [hit for hit in sure if hit.category.name not in ACCIDENTS]
    violent = sum(hit.category.incident is not None or hit.category.reciprocal for hit in acts)
    conflict = len(acts) >= max(_CONFLICT_LEAST, words / _ON_CONFLICT)
    return _Subject(
        conflict=conflict,
        accident=len(acts) < len(sure),
        other_things=contest or (not conflict and violent <= words / _ON_OTHER_THINGS),
        contest=contest,
    )


def is_on_accident(hits: Iterable[Hit], syntax: Syntax) -> bool:
    """Return whether a report is on an accident and on nothing that somebody did to others."""
    sure = [hit for hit in hits if not hit.weak]
    acts = (h for h in sure if h.category.incident and not may_be_accident(h, syntax))
    return any(hit.category.name in ACCIDENTS for hit in sure) and not any(acts)


def may_be_accident(hit: Hit, syntax: Syntax) -> bool:
    """Return whether the word is for harm that an accident does as well as a person: "killed"."""
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
