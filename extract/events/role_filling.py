"""Which noun phrases may be parties to an event, and how far their words go."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.doc.clauses import Clauses
from extract.doc.noun_phrases import is_people
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

    def actors(self, places: Iterable[int], clauses: Clauses, category: Category) -> list[Party]:
        """Return those of the phrases that may do what events of the class are."""
        acting = category.name != GENERAL
        return self._parties(places, clauses, category, acting=acting, patient=False)

    def targets(self, places: Iterable[int], clauses: Clauses, category: Category) -> list[Party]:
        """Return those of the phrases that an event of the class may affect."""
        return self._parties(places, clauses, category, acting=category.people, patient=True)

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
        places: Iterable[int],
        clauses: Clauses,
        category: Category,
        *,
        acting: bool,
        patient: bool,
    ) -> list[Party]:
        wields = not patient and category.name != GENERAL
        found: dict[object, Party] = {}
        for place in filter(clauses.is_noun, places):
            wielders = self._wielders(place, clauses) if wields else []
            found |= {party.entity or party.span: party for party in wielders}
            if wielders:
                continue
            party = self._fitting(place, clauses, category, acting=acting, patient=patient)
            if party is not None:
                found.setdefault(party.entity or party.span, party)
        return list(found.values())

    def _wielders(self, place: int, clauses: Clauses) -> list[Party]:
        """Whose a weapon or vehicle is, which acts in their stead."""
        wielded = clauses.head(place) in frames().wielded
        return self._owners.of(place, clauses) if wielded else []

    def _fitting(
        self, place: int, clauses: Clauses, category: Category, *, acting: bool, patient: bool
    ) -> Party | None:
        """The party that a noun phrase names; none where it cannot have the role."""
        general = category.name == GENERAL
        if self._stands_for_nothing(place, clauses, armed=patient and category.disarms):
            return None
        if not general and self._is_measure(place, clauses):
            return None
        party = self._party(place, clauses, category, patient=patient)
        if general or (patient and clauses.head(place) in SEVERAL | IMPERSONAL | ONE):
            return party
        head = self._meant(party, place, clauses)
        named = acting and self._is_named(place, clauses)
        return party if named or self._fits(party, head, acting=acting) else None

    def _fits(self, party: Party, head: str, *, acting: bool) -> bool:
        """Whether somebody is meant; `acting` asks for people and organisations."""
        if party.entity is None and acting:
            return is_people(head) or head in frames().organisations or bears_arms(head)
        if party.entity is None:
            return head not in _EXPLETIVE and not _is_happening(head)
        entity = self._index.entities[party.entity]
        return not acting or entity.label in _ACTING or is_country(entity.name)

    def _is_named(self, place: int, clauses: Clauses) -> bool:
        """Whether a name that is no entity stands where a doer does: "blamed on the Iron Hand"."""
        phrase = clauses.phrases[place]
        alone = self._entity(place, clauses) is None and phrase.head > phrase.first
        named = self._syntax.pos[phrase.head] == "PROPN"
        article = self._syntax.lower(phrase.first) == "the"
        return alone and named and article and self._syntax.word(phrase.head)[:1].isupper()

    def _meant(self, party: Party, place: int, clauses: Clauses) -> str:
        """The noun that tells who is meant: "teachers" of "thousands of teachers"."""
        if party.telling != party.span:
            return head_of(party.telling.of(self._syntax.text))
        head = clauses.head(place)
        behind = [p for prep, p in clauses.modifiers(place) if prep == "of"]
        return clauses.head(behind[0]) if behind and head in frames().quantities else head

    def _party(self, place: int, clauses: Clauses, category: Category, *, patient: bool) -> Party:
        named = self._named_beside(place, clauses)
        first, last = clauses.extent(named)
        if last - first > 1 and clauses.syntax.lower(first) == "that":
            first += 1  # the conjunction of "said that troops fired", which taggers take for a word
        party = Party(*self._syntax.span_of(first, last), self._entity(named, clauses))
        head = clauses.phrases[named].head
        if clauses.head(named) not in SEVERAL | IMPERSONAL | ONE:
            base = clauses.phrases[named]
            start = base.first if first <= base.first <= head else first
            return replace(party, head=Span(*self._syntax.span_of(start, head + 1)))
        act = category.incident is not None or category.reciprocal
        meant = self._pronouns.meant(head, patient=patient, act=act)
        return replace(party, entity=meant.entity, head=meant.words) if meant else party

    def _stands_for_nothing(self, place: int, clauses: Clauses, *, armed: bool) -> bool:
        """Whether nobody is meant; `armed` lets weapons be what is affected."""
        head, first = clauses.head(place), clauses.phrases[place].first
        if {head, self._syntax.lower(first)} & NEGATORS:
            return True  # "No group claimed it", "nobody was hurt"
        if head in _RELATIVE or (head in frames().instruments and not armed):
            return True
        return self._is_dated(*self._syntax.span_of(*_head_of(place, clauses)))

    def _is_dated(self, start: int, end: int) -> bool:
        """Whether the words are of a date."""
        place = bisect_right(self._dates, (start, end)) - 1
        return any(a < end and start < b for a, b in self._dates[max(place, 0) : place + 2])

    def _is_measure(self, place: int, clauses: Clauses) -> bool:
        """Whether it is a distance, a direction or a number: "about 28 km southwest"."""
        phrase = clauses.phrases[place]
        words = {self._syntax.lower(token) for token in range(phrase.first, phrase.last)}
        return clauses.head(place) in frames().measures or (
            self._syntax.pos[phrase.head] == "NUM" and bool(words & frames().measures)
        )

    def _named_beside(self, place: int, clauses: Clauses) -> int:
        """The name that stands in apposition to a description: "the president, Mr Mason"."""
        if self._entity(place, clauses) is not None:
            return place
        beside = [p for p in clauses.children(place) if clauses.role(p) == "appos"]
        return next((p for p in beside if self._entity(p, clauses) is not None), place)

    def _entity(self, place: int, clauses: Clauses) -> str | None:
        start, end = self._syntax.span_of(*_head_of(place, clauses))
        known = self._index.party_at(start, end)
        return known.entity if known else None


def _head_of(place: int, clauses: Clauses) -> tuple[int, int]:
    head = clauses.phrases[place].head
    return head, head + 1


def _is_happening(noun: str) -> bool:
    """Whether the noun itself states an event: "the clashes spread"."""
    entries = triggers().entries.get(noun, ())
    return any(
        not entry.verbal and len(entry.words) == 1 and entry.beside is None for entry in entries
    )
