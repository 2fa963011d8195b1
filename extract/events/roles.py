"""Who does what to whom: the actors and targets of a trigger that is a verb, as a table of rules.

The rules are asked in their order, and the first that knows the clause answers. Each has a sentence
with what it finds there, which a test holds it to; those of nouns stand in `noun_roles`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from extract.doc.clauses import Clauses
from extract.doc.doc import NONE
from extract.doc.tree import Form
from extract.events.affiliation import group_of, is_membership
from extract.events.trigger_lexicon import Hit
from extract.events.words import frames
from extract.lexicon import table

_AIMED = frozenset({"against"})
"""Before whom an attack is aimed at, never a date or a place."""


@dataclass(slots=True)
class Roles:
    """Parties of one trigger; noun phrases by their place in the sentence."""

    actors: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)


Finder = Callable[[Hit, int, Clauses], Roles | None]
"""Returns the roles of a trigger at a place of its clauses; none where it knows nothing."""


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


def roles_of_verb(hit: Hit, verb: int, clauses: Clauses) -> Roles:
    """Return the parties of a verb, by the first rule that knows its construction."""
    found = (rule.find(hit, verb, clauses) for rule in VERB_RULES)
    return next((roles for roles in found if roles is not None), Roles())


def behind(obliques: Iterable[tuple[str, int]], prepositions: frozenset[str]) -> list[int]:
    """Return the phrases behind any of the prepositions."""
    return [place for preposition, place in obliques if preposition in prepositions]


def agents(verb: int, clauses: Clauses) -> list[int]:
    """Return the phrases behind "by" that a verb governs."""
    return clauses.agents(verb)


def _membership(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    return Roles(group_of(verb, clauses)) if is_membership(verb, clauses) else None


def _passive(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    if not clauses.is_passive(verb):
        return None
    return Roles(agents(verb, clauses), clauses.subjects(verb))


def _reciprocal(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    if not hit.category.reciprocal or _objects(hit, verb, clauses):
        return None
    obliques = clauses.obliques(verb)
    partners = behind(obliques, frames().partner_prepositions)
    return Roles(clauses.subjects(verb) + partners, behind(obliques, frames().target_prepositions))


def _sited(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    if not hit.category.sited:
        return None
    sites = behind(clauses.obliques(verb), frames().site_prepositions)
    return Roles(clauses.subjects(verb), sites)


def _undergone(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    if clauses.head(verb) not in frames().undergoer:
        return None
    found = [*clauses.objects(verb), *_objects(hit, verb, clauses)]
    if not all(_is_amount(place, clauses) for place in found):
        return None
    return Roles([], clauses.subjects(verb))


def _is_amount(place: int, clauses: Clauses) -> bool:
    """Whether a phrase says by how much, as behind "fell" or "gained": "40 points"."""
    phrase = clauses.phrases[place]
    return "NUM" in clauses.syntax.pos[phrase.first : phrase.last]


def _bare_participle(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    """Whether "six civilians wounded" leaves out that they were: harm without an object."""
    group = clauses.phrases[verb]
    if not hit.category.people or group.first != group.head or _objects(hit, verb, clauses):
        return None
    if clauses.form(verb) not in {Form.FINITE, Form.PARTICIPLE}:
        return None
    if behind(clauses.obliques(verb), _AIMED):
        return None
    return Roles([], clauses.subjects(verb))


def _found(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    if clauses.head(verb) not in table("people")["single"]["finding"]:
        return None
    return Roles([], _own_objects(hit, verb, clauses))


def _active(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    objects = _objects(hit, verb, clauses)
    aimed = () if objects else behind(clauses.obliques(verb), _aims(hit, clauses))
    return Roles(clauses.subjects(verb), objects or [*aimed])


def _own_objects(hit: Hit, verb: int, clauses: Clauses) -> list[int]:
    """The objects that are no part of the trigger itself."""
    inside = _inside(hit, verb, clauses)
    return [place for place in clauses.objects(verb) if place != inside]


def _objects(hit: Hit, verb: int, clauses: Clauses) -> list[int]:
    """The objects that may be targets: no weapons, and what a noun of the trigger itself names."""
    if hit.category.disarms:
        inside = _inside(hit, verb, clauses)
        found = clauses.objects(verb)
        return [*(p for p in found if p != inside), *(p for p in found if p == inside)]
    own = _own_objects(hit, verb, clauses)
    objects = [place for place in own if clauses.head(place) not in frames().instruments]
    inside = _inside(hit, verb, clauses)
    return [*objects, *_named_by(inside, clauses)] if inside != verb else objects


def _inside(hit: Hit, verb: int, clauses: Clauses) -> int:
    """The phrase that the trigger's last word stands in; the verb where it only opens another.

    That is so of "dead" in "shot dead two men", which the tagger takes into the object.
    """
    inside = clauses.place_of(hit.last - 1)
    opens = inside != NONE and clauses.phrases[inside].head >= hit.last
    return verb if opens else inside


def _named_by(noun: int, clauses: Clauses) -> list[int]:
    """Whom a phrase with a noun in it affects: "take control of the port", "seize the town"."""
    if not clauses.is_noun(noun):
        return []
    found = behind(clauses.modifiers(noun), frames().target_prepositions | {"of"})
    return found or ([noun] if clauses.head(noun) in frames().held else [])


def _aims(hit: Hit, clauses: Clauses) -> frozenset[str]:
    """Prepositions before who is affected: of "fired on a bus at a checkpoint" only "on"."""
    own = clauses.syntax.lower(hit.last - 1)
    aims = frames().target_prepositions
    return frozenset({own}) if hit.last - 1 > hit.head and own in aims else aims


def _noun_first(hit: Hit, verb: int, clauses: Clauses) -> Roles | None:
    if hit.first == hit.head or clauses.syntax.pos[hit.first] != "NOUN":
        return None
    return Roles(agents(verb, clauses))


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
