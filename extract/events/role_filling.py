"""Which noun phrases may be parties to an event, and how far their words go."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.doc.clauses import Clauses
from extract.doc.noun_phrases import is_people
from extract.doc.phrase_node import PhraseNode
from extract.doc.quotations import Quotation
from extract.doc.syntax import Syntax
from extract.entities import EntityIndex, bears_arms, head_of
from extract.events.affiliation import Owners
from extract.events.pronouns import IMPERSONAL, ONE, SEVERAL, Pronouns
from extract.events.trigger_lexicon import GENERAL, Category, Hit, triggers
from extract.events.words import frames
from extract.gazetteer import is_country
from extract.lexicon.closed import NEGATORS
from extract.records import Party, Span, When
from extract.vocabulary import Label

_RELATIVE = frozenset({"who", "which", "that", "whom", "what", "whoever"})
_EXPLETIVE = frozenset({"it", "there"})
_ACTING = frozenset({Label.PERSON, Label.GROUP, Label.ORG, Label.MEDIA})


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

    def named_before(self, hit: Hit, clauses: Clauses) -> list[Party]:
        """Return who is named right before a trigger noun: "a Red Dawn attack",
        "the Galan murder"."""
        place = clauses.place_of(hit.head)
        if hit.verbal or not clauses.is_noun(place):
            return []
        first = clauses.phrases[place].first
        if first == hit.first:
            return []
        start, end = self._syntax.span_of(first, hit.first)
        named = [p for p in self._index.parties_in(start, end) if self._index.label(p) in _ACTING]
        return [party for party in named if not self._is_dated(party.start, party.end)]

    def side_before(self, hit: Hit, clauses: Clauses) -> list[Party]:
        """Return which side a word right before a trigger noun tells: "a rebel attack"."""
        place = clauses.place_of(hit.head)
        if hit.verbal or not clauses.is_noun(place) or hit.category.possessor_target:
            return []
        return self._owners.before(clauses.phrases[place].first, hit.first)

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
        wielded = phrase.word in frames().wielded
        return self._owners.of(phrase) if wielded else []

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
        """The noun that tells who is meant: "teachers" of "thousands of teachers"."""
        if party.telling != party.span:
            return head_of(party.telling.of(self._syntax.text))
        head = phrase.word
        behind = [p for prep, p in phrase.modifiers if prep == "of"]
        return behind[0].word if behind and head in frames().quantities else head

    def _party(self, phrase: PhraseNode, category: Category, *, patient: bool) -> Party:
        named = self._named_beside(phrase)
        first, last = named.extent
        if last - first > 1 and self._syntax.lower(first) == "that":
            first += 1  # the conjunction of "said that troops fired", which taggers take for a word
        party = Party(*self._syntax.span_of(first, last), self._entity(named))
        head = named.head
        if named.word not in SEVERAL | IMPERSONAL | ONE:
            start = named.first if first <= named.first <= head else first
            return replace(party, head=Span(*self._syntax.span_of(start, head + 1)))
        act = category.incident is not None or category.reciprocal
        meant = self._pronouns.meant(head, patient=patient, act=act)
        return replace(party, entity=meant.entity, head=meant.words) if meant else party

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


def _is_happening(noun: str) -> bool:
    """Whether the noun itself states an event: "the clashes spread"."""
    entries = triggers().entries.get(noun, ())
    return any(
        not entry.verbal and len(entry.words) == 1 and entry.beside is None for entry in entries
    )
