"""The type and sub-type of an event, where they turn on who took part (ACLED codebook).

An attack or killing of people who bear arms is a battle, of others violence against civilians;
territory is regained by governments and overtaken by others.
"""

from collections.abc import Iterable

from extract.entities.sides import (
    bears_arms,
    head_of,
    is_civil,
    is_civil_thing,
    is_government,
)
from extract.events.mention_index import Cast
from extract.events.triggers import Category
from extract.quantities import is_people
from extract.records import Label, Party

_CLASH = ("Battles", "Armed clash")
_ON_CIVILIANS = {
    "attack": ("Violence against civilians", "Attack"),
    "gunfire": ("Violence against civilians", "Attack"),
    "kill": ("Violence against civilians", "Attack"),
    "harm": ("Violence against civilians", "Attack"),
    "abduct": ("Violence against civilians", "Abduction/forced disappearance"),
    "capture": ("Violence against civilians", "Abduction/forced disappearance"),
}
"""By class of trigger, where its target is no armed party."""
_OF = " of "
"""Between a word for a number and those meant: "a group of politicians"."""
_TERRITORY = frozenset({"take", "regain"})
_REGAINED = ("Battles", "Government regains territory")
_OVERTAKEN = ("Battles", "Non-state actor overtakes territory")

Kind = tuple[str, str | None]


def kind_of(
    category: Category, actors: Iterable[Party], targets: Iterable[Party], cast: Cast, text: str
) -> Kind:
    """Type and sub-type of an event of a class, from the words of its parties."""
    if category.name in _ON_CIVILIANS:
        if any(bears_arms(target.telling.of(text)) for target in targets):
            return _CLASH
        if any(_is_people(target, cast, text) for target in targets):
            return _ON_CIVILIANS[category.name]
        if any(is_civil_thing(target.telling.of(text)) for target in targets):
            return _ON_CIVILIANS[category.name]
    who = [party.telling.of(text) for party in actors]
    if category.name in _TERRITORY and who:
        return _REGAINED if any(map(is_government, who)) else _OVERTAKEN
    return category.kind, category.subkind


def _is_people(party: Party, cast: Cast, text: str) -> bool:
    words = party.telling.of(text)
    return (
        cast.label(party) is Label.PERSON
        or is_civil(words)
        or any(is_people(head_of(part)) for part in words.split(_OF))
    )
