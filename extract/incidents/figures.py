"""Which figures of a report belong to which of its incidents."""

from collections.abc import Iterable, Sequence

from extract.doc import Doc
from extract.incidents.acts import Act
from extract.incidents.joining import Group, is_quiet
from extract.incidents.sums import Sums
from extract.incidents.told import Told
from extract.records import Figure, Reading
from extract.vocabulary import Outcome

VICTIMS = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.MISSING, Outcome.ABDUCTED})
"""Outcomes that some act brought about, whether a figure tells which or not."""
_NEAR = 3
"""Sentences between a number of victims without an act and the act that it is counted for."""

Part = tuple[Group, Act]


class Figures:
    """Shares the figures of one report out among its incidents."""

    def __init__(self, doc: Doc, reading: Reading, groups: Sequence[Group]) -> None:
        self._doc = doc
        self._sums = Sums(doc, reading)
        self._told: dict[str, list[Part]] = {}
        for group in groups:
            for act in group.acts:
                self._told.setdefault(act.event.id, []).append((group, act))
        violent = [g for g in groups if not is_quiet(g) and not g.lead.aggregate]
        self._near, self._is_alone = Told(violent), len(violent) == 1
        self._of: dict[int, list[Figure]] = {id(group): [] for group in groups}
        for figure in sorted(reading.figures, key=lambda figure: figure.span):
            found = self._group_of(figure)
            if found is not None and (found.lead.aggregate or not self._sums.holds(figure)):
                self._of[id(found)].append(figure)

    def of(self, group: Group) -> list[Figure]:
        """Return all figures of an incident, in the order of the text."""
        return self._of[id(group)]

    def _group_of(self, figure: Figure) -> Group | None:
        """The incident that a figure counts for; none for a joint toll of several."""
        told = self._told.get(figure.event or "", [])
        groups = _groups(told)
        if len(groups) == 1:
            return groups[0]
        if groups:
            return self._one_of(figure, told)
        return self._nearest(figure) if figure.outcome in VICTIMS else None

    def _one_of(self, figure: Figure, told: Sequence[Part]) -> Group | None:
        """The incident told in the figure's sentence, and for its place."""
        number = self._doc.sentence_number(figure.start)
        here = [(group, act) for group, act in told if number in act.sentences] or list(told)
        place = figure.place.entity if figure.place else None
        there = [(group, act) for group, act in here if place and act.place == place]
        groups = _groups(there or here)
        joint = any(act.is_part for _, act in here) and len(groups) > 1
        return None if joint else groups[0]

    def _nearest(self, figure: Figure) -> Group | None:
        """The incident told next to a number of victims, the one told before it first."""
        found = self._near.nearest(self._doc.sentence_number(figure.start))
        if found is None or (found[0] > _NEAR and not self._is_alone):
            return None
        return found[1]


def _groups(told: Iterable[Part]) -> list[Group]:
    """The incidents, each once."""
    return list({id(group): group for group, _ in told}.values())
