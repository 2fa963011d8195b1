"""What the sources of an incident count, by day of publication: what a plot draws."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from store.incidents.accounts import Claim
from store.incidents.values import Column
from store.incidents.wording import best


@dataclass(frozen=True, slots=True)
class Point:
    """What one source says on one day."""

    day: date
    low: float
    best: float
    high: float | None
    """None where the top is open."""


def speaker(claim: Claim) -> str:
    """Return who makes a claim: the source, or the report's publisher."""
    return claim.source or claim.publisher


def letters() -> Iterator[str]:
    """Yield the marks of sources, one after the other; after z all are `*`."""
    yield from "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    while True:
        yield "*"


def marks(claims: Iterable[Claim]) -> dict[str, str]:
    """Return a letter for each source that gives a number, in the order of its claims."""
    named = dict.fromkeys(speaker(claim) for claim in claims if claim.values.tolls)
    return dict(zip(named, letters(), strict=False))


def by_source(claims: Iterable[Claim], column: Column) -> dict[str, tuple[Point, ...]]:
    """Return what each source says of a column that counts people, day by day."""
    found: dict[str, list[Point]] = {}
    for claim in claims:
        toll = claim.values.tolls.get(column)
        number = best(toll) if toll else None
        if toll is None or number is None or claim.published is None:
            continue
        low = number if toll.low is None else toll.low
        high = None if toll.high is None else max(number, toll.high)
        point = Point(claim.published, min(low, number), number, high)
        found.setdefault(speaker(claim), []).append(point)
    return {name: tuple(sorted(points, key=lambda one: one.day)) for name, points in found.items()}
