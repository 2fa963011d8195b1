"""Which figures of a report belong to which of its incidents."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from extract.doc import Doc
from extract.doc.tables import is_labelled
from extract.incidents.acts import Act, lead_of
from extract.incidents.clusters import Cluster, Told, is_quiet
from extract.incidents.digest import Digest, Item
from extract.incidents.places import Areas
from extract.incidents.sums import Sums, overall_tolls
from extract.incidents.testimony import Testimony
from extract.incidents.words import care_words, joint_words, toll_words
from extract.records import Figure, Party, Reading
from extract.vocabulary import FigureRole, Outcome

VICTIMS = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.MISSING, Outcome.ABDUCTED})
"""Outcomes that some act brought about, whether a figure tells which or not."""
_NEAR = 3
"""Sentences between a number of victims without an act and the act that it is counted for."""

_COMMA = ", "

Part = tuple[Cluster, Act]


class Figures:
    """Shares the figures of one report out among its incidents."""

    def __init__(
        self,
        doc: Doc,
        reading: Reading,
        clusters: Sequence[Cluster],
        areas: Areas,
        digest: Digest,
    ) -> None:
        self._doc = doc
        self._areas = areas
        self._digest = digest
        self._sums = Sums(doc, reading)
        self._told: dict[str, list[Part]] = {}
        for cluster in clusters:
            for act in cluster.acts:
                self._told.setdefault(act.event.id, []).append((cluster, act))
        violent = [c for c in clusters if not is_quiet(c) and not c.lead.aggregate]
        self._near, self._is_alone = Told(violent), len(violent) == 1
        self._violent = violent
        self._at: dict[str, list[Cluster]] = {}
        self._last: tuple[int, Cluster] | None = None
        """Sentence and incident of the figure before."""
        self._parts_of: dict[str | None, list[Figure]] = {}
        for figure in reading.figures:
            self._parts_of.setdefault(figure.part_of, []).append(figure)
        self._joint: set[tuple[str, float | None]] = set()
        """Outcomes and numbers of joint tolls."""
        self._of: dict[int, list[Figure]] = {id(cluster): [] for cluster in clusters}
        shared: dict[str, Cluster] = {}
        for figure in sorted(reading.figures, key=lambda figure: figure.span):
            found = self._cluster_of(figure, shared)
            if found is not None and (_fled(figure, found) or self._is_over_places(figure, found)):
                continue
            if found is not None:
                self._last = self._number(figure), found
            if found is not None and figure.outcome in VICTIMS:
                found = self._by_place(figure, found)
            item = digest.item_at(self._number(figure))
            found = self._within(item, figure, found) if item else found
            if found is not None:
                shared[figure.id] = found
            whole = found is not None and (found.lead.aggregate or item is not None)
            if found is not None and (whole or not self._sums.holds(figure)):
                self._of[id(found)].append(figure)

        testimony = Testimony(doc)
        for share in self._of.values():
            share[:] = testimony.without(share)
        self._leave_sums_out()

    def _within(self, item: Item, figure: Figure, found: Cluster | None) -> Cluster | None:
        """The incident of the item that a figure stands in."""
        if found is not None and self._digest.item_of(found) == item:
            return found
        own = (cluster for cluster in self._violent if self._digest.item_of(cluster) == item)
        return next(own, None) if found is not None or figure.outcome in VICTIMS else None

    def _leave_sums_out(self) -> None:
        """Take from each incident the tolls of the heading that sum several up, or are joint."""
        for share in self._of.values():
            share[:] = [figure for figure in share if not self._repeats_joint(figure)]
        shares = [self._of[id(c)] for c in self._violent if not c.lead.is_background]
        gone = overall_tolls(
            shares, lambda f: self._doc.sentence_number(f.start), lead_of(self._doc)
        )
        for share in shares:
            share[:] = [figure for figure in share if figure.id not in gone]

    def _repeats_joint(self, figure: Figure) -> bool:
        """Whether a heading has the number of a joint toll: "Seven killed in clashes"."""
        heading = self._number(figure) < lead_of(self._doc)
        return heading and (figure.outcome, figure.low) in self._joint

    def _number(self, figure: Figure) -> int:
        return self._doc.sentence_number(figure.start)

    def of(self, cluster: Cluster) -> list[Figure]:
        """Return all figures of an incident, in the order of the text."""
        return self._of[id(cluster)]

    def _cluster_of(self, figure: Figure, shared: Mapping[str, Cluster]) -> Cluster | None:
        """The incident that a figure counts for; none for a joint toll of several.

        `shared` has those of the figures before it: "twelve of the injured" are of their whole's.
        """
        if figure.event is None and figure.role == FigureRole.SUBSET and self._last is not None:
            number, cluster = self._last
            if number == self._number(figure):
                return cluster  # "24, including five children"
        told = self._told.get(figure.event or "", [])
        clusters = _clusters(told)
        if len(clusters) == 1:
            if self._died_in_care(figure, clusters[0]):
                return None
            main = self._main_of_toll(figure, clusters[0])
            return main or clusters[0]
        if clusters:
            return self._one_of(figure, told)
        if figure.event is None and is_labelled(self._doc, figure.span):
            return self._of_report(figure)
        if (whole := shared.get(figure.part_of or "")) is not None:
            return whole
        return self._nearest(figure) if figure.outcome in VICTIMS else None

    def _of_report(self, figure: Figure) -> Cluster | None:
        """The incident that a number in a table or behind a label counts for, which tells no act
        itself: the one the report is on. Numbers of a place count for none that may be elsewhere,
        nor do parts of a sum."""
        outside = [c for c in self._violent if self._digest.item_of(c) is None]
        main = [cluster for cluster in outside if cluster.leads] or outside
        if len(main) != 1 or figure.outcome not in VICTIMS or figure.role == FigureRole.SUBSET:
            return None
        place = figure.place
        there = place is None or (place.entity is not None and place.entity in main[0].own_places)
        return main[0] if there else None

    def _is_over_places(self, total: Figure, cluster: Cluster) -> bool:
        """Whether a total sums up several places of which that of an incident is one: in a table
        of the dead by town the total is not that of the town that was shelled."""
        parts = self._parts_of.get(total.id, ())
        places = {part.place.entity for part in parts if part.place is not None}
        return len(places) > 1 and not places.isdisjoint(cluster.own_places)

    def _died_in_care(self, figure: Figure, cluster: Cluster) -> bool:
        """Whether it counts some of the wounded, told of where no act of the incident is."""
        number = self._number(figure)
        sentence = self._doc.sentences[number]
        told = care_words().search(self._doc.text, sentence.start, sentence.end)
        return figure.outcome == Outcome.KILLED and bool(told) and number not in cluster.sentences

    def _main_of_toll(self, figure: Figure, found: Cluster) -> Cluster | None:
        """The main incident, where "the toll" is given behind another that is told in passing.

        "He said that two of them had been shot elsewhere. The mayor put the toll at 19 dead."
        """
        main = next((cluster for cluster in self._violent if cluster.leads), None)
        number = self._number(figure)
        passing = main is not None and all(number - 1 <= n <= number for n in found.sentences)
        if not passing or found is main or found.leads or figure.outcome not in VICTIMS:
            return None
        sentence = self._doc.sentences[number]
        told = toll_words().search(self._doc.text, sentence.start, sentence.end)
        return main if told and not self._named_beside(figure) else None

    def _one_of(self, figure: Figure, told: Sequence[Part]) -> Cluster | None:
        """The incident told in the figure's sentence, and for its place."""
        number = self._doc.sentence_number(figure.start)
        here = [(cluster, act) for cluster, act in told if number in act.sentences] or list(told)
        place = figure.place.entity if figure.place else None
        there = [(cluster, act) for cluster, act in here if place and act.place == place]
        clusters = _clusters(there or here)
        joint = any(act.is_part for _, act in here) and len(clusters) > 1
        return None if joint else clusters[0]

    def _by_place(self, figure: Figure, found: Cluster) -> Cluster | None:
        """The incident at the place named beside a figure, where that is another one's.

        None for a joint toll: "257 people in Dessa and Vemu", "both bombings".
        """
        if self._is_joint(figure):
            self._joint.add((figure.outcome, figure.low))
            return None
        named = self._named_beside(figure)
        behind = next((place for place in named if place.start > figure.end), None)
        place = behind or (named[-1] if named else figure.place)
        if place is None or place.entity is None:
            return found
        if self._is_for_all(place, named):
            return None
        if any(p.entity and self._is_there(found, p.entity) for p in named or [place]):
            return found
        there = self._those_at(place.entity)
        return there[0] if len(there) == 1 else found

    def _those_at(self, place: str) -> list[Cluster]:
        """The violent incidents that may be at a place; asked once a place."""
        if place not in self._at:
            placed = (cluster for cluster in self._violent if cluster.own_places)
            self._at[place] = [cluster for cluster in placed if self._is_there(cluster, place)]
        return self._at[place]

    def _named_beside(self, figure: Figure) -> list[Party]:
        """The places that its sentence names: not "the village"."""
        sentence = self._doc.sentences[self._doc.sentence_number(figure.start)]
        first, last = (
            bisect_left(self._areas.mentions, offset, key=lambda place: place.start)
            for offset in (sentence.start, sentence.end)
        )
        inside = self._areas.mentions[first:last]
        return [place for place in inside if not place.span.of(self._doc.text).islower()]

    def _is_for_all(self, place: Party, named: Sequence[Party]) -> bool:
        """Whether a place stands in a list whose members are places of several incidents."""
        lists = (self._areas.listed(first) for first in named)
        beside = next((found for found in lists if len(found) > 1 and place in found), [])
        there = {id(g) for other in beside if other.entity for g in self._those_at(other.entity)}
        return len(there) > 1

    def _is_there(self, cluster: Cluster, place: str) -> bool:
        """Whether an incident may be at a place, as far as its own sentences tell where it was."""
        own = cluster.own_places
        return not own or any(self._areas.meet(place, other) for other in own)

    def _is_joint(self, figure: Figure) -> bool:
        """Whether a figure counts for several incidents: "the toll of both bombings"."""
        sentence = self._doc.sentences[self._doc.sentence_number(figure.start)]
        start = max(sentence.start, self._doc.text.rfind(_COMMA, sentence.start, figure.start))
        end = self._doc.text.find(_COMMA, figure.end, sentence.end)
        told = joint_words().search(self._doc.text, start, end if end >= 0 else sentence.end)
        return told is not None and len(self._violent) > 1

    def _nearest(self, figure: Figure) -> Cluster | None:
        """The incident told next to a number of victims, the one told before it first."""
        found = self._near.nearest(self._doc.sentence_number(figure.start))
        if found is None or (found[0] > _NEAR and not self._is_alone):
            return None
        return found[1]


def _fled(figure: Figure, cluster: Cluster) -> bool:
    """Whether a figure counts those who did it and got away: "two men opened fire and fled"."""
    if figure.outcome != Outcome.DISPLACED:
        return False
    doers = (party for act in cluster.acts for party in act.event.actors)
    return any(party.span.overlaps(figure.span) for party in doers)


def _clusters(told: Iterable[Part]) -> list[Cluster]:
    """The incidents, each once."""
    return list({id(cluster): cluster for cluster, _ in told}.values())
