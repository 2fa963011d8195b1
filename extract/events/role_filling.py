"""Which noun phrases may be parties to an event, and how far their words go.

Also whose weapon strikes, whose attack it is, and whose the attackers are said to be: "government
artillery", "a rebel attack", "the gunmen belonged to the Sand Hawks".
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.doc.clauses import Clauses
from extract.doc.morphology import singular
from extract.doc.phrase_node import PhraseNode, nodes_in
from extract.doc.quotations import Quotation
from extract.doc.syntax import Syntax
from extract.doc.words import is_people
from extract.entities import (
    EntityIndex,
    bears_arms,
    collective_nouns,
    head_of,
    is_side_modifier,
    names_armed_people,
    party_told_by,
)
from extract.events.pronouns import IMPERSONAL, ONE, SEVERAL, Pronouns
from extract.events.trigger_lexicon import ATTACK, GENERAL, Category, Hit, triggers
from extract.events.words import frames
from extract.gazetteer import is_country
from extract.lexicon.closed import NEGATORS, POSSESSIVES
from extract.records import Entity, Party, Span, When
from extract.vocabulary import Label

_RELATIVE = frozenset({"who", "which", "that", "whom", "what", "whoever"})
_EXPLETIVE = frozenset({"it", "there"})
_OWNING = frozenset({Label.PERSON, Label.GROUP, Label.ORG})
"""Those who may use weapons."""
_ACTING = _OWNING | {Label.MEDIA}
_BELONGING = frozenset({"of", "from"})
"""Between a weapon and those whose it is."""


class RoleFiller:
    """Makes parties of noun phrases, those turned down that cannot do or suffer anything."""

    def __init__(
        self,
        syntax: Syntax,
        index: EntityIndex,
        dates: Sequence[When],
        quotations: Iterable[Quotation] = (),
    ) -> None:
        self._syntax = syntax
        self._index = index
        self._owners = Owners(syntax, index)
        self._pronouns = Pronouns(syntax, index, quotations)
        self._dates = sorted((when.start_offset, when.end_offset) for when in dates)

    def actors(self, phrases: Iterable[PhraseNode], category: Category) -> list[Party]:
        """Return those of the phrases that may do what events of the class are."""
        acting = category.name != GENERAL
        return self._parties(phrases, category, acting=acting, patient=False)

    def targets(self, phrases: Iterable[PhraseNode], category: Category) -> list[Party]:
        """Return those of the phrases that an event of the class may affect."""
        return self._parties(phrases, category, acting=category.people, patient=True)

    def named_before(self, hit: Hit, phrase: PhraseNode | None) -> list[Party]:
        """Return who is named right before a trigger noun: "a Red Dawn attack",
        "the Galan murder"."""
        if hit.verbal or phrase is None or not phrase.is_noun or phrase.first == hit.first:
            return []
        start, end = self._syntax.span_of(phrase.first, hit.first)
        named = [p for p in self._index.parties_in(start, end) if self._index.label(p) in _ACTING]
        return [party for party in named if not self._is_dated(party.start, party.end)]

    def side_before(self, hit: Hit, phrase: PhraseNode | None) -> list[Party]:
        """Return which side a word right before a trigger noun tells: "a rebel attack"."""
        if hit.verbal or hit.category.possessor_target or phrase is None or not phrase.is_noun:
            return []
        return self._owners.before(phrase.first, hit.first)

    def _parties(
        self,
        phrases: Iterable[PhraseNode],
        category: Category,
        *,
        acting: bool,
        patient: bool,
    ) -> list[Party]:
        wields = not patient and category.name != GENERAL
        found: dict[object, Party] = {}
        for phrase in phrases:
            if not phrase.is_noun:
                continue
            wielders = self._wielders(phrase) if wields else []
            found |= {party.entity or party.span: party for party in wielders}
            if wielders:
                continue
            party = self._fitting(phrase, category, acting=acting, patient=patient)
            if party is not None:
                found.setdefault(party.entity or party.span, party)
        return list(found.values())

    def _wielders(self, phrase: PhraseNode) -> list[Party]:
        """Whose a weapon or vehicle is, which acts in their stead."""
        if phrase.word not in frames().wielded:
            return []
        return self._owners.of(phrase) or self._owner_meant(phrase)

    def _owner_meant(self, phrase: PhraseNode) -> list[Party]:
        """Whom a possessive before a weapon means: "its aircraft"."""
        token = phrase.first
        if token == phrase.head or self._syntax.lower(token) not in POSSESSIVES:
            return []
        meant = self._pronouns.meant(token, patient=False, act=False)
        if meant is None or meant.entity is None:
            return []
        words = Span(*self._syntax.span_of(token, phrase.head + 1))
        return [Party(words.start, words.end, meant.entity, meant.words)]

    def _fitting(
        self, phrase: PhraseNode, category: Category, *, acting: bool, patient: bool
    ) -> Party | None:
        """The party that a noun phrase names; none where it cannot have the role."""
        general = category.name == GENERAL
        if self._stands_for_nothing(phrase, armed=patient and category.disarms):
            return None
        if not general and self._is_measure(phrase):
            return None
        party = self._party(phrase, category, patient=patient)
        if general or (patient and phrase.word in SEVERAL | IMPERSONAL | ONE):
            return party
        head = self._meant(party, phrase)
        named = acting and self._is_named(phrase)
        return party if named or self._fits(party, head, acting=acting) else None

    def _fits(self, party: Party, head: str, *, acting: bool) -> bool:
        """Whether somebody is meant; `acting` asks for people and organisations."""
        if party.entity is None and acting:
            return is_people(head) or head in frames().organisations or bears_arms(head)
        if party.entity is None:
            return head not in _EXPLETIVE and not _is_happening(head)
        entity = self._index.entities[party.entity]
        return not acting or entity.label in _ACTING or is_country(entity.name)

    def _is_named(self, phrase: PhraseNode) -> bool:
        """Whether a name that is no entity stands where a doer does: "blamed on the Iron Hand"."""
        alone = self._entity(phrase) is None and phrase.head > phrase.first
        named = phrase.pos(phrase.head) == "PROPN"
        article = phrase.low(phrase.first) == "the"
        return alone and named and article and self._syntax.word(phrase.head)[:1].isupper()

    def _meant(self, party: Party, phrase: PhraseNode) -> str:
        """The noun that tells who is meant: "teachers" of "thousands of teachers", "two of the
        teachers"."""
        if party.telling != party.span:
            return head_of(party.telling.of(self._syntax.text))
        head = phrase.word
        behind = [p for prep, p in phrase.modifiers if prep == "of"]
        if not behind:
            return head
        part = phrase.pos(phrase.head) == "NUM" and behind[0].word not in frames().attackers
        return behind[0].word if part or head in frames().quantities else head

    def _party(self, phrase: PhraseNode, category: Category, *, patient: bool) -> Party:
        named = self._named_beside(phrase)
        first, last = named.extent
        if _is_accused(named):
            last = named.last  # "accused the rebels of the ambush": the act is not theirs to name
        if last - first > 1 and self._syntax.lower(first) == "that":
            first += 1  # the conjunction of "said that troops fired", which taggers take for a word
        party = Party(*self._syntax.span_of(first, last), self._entity(named))
        head = named.head
        if party.entity is None and (owner := self._owner_of_men(named)) is not None:
            party = replace(party, entity=owner)
        if named.word not in SEVERAL | IMPERSONAL | ONE:
            start = named.first if first <= named.first <= head else first
            return replace(party, head=Span(*self._syntax.span_of(start, head + 1)))
        act = category.incident is not None or category.reciprocal
        meant = self._pronouns.meant(head, patient=patient, act=act)
        return replace(party, entity=meant.entity, head=meant.words) if meant else party

    def _owner_of_men(self, phrase: PhraseNode) -> str | None:
        """The organisation whose "its forces", "his men" are."""
        own = phrase.first != phrase.head and phrase.low(phrase.first) in POSSESSIVES
        if not own or not (names_armed_people(phrase.word) or phrase.word in frames().followers):
            return None
        meant = self._pronouns.meant(phrase.first, patient=False, act=False)
        if meant is None:
            return None
        named = self._index.parties_in(meant.words.start, meant.words.end)
        groups = [p for p in named if self._index.label(p) in (Label.GROUP, Label.ORG)]
        return groups[0].entity if groups else None

    def _stands_for_nothing(self, phrase: PhraseNode, *, armed: bool) -> bool:
        """Whether nobody is meant; `armed` lets weapons be what is affected."""
        head, first = phrase.word, phrase.first
        if {head, self._syntax.lower(first)} & NEGATORS:
            return True  # "No group claimed it", "nobody was hurt"
        if head in _RELATIVE or (head in frames().instruments and not armed):
            return True
        return self._is_dated(*self._syntax.span_of(*_head_of(phrase)))

    def _is_dated(self, start: int, end: int) -> bool:
        """Whether the words are of a date."""
        place = bisect_right(self._dates, (start, end)) - 1
        return any(a < end and start < b for a, b in self._dates[max(place, 0) : place + 2])

    def _is_measure(self, phrase: PhraseNode) -> bool:
        """Whether it is a distance, a direction or a number: "about 28 km southwest"."""
        words = {phrase.low(token) for token in range(phrase.first, phrase.last)}
        return phrase.word in frames().measures or (
            phrase.pos(phrase.head) == "NUM" and bool(words & frames().measures)
        )

    def _named_beside(self, phrase: PhraseNode) -> PhraseNode:
        """The name that stands in apposition to a description: "the president, Mr Mason"."""
        if self._entity(phrase) is not None:
            return phrase
        beside = [p for p in phrase.children if p.role == "appos"]
        return next((p for p in beside if self._entity(p) is not None), phrase)

    def _entity(self, phrase: PhraseNode) -> str | None:
        start, end = self._syntax.span_of(*_head_of(phrase))
        known = self._index.party_at(start, end)
        return known.entity if known else None


