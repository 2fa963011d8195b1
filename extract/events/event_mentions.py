"""Event mentions: triggers of one sentence with their parties, place, date, status and type."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from extract.doc.clauses import Clauses
from extract.doc.morphology import noun_forms
from extract.doc.phrase_node import nodes_in
from extract.doc.place_and_time import PlaceAndTime, Setting
from extract.doc.status import status_of
from extract.doc.tree import NONE
from extract.doc.words import grammar, is_people
from extract.entities import (
    EntityIndex,
    bears_arms,
    head_of,
    is_civil,
    is_civil_thing,
    is_government,
)
from extract.events.noun_roles import roles_of_noun
from extract.events.role_filling import RoleFiller, is_membership
from extract.events.roles import Roles, roles_of_verb
from extract.events.trigger_lexicon import ACCIDENT, ATTACK, Category, Hit, triggers
from extract.events.trigger_selection import may_be_accident
from extract.events.words import frames
from extract.lexicon import cached, table
from extract.lexicon.closed import BE, IT
from extract.records import Party, Span, When
from extract.vocabulary import EventType, Label, Precision, Status, SubType

_RECENT = timedelta(days=60)
"""How long before publication an event may lie and still be news rather than background."""
_LONG = frozenset({Precision.YEAR})
_NEAR = 20
"""Tokens around harm that are searched for an accident."""


@dataclass(slots=True)
class EventMention:
    """One mention of an event."""

    hit: Hit
    span: Span
    category: Category
    status: Status
    setting: Setting
    actors: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    hinted: list[Party] = field(default_factory=list)
    """The side that a word before the trigger tells, for want of other actors: "a rebel attack"."""
    weapon: Category | None = None
    """What the weapon that did harm makes of it, where no other mention tells what it was."""
    points_back: bool = False
    """It means an act of violence told before: "the attack"."""
    accuses: bool = False
    """It tells only whose the attackers are said to be."""
    cause: "EventMention | None" = None
    """The event that this one came of: the clashes in which people were killed."""


@dataclass(frozen=True, slots=True)
class MentionFinder:
    """Makes event mentions of triggers."""

    filler: RoleFiller
    settings: PlaceAndTime
    published: date | None
    accidental: bool
    """Whether the report is on an accident, of which any harm is that could be."""

    def mentions(self, hits: list[Hit], clauses: Clauses) -> list[EventMention]:
        """Return the mentions of one sentence, in the order of their triggers."""
        told = [(hit, _roles_of(hit, clauses)) for hit in hits]
        violent = any(hit.category.cause and hit.category.incident for hit in hits)
        return [
            self._mention(hit, roles, clauses, violent)
            for hit, roles in told
            if not _says_something_else(hit, clauses)
        ]

    def _mention(self, hit: Hit, roles: Roles, clauses: Clauses, violent: bool) -> EventMention:
        setting = self.settings.of(hit.head, clauses)
        status = status_of(clauses, hit.first, hit.head, verbal=hit.verbal)
        if status is Status.ACTUAL and _is_past(hit, clauses, setting, self.published):
            status = Status.BACKGROUND
        actors = self.filler.actors(roles.actors, hit.category)
        targets = self.filler.targets(roles.targets, hit.category)
        named = self.filler.named_before(hit, clauses)
        (targets if hit.category.possessor_target else actors).extend(named)
        if (number := _number_before(hit, clauses)) is not None:
            actors = [party for party in actors if party.start >= number]
            targets = [party for party in targets if party.start >= number]
        accident = not actors and not violent and self._is_accident(hit, clauses)
        return EventMention(
            hit,
            Span(*clauses.syntax.span_of(hit.first, hit.last)),
            triggers().categories[ACCIDENT] if accident else hit.category,
            status,
            setting,
            actors,
            targets,
            hinted=self.filler.side_before(hit, clauses),
            weapon=weapon_class(hit, clauses),
            points_back=_points_back(hit, clauses),
            accuses=_is_membership(hit, clauses),
        )

    def _is_accident(self, hit: Hit, clauses: Clauses) -> bool:
        """Whether harm came of an accident or of nature."""
        if not may_be_accident(hit, clauses.syntax):
            return False
        return self.accidental or _names_accident(hit, clauses)


def _roles_of(hit: Hit, clauses: Clauses) -> Roles:
    """The parties of a trigger, from its own clause."""
    phrase = nodes_in(clauses).at(clauses.place_of(hit.head))
    if phrase is None:
        return Roles()
    return roles_of_verb(hit, phrase) if phrase.is_verb else roles_of_noun(hit, phrase)


def _number_before(hit: Hit, clauses: Clauses) -> int | None:
    """Where the number stands that a participle counts: "treating 19 wounded"; none without.

    Who stands before it has counted or treated them, and did and suffered nothing.
    """
    syntax, before = clauses.syntax, hit.first - 1
    counts = hit.category.consequence and hit.verbal and before >= clauses.sentence.first
    if not counts or syntax.pos[before] != "NUM" or not syntax.lower(hit.head).endswith("ed"):
        return None
    return syntax.span_of(before, before + 1)[0]


def _is_past(hit: Hit, clauses: Clauses, setting: Setting, published: date | None) -> bool:
    """Whether the event lies well before the report: by its date, else by the past perfect."""
    when = setting.when
    if when and (setting.when_near or when.precision in _LONG):
        return published is not None and _lies_back(when, published)
    place = clauses.place_of(hit.head)
    if place == NONE or not clauses.is_verb(place):
        return False
    phrase = clauses.phrases[place]
    if phrase.clause == "ccomp" and clauses.head(clauses.governor(place)) in grammar().saying:
        return False  # "said that rebels had attacked" is news told later
    return clauses.syntax.lower(phrase.first) == "had" and phrase.first < phrase.head


def _lies_back(when: When, published: date) -> bool:
    return when.end is not None and published - when.end > _RECENT


def _says_something_else(hit: Hit, clauses: Clauses) -> bool:
    """Whether a verb has an object or clause that its class has none of: "demonstrated how"."""
    place = clauses.place_of(hit.head)
    if hit.verbal and clauses.syntax.lower(hit.head) in BE:
        return not any(_may_be_person(p, clauses) for p in clauses.subjects(place))
    if not clauses.is_verb(place) or clauses.head(place) not in frames().intransitive:
        return False
    said = any(clauses.phrases[p].clause == "ccomp" for p in clauses.verbs_on(place))
    return said or clauses.is_passive(place) or bool(clauses.objects(place))


def _may_be_person(place: int, clauses: Clauses) -> bool:
    """Whether somebody may be meant: not "the deal" of "the deal is dead"."""
    head = clauses.phrases[place].head
    if clauses.syntax.pos[head] == "NOUN":
        return is_people(clauses.syntax.lower(head))
    return clauses.syntax.lower(head) not in IT


def _names_accident(hit: Hit, clauses: Clauses) -> bool:
    """Whether its own sentence is about an accident or nature around it."""
    sentence = clauses.sentence
    near = range(max(sentence.first, hit.first - _NEAR), min(sentence.last, hit.last + _NEAR))
    return any(clauses.syntax.lower(token) in frames().accidents for token in near)


def _is_membership(hit: Hit, clauses: Clauses) -> bool:
    """Whether the trigger says which group attackers mentioned before are of."""
    phrase = nodes_in(clauses).at(clauses.place_of(hit.head))
    return phrase is not None and phrase.is_verb and is_membership(phrase)


def _points_back(hit: Hit, clauses: Clauses) -> bool:
    """Whether a noun means an act told before: "the attack"."""
    place = clauses.place_of(hit.head)
    if _is_membership(hit, clauses):
        return True
    if hit.verbal or not clauses.is_noun(place) or clauses.head(place) not in frames().anaphoric:
        return False
    first = clauses.phrases[place].first
    return clauses.syntax.lower(first) in frames().determiners


def type_of(
    category: Category,
    actors: Iterable[Party],
    targets: Iterable[Party],
    index: EntityIndex,
    text: str,
) -> tuple[str, str | None]:
    """Return type and sub-type of an event of a class, from the words of its parties.

    By the ACLED codebook an attack on or killing of people who bear arms is a battle, of others
    violence against civilians; territory is regained by governments and overtaken by others.
    """
    whom = [(target, target.telling.of(text)) for target in targets]
    if category.on_civilians is not None:
        if any(index.is_armed(target) or bears_arms(words) for target, words in whom):
            return EventType.BATTLES, SubType.ARMED_CLASH
        if any(_is_people(target, index, text) or is_civil_thing(words) for target, words in whom):
            return EventType.AGAINST_CIVILIANS, category.on_civilians
    who = [actor.telling.of(text) for actor in actors]
    if category.territorial and who:
        regained = any(map(is_government, who))
        subtype = SubType.GOVERNMENT_REGAINS if regained else SubType.NON_STATE_OVERTAKES
        return EventType.BATTLES, subtype
    return category.kind, category.subkind


def _is_people(party: Party, index: EntityIndex, text: str) -> bool:
    words = party.telling.of(text)
    return (
        index.label(party) is Label.PERSON
        or is_civil(words)
        or any(is_people(head_of(part)) for part in words.split(" of "))
    )


def weapon_class(hit: Hit, clauses: Clauses) -> Category | None:
    """Return the class of the weapon that a verb of harm has for its doer;
    none where none is told."""
    place = clauses.place_of(hit.head)
    if not (clauses.is_verb(place) and _may_be_of_weapons(hit.category)):
        return None
    if clauses.is_passive(place):
        doers = [p for prep, p in clauses.obliques(place) if prep == "by"]
    else:
        doers = clauses.subjects(place)
    found = (_weapons().get(clauses.head(doer)) for doer in doers)
    name = next((name for name in found if name), None)
    return triggers().categories[name] if name else None


def _may_be_of_weapons(category: Category) -> bool:
    """Whether the class tells harm or an attack, and not by what: "drones attacked the city"."""
    return (category.consequence and category.people) or category.name == ATTACK


@cached
def _weapons() -> dict[str, str]:
    """The class of event by every form of the nouns of weapons."""
    by_class: dict[str, list[str]] = table("triggers")["weapon"]
    return {form: name for name, nouns in by_class.items() for n in nouns for form in noun_forms(n)}
