"""People killed in an event, as low, best and high, after a numbers profile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.figures.bounds import PROFILES, bounds
from store.items import Item
from store.wording import counted

__all__ = ["PROFILES", "Toll", "range_of", "toll"]


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people killed; none where the report leaves that side open."""

    low: float | None = None
    best: float | None = None
    high: float | None = None


def toll(figures: Sequence[Item], profile: str) -> Toll:
    """What figures of people killed in one event come to.

    Figures that count the same people are claims about one number: the lowest is best, as ACLED's
    and UCDP's codebooks prefer, and the range holds them all. Different people are added up.
    """
    groups: dict[str, list[Item]] = {}
    for figure in figures:
        groups.setdefault(counted(figure.fields).casefold(), []).append(figure)
    tolls = [_of_group(group, profile) for group in groups.values()]
    return Toll(
        _sum(found.low for found in tolls),
        _sum(found.best for found in tolls),
        _sum(found.high for found in tolls),
    )


def range_of(figure: Item, profile: str) -> Toll:
    """The least, the stated and the most that one figure may mean."""
    fields = figure.fields
    if fields.get("vague"):
        try:
            low, high = bounds(str(fields["vague"]), profile)
        except KeyError:  # a word of the reader's own that no profile knows
            low, high = fields.get("low"), fields.get("high")
        return Toll(low, low, high)
    low, point, high = (fields.get(name) for name in ("low", "point", "high"))
    stated = point if point is not None else low
    exact = point if low is None and high is None else None
    return Toll(low if low is not None else exact, stated, high if high is not None else exact)


def _of_group(group: Iterable[Item], profile: str) -> Toll:
    ranges = [range_of(figure, profile) for figure in group]
    lows = [found.low for found in ranges if found.low is not None]
    stated = [found.best for found in ranges if found.best is not None]
    highs = [found.high for found in ranges]
    known = [high for high in highs if high is not None]
    return Toll(
        min(lows, default=None),
        min(stated, default=None),
        max(known) if known and len(known) == len(highs) else None,
    )


def _sum(values: Iterable[float | None]) -> float | None:
    """The sum; none where there is nothing to add or a part is open."""
    found = list(values)
    known = [value for value in found if value is not None]
    return sum(known) if found and len(known) == len(found) else None
