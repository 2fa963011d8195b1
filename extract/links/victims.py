"""How many were killed and hurt in an event, as far as the report tells."""

from collections.abc import Iterable
from dataclasses import dataclass

from extract.doc.words import is_people
from extract.quantities import is_person, outcome_told_by
from extract.records import Article, Entity, Event, Figure, Party, Reading
from extract.vocabulary import Label

KILLED, WOUNDED = "killed", "wounded"
_PART = "subset"
_SINGULAR_BEFORE = ("a ", "an ", "one ")


@dataclass(frozen=True, slots=True)
class Victims:
    """Counts of one event; none where the report gives no number."""

    killed: float | None = None
    injured: float | None = None


def victims(article: Article, reading: Reading) -> dict[str, Victims]:
    """Return the victims of each event, by its id.

    The largest number of one figure stands for the event: figures of groups and of their sum are
    not told apart, and are never added, but for persons described one by one. Where there is no
    figure, people named or described as targets are counted.
    """
    figures: dict[str, list[Figure]] = {}
    for figure in reading.figures:
        if figure.event is not None:
            figures.setdefault(figure.event, []).append(figure)
    people = {e.id: e for e in reading.entities if e.label is Label.PERSON}
    return {
        event.id: Victims(
            *(
                _most(figures.get(event.id, ()), outcome)
                or _singly(article.text, event, outcome, people)
                for outcome in (KILLED, WOUNDED)
            )
        )
        for event in reading.events
    }


def _most(figures: Iterable[Figure], outcome: str) -> float | None:
    told = [f for f in figures if f.outcome == outcome and f.unit is None and f.vague is None]
    numbers = [f.point if f.point is not None else f.low for f in told]
    described = float(sum(is_person(f) and f.role != _PART for f in told))
    return max((number for number in [*numbers, described] if number and number >= 1), default=None)


def _singly(text: str, event: Event, outcome: str, people: dict[str, Entity]) -> float | None:
    if outcome not in {outcome_told_by(trigger.of(text)) for trigger in event.triggers}:
        return None
    single = {t.entity or t.span for t in event.targets if _is_one(text, t, people)}
    return float(len(single)) or None


def _is_one(text: str, target: Party, people: dict[str, Entity]) -> bool:
    words = target.span.of(text)
    single = words.lower().startswith(_SINGULAR_BEFORE) and is_people(words.split()[-1])
    return target.entity in people or single
