"""The step that finds the persons who came to harm."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.doc import Doc
from extract.doc.words import is_people
from extract.lexicon.closed import REFLEXIVES
from extract.quantities import is_person
from extract.records import Figure, Reading, Span, Victim
from extract.victims.beside import beside
from extract.victims.describing import Descriptions
from extract.victims.identifying import Identified
from extract.victims.names import Named, Names
from extract.vocabulary import Outcome

WORST_FIRST = (Outcome.KILLED, Outcome.MISSING, Outcome.ABDUCTED, Outcome.WOUNDED)
"""What is told of victims; of a person who was wounded and died the first holds."""
_MOST_LISTED = 9
"""People of one number that are told one by one."""


def find_victims(doc: Doc, reading: Reading) -> Reading:
    """Return the reading with the persons who were killed, wounded, taken or are missing in its
    incidents, each once, in the order of the text.

    Those who are only counted are none: "12 people were killed".
    """
    told = _Roll(doc, reading).told() if reading.incidents else []
    ordered = sorted(told, key=lambda one: one.span)
    numbered = (replace(one, id=f"x{number}") for number, one in enumerate(ordered, 1))
    return replace(reading, victims=tuple(numbered))


class _Roll:
    """Victims as they are told, those of one name as one."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self._doc, self._reading = doc, reading
        self._names = Names(doc, reading)
        self._describe = Descriptions(doc)
        self._incidents = {
            ident: incident
            for incident in reversed(reading.incidents)
            if not incident.aggregate
            for ident in incident.figures
        }
        self._found: list[Victim] = []
        self._by_name: dict[str, int] = {}

    def told(self) -> list[Victim]:
        """Return the victims."""
        for figure in self._reading.figures:
            incident = self._incidents.get(figure.id)
            if incident is not None and self._is_of_victims(figure):
                for victim in self._of_figure(figure):
                    self._take(replace(victim, incident=incident.id, source=figure.source))
        self._take_those_beside()
        self._identify()
        return [self._filled(victim) for victim in self._found]

    def _is_of_victims(self, figure: Figure) -> bool:
        """Whether a figure counts people who came to harm, and no attacker who killed himself."""
        words = figure.span.of(self._doc.text).casefold().split()
        harmed = figure.outcome in WORST_FIRST and figure.unit is None and figure.high != 0
        return harmed and REFLEXIVES.isdisjoint(words)

    def _of_figure(self, figure: Figure) -> Iterator[Victim]:
        number = int(figure.point or 0)
        if is_person(figure) and number == 1:
            yield from self._one(figure)
        elif 1 < number <= _MOST_LISTED and figure.same_as is None:
            yield from self._several(figure, number)

    def _one(self, figure: Figure) -> Iterator[Victim]:
        """One person, and those named behind with an age who share what happened to the first."""
        words = figure.span
        named = self._names.inside(words) or self._names.behind(words.end)
        if named is None:
            behind = self._names.age_behind(words.end)[0]
            age = self._names.age_in(words) or behind or self._names.bare_age_behind(words.end)
            yield self._described(words, None, Outcome(figure.outcome), age)
            return
        first, *others = self._names.row(named, aged=True) if named.age is not None else (named,)
        yield self._described(words, first, Outcome(figure.outcome), self._names.age_in(words))
        for other in others:
            yield self._described(other.words, other, Outcome(figure.outcome), None)

    def _several(self, figure: Figure, number: int) -> Iterator[Victim]:
        """Those of a number, where so many names or ages follow: "Two boys, aged 9 and 11"."""
        words = figure.counted or figure.span
        if not is_people(words.of(self._doc.text).split()[-1]):
            return
        outcome, end = Outcome(figure.outcome), max(words.end, figure.end)
        named = self._names.behind(end) or self._names.listed(end, self._end_of_sentence(end))
        row = [*self._names.row(named)] if named is not None else []
        if len(row) == number:
            for one in row:
                shared = self._described(words, one, outcome, None)
                own = self._described(one.words, one, outcome, None)
                yield _joined(own, shared, outcome)
            return
        ages = self._names.ages_behind(end)
        for age, span in ages if len(ages) == number else ():
            yield replace(
                self._described(words, None, outcome, age), start=span.start, end=span.end
            )

    def _end_of_sentence(self, offset: int) -> int:
        sentence = self._doc.syntax.sentence_at(offset)
        return self._doc.syntax.span_of(sentence.first, sentence.last)[1] if sentence else offset

    def _described(
        self, words: Span, named: Named | None, outcome: Outcome, age: float | None
    ) -> Victim:
        name = named.span if named else None
        behind = self._describe.apposition(named.end if named else words.end)
        role, sex = self._describe.role(words, name), self._describe.sex(words, name)
        sex = sex or (self._describe.titled(name) if name else None)
        if behind is not None and (named is not None or role is None):
            role = role or self._describe.role(behind, None)
            sex = sex or self._describe.sex(behind, None)
        at = name or words
        return Victim(
            "",
            at.start,
            at.end,
            outcome,
            named.entity.name if named else None,
            named.entity.id if named else None,
            age if age is not None or named is None else named.age,
            sex,
            role,
        )

    def _take(self, victim: Victim) -> None:
        """Keep a victim, as one with what is known of the person already."""
        known = self._by_name.get(victim.entity or "")
        if known is None:
            if victim.entity:
                self._by_name[victim.entity] = len(self._found)
            self._found.append(victim)
            return
        before = self._found[known]
        worse = min((before, victim), key=lambda one: WORST_FIRST.index(one.outcome))
        self._found[known] = _joined(before, victim, worse.outcome)

    def _take_those_beside(self) -> None:
        """Take in who is told to share what befell a victim: "along with her 4-year-old son"."""
        for phrase in beside(self._doc):
            before = [
                one
                for one in self._found
                if one.start < phrase.start
                and self._doc.sentence_number(one.start) == self._doc.sentence_number(phrase.start)
            ]
            known = any(one.span.overlaps(phrase) for one in self._found)
            if before and not known:
                named = self._names.inside(phrase) or self._names.behind(phrase.end)
                age = self._names.age_in(phrase) or self._names.age_behind(phrase.end)[0]
                last = before[-1]
                victim = self._described(phrase, named, last.outcome, age)
                self._take(replace(victim, incident=last.incident, source=last.source))

    def _identify(self) -> None:
        """Take in those whom later sentences name: "The dead were identified as ..."."""
        identified = Identified(self._doc, self._names, tuple(self._found), self._incident_before)
        for found in identified.told():
            told = found.before
            if told in self._found:
                self._found.remove(told)
                self._by_name = {
                    one.entity: number for number, one in enumerate(self._found) if one.entity
                }
            for named in found.row:
                victim = self._described(named.words, named, found.outcome, None)
                sex = victim.sex or found.sex
                victim = replace(victim, sex=sex, incident=found.incident)
                self._take(_joined(victim, told, found.outcome) if told else victim)

    def _incident_before(self, outcome: Outcome, offset: int) -> str | None:
        told = [
            figure.id
            for figure in self._reading.figures
            if figure.outcome == outcome and figure.start < offset and figure.id in self._incidents
        ]
        return self._incidents[told[-1]].id if told else None

    def _filled(self, victim: Victim) -> Victim:
        """The victim with what is told at other places of the name."""
        for named in self._others(victim):
            behind = self._describe.apposition(named.end)
            victim = replace(
                victim,
                age=victim.age if victim.age is not None else named.age,
                role=victim.role or (self._describe.role(behind, None) if behind else None),
            )
        return victim

    def _others(self, victim: Victim) -> Iterable[Named]:
        entities = (one for one in self._reading.entities if one.id == victim.entity)
        entity = next(entities, None)
        return self._names.of(entity) if entity else ()


def _joined(one: Victim, other: Victim, outcome: Outcome) -> Victim:
    """Two records of one person as one; the first goes before where they differ."""
    return replace(
        one,
        outcome=outcome,
        age=one.age if one.age is not None else other.age,
        sex=one.sex or other.sex,
        role=one.role or other.role,
        incident=one.incident or other.incident,
        source=one.source or other.source,
    )
