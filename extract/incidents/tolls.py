"""How many an incident killed, wounded, ...: the claims of its sentences, and what they come to.

Counts follow the practice of UCDP and Airwars: a later count of the same people replaces an earlier
one, rival sources span a range from the lowest to the highest, a part is in its whole, disjoint
groups add up, persons named without a number count as one each.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.doc import Doc
from extract.incidents.acts import Act
from extract.incidents.clusters import Cluster
from extract.incidents.persons import Affected, Persons
from extract.lexicon import table
from extract.links import ANYONE, class_of, is_broad, same_people
from extract.quantities import is_person
from extract.records import Figure, Reading, Toll
from extract.vocabulary import FigureRole, Outcome

OUTCOMES = (
    Outcome.KILLED,
    Outcome.WOUNDED,
    Outcome.MISSING,
    Outcome.ABDUCTED,
    Outcome.CAPTURED,
    Outcome.DISPLACED,
)
"""What tolls are kept of."""
STATED = "stated"
LATER = "later"
SUM = "sum"
RANGE = "range"
PERSONS = "persons"


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one sentence says of one outcome."""

    low: float
    best: float
    high: float | None
    source: str | None
    classes: frozenset[str]
    """What it counts: people at large, civilians, fighters, or a noun."""
    further: bool
    """Whether it counts people beside those told before."""
    later: bool
    """Whether it replaces what was reported before."""

    def plus(self, other: "_Claim") -> "_Claim":
        """Return both together."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return replace(
            self,
            low=self.low + other.low,
            best=self.best + other.best,
            high=high,
            classes=self.classes | other.classes,
        )

    def excludes(self, other: "_Claim") -> bool:
        """Return whether nobody can be counted by both: seven rebels and eight soldiers."""
        told = self.classes | other.classes
        apart = not self.classes & other.classes and not any(map(is_broad, told))
        return apart and not told.isdisjoint(table("incidents")["count"]["sided"])

    def is_rival_of(self, other: "_Claim") -> bool:
        """Return whether another source counts the same people at large."""
        others = bool(self.source and other.source and self.source != other.source)
        return others and ANYONE in self.classes


class Tolls:
    """Counts the victims of the incidents of one report."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self._doc = doc
        self._text = doc.text
        self._persons = Persons(doc, reading)
        self._repeated = _repeated(doc)

    def of(self, cluster: Cluster, figures: Iterable[Figure]) -> tuple[Toll, ...]:
        """Return the tolls of an incident from its figures,
        one for each outcome that is reported."""
        one = [replace(f, event="", same_as=None) for f in figures if not self._is_repeated(f)]
        told = same_people(one, self._doc.syntax)
        dead = self._persons.of(Outcome.KILLED, _whole(told, Outcome.KILLED), cluster.acts)
        tolls = (self._toll(outcome, told, cluster.acts, dead) for outcome in OUTCOMES)
        return tuple(toll for toll in tolls if toll)

    def _is_repeated(self, figure: Figure) -> bool:
        """Whether its sentence stands in the report before, word for word."""
        return self._doc.sentence_number(figure.start) in self._repeated

    def _toll(
        self,
        outcome: Outcome,
        told: Sequence[Figure],
        acts: Sequence[Act],
        dead: Affected | None,
    ) -> Toll | None:
        counts = [f for f in told if _counts(f, outcome)]
        whole = _whole(told, outcome)
        claims = self._claims(_exact(whole))
        if dead and outcome == Outcome.KILLED and not any(claim.best for claim in claims):
            claims = []  # "none of those doctors were killed", beside one who was
        figures = tuple(f.id for f in counts)
        sources = tuple(dict.fromkeys(f.source for f in counts if f.source))
        times = self._persons.multiplied(acts) if outcome == Outcome.KILLED else None
        if times and not claims:
            return Toll(outcome, times, times, times, STATED, figures, sources)
        if claims:
            low, best, high, rule = _adopted(claims)
            return Toll(outcome, low, best, high, rule, figures, sources)
        found = self._persons.of(outcome, whole, acts)
        if found and dead and outcome == Outcome.WOUNDED:
            found = found.without(dead)
        if found is None:
            return None
        return Toll(outcome, found.least, found.least, found.most, PERSONS, figures, sources)

    def _claims(self, figures: Iterable[Figure]) -> list[_Claim]:
        """What each sentence with a number says, in the order of the text."""
        by_sentence: dict[int, list[Figure]] = {}
        for figure in figures:
            by_sentence.setdefault(self._doc.sentence_number(figure.start), []).append(figure)
        claims = (self._claim(told) for told in by_sentence.values())
        return [claim for claim in claims if claim]

    def _claim(self, told: Sequence[Figure]) -> _Claim | None:
        """The sum of a sentence; none where it has persons without a number."""
        if all(is_person(f) and f.role != FigureRole.ADDITIVE for f in told):
            return None
        known = {f.id for f in told}
        people: dict[str, list[Figure]] = {}
        for figure in told:
            same = figure.same_as if figure.same_as in known else None
            people.setdefault(same or figure.id, []).append(figure)
        ranges = [found for found in map(_range, people.values()) if found]
        if not ranges:
            return None
        numbers = [f for f in told if not is_person(f)] or list(told)
        highs = [high for _, _, high in ranges]
        return _Claim(
            sum(low for low, _, _ in ranges),
            sum(best for _, best, _ in ranges),
            None if None in highs else sum(high for high in highs if high),
            numbers[0].source,
            frozenset(class_of(self._text, f) for f in numbers),
            all(f.role == FigureRole.ADDITIVE for f in told),
            any(f.role == FigureRole.CUMULATIVE for f in told),
        )


