"""Attacks on people and property, as lists of incidents record them: type and country.

The types are those of the message understanding conferences: attack, bombing, kidnapping, arson,
robbery, forced work stoppage. Fights between armed parties are none, nor is what was only planned,
feared or denied.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.doc.morphology import noun_forms
from extract.entities import EntityIndex, bears_arms, head_of, is_government, is_irregular
from extract.events import triggers
from extract.gazetteer import is_country, name_of_country
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


_FIRST = 2
"""What the first place of a report counts more than others: it is where it was sent from."""


class Countries:
    """The countries of a report's places.

    What has no place of its own lies where most others of its kind do, else in the country that
    the report speaks of most.
    """

    def __init__(self, reading: Reading, places: Iterable[Party | None]) -> None:
        self._of = _by_place(reading)
        told = Counter(code for code in map(self._code, places) if code)
        home = (told or _spoken_of(reading, set(self._of.values()))).most_common(1)
        self._home = home[0][0] if home else None

    def name(self, place: Party | None) -> str | None:
        """Return the name of the country of a place, or of where it most likely was."""
        code = self._code(place) or self._home
        return name_of_country(code) if code else None

    def _code(self, place: Party | None) -> str | None:
        return self._of.get(place.entity or "") if place else None


def _by_place(reading: Reading) -> dict[str, str]:
    """The country of each place; a town elsewhere than in a country named is taken for another."""
    places = [e for e in reading.entities if e.label is Label.PLACE and e.country]
    named = {entity.country for entity in places if is_country(entity.name)}
    named.add(places[0].country if places else None)
    return {e.id: e.country for e in places if e.country and e.country in named}


def _spoken_of(reading: Reading, countries: set[str]) -> Counter[str]:
    """How often each country and its places are mentioned."""
    counted: Counter[str] = Counter()
    for entity in reading.entities:
        if entity.label is Label.PLACE and entity.country in countries:
            first = 0 if counted else _FIRST
            counted[entity.country or ""] += len(entity.mentions) + first
    return counted


_ORGANISATIONS = frozenset({Label.ORG, Label.GROUP})
_VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})


class Organisations:
    """The organisations of one report that people who bear arms belong to."""

    def __init__(self, article: Article, reading: Reading, index: EntityIndex) -> None:
        self._text = article.text
        self._index = index
        named = [organisation for event in reading.events for organisation in self._acting(event)]
        groups = {one.entity: one for one in reversed(named)}
        self._only = next(iter(groups.values())) if len(groups) == 1 else None

    def of(self, event: Event) -> list[Party]:
        """Return those named within the words of the actors: "Red Dawn" in "Red Dawn fighters".

        Rebels without a name are of the one group that acts in the report by name, if it is one.
        """
        named = [organisation for actor in event.actors for organisation in self._within(actor)]
        nameless = bool(event.actors) and not named and all(map(self._is_nameless, event.actors))
        return [self._only] if nameless and self._only else named

    def _acting(self, event: Event) -> Iterator[Party]:
        """Named organisations of rebels among the actors of an event, or within their words."""
        for actor in event.actors:
            words = actor.telling.of(self._text)
            if self._index.is_name(actor) and self._index.label(actor) in _ORGANISATIONS:
                if event.kind in _VIOLENT and not is_government(words):
                    yield actor
            elif is_irregular(words):
                yield from self._within(actor)

    def _within(self, actor: Party) -> Iterator[Party]:
        words = actor.telling
        for named in self._index.parties_in(words.start, words.end):
            inside = words.holds(named.span) and named.entity != actor.entity
            if inside and self._index.label(named) in _ORGANISATIONS and self._index.is_name(named):
                yield named

    def _is_nameless(self, actor: Party) -> bool:
        words = actor.telling.of(self._text)
        return not self._index.is_name(actor) and is_irregular(words) and not is_government(words)
