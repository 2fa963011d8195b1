"""Who against whom: the two sides of an incident, and who is only accused.

In the sense of ACLED and UCDP: both parties of a clash stand on their two sides, of an attack the
perpetrator on the first and those affected on the second. Whoever is accused, claims or denies it
stands apart, each with the source that says so.
"""

from collections.abc import Iterable, Iterator, Sequence

from extract.doc import Doc
from extract.entities import EntityIndex, are_of_one_side, bears_arms, side_of
from extract.events import who_is_meant
from extract.incidents.acts import Act
from extract.incidents.clusters import Cluster, Twins
from extract.incidents.joining import is_gathering
from extract.incidents.places import SITE, Areas, is_site
from extract.incidents.suspects import Suspects
from extract.lexicon import cached, table
from extract.lexicon.closed import PERSONAL
from extract.links import is_anyone
from extract.records import Charge, Party, Reading
from extract.vocabulary import EventType, Label, Stance

_SAID = frozenset({Stance.ACCUSE, Stance.CLAIM, Stance.DENY})
_OPPOSED = {"government", "opposition"}
Sides = tuple[tuple[Party, ...], tuple[Party, ...], tuple[Charge, ...]]
Opposed = tuple[dict[str, Party], dict[str, Party]]
"""The parties of two sides by who they are, each under the words that it is told with first."""


