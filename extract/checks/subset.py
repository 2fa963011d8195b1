"""A part that is larger than its whole, or of another unit."""

from collections.abc import Iterator
from math import inf

from extract.checks.numbers import bounds, counts_bodies, counts_people, told
from extract.checks.page import Page, raised
from extract.records import Check, Figure, Severity

_ABOUT = 1.05
"""A whole that is "about 1,000" may be a little larger."""


def subsets(page: Page) -> Iterator[Check]:
    """Figures told as parts of others that they cannot be parts of."""
    for part in page.reading.figures:
        whole = page.figures.get(part.part_of) if part.part_of else None
        if whole is not None and part.unit == whole.unit:
            yield from _compared(page, part, whole)


def _compared(page: Page, part: Figure, whole: Figure) -> Iterator[Check]:
    larger = bounds(part)[0] > min(bounds(whole)[1], (whole.point or inf) * _ABOUT)
    mixed = counts_people(page, part) and counts_bodies(page, whole)
    larger = larger and not any(_fits(page, part, whole, other) for other in page.reading.figures)
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


def _fits(page: Page, part: Figure, whole: Figure, other: Figure) -> bool:
    """Whether another number of the same sentence is the whole: "66 passengers and 10 crew"."""
    return (
        other.start < part.start
        and other.id != whole.id
        and bounds(other)[1] >= bounds(part)[0]
        and page.sentence_at(other.start) == page.sentence_at(part.start)
    )
