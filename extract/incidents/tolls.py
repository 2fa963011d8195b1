"""How many an incident killed, wounded, ...: its claims, and what they come to.

Counts follow the practice of UCDP and Airwars: a later count of the same people replaces an earlier
one, rival sources span a range from the lowest to the highest, a part is in its whole, disjoint
groups add up, persons named without a number count as one each.
"""

from collections.abc import Sequence

from extract.claims import PERSONS, STATED, Claim, claim_of, number_of
from extract.incidents.acts import Act
from extract.incidents.clusters import Cluster
from extract.incidents.persons import Affected, Persons
from extract.incidents.relating import OUTCOMES, counts, whole
from extract.quantities import is_person
from extract.records import Figure, Toll
from extract.vocabulary import Outcome


class Tolls:
    """Counts the victims of the incidents of one report."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def of(self, cluster: Cluster, told: Sequence[Figure]) -> tuple[Toll, ...]:
        """Return the tolls of an incident from its figures, which are related, one for each
        outcome that is reported."""
        dead = self._persons.of(Outcome.KILLED, whole(told, Outcome.KILLED), cluster.acts)
        tolls = (self._toll(outcome, told, cluster.acts, dead) for outcome in OUTCOMES)
        return tuple(toll for toll in tolls if toll)

    def _toll(
        self, outcome: Outcome, told: Sequence[Figure], acts: Sequence[Act], dead: Affected | None
    ) -> Toll | None:
        claims = whole(told, outcome)
        of_all = [figure for figure in told if counts(figure, outcome)]
        figures = tuple(figure.id for figure in of_all)
        sources = tuple(dict.fromkeys(figure.source for figure in of_all if figure.source))
        times = self._persons.multiplied(acts) if outcome == Outcome.KILLED else None
        nobody = _is_none(claims) and not (
            dead and self._persons.is_contradicted(claims, dead, acts)
        )
        if nobody or (_are_numbers(claims) and not _is_none(claims)):
            return _of_numbers(outcome, claims, figures, sources)
        if times:
            return Toll(outcome, times, times, times, STATED, figures, sources)
        found = self._persons.of(outcome, claims, acts)
        if found and dead and outcome == Outcome.WOUNDED:
            found = found.without(dead)
        if found is None:
            return None
        return Toll(outcome, found.least, found.least, found.most, PERSONS, figures, sources)


def _are_numbers(claims: Sequence[Figure]) -> bool:
    return any(not is_person(figure) for figure in claims)


def _is_none(claims: Sequence[Figure]) -> bool:
    """Whether they count nobody: "none of those doctors were killed", beside one who was."""
    return bool(claims) and not any(figure.low or figure.point or figure.high for figure in claims)


def _of_numbers(
    outcome: Outcome,
    claims: Sequence[Figure],
    figures: tuple[str, ...],
    sources: tuple[str, ...],
) -> Toll | None:
    groups: dict[str, list[Claim]] = {}
    for figure in claims:
        groups.setdefault(figure.same_as or figure.id, []).append(_claim(figure))
    number = number_of(groups.values())
    known = [end for end in (number.best, number.low, number.high) if end is not None]
    if not known:
        return None
    low = number.low if number.low is not None else known[0]
    return Toll(outcome, low, known[0], number.high, number.rule, figures, sources)


def _claim(figure: Figure) -> Claim:
    return claim_of(
        figure.low,
        figure.point,
        figure.high,
        role=figure.role,
        qualifier=figure.qualifier,
        source=figure.source,
        start=figure.start,
    )
