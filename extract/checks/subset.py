"""A part that is larger than its whole, or of another unit."""

from collections.abc import Iterator
from math import inf

from extract.checks.page import Page, bounds, counts_bodies, counts_people, raised, told
from extract.records import Check, Figure
from extract.vocabulary import Severity

_ABOUT = 1.05
"""A whole that is "about 1,000" may be a little larger."""


_NEAR = 6
"""Numbers before a part among which its whole is looked for."""


def subsets(page: Page) -> Iterator[Check]:
    """Yield figures told as parts of others that they cannot be parts of."""
    figures = page.reading.figures
    for place, part in enumerate(figures):
        whole = page.figures.get(part.part_of) if part.part_of else None
        if whole is not None and part.unit == whole.unit:
            before = [f for f in figures[max(0, place - _NEAR) : place] if f.id != whole.id]
            yield from _compared(page, part, whole, before)


def _compared(page: Page, part: Figure, whole: Figure, before: list[Figure]) -> Iterator[Check]:
    larger = bounds(part)[0] > min(bounds(whole)[1], (whole.point or inf) * _ABOUT)
    larger = larger and not any(_is_whole(page, part, other) for other in before)
    mixed = counts_people(page, part) and counts_bodies(page, whole)
    if not larger and not mixed:
        return
    said = f"{told(page, part)} is told as a part of {told(page, whole)}"
    faults = ["is larger than it"] * larger + ["counts people where that does not"] * mixed
    yield raised(
        "subset",
        Severity.HIGH if larger else Severity.LOW,
        [whole.span, part.span],
        f"{said} but {' and '.join(faults)}.",
    )


def _is_whole(page: Page, part: Figure, other: Figure) -> bool:
    """Whether another number of the sentence is the whole: "66 passengers and 10 crew"."""
    large = bounds(other)[1] >= bounds(part)[0]
    return large and page.sentence_at(other.start) == page.sentence_at(part.start)
