"""Event mentions: triggers of one sentence with their parties, place, date, status and type."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from extract.doc.clauses import Clauses
from extract.doc.morphology import noun_forms
from extract.doc.phrase_node import PhraseNode, nodes_in
from extract.doc.place_and_time import PlaceAndTime, Setting
from extract.doc.status import status_of
from extract.doc.words import grammar, is_people
from extract.entities import (
    EntityIndex,
    bears_arms,
    head_of,
    is_civil,
    is_civil_thing,
    is_government,
)
from extract.events.doers import doers_of
from extract.events.noun_roles import roles_of_noun
from extract.events.role_filling import RoleFiller, is_membership
from extract.events.roles import Roles, roles_of_verb
from extract.events.trigger_lexicon import ACCIDENT, ATTACK, SHELLING, Category, Hit, triggers
from extract.events.trigger_selection import may_be_accident
from extract.events.words import frames
from extract.lexicon import cached, table
from extract.lexicon.closed import BE, IT
from extract.records import Party, Span, When
from extract.vocabulary import EventType, Label, Precision, Status, SubType

_RECENT = timedelta(days=60)
"""How long before publication an event may lie and still be news rather than background."""
_LONG = frozenset({Precision.YEAR})
_OF_THE = frozenset({("of", "the"), ("of", "those"), ("among", "the"), ("among", "those")})
_NEAR = 20
"""Tokens around harm that are searched for an accident."""


@dataclass(slots=True)
class EventMention:
    """One mention of an event."""

    hit: Hit
    phrase: PhraseNode | None
    """The phrase that holds the head of the trigger."""
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
    earlier: bool = False
    """Its clause sets it before the news: "two days after gunmen killed nine"."""
    beside: int = -1
    """First token of its sentence, where a clause of that sets one event before another."""
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
        nodes = nodes_in(clauses)
        violent = any(hit.category.cause and hit.category.incident for hit in hits)
        return [
            self._mention(hit, phrase, clauses, violent)
            for hit in hits
            if not _says_something_else(hit, phrase := nodes.holding(hit.head), clauses)
        ]

    def _mention(
        self, hit: Hit, phrase: PhraseNode | None, clauses: Clauses, violent: bool
    ) -> EventMention:
        roles = _roles_of(hit, phrase)
        setting = self.settings.of(hit.head, clauses)
        status = status_of(clauses, hit.first, hit.head, verbal=hit.verbal)
        if status is Status.ACTUAL and _is_past(phrase, setting, self.published):
            status = Status.BACKGROUND
        actors = self.filler.actors(roles.actors, hit.category)
        targets = self.filler.targets(roles.targets, hit.category)
        named = self.filler.named_before(hit, phrase)
        (targets if hit.category.possessor_target else actors).extend(named)
        if (number := _number_before(hit, clauses)) is not None:
            actors = [party for party in actors if party.start >= number]
            targets = [party for party in targets if party.start >= number]
        accident = not actors and not violent and self._is_accident(hit, clauses)
        accuses = phrase is not None and is_membership(phrase)
        return EventMention(
            hit,
            phrase,
            Span(*clauses.syntax.span_of(hit.first, hit.last)),
            triggers().categories[ACCIDENT] if accident else hit.category,
            status,
            setting,
            actors,
            targets,
            hinted=self.filler.side_before(hit, phrase),
            weapon=weapon_class(hit, phrase),
            points_back=accuses or _points_back(hit, phrase),
            accuses=accuses,
        )

    def _is_accident(self, hit: Hit, clauses: Clauses) -> bool:
        """Whether harm came of an accident or of nature."""
        if not may_be_accident(hit, clauses.syntax):
            return False
        return self.accidental or _names_accident(hit, clauses)


def _roles_of(hit: Hit, phrase: PhraseNode | None) -> Roles:
    """The parties of a trigger, from its own clause."""
    if phrase is None:
        return Roles()
    roles = roles_of_verb(hit, phrase) if phrase.is_verb else roles_of_noun(hit, phrase)
    if all(actor.word in frames().attackers for actor in roles.actors):
        roles.actors = [*roles.actors, *doers_of(hit, phrase)]
    return roles


def _number_before(hit: Hit, clauses: Clauses) -> int | None:
    """Where the number stands that a participle counts: "treating 19 wounded"; none without.

    Who stands before it has counted or treated them, and did and suffered nothing.
    """
    syntax, before = clauses.syntax, hit.first - 1
    counts = hit.category.consequence and hit.verbal and before >= clauses.sentence.first
    if not counts or syntax.pos[before] != "NUM" or not syntax.lower(hit.head).endswith("ed"):
        return None
    return syntax.span_of(before, before + 1)[0]


def _is_past(phrase: PhraseNode | None, setting: Setting, published: date | None) -> bool:
    """Whether the event lies well before the report: by its date, else by the past perfect."""
    when = setting.when
    if when and (setting.when_near or when.precision in _LONG):
        return published is not None and _lies_back(when, published)
    if phrase is None or not phrase.is_verb or phrase.low(phrase.first) != "had":
        return False
    above = phrase.governor if phrase.clause == "ccomp" else None
    if above is not None and above.word in grammar().saying:
        return False  # "said that rebels had attacked" is news told later
    return phrase.first < phrase.head


def _lies_back(when: When, published: date) -> bool:
    return when.end is not None and published - when.end > _RECENT


def _says_something_else(hit: Hit, phrase: PhraseNode | None, clauses: Clauses) -> bool:
    """Whether the words are not for an act: a verb with an object or clause that its class has
    none of, "demonstrated how", people who met it, a place in somebody's hands."""
    if _means_people(hit, phrase, clauses) or _tells_whose(hit, phrase, clauses):
        return True
    if hit.verbal and clauses.low(hit.head) in BE:
        return phrase is None or not any(map(_may_be_person, phrase.subjects))
    if phrase is None or not phrase.is_verb or phrase.word not in frames().intransitive:
        return False
    said = phrase.low(phrase.last) == "that" or any(
        verb.clause == "ccomp" for verb in phrase.verbs_on
    )
    return said or phrase.is_passive or bool(phrase.objects)


