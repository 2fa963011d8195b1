"""Which figures of a report belong to which of its incidents."""

from collections.abc import Iterable, Sequence

from extract.doc import Doc
from extract.incidents.acts import Act
from extract.incidents.joining import Group, is_quiet
from extract.records import Figure, Reading
from extract.vocabulary import Outcome

VICTIMS = frozenset({Outcome.KILLED, Outcome.WOUNDED, Outcome.MISSING, Outcome.ABDUCTED})
"""Outcomes that some act brought about, whether a figure tells which or not."""
_NEAR = 3
"""Sentences between a number of victims without an act and the act that it is counted for."""

Told = tuple[Group, Act]


class Figures:
    """Shares the figures of one report out among its incidents."""

    def __init__(self, doc: Doc, reading: Reading, groups: Sequence[Group]) -> None:
        self._doc = doc
        self._told: dict[str, list[Told]] = {}
        for group in groups:
            for act in group.acts:
                self._told.setdefault(act.event.id, []).append((group, act))
        self._violent = [g for g in groups if not is_quiet(g) and not g.lead.aggregate]
        self._of: dict[int, list[Figure]] = {id(group): [] for group in groups}
        for figure in sorted(reading.figures, key=lambda figure: figure.span):
            found = self._group_of(figure)
            if found is not None:
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

    def _one_of(self, figure: Figure, told: Sequence[Told]) -> Group | None:
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
        number = self._doc.sentence_number(figure.start)
        gaps = [
            (abs(number - told), told > number, place)
            for place, group in enumerate(self._violent)
            for act in group.acts
            for told in act.sentences
        ]
        if not gaps or (min(gaps)[0] > _NEAR and len(self._violent) > 1):
            return None
        return self._violent[min(gaps)[2]]


def _groups(told: Iterable[Told]) -> list[Group]:
    """The incidents, each once."""
    return list({id(group): group for group, _ in told}.values())
