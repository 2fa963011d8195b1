"""Who against whom: the two sides of an incident, and who is only accused.

In the sense of ACLED and UCDP: both parties of a clash stand on their two sides, of an attack the
perpetrator on the first and those affected on the second. Whoever is accused, claims or denies it
stands apart, each with the source that says so.
"""

from collections.abc import Iterable, Iterator, Sequence

from extract.doc import Doc
from extract.entities import are_of_one_side
from extract.events import MentionIndex
from extract.incidents.acts import Act
from extract.incidents.areas import SITE, Areas, is_site
from extract.incidents.joining import Group
from extract.incidents.suspects import Suspects
from extract.records import Charge, Party, Reading, Status
from extract.vocabulary import Stance

_SAID = frozenset({Stance.ACCUSE, Stance.CLAIM, Stance.DENY})
Sides = tuple[tuple[Party, ...], tuple[Party, ...], tuple[Charge, ...]]


class Opponents:
    """Tells the sides of the incidents of one report."""

    def __init__(self, doc: Doc, reading: Reading, groups: Sequence[Group], areas: Areas) -> None:
        self._suspects = Suspects(doc, reading, groups)
        self._syntax = doc.syntax
        self._text = doc.text
        self._areas = areas
        self._index = MentionIndex(reading.entities)
        self._denied = [e for e in reading.events if e.status is Status.NEGATED and e.actors]

    def of(self, group: Group) -> Sides:
        """Both sides, and what sources say of who did it."""
        first: list[Party] = []
        second: list[Party] = []
        charges: list[Charge] = []
        for act in group.acts:
            if act.event.stance in _SAID:
                charges += [c for c in _charges(act) if not self._is_site(c.party)]
            else:
                actors = list(act.event.actors)
                if act.category.reciprocal:
                    first, second, actors = self._set_against(first, second, actors)
                first += actors
            second += act.event.targets
        first = [party for party in first if not self._is_site(party)]
        known = {self._key(charge.party) for charge in charges}
        charges += [c for c in self._suspects.of(group) if self._key(c.party) not in known]
        first, second = self._once(first), self._once(second)
        return (
            tuple(p for p in first if not self._is_only_charged(p, charges)),
            tuple(p for p in second if self._key(p) not in {self._key(q) for q in first}),
            tuple(self._once_charged(charges)),
        )

    def _is_only_charged(self, party: Party, charges: Iterable[Charge]) -> bool:
        """Whether the sentence that names a party as the doer is one that charges it."""
        number = self._sentence(party)
        return any(
            self._key(charge.party) == self._key(party) and self._sentence(charge.party) == number
            for charge in charges
        )

    def _is_site(self, party: Party) -> bool:
        """Whether it is a building or another site, which does nothing: "the embassy"."""
        return self._areas.width(party.entity) == SITE or is_site(party.telling.of(self._text))

    def _sentence(self, party: Party) -> int:
        sentence = self._syntax.sentence_at(party.start)
        return sentence.first if sentence else 0

    def _set_against(
        self, first: list[Party], second: list[Party], parties: list[Party]
    ) -> tuple[list[Party], list[Party], list[Party]]:
        """Both sides with the parties of a clash, the first named on the first side.

        Parties of one side of the conflict stand together.
        """
        for party in parties:
            here = not first or self._same_side(party, first[0])
            (first if here else second).append(party)
        return first, second, []

    def _same_side(self, party: Party, other: Party) -> bool:
        one, two = (self._index.entities.get(p.entity or "") for p in (party, other))
        if self._key(party) == self._key(other):
            return True
        return one is not None and two is not None and are_of_one_side(one, two)

    def _key(self, party: Party) -> str:
        return party.entity or f"{party.telling.start}-{party.telling.end}"

    def _once_charged(self, charges: Iterable[Charge]) -> list[Charge]:
        """Each charge of one source against one party once."""
        found: dict[tuple[str, str, str | None], Charge] = {}
        for charge in charges:
            found.setdefault((self._key(charge.party), charge.stance, charge.source), charge)
        return list(found.values())

    def _once(self, parties: Iterable[Party]) -> list[Party]:
        """Each party once, under the words that it is told with first."""
        found: dict[str, Party] = {}
        for party in parties:
            found.setdefault(self._key(party), party)
        return list(found.values())


def _charges(act: Act) -> Iterator[Charge]:
    event = act.event
    for party in event.actors:
        yield Charge(party, event.stance, event.source, event.id)
