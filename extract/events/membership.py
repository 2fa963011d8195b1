"""Whose the attackers are said to be: "the gunmen belonged to the Sand Hawks"."""

from collections.abc import Iterator

from extract.doc.clauses import Clauses
from extract.events.matching import Hit
from extract.events.triggers import triggers
from extract.events.words import frames

ATTACK = "attack"


def memberships_in(clauses: Clauses) -> Iterator[Hit]:
    """A trigger for each verb that tells which group attackers told of before belong to."""
    category = triggers().categories.get(ATTACK)
    for place, phrase in enumerate(clauses.phrases):
        if category is not None and clauses.is_verb(place) and group_of(place, clauses):
            yield Hit(phrase.head, phrase.head + 1, phrase.head, category, verbal=True, weak=False)


def is_membership(verb: int, clauses: Clauses) -> bool:
    """Whether the verb tells of whom attackers told of before are."""
    return bool(group_of(verb, clauses))


def group_of(verb: int, clauses: Clauses) -> list[int]:
    """The places of the groups that attackers are said to be of; none of another verb."""
    if clauses.head(verb) not in frames().belonging | frames().coming:
        return []
    if not any(clauses.head(p) in frames().attackers for p in clauses.subjects(verb)):
        return []
    if clauses.head(verb) in frames().belonging:
        return [p for prep, p in clauses.obliques(verb) if prep == "to"]
    return _origin(verb, clauses)


def _origin(verb: int, clauses: Clauses) -> list[int]:
    """The groups of "were from the White Flag", "came from its ranks", "were members of it"."""
    told = [p for p in clauses.children(verb) if clauses.is_noun(p) and p > verb]
    behind = [p for p in told if clauses.preposition(p) == "from"]
    if behind:
        return behind
    return [p for p in told if not clauses.preposition(p) and clauses.head(p) in frames().members]
