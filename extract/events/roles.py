"""Who does what to whom: the actors and targets of a trigger that is a verb, as a table of rules.

The rules are asked in their order, and the first that knows the clause answers. Each has a sentence
with what it finds there, which a test holds it to; those of nouns stand in `noun_roles`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from extract.doc.phrase_node import Obliques, PhraseNode
from extract.doc.tree import Form
from extract.events.role_filling import group_of, is_membership
from extract.events.trigger_lexicon import Hit
from extract.events.words import frames
from extract.lexicon import table

_AIMED = frozenset({"against"})
"""Before whom an attack is aimed at, never a date or a phrase."""


@dataclass(slots=True)
class Roles:
    """The noun phrases that are parties of one trigger."""

    actors: list[PhraseNode] = field(default_factory=list)
    targets: list[PhraseNode] = field(default_factory=list)


Finder = Callable[[Hit, PhraseNode], Roles | None]
"""Returns the roles of a trigger that stands in a phrase; none where it knows nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that shows a rule, its trigger, and the phrases that the rule finds there."""

    text: str
    trigger: str
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleRule:
    """The parties of a trigger, as one construction gives them."""

    name: str
    find: Finder
    examples: tuple[Example, ...]
    without_actors: bool = False
    """It is asked only where no rule before it has found an actor."""


def roles_of_verb(hit: Hit, verb: PhraseNode) -> Roles:
    """Return the parties of a verb, by the first rule that knows its construction."""
    found = (rule.find(hit, verb) for rule in VERB_RULES)
    return next((roles for roles in found if roles is not None), Roles())


def behind(obliques: Obliques, prepositions: frozenset[str]) -> list[PhraseNode]:
    """Return the phrases behind any of the prepositions."""
    return [phrase for preposition, phrase in obliques if preposition in prepositions]


def _membership(hit: Hit, verb: PhraseNode) -> Roles | None:
    return Roles(group_of(verb)) if is_membership(verb) else None


def _passive(hit: Hit, verb: PhraseNode) -> Roles | None:
    if not verb.is_passive:
        return None
    return Roles(verb.agents, verb.subjects)


def _reciprocal(hit: Hit, verb: PhraseNode) -> Roles | None:
    if not hit.category.reciprocal or _objects(hit, verb):
        return None
    obliques = verb.obliques
    partners = behind(obliques, frames().partner_prepositions)
    return Roles(verb.subjects + partners, behind(obliques, frames().target_prepositions))


def _sited(hit: Hit, verb: PhraseNode) -> Roles | None:
    if not hit.category.sited:
        return None
    sites = behind(verb.obliques, frames().site_prepositions)
    return Roles(verb.subjects, sites)


def _undergone(hit: Hit, verb: PhraseNode) -> Roles | None:
    if verb.word not in frames().undergoer:
        return None
    found = [*verb.objects, *_objects(hit, verb)]
    if not all(_is_amount(phrase) for phrase in found):
        return None
    return Roles([], verb.subjects)


def _is_amount(phrase: PhraseNode) -> bool:
    """Whether a phrase says by how much, as behind "fell" or "gained": "40 points"."""
    return "NUM" in phrase.tags


def _bare_participle(hit: Hit, verb: PhraseNode) -> Roles | None:
    """Whether "six civilians wounded" leaves out that they were: harm without an object."""
    if not hit.category.people or verb.first != verb.head or _own_objects(hit, verb):
        return None
    if verb.form not in {Form.FINITE, Form.PARTICIPLE}:
        return None
    if behind(verb.obliques, _AIMED):
        return None
    return Roles([], verb.subjects)


def _found(hit: Hit, verb: PhraseNode) -> Roles | None:
    if verb.word not in table("people")["single"]["finding"]:
        return None
    finders = verb.subjects if hit.category.disarms else []
    return Roles(finders, _own_objects(hit, verb))


def _active(hit: Hit, verb: PhraseNode) -> Roles | None:
    objects = _objects(hit, verb)
    aimed = () if objects else behind(verb.obliques, _aims(hit, verb))
    losing = behind(verb.obliques, _LOSING) if hit.category.territorial else []
    return Roles(verb.subjects, [*(objects or aimed), *losing])


_LOSING = frozenset({"from"})
"""Before those from whom a place is taken: "captured the city from the army"."""


def _own_objects(hit: Hit, verb: PhraseNode) -> list[PhraseNode]:
    """The objects that are no part of the trigger itself."""
    inside = _inside(hit, verb)
    return [phrase for phrase in verb.objects if phrase != inside]


def _objects(hit: Hit, verb: PhraseNode) -> list[PhraseNode]:
    """The objects that may be targets: no weapons, and what a noun of the trigger itself names."""
    if hit.category.disarms:
        inside = _inside(hit, verb)
        found = verb.objects
        return [*(p for p in found if p != inside), *(p for p in found if p == inside)]
    own = _own_objects(hit, verb)
    objects = [phrase for phrase in own if phrase.word not in frames().instruments]
    inside = _inside(hit, verb)
    return [*objects, *_named_by(inside)] if inside != verb else objects


def _inside(hit: Hit, verb: PhraseNode) -> PhraseNode | None:
    """The phrase that the trigger's last word stands in; the verb where it only opens another.

    That is so of "dead" in "shot dead two men", which the tagger takes into the object.
    """
    inside = verb.holding(hit.last - 1)
    opens = inside is not None and inside.head >= hit.last
    return verb if opens else inside


def _named_by(noun: PhraseNode | None) -> list[PhraseNode]:
    """Whom a phrase with a noun in it affects: "take control of the port", "set fire to cars",
    "seize the town"."""
    if noun is None or not noun.is_noun:
        return []
    found = behind(noun.modifiers, frames().target_prepositions | {"of", "to"})
    return found or ([noun] if noun.word in frames().held else [])


def _aims(hit: Hit, verb: PhraseNode) -> frozenset[str]:
    """Prepositions before who is affected: of "fired on a bus at a checkpoint" only "on", of
    "set fire to cars" "to" too, since its object is its own."""
    own = verb.low(hit.last - 1)
    inside = _inside(hit, verb)
    has_object = inside is not None and inside.is_noun
    aims = frames().target_prepositions | ({"to"} if has_object else set())
    return frozenset({own}) if hit.last - 1 > hit.head and own in aims else aims


def _noun_first(hit: Hit, verb: PhraseNode) -> Roles | None:
    if hit.first == hit.head or verb.pos(hit.first) != "NOUN":
        return None
    return Roles(verb.agents)


VERB_RULES = (
    RoleRule(
        "a noun and its participle: only the agent has part in it",
        _noun_first,
        (Example("Shots were fired by soldiers.", "Shots were fired", ("soldiers",)),),
    ),
    RoleRule(
        "whose the attackers are",
        _membership,
        (Example("The gunmen belonged to the Sand Hawks.", "belonged", ("the Sand Hawks",)),),
    ),
    RoleRule(
        "passive: the agent does it, the subject undergoes it",
        _passive,
        (
            Example(
                "Three farmers were killed by soldiers.",
                "killed",
                ("soldiers",),
                ("Three farmers",),
            ),
        ),
    ),
    RoleRule(
        "reciprocal: the subject and those behind 'with' are both actors",
        _reciprocal,
        (Example("Soldiers clashed with fighters.", "clashed", ("Soldiers", "fighters")),),
    ),
    RoleRule(
        "sited: it affects what it is put at",
        _sited,
        (
            Example(
                "Militants planted a bomb in a market.",
                "planted a bomb",
                ("Militants",),
                ("a market",),
            ),
        ),
    ),
    RoleRule(
        "the subject of a verb such as 'die' undergoes it",
        _undergone,
        (Example("Three villagers died in the shelling.", "died", (), ("Three villagers",)),),
    ),
    RoleRule(
        "a participle without its auxiliary is a passive",
        _bare_participle,
        (Example("Two monks abducted.", "abducted", (), ("Two monks",)),),
    ),
    RoleRule(
        "whoever finds somebody dead did nothing to them",
        _found,
        (Example("Officers found two men dead.", "found two men dead", (), ("two men",)),),
    ),
    RoleRule(
        "active: the subject does it to the object, or to those whom it is aimed at",
        _active,
        (
            Example("Gunmen attacked a convoy.", "attacked", ("Gunmen",), ("a convoy",)),
            Example("Police fired on protesters.", "fired on", ("Police",), ("protesters",)),
            Example("Rebels took control of the port.", "took control", ("Rebels",), ("the port",)),
        ),
    ),
)
"""The rules of verbs, in the order in which they are asked."""
