"""Whose weapon strikes, whose attack it is, and whose the attackers are said to be.

"Government artillery", "a rebel attack", "the gunmen belonged to the Sand Hawks".
"""

from collections.abc import Iterator

from extract.doc.clauses import Clauses
from extract.doc.morphology import singular
from extract.doc.phrase_node import PhraseNode, nodes_in
from extract.doc.syntax import Syntax
from extract.entities import (
    EntityIndex,
    collective_nouns,
    is_side_modifier,
    names_armed_people,
    party_told_by,
)
from extract.events.trigger_lexicon import Hit, triggers
from extract.events.words import frames
from extract.gazetteer import is_country
from extract.records import Entity, Party, Span
from extract.vocabulary import Label

_ACTING = frozenset({Label.PERSON, Label.GROUP, Label.ORG})
_BELONGING = frozenset({"of", "from"})


ATTACK = "attack"
"""The class of a trigger that tells only whose the attackers are."""


class Owners:
    """The sides that words before a noun, or around the noun for a weapon, name."""

    def __init__(self, syntax: Syntax, index: EntityIndex) -> None:
        self._syntax = syntax
        self._index = index
        groups = [e for e in index.entities.values() if e.label in (Label.GROUP, Label.ORG)]
        self._by_noun: dict[str, Entity] = {}
        self._by_side: dict[str, Entity] = {}
        for group in groups:
            if group.side or group.armed:
                self._by_noun.setdefault(singular(group.name.split()[-1]), group)
            if group.side:
                self._by_side.setdefault(group.side, group)

    def of(self, phrase: PhraseNode) -> list[Party]:
        """Return who uses a weapon that is the noun phrase;
        none where nothing tells."""
        owners = phrase.possessors
        owners += [p for prep, p in phrase.modifiers if prep in _BELONGING]
        for verb in phrase.verbs_on:
            owners += [p for prep, p in verb.obliques if prep == "by"]
        found = [party for owner in owners for party in self._somebody(owner)]
        return found or self._before_weapon(phrase.first, phrase.head)

    def _somebody(self, phrase: PhraseNode) -> list[Party]:
        start, end = self._syntax.span_of(phrase.head, phrase.head + 1)
        known = self._index.party_at(start, end)
        words = Span(*self._syntax.span_of(*phrase.extent))
        if known and known.entity:
            return [Party(words.start, words.end, known.entity, words)] if self._acts(known) else []
        head = phrase.word
        told = (
            names_armed_people(head) or head in collective_nouns() or head in frames().organisations
        )
        return [Party(words.start, words.end, None, words)] if told else []

    def _acts(self, party: Party) -> bool:
        name = self._index.entities[party.entity or ""].name
        return self._index.label(party) in _ACTING or is_country(name)

    def _before_weapon(self, first: int, head: int) -> list[Party]:
        """Who is named in the words before a weapon, told with it: "government artillery"."""
        if first == head:
            return []
        start, end = self._syntax.span_of(first, head)
        words = Span(*self._syntax.span_of(first, head + 1))
        named = [p for p in self._index.parties_in(start, end) if self._acts(p)]
        found = named or self.before(first, head)
        return [Party(words.start, words.end, found[0].entity, found[0].span)] if found else []

    def before(self, first: int, last: int) -> list[Party]:
        """Return the side that the last of the words before a noun names: "rebel",
        "security forces"."""
        token = last - 1
        word = self._syntax.lower(token)
        party = party_told_by(word)
        if token < first or party is None:
            return []
        while token > first and is_side_modifier(self._syntax.lower(token - 1)):
            token -= 1
        span = Span(*self._syntax.span_of(token, last))
        known = self._by_noun.get(singular(word)) or self._by_side.get(party)
        return [Party(span.start, span.end, known.id if known else None, span)]


def memberships_in(clauses: Clauses) -> Iterator[Hit]:
    """Yield a trigger for each verb that says which group attackers mentioned before belong to."""
    category = triggers().categories.get(ATTACK)
    if category is None:
        return
    for phrase in nodes_in(clauses).nodes:
        if phrase.is_verb and group_of(phrase):
            yield Hit(phrase.head, phrase.head + 1, phrase.head, category, verbal=True, weak=False)


def is_membership(verb: PhraseNode) -> bool:
    """Return whether the verb says whose attackers mentioned before are."""
    return bool(group_of(verb))


def group_of(verb: PhraseNode) -> list[PhraseNode]:
    """Return the groups that attackers are said to be of; none of another verb."""
    if verb.word not in frames().belonging | frames().coming:
        return []
    if not any(p.word in frames().attackers for p in verb.subjects):
        return []
    if verb.word in frames().belonging:
        return [p for prep, p in verb.obliques if prep == "to"]
    return _origin(verb)


def _origin(verb: PhraseNode) -> list[PhraseNode]:
    """The groups of "were from the White Flag", "came from its ranks", "were members of it"."""
    told = [p for p in verb.children if p.is_noun and p.place > verb.place]
    behind = [p for p in told if p.preposition == "from"]
    if behind:
        return behind
    return [p for p in told if not p.preposition and p.word in frames().members]
