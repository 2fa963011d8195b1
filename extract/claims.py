"""What claims on numbers of people come to: low, best and high, as the conflict codebooks count.

Claims on the same people are about one number. Of rival sources the lowest is the best, as ACLED's
and UCDP's codebooks prefer, and the range holds them all; a later toll replaces what was told
before it, which stays in the range. What one source tells again with a larger number is corrected;
with a smaller one it tells of a part. Numbers of different people are added up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.vocabulary import FigureRole, Qualifier

STATED = "stated"
LATER = "later"
SUM = "sum"
RANGE = "range"
PERSONS = "persons"
"""Persons told of without a number, counted one by one."""
_HALF = 2
"""A number that is smaller by more is of a part."""
_BESIDE = 60
"""Code points from a number to one put beside it: "25 people, or 30 according to residents"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one figure says of a number of people; none where it leaves that end open."""

    low: float | None
    best: float | None
    """The number stated, else the lowest."""
    high: float | None
    role: str = FigureRole.PLAIN
    """One of `FigureRole`."""
    is_capped: bool = False
    """Whether it states the most: "up to 30"."""
    source: str | None = None
    """Who claims it; none for the report itself."""
    start: int = 0
    """Where its number words stand, in code points."""


def claim_of(
    low: float | None,
    point: float | None,
    high: float | None,
    *,
    role: str,
    qualifier: object,
    source: str | None,
    start: int,
) -> Claim:
    """Return what a figure claims; without bounds it means what it states."""
    exact = point if low is None and high is None else None
    return Claim(
        low if low is not None else exact,
        point if point is not None else low,
        high if high is not None else exact,
        role,
        qualifier == Qualifier.UP_TO,
        source,
        start,
    )


@dataclass(frozen=True, slots=True)
class Number:
    """A number of people; none where the report leaves that end open."""

    low: float | None = None
    best: float | None = None
    high: float | None = None
    rule: str = field(default=STATED, compare=False)
    """How it was made: stated, later, sum or range."""


def number_of(groups: Iterable[Sequence[Claim]]) -> Number:
    """Return what claims come to; those of a group, in the order of the text, are on the same
    people, and different groups on different ones."""
    found = [_of_group(group) for group in groups]
    return Number(
        _sum(number.low for number in found),
        _sum(number.best for number in found),
        _sum(number.high for number in found),
        SUM if len(found) > 1 else found[0].rule if found else STATED,
    )


def _of_group(group: Sequence[Claim]) -> Number:
    last = max((n for n, claim in enumerate(group) if _replaces(claim)), default=0)
    known = [c for c in group[last:] if c.role != FigureRole.EARLIER] or list(group)
    standing = _rivals(known)
    replaced = [claim for claim in group if claim not in known]
    stated = [claim.best for claim in standing if claim.best is not None]
    lows = [claim.low for claim in (*replaced, *standing) if claim.low is not None]
    return Number(
        min(lows, default=None),
        min(stated, default=None),
        _most(standing, replaced),
        LATER if last else _rule(standing),
    )


def _rivals(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that their own source corrects, and those that are of a part."""
    found: list[Claim] = []
    for place, claim in enumerate(claims):
        own = next((one for one in found if one.source == claim.source), None)
        if own is None or 0 < claim.start - own.start < _BESIDE:
            if not any(_is_of_part(claim, one) for one in found):
                found.append(claim)
        elif _stated(claim) == _stated(own):
            found.append(claim)
        elif _stated(claim) > _stated(own) and not _is_settled(claims, place, own):
            found = [one for one in found if one.source != claim.source] + [claim]
    return found


def _is_of_part(claim: Claim, other: Claim) -> bool:
    """Whether a number is too small to be of all, where two sources do not contradict each other:
    "one man died on the spot, police said", of seven dead."""
    rivals = claim.source is not None and other.source is not None
    return not rivals and _stated(claim) * _HALF < _stated(other)


def _is_settled(claims: Sequence[Claim], place: int, own: Claim) -> bool:
    """Whether a number has been told more often than a larger one, which is then of others."""
    larger = sum(_stated(claim) == _stated(claims[place]) for claim in claims)
    return sum(_stated(claim) == _stated(own) for claim in claims[:place]) > larger


def _stated(claim: Claim) -> float:
    ends = (claim.best, claim.low, claim.high)
    return next((end for end in ends if end is not None), 0.0)


def _most(standing: Sequence[Claim], replaced: Iterable[Claim]) -> float | None:
    """The highest claim; none where one that stands is open and above all others: "at least 14"."""
    known = [claim.high for claim in standing if claim.high is not None]
    least = max((c.low for c in standing if c.high is None and c.low is not None), default=None)
    capped = any(claim.is_capped for claim in standing)
    if not known or (least is not None and not capped and least > max(known)):
        return None
    return max([*known, *(claim.high for claim in replaced if claim.high is not None)])


def _rule(standing: Sequence[Claim]) -> str:
    return RANGE if len({_stated(claim) for claim in standing}) > 1 else STATED


def _replaces(claim: Claim) -> bool:
    """Whether it is a toll that takes in what was told before."""
    return claim.role == FigureRole.CUMULATIVE


def _sum(values: Iterable[float | None]) -> float | None:
    """The sum; none where there is nothing to add or a part is open."""
    found = list(values)
    known = [value for value in found if value is not None]
    return sum(known) if found and len(known) == len(found) else None