class Opponents:
    """Tells the sides of the incidents of one report."""

    def __init__(
        self, doc: Doc, reading: Reading, clusters: Sequence[Cluster], areas: Areas, twins: Twins
    ) -> None:
        self._suspects = Suspects(doc, reading, clusters)
        self._twins = twins
        self._doc = doc
        self._text = doc.text
        self._areas = areas
        self._index = EntityIndex(reading.entities)
        self._speakers = {source.id: source.entity for source in reading.sources if source.entity}

    def of(self, cluster: Cluster) -> Sides:
        """Return both sides, and what sources say of who did it."""
        stated = [act for act in cluster.acts if act.event.stance not in _SAID]
        told = self._without_excuses(stated)
        fought = cluster.is_battle and len(told) == len(stated)
        said = (act for act in cluster.acts if act.event.stance in _SAID)
        charges = [charge for act in said for charge in _charges(act)]
        known = {self._key(charge.party) for charge in charges}
        about = [c for twin in self._twins.of(cluster) for c in self._suspects.of(twin)]
        charges += [charge for charge in about if self._key(charge.party) not in known]
        charges = [charge for charge in charges if not self._is_site(charge.party)]
        first, second = self._fighting(told) if fought else ([], [])
        if not (first and second):
            doing, met = _force_on_protest(told)
            hit = cluster.acts if fought or not cluster.is_battle else told
            plain = self._doers(doing), self._once([*self._hit(hit), *met])
            first, second = self._clashing(told) or plain
        first = [p for p in first if not self._is_only_charged(p, charges, cluster.acts)]
        if not (first or charges or cluster.is_battle):
            first = self._suspects.unnamed(cluster)
        keys = {self._key(party) for party in first}
        second = [party for party in second if self._key(party) not in keys]
        return tuple(first), tuple(second), tuple(self._once_charged(charges))

    def _without_excuses(self, acts: Sequence[Act]) -> Sequence[Act]:
        """Acts without those by which their doer alone makes it a fight: "it had targeted
        militants", where others say that a strike hit a school."""
        others = [act for act in acts if not (act.is_battle and self._is_own_account(act))]
        fights = any(act.is_battle for act in others)
        hit = [party for act in others for party in act.event.targets]
        return acts if fights or not hit or any(map(self._bears_arms, hit)) else others

    def _is_own_account(self, act: Act) -> bool:
        """Whether who did it is who says so."""
        speaker = self._speakers.get(act.event.source or "")
        return speaker is not None and any(p.entity == speaker for p in act.event.actors)

    def _doers(self, acts: Iterable[Act]) -> list[Party]:
        """Who did it, each once; no buildings."""
        actors = (party for act in acts for party in act.event.actors)
        return self._telling(self._once(party for party in actors if not self._is_site(party)))

    def _hit(self, acts: Iterable[Act]) -> list[Party]:
        """Whom or what it befell, each once; no whole places beside people and things."""
        targets = self._once(party for act in acts for party in act.event.targets)
        narrow = [party for party in targets if not self._is_town(party)]
        return self._telling(narrow or targets)

    def _telling(self, parties: Sequence[Party]) -> list[Party]:
        """Parties without those that tell less than another: "people", "it", "the attackers".

        "11 villagers", "people", "the villagers", "seven people" are the villagers.
        """
        by_words: dict[str, Party] = {}
        for party in parties:
            by_words.setdefault(who_is_meant(party, self._text), party)
        told = [party for words, party in by_words.items() if self._tells(party, words)]
        return told or list(parties)[:1]

    def _tells(self, party: Party, words: str) -> bool:
        *_, noun = "", *party.telling.of(self._text).lower().split()
        broad = is_anyone(words) or words in PERSONAL
        return noun not in _roles() and (party.entity is not None or not broad)

    def _clashing(self, acts: Iterable[Act]) -> tuple[list[Party], list[Party]] | None:
        """Those who clash with each other, armed or not: "between the Reds and the Blues"."""
        for act in acts:
            parties = self._once(act.event.actors)
            if act.category.reciprocal and act.event.kind == EventType.BATTLES and parties[1:]:
                return parties[:1], parties[1:]
        return None

    def _fighting(self, acts: Iterable[Act]) -> tuple[list[Party], list[Party]]:
        """The armed parties of a battle on its two sides, the first named on the first one.

        Parties of one side of the conflict stand together; whom somebody fights stands against
        them: "rebels captured 40 soldiers".
        """
        sides: Opposed = ({}, {})
        for act in acts:
            against = 0
            for number, party in enumerate(filter(self._bears_arms, act.event.actors)):
                usual = min(number, 1) if act.category.reciprocal else 0
                against = self._put(party, sides, usual)
            for party in filter(self._bears_arms, act.event.targets):
                self._put(party, sides, 1 - against if act.event.actors else 1)
        return list(sides[0].values()), list(sides[1].values())

    def _put(self, party: Party, sides: Opposed, usual: int) -> int:
        """Put a party on its side, the usual one where nothing tells it; the side's number."""
        near = (n for n in (0, 1) if any(self._same_side(party, p) for p in sides[n].values()))
        against = any(self._are_opposed(party, other) for other in sides[0].values())
        number = next(near, 1 if against else usual if sides[0] else 0)
        sides[number].setdefault(self._key(party), party)
        return number

    def _bears_arms(self, party: Party) -> bool:
        words = party.telling.of(self._text)
        return not is_site(words) and (self._index.is_armed(party) or bears_arms(words))

    def _is_town(self, party: Party) -> bool:
        entity = self._index.entities.get(party.entity or "")
        return entity is not None and entity.label is Label.PLACE and not self._is_site(party)

    def _is_only_charged(
        self, party: Party, charges: Iterable[Charge], acts: Iterable[Act]
    ) -> bool:
        """Whether a party is charged, and the doer by that sentence, a pronoun or what others say.

        "Rebels say the army hit the house", with the rebels' accusation behind, states no doer.
        """
        same = [charge for charge in charges if self._key(charge.party) == self._key(party)]
        number = self._doc.sentence_number(party.start)
        here = any(self._doc.sentence_number(charge.party.start) == number for charge in same)
        if not same or here or party.span.of(self._text).lower() in PERSONAL:
            return bool(same)
        does = (act for act in acts if self._key(party) in map(self._key, act.event.actors))
        return all(act.event.source for act in does)

    def _is_site(self, party: Party) -> bool:
        """Whether it is a building or another site, which does nothing: "the embassy"."""
        return self._areas.width(party.entity) == SITE or is_site(party.telling.of(self._text))

    def _same_side(self, party: Party, other: Party) -> bool:
        if self._key(party) == self._key(other):
            return True
        one, two = (self._index.entities.get(p.entity or "") for p in (party, other))
        if one is not None and two is not None and one.side and two.side:
            return are_of_one_side(one, two)
        mine, theirs = self._side(party), self._side(other)
        return bool(mine) and mine == theirs

    def _are_opposed(self, party: Party, other: Party) -> bool:
        """Whether two parties are known to be of the two sides of the conflict."""
        return {self._side(party), self._side(other)} == _OPPOSED

    def _side(self, party: Party) -> str:
        """The side of the conflict that a party is of, by its entity, else by its words."""
        entity = self._index.entities.get(party.entity or "")
        told = side_of(party.telling.of(self._text).split() or [""])
        return (entity.side if entity else "") or (told.party if told else "")

    def _key(self, party: Party) -> str:
        return party.entity or f"{party.telling.start}-{party.telling.end}"

    def _once_charged(self, charges: Iterable[Charge]) -> list[Charge]:
        """Each charge of one source against one party once; one without a source only alone."""
        found: dict[tuple[str, str, str | None], Charge] = {}
        for charge in charges:
            found.setdefault((self._key(charge.party), charge.stance, charge.source), charge)
        sourced = {(party, stance) for party, stance, source in found if source}
        return [
            charge
            for (party, stance, source), charge in found.items()
            if source or (party, stance) not in sourced
        ]

    def _once(self, parties: Iterable[Party]) -> list[Party]:
        """Each party once, under the words that it is told with first."""
        found: dict[str, Party] = {}
        for party in parties:
            found.setdefault(self._key(party), party)
        return list(found.values())


def _force_on_protest(acts: Sequence[Act]) -> tuple[Sequence[Act], list[Party]]:
    """The acts of those who did it; where force met a protest, those who protested apart."""
    force = [act for act in acts if act.event.actors and not is_gathering(act)]
    met = [party for act in acts if is_gathering(act) for party in act.event.actors]
    return (force, met) if force and met else (acts, [])


def _charges(act: Act) -> Iterator[Charge]:
    event = act.event
    for party in event.actors:
        yield Charge(party, event.stance, event.source, event.id)


@cached
def _roles() -> frozenset[str]:
    """Nouns for whoever did it: "the attackers"."""
    return frozenset(table("incidents")["party"]["roles"])
