"""Whose the attackers are said to be: "the gunmen belonged to the Sand Hawks"."""

from collections.abc import Iterator

from extract.events.clauses import Clauses
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
    """Whether the verb tells of whom somebody is one."""
    return clauses.head(verb) in frames().belonging


def group_of(verb: int, clauses: Clauses) -> list[int]:
    """The places of the groups that attackers are said to belong to; none of another verb."""
    if not is_membership(verb, clauses):
        return []
    if not any(clauses.head(p) in frames().attackers for p in clauses.subjects(verb)):
        return []
    return [p for prep, p in clauses.obliques(verb) if prep == "to"]
