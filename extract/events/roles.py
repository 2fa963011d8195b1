"""Who does what to whom: the actors and targets of a trigger, as runs of tokens."""

from dataclasses import dataclass, field

from extract.doc.clauses import Clauses
from extract.doc.sentence_view import NONE
from extract.doc.tree import Form
from extract.events.affiliation import group_of, is_membership
from extract.events.trigger_lexicon import Category, harmful
from extract.events.trigger_matching import Hit
from extract.events.words import frames

_AIMED = frozenset({"at", "against"})
"""Before whom an attack is aimed at, never a date."""
_BLAMED = frozenset({"on", "to"})
"""Behind a deed that is attributed, before whom to: "blamed on rebels"."""
_OF_A_DEED = frozenset({"of", "for", "with", "to", "over"})
"""Between an accusation and what it is about."""


@dataclass(slots=True)
class Roles:
    """Parties of one trigger; noun phrases by their place in the sentence."""

    actors: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)


def roles_of(hit: Hit, clauses: Clauses) -> Roles:
    """The parties of a trigger, from its own clause."""
    place = clauses.place_of(hit.head)
    if place == NONE:
        return Roles()
    if clauses.is_verb(place):
        return _of_verb(hit, place, clauses)
    return _of_noun(hit, place, clauses)


def _of_verb(hit: Hit, verb: int, clauses: Clauses) -> Roles:
    if is_membership(verb, clauses):
        return Roles(group_of(verb, clauses))
    subjects = clauses.subjects(verb)
    obliques = clauses.obliques(verb)
    inside = clauses.place_of(hit.last - 1)
    if inside != NONE and clauses.phrases[inside].head >= hit.last:
        inside = verb  # "dead" of "shot dead two men" that the tagger took into the object
    whole = [p for p in clauses.objects(verb) if p != inside]
    objects = [p for p in whole if clauses.head(p) not in frames().instruments]
    if hit.category.disarms:
        objects = whole + [p for p in clauses.objects(verb) if p == inside]
    elif inside != verb and clauses.is_noun(inside):
        objects += _within(inside, clauses)
    if clauses.is_passive(verb):
        return Roles([p for prep, p in obliques if prep == "by"], subjects)
    if hit.category.reciprocal and not objects:
        partners = [p for prep, p in obliques if prep in frames().partner_prepositions]
        return Roles(subjects + partners, _behind(obliques, frames().target_prepositions))
    if hit.category.sited:
        return Roles(subjects, _behind(obliques, frames().site_prepositions))
    if not whole and not objects and clauses.head(verb) in frames().undergoer:
        return Roles([], subjects)
    if not objects and _is_bare(hit, verb, clauses) and not _behind(obliques, _AIMED):
        return Roles([], subjects)
    return Roles(subjects, objects or _behind(obliques, _aims(hit, clauses)))


def _aims(hit: Hit, clauses: Clauses) -> frozenset[str]:
    """Prepositions before whom it befalls: of "fired on a bus at a checkpoint" only "on"."""
    own = clauses.syntax.lower(hit.last - 1)
    aims = frames().target_prepositions
    return frozenset({own}) if hit.last - 1 > hit.head and own in aims else aims


def _within(noun: int, clauses: Clauses) -> list[int]:
    """Whom a phrase with a noun in it befalls: "take control of the port", "seize the town"."""
    reaching = frames().target_prepositions | {"of"}
    behind = [p for prep, p in clauses.modifiers(noun) if prep in reaching]
    return behind or ([noun] if clauses.head(noun) in frames().held else [])


def _is_bare(hit: Hit, verb: int, clauses: Clauses) -> bool:
    """Whether "six civilians wounded" leaves out that they were: harm without an object."""
    bare = clauses.form(verb) in {Form.FINITE, Form.PARTICIPLE}
    group = clauses.phrases[verb]
    return bare and group.first == group.head and hit.category.people


def _behind(obliques: list[tuple[str, int]], prepositions: frozenset[str]) -> list[int]:
    return [place for preposition, place in obliques if preposition in prepositions]


def _of_noun(hit: Hit, noun: int, clauses: Clauses) -> Roles:
    roles = Roles()
    for preposition, place in clauses.modifiers(noun):
        if preposition == "with" and clauses.is_set_off(place):
            continue
        if preposition in _BLAMED and _is_attributed(noun, clauses):
            continue
        _add_modifier(roles, clauses.head(noun), hit.category, preposition, place)
    for place in clauses.possessors(noun):
        target = hit.category.possessor_target
        (roles.targets if target else roles.actors).append(place)
    for verb in clauses.verbs_behind(noun):
        _add_adnominal(roles, noun, verb, clauses)
    for verb in clauses.relatives_behind(noun, frames().attributing):
        roles.actors += [p for prep, p in clauses.obliques(verb) if prep in _BLAMED]
    verb = clauses.governor(noun)
    if not roles.actors and clauses.is_verb(verb) and not clauses.is_passive(verb):
        by = [p for prep, p in clauses.obliques(verb) if prep == "by" and p > noun]
        roles.actors += by if noun in clauses.objects(verb) else []
    _add_support(roles, noun, clauses)
    _add_accused(roles, noun, clauses)
    return roles


