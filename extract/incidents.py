"""Attacks on people and property, as lists of incidents record them: type and country.

The types are those of the message understanding conferences: attack, bombing, kidnapping, arson,
robbery, forced work stoppage. Fights between armed parties are none, nor is what was only planned,
feared or denied.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extract.events.parties import Cast
from extract.events.sides import is_area, is_armed
from extract.events.triggers import triggers
from extract.gazetteer import is_country, name_of_country
from extract.records import Article, Event, Label, Party, Reading, Status

_HAPPENED = frozenset({Status.ACTUAL, Status.BACKGROUND})

_BODIES = frozenset({Label.ORG, Label.GROUP})
_FIRST = 2
"""What the first place of a report counts more than others: it is where it was sent from."""


@dataclass(frozen=True, slots=True)
class Incident:
    """What an event was, in the terms of such lists."""

    type: str
    country: str | None
    """Name of the country that it took place in, as far as the report tells."""
    targets: tuple[Party, ...] = ()
    """People and things that it befell; whole places, and those who bear arms, left out."""
    bodies: tuple[Party, ...] = ()
    """Organisations named within the words of its actors: "Red Dawn" in "Red Dawn fighters"."""


def incidents(article: Article, reading: Reading) -> dict[str, Incident]:
    """The incidents among the events of a report, by the event's id.

    An incident without a place of its own lies where most others do, else in the country that the
    report speaks of most.
    """
    types = {event.id: _type_of(event, article.text) for event in reading.events}
    places = _countries(reading)
    codes = {
        event.id: places.get(event.place.entity or "")
        for event in reading.events
        if event.place and types[event.id]
    }
    told = Counter(code for code in codes.values() if code)
    home = (told or _spoken_of(reading, set(places.values()))).most_common(1)
    cast = Cast(reading.entities)
    by_id = {event.id: event for event in reading.events}
    found = {}
    for ident, kind in types.items():
        if kind is not None:
            code = codes.get(ident) or (home[0][0] if home else None)
            country = name_of_country(code) if code else None
            event = by_id[ident]
            unarmed = _targets(event, article.text)
            targets = tuple(target for target in unarmed if not _is_place(target, article, cast))
            found[ident] = Incident(kind, country, targets, tuple(_bodies(event, cast)))
    return found


def _is_place(party: Party, article: Article, cast: Cast) -> bool:
    """Whether it is a place as a whole, by name or description: "four towns"."""
    label = cast.label(party)
    return label is Label.PLACE if label else is_area(party.span.of(article.text))


def _bodies(event: Event, cast: Cast) -> Iterator[Party]:
    for actor in event.actors:
        for named in cast.within(actor.start, actor.end):
            inside = actor.span.holds(named.span) and named.entity != actor.entity
            if inside and cast.label(named) in _BODIES and cast.is_name(named):
                yield named


def _type_of(event: Event, text: str) -> str | None:
    category = triggers().categories.get(event.category)
    if category is None or event.status not in _HAPPENED:
        return None
    somebody = _targets(event, text) if event.targets else event.actors
    return category.incident if somebody else None


def _targets(event: Event, text: str) -> tuple[Party, ...]:
    """Those it befell who bear no arms; police count as unarmed here."""
    return tuple(t for t in event.targets if not is_armed(t.span.of(text), police=False))


def _countries(reading: Reading) -> dict[str, str]:
    """The country of each place; a town elsewhere than in a country named is taken for another."""
    places = [e for e in reading.entities if e.label is Label.PLACE and e.country]
    named = {entity.country for entity in places if is_country(entity.name)}
    named.add(places[0].country if places else None)
    return {e.id: e.country for e in places if e.country and e.country in named}


def _spoken_of(reading: Reading, countries: set[str]) -> Counter[str]:
    """How often each country and its places are mentioned; the first counts thrice."""
    counted: Counter[str] = Counter()
    for entity in reading.entities:
        if entity.label is Label.PLACE and entity.country in countries:
            first = 0 if counted else _FIRST
            counted[entity.country or ""] += len(entity.mentions) + first
    return counted
