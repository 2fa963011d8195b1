"""The type and sub-type of an event, where they turn on who took part (ACLED codebook).

An attack or killing of people who bear arms is a battle, of others violence against civilians;
territory is regained by governments and overtaken by others.
"""

from collections.abc import Iterable

from extract.doc.clauses import Clauses
from extract.doc.morphology import noun_forms
from extract.doc.noun_phrases import is_people
from extract.entities import (
    EntityIndex,
    bears_arms,
    head_of,
    is_civil,
    is_civil_thing,
    is_government,
)
from extract.events.trigger_lexicon import Category, Hit, triggers
from extract.lexicon import cached, table
from extract.records import Party
from extract.vocabulary import EventType, Label, SubType

_OF = " of "
_ATTACK = "attack"
"""The class of attacks by means that are not told."""
"""Between a word for a number and those meant: "a group of politicians"."""
Type = tuple[str, str | None]


def type_of(
    category: Category,
    actors: Iterable[Party],
    targets: Iterable[Party],
    index: EntityIndex,
    text: str,
) -> Type:
    """Return type and sub-type of an event of a class, from the words of its parties."""
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
        or any(is_people(head_of(part)) for part in words.split(_OF))
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
    return (category.consequence and category.people) or category.name == _ATTACK


@cached
def _weapons() -> dict[str, str]:
    """The class of event by every form of the nouns of weapons."""
    by_class: dict[str, list[str]] = table("triggers")["weapon"]
    return {form: name for name, nouns in by_class.items() for n in nouns for form in noun_forms(n)}