def _is_attributed(noun: int, clauses: Clauses) -> bool:
    """Whether somebody blames the deed on somebody: "blamed the attack on the rebels"."""
    verb = clauses.governor(noun)
    return (
        clauses.is_verb(verb)
        and clauses.head(verb) in frames().attributing
        and noun in clauses.objects(verb)
    )


def _add_modifier(
    roles: Roles, noun: str, category: Category, preposition: str, place: int
) -> None:
    if preposition == "of":
        target = category.of_target or noun in frames().of_target_nouns
        (roles.targets if target else roles.actors).append(place)
    elif preposition in frames().actor_prepositions or preposition in frames().partner_prepositions:
        roles.actors.append(place)
    elif preposition in frames().target_prepositions:
        roles.targets.append(place)


def _add_adnominal(roles: Roles, noun: int, verb: int, clauses: Clauses) -> None:
    """From "the attack carried out by rebels", "an attack that killed three"."""
    if clauses.head(verb) in frames().naming:
        roles.actors += clauses.objects(verb)
        return
    if clauses.is_passive(verb) and clauses.head(verb) in frames().attributing:
        roles.actors += [p for prep, p in clauses.obliques(verb) if prep in _BLAMED]
    elif clauses.is_passive(verb):
        roles.actors += [p for prep, p in clauses.obliques(verb) if prep == "by"]
        roles.targets += _behind(clauses.obliques(verb), frames().target_prepositions)
    elif noun in clauses.subjects(verb) and clauses.head(verb) in harmful():
        roles.targets += clauses.objects(verb)
    elif clauses.head(verb) in frames().support_actor:
        roles.actors += clauses.subjects(verb)


def _add_support(roles: Roles, noun: int, clauses: Clauses) -> None:
    """From the verb that the noun is subject or object of: "launched an attack on"."""
    verb = clauses.governor(noun)
    if not clauses.is_verb(verb):
        return
    if clauses.preposition(noun) == "under":
        roles.targets += clauses.subjects(verb)
    head, obliques = clauses.head(verb), clauses.obliques(verb)
    is_object = noun in clauses.objects(verb) or (
        clauses.is_passive(verb) and noun in clauses.subjects(verb)
    )
    if is_object and head in frames().support_actor:
        agents = [p for prep, p in obliques if prep == "by"]
        roles.actors += agents if clauses.is_passive(verb) else clauses.subjects(verb)
        roles.targets += _behind(obliques, frames().target_prepositions)
    elif head in frames().support_target:
        roles.targets += [p for p in clauses.subjects(verb) if p != noun]


def _add_accused(roles: Roles, noun: int, clauses: Clauses) -> None:
    """From "accused him of the murder", "claimed responsibility for the attack"."""
    above = clauses.governor(noun)
    if clauses.head(noun - 1) in frames().responsibility and _adjoins(noun - 1, noun, clauses):
        above = noun - 1
    if clauses.is_noun(above) and clauses.head(above) in frames().responsibility:
        verb = clauses.governor(above)
        owners = clauses.possessors(above) or (
            clauses.subjects(verb) if clauses.is_verb(verb) else []
        )
        roles.actors += owners
        return
    if clauses.is_noun(above) and clauses.preposition(noun) in _OF_A_DEED:
        above = _accuser(above, clauses)
    if clauses.is_verb(above):
        roles.actors += _accused(noun, clauses.last_verb(above, noun), clauses)


def _accuser(blamed: int, clauses: Clauses) -> int:
    """The verb whose object is blamed, where the deed is taken for its own: "the rebels for it"."""
    verb = clauses.governor(blamed)
    return verb if clauses.is_verb(verb) and blamed in clauses.objects(verb) else NONE


def _accused(noun: int, verb: int, clauses: Clauses) -> list[int]:
    words = clauses.words_from(verb, noun)
    preposition = clauses.preposition(noun)
    subjects = [place for place in clauses.subjects(verb) if place != noun]
    whole = noun in clauses.subjects(verb) or noun in clauses.objects(verb)
    if words & frames().attributing and whole:
        found = [*clauses.obliques(verb), *clauses.modifiers(noun)]
        return [p for prep, p in found if prep in _BLAMED]
    if noun in clauses.subjects(verb):
        return []
    if preposition == "behind" or (preposition == "in" and words & frames().involving):
        return subjects
    if preposition in _OF_A_DEED and words & frames().accusing:
        return [p for p in clauses.objects(verb) if p != noun] or subjects
    return []


def _adjoins(before: int, noun: int, clauses: Clauses) -> bool:
    """Whether only a preposition stands between two phrases."""
    return clauses.phrases[before].last + 1 == clauses.phrases[noun].first