def _head_of(phrase: PhraseNode) -> tuple[int, int]:
    head = phrase.head
    return head, head + 1


def _is_accused(phrase: PhraseNode) -> bool:
    verb = phrase.governor
    accuses = verb is not None and verb.is_verb and verb.word in frames().accusing
    return accuses and phrase.role in ("obj", "subjpass")


def _is_happening(noun: str) -> bool:
    """Whether the noun itself states an event: "the clashes spread"."""
    entries = triggers().entries.get(noun, ())
    return any(
        not entry.verbal and len(entry.words) == 1 and entry.beside is None for entry in entries
    )


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
        owners = [*phrase.possessors]  # a list of our own: a phrase may keep what it was asked
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
        return self._index.label(party) in _OWNING or is_country(name)

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
    """Yield a trigger for each verb or noun that says which group attackers mentioned before
    belong to."""
    category = triggers().categories.get(ATTACK)
    if category is None:
        return
    for phrase in nodes_in(clauses).nodes:
        if group_of(phrase):
            head = phrase.head
            yield Hit(head, head + 1, head, category, verbal=phrase.is_verb, weak=False)


def is_membership(phrase: PhraseNode) -> bool:
    """Return whether a verb, or a noun with its apposition, says whose attackers mentioned before
    are."""
    return bool(group_of(phrase))


def group_of(verb: PhraseNode) -> list[PhraseNode]:
    """Return the groups that attackers are said to be of; none of another verb or noun.

    "The killers, members of the Red Column, fled" tells as much.
    """
    if verb.is_noun:
        told = verb.word in frames().attackers and not verb.modifiers
        beside = [p for p in verb.children if p.role == "appos"] if told else []
        return [p for p in beside if p.word in frames().members and p.modifiers]
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