def _repeated(doc: Doc) -> set[int]:
    """Numbers of the sentences that stand in the report before, word for word: of captions."""
    known: set[str] = set()
    found: set[int] = set()
    for number, sentence in enumerate(doc.sentences):
        words = " ".join(doc.text[sentence.start : sentence.end].split())
        if words in known:
            found.add(number)
        known.add(words)
    return found


def _counts(figure: Figure, outcome: Outcome) -> bool:
    return figure.outcome == outcome and figure.unit is None and figure.role != FigureRole.EARLIER


def _whole(told: Iterable[Figure], outcome: Outcome) -> list[Figure]:
    """The figures of an outcome, without those that are a part of another one of them."""
    counts = [figure for figure in told if _counts(figure, outcome)]
    known = {figure.id for figure in counts}
    return [figure for figure in counts if figure.part_of not in known]


def _exact(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures that say a number, where some do: not "scores" beside "18"."""
    exact = [figure for figure in figures if figure.vague is None and not is_person(figure)]
    return [f for f in figures if f.vague is None] if exact else figures


def _adopted(claims: Sequence[_Claim]) -> tuple[float, float, float | None, str]:
    """Low, best, high, and the rule: later tolls replace, further victims add, rivals span."""
    start = max((place for place, claim in enumerate(claims) if claim.later), default=0)
    whole, rivals, rule = claims[start], [], LATER if start else STATED
    for place, claim in enumerate(claims[start + 1 :], start + 1):
        if claim.further or (claim.best != whole.best and whole.excludes(claim)):
            whole, rule = whole.plus(claim), SUM
        elif claim.best == whole.best:
            continue
        elif claim.is_rival_of(whole):
            rivals.append(claim)
        elif claim.best > whole.best and not _is_settled(claims, place, whole):
            whole = claim
    if not rivals:
        return whole.low, whole.best, whole.high, rule
    all_claims = [whole, *rivals]
    highs = [claim.high if claim.high is not None else claim.best for claim in all_claims]
    best = max(claim.best for claim in all_claims)
    return min(claim.low for claim in all_claims), best, max(highs), RANGE


def _is_settled(claims: Sequence[_Claim], place: int, whole: _Claim) -> bool:
    """Whether a number has been told more often than a larger one, which is then of others."""
    larger = sum(claim.best == claims[place].best for claim in claims)
    return sum(claim.best == whole.best for claim in claims[:place]) > larger


def _range(people: Sequence[Figure]) -> tuple[float, float, float | None] | None:
    """Low, best and high of the claims on the same people of one sentence."""
    later = max(
        (n for n, figure in enumerate(people) if figure.role == FigureRole.CUMULATIVE), default=0
    )
    claims = [(f, least) for f in people[later:] if (least := _least(f)) is not None]
    if not claims:
        return None
    bounded = [f.high if f.high is not None else least for f, least in claims]
    high = None if all(f.high is None for f, _ in claims) else max(bounded)
    return min(least for _, least in claims), claims[-1][1], high


def _least(figure: Figure) -> float | None:
    return next((n for n in (figure.low, figure.point, figure.high) if n is not None), None)
