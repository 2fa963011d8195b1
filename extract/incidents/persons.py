"""How many an incident killed or hurt where no number stands: those told of one by one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.doc import Doc
from extract.doc.clauses import clauses_of
from extract.doc.words import is_people
from extract.entities import EntityIndex
from extract.incidents.acts import Act
from extract.incidents.figures import VICTIMS
from extract.lexicon import table
from extract.lexicon.closed import HE, SHE
from extract.links import is_told_besides
from extract.quantities import outcome_told_by, single_persons, tokens_of_names
from extract.records import Figure, Party, Reading, Span
from extract.vocabulary import EventType, FigureRole, Label, Outcome

_DOUBLE = 2
"""What the first of the words that multiply says."""
_LONGEST = 20
"""Characters of a word before a noun, and more."""
_SINGULAR = ("a ", "an ", "one ", "another ")


@dataclass(frozen=True, slots=True)
class Affected:
    """Persons whom no number counts."""

    least: float
    most: float | None
    """None where there may be more."""
    who: frozenset[str] = frozenset()
    """Ids of those who are named, nouns for the others."""
    unknown: bool = False
    """Whether some are told of by words that name nobody: "he", "the victim", "a homicide"."""

    def without(self, dead: "Affected") -> "Affected | None":
        """Return those who lived: who was shot and died of it is no more wounded than killed."""
        gone = float(len(self.who & dead.who)) or min(dead.least, float(dead.unknown))
        left = self.least - gone
        return Affected(left, left, self.who - dead.who) if left > 0 else None


class Persons:
    """Counts the persons whom the acts of an incident affected, as far as they are single ones."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self._doc = doc
        self._text = doc.text
        self._index = EntityIndex(reading.entities)
        self._people = {e.id for e in reading.entities if e.label is Label.PERSON}
        self._counted = {figure.start for figure in reading.figures}
        self._names = tokens_of_names(reading, doc.syntax)

    def of(
        self, outcome: Outcome, persons: Sequence[Figure], acts: Sequence[Act]
    ) -> Affected | None:
        """Return how many they are: those counted one by one, else those affected by the acts.

        The weakest word is a noun for one death, "a homicide": at least one.
        """
        acts = [act for act in acts if act.event.kind != EventType.STRATEGIC]
        counted = [(figure.span, int(figure.point or 1)) for figure in persons if figure.high != 0]
        if found := self._together(counted) or self._singly(outcome, acts):
            return found
        if outcome in VICTIMS:
            again = [(span, 1) for span in self._told_again(outcome, acts)]
            if found := self._distinct(again):
                return replace(found, unknown=any(self._is_known(span) for span, _ in again))
        return self._by_noun(acts) if outcome == Outcome.KILLED else None

    def _together(self, persons: Sequence[tuple[Span, int]]) -> Affected | None:
        """How many persons they are that figures count, each once."""
        number = float(sum(number for _, number in persons))
        who = frozenset(self.named(span) or self._noun(span) for span, _ in persons)
        return Affected(number, number, who) if persons else None

    def _distinct(self, persons: Sequence[tuple[Span, int]]) -> Affected | None:
        """How many persons they are: those named, or the most that one sentence has."""
        if not persons:
            return None
        named = {ident for span, _ in persons if (ident := self.named(span))}
        by_sentence: dict[int, int] = {}
        for span, number in persons:
            at = self._doc.sentence_number(span.start)
            by_sentence[at] = by_sentence.get(at, 0) + number
        number = max([len(named), *by_sentence.values()])
        who = named | {self._noun(span) for span, _ in persons}
        return Affected(float(number), float(number), frozenset(who))

    def each_once(self, persons: Sequence[Figure], hurt: Iterable[Figure] = ()) -> list[Figure]:
        """Return the first figure of each person that figures tell of: of those who are named, or
        of the sentence that has the most, and of those who were wounded (`hurt`) and died."""
        named: dict[str, Figure] = {}
        by_sentence: dict[int, list[Figure]] = {}
        for figure in persons:
            if ident := self.named(figure.span):
                named.setdefault(ident, figure)
            by_sentence.setdefault(self._doc.sentence_number(figure.start), []).append(figure)
        most = max(by_sentence.values(), key=len, default=[])
        known = list(named.values()) if len(named) > len(most) else most
        hurt = [figure for figure in hurt if self.named(figure.span) is None]
        nouns = {self._noun(f.span) for f in hurt} - {self._noun(f.span) for f in known}
        rest = [figure for figure in persons if figure not in known]
        further = (f for f in rest if self._is_further(f) or self._noun(f.span) in nouns)
        return [*known, *further]

    def _is_further(self, figure: Figure) -> bool:
        """Whether a person is none of those told before: "his driver was also killed"."""
        later = figure.role == FigureRole.ADDITIVE and self.named(figure.span) is None
        return later or is_told_besides(self._text, figure)

    def is_contradicted(self, none: Iterable[Figure], dead: Affected, acts: Iterable[Act]) -> bool:
        """Return whether somebody who is named was killed, in other sentences than those of counts
        of nobody: "none of the other doctors was killed"."""
        here = {self._doc.sentence_number(figure.start) for figure in none}
        elsewhere = any(act.kills and not here.issuperset(act.sentences) for act in acts)
        return elsewhere and not self._people.isdisjoint(dead.who)

    def named(self, span: Span) -> str | None:
        """Return the id of the person whose name stands there."""
        parties = self._index.parties_in(span.start, span.end)
        return next((p.entity for p in parties if p.entity in self._people), None)

    def _noun(self, span: Span) -> str:
        return span.of(self._text).lower().split()[-1]

    def _is_known(self, span: Span) -> bool:
        """Whether the words go back to somebody: "he", "the boy"."""
        words = span.of(self._text).lower().split()
        return words[0] == "the" or words[-1] in HE | SHE

    def _singly(self, outcome: Outcome, acts: Iterable[Act]) -> Affected | None:
        """How many are named one by one as affected: "the murder of a judge"."""
        found = [
            target
            for act in acts
            if self._brings_about(act, outcome)
            for target in act.event.targets
            if self._is_one(target)
        ]
        named = {target.entity for target in found if target.entity}
        if not found:
            return None
        who = named | {self._noun(target.telling) for target in found}
        return Affected(float(len(named) or 1), float(len(named) or 1), frozenset(who))

    def _brings_about(self, act: Act, outcome: Outcome) -> bool:
        told = {outcome_told_by(trigger.of(self._text)) for trigger in act.event.triggers}
        return outcome in told or (act.kills and outcome == Outcome.KILLED)

    def _is_one(self, target: Party) -> bool:
        words = target.telling.of(self._text)
        single = words.lower().startswith(_SINGULAR) and is_people(words.split()[-1])
        return target.entity in self._people or single

    def _told_again(self, outcome: Outcome, acts: Iterable[Act]) -> Iterator[Span]:
        """The persons known before who are affected in its sentences: "the boy died".

        Those whom a figure counts are of its incident alone.
        """
        numbers = {number for act in acts for number in act.sentences}
        for number in sorted(numbers):
            clauses = clauses_of(self._doc, self._doc.sentences[number])
            found = dict(single_persons(clauses, self._names))
            again = (span for span, told in found.items() if told == outcome)
            yield from (span for span in again if span.start not in self._counted)

    def _by_noun(self, acts: Iterable[Act]) -> Affected | None:
        """The deaths that a noun alone tells: "the homicide", "a fatal shooting"."""
        triggers = (trigger for act in acts for trigger in act.event.triggers)
        one_died = any(self._names_death(trigger) for trigger in triggers)
        return Affected(1, None, unknown=True) if one_died else None

    def multiplied(self, acts: Iterable[Act]) -> float | None:
        """Return how many deaths a word before such a noun tells: "a triple homicide"."""
        times = table("incidents")["death"]["times"]
        told = [
            times.index(before) + _DOUBLE
            for act in acts
            for trigger in act.event.triggers
            if self._names_death(trigger) and (before := self._before(trigger)) in times
        ]
        return float(max(told)) if told else None

    def _before(self, trigger: Span) -> str:
        words = self._text[max(0, trigger.start - _LONGEST) : trigger.start].lower().split()
        return words[-1] if words else ""

    def _names_death(self, trigger: Span) -> bool:
        tokens = self._doc.syntax.tokens_in(trigger.start, trigger.end)
        noun = bool(tokens) and self._doc.syntax.pos[tokens[-1]] in ("NOUN", "PROPN")
        words, told = trigger.of(self._text).lower(), table("incidents")["death"]
        deadly = words.split()[0] in told["deadly"] and not words.endswith("s")
        return noun and (words in told["nouns"] or deadly)
