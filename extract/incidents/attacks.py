"""Attacks on people and property, as lists of incidents record them: type and country.

The types are those of the message understanding conferences: attack, bombing, kidnapping, arson,
robbery, forced work stoppage. Fights between armed parties are none, nor is what was only planned,
feared or denied.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.doc.morphology import noun_forms
from extract.entities import EntityIndex, bears_arms, head_of
from extract.events import triggers
from extract.incidents.countries import Countries
from extract.incidents.organisations import Organisations
from extract.lexicon import cached, table
from extract.records import Article, Event, Incident, Party, Reading
from extract.vocabulary import EventType, Label, Status

_ANY = "attack"
"""The class of acts that may be of any kind."""
_ONE_SIDED = frozenset({EventType.REMOTE_VIOLENCE, EventType.AGAINST_CIVILIANS})
_HAPPENED = frozenset({Status.ACTUAL, Status.BACKGROUND})


@dataclass(frozen=True, slots=True)
class Attack:
    """What an event was, in the terms of such lists."""

    type: str
    country: str | None
    """Name of the country that it took place in, as far as the report tells."""
    targets: tuple[Party, ...] = ()
    """People and things that it affected; whole places, and those who bear arms, left out."""
    organisations: tuple[Party, ...] = ()
    """Organisations that its actors belong to: "Red Dawn" for "Red Dawn fighters"."""


def attacks(article: Article, reading: Reading) -> dict[str, Attack]:
    """Return the attacks among the events of a report, by the event's id."""
    typed = [(event, _type_of(event, article.text)) for event in reading.events]
    index = EntityIndex(reading.entities)
    organisations = Organisations(article, reading, index)
    countries = Countries(reading, [event.place for event, kind in typed if kind])
    return {
        event.id: Attack(
            kind,
            countries.name(event.place),
            _things_hit(event, article, index),
            tuple(organisations.of(event)),
        )
        for event, kind in typed
        if kind is not None
    }


def word_for(incident: Incident, told: Sequence[Event], typed: Sequence[Attack]) -> str:
    """Return the word for an incident in such lists, else its sub-type: of a bombing that the
    report also calls an attack the former.

    Where nobody is told to be affected its kind gives the word, but of a fight.
    """
    words = [attack.type for attack in typed]
    if not words and incident.kind in _ONE_SIDED:
        classes = (triggers().categories.get(event.category) for event in told)
        words = [found.incident for found in classes if found and found.incident]
    general = triggers().categories[_ANY].incident
    named = [word for word in words if word != general]
    most = named if len(named) >= len(words) - len(named) else words
    return most[0] if most else incident.subkind or incident.kind


def _things_hit(event: Event, article: Article, index: EntityIndex) -> tuple[Party, ...]:
    unarmed = _targets(event, article.text)
    return tuple(target for target in unarmed if not _is_place(target, article, index))


def _is_place(party: Party, article: Article, index: EntityIndex) -> bool:
    """Whether it is a place as a whole, by name or description: "four towns"."""
    label = index.label(party)
    return label is Label.PLACE if label else head_of(party.telling.of(article.text)) in _areas()


def _type_of(event: Event, text: str) -> str | None:
    category = triggers().categories.get(event.category)
    if category is None or event.status not in _HAPPENED:
        return None
    somebody = _targets(event, text) if event.targets else event.actors
    return category.incident if somebody else None


def _targets(event: Event, text: str) -> tuple[Party, ...]:
    """Those affected who bear no arms; police count as unarmed here."""
    return tuple(t for t in event.targets if not bears_arms(t.telling.of(text), police=False))


@cached
def _areas() -> frozenset[str]:
    """Nouns for places as a whole."""
    heads = table("places")["head"]
    words = [*heads["region"], *heads["settlement"], *table("armed")["areas"]]
    return frozenset(form for word in words for form in noun_forms(word))