def _means_people(hit: Hit, phrase: PhraseNode | None, clauses: Clauses) -> bool:
    """Whether a word of harm means those who met it, as told before: "seven of the dead"."""
    before = hit.first - 2
    if not hit.category.consequence or before < clauses.sentence.first:
        return False
    told = hit.last - hit.first == 1 and clauses.low(hit.head) in frames().harmed
    heads = phrase is None or phrase.is_verb or phrase.last == hit.last
    return told and heads and (clauses.low(before), clauses.low(before + 1)) in _OF_THE


def _tells_whose(hit: Hit, phrase: PhraseNode | None, clauses: Clauses) -> bool:
    """Whether a participle says in whose hands a place is: "the occupied West Bank"."""
    before = phrase is not None and phrase.is_noun and hit.last <= phrase.head
    return before and clauses.low(hit.head) in frames().lasting


def _may_be_person(phrase: PhraseNode) -> bool:
    """Whether somebody may be meant: not "the deal" of "the deal is dead"."""
    if phrase.pos(phrase.head) == "NOUN":
        return is_people(phrase.word)
    return phrase.word not in IT


def _names_accident(hit: Hit, clauses: Clauses) -> bool:
    """Whether its own sentence is about an accident or nature around it."""
    sentence = clauses.sentence
    near = range(max(sentence.first, hit.first - _NEAR), min(sentence.last, hit.last + _NEAR))
    return any(clauses.syntax.lower(token) in frames().accidents for token in near)


def _points_back(hit: Hit, phrase: PhraseNode | None) -> bool:
    """Whether a noun means an act told before: "the attack"."""
    if hit.verbal or phrase is None or not phrase.is_noun or phrase.word not in frames().anaphoric:
        return False
    return phrase.low(phrase.first) in frames().determiners


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


def weapon_class(hit: Hit, phrase: PhraseNode | None) -> Category | None:
    """Return the class of the weapon that a verb of harm has for its doer;
    none where none is told."""
    if phrase is None or not phrase.is_verb or not _may_be_of_weapons(hit.category):
        return None
    if phrase.is_passive:
        doers = [doer for preposition, doer in phrase.obliques if preposition == "by"]
    else:
        doers = phrase.subjects
    found = (weapons().get(doer.word) for doer in doers)
    name = next((name for name in found if name), None)
    return triggers().categories[name] if name else None


def _may_be_of_weapons(category: Category) -> bool:
    """Whether the class tells harm or an attack, and not by what: "drones attacked the city"; or
    may have its weapon from another word: "warplanes struck missile launchers"."""
    return (category.consequence and category.people) or category.name in (ATTACK, SHELLING)


@cached
def weapons() -> dict[str, str]:
    """Return the class of event by every form of the nouns of weapons."""
    by_class: dict[str, list[str]] = table("triggers")["weapon"]
    return {form: name for name, nouns in by_class.items() for n in nouns for form in noun_forms(n)}
