"""A toll that is smaller than its parts together."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import isfinite

from extract.checks.page import Page, bounds, head, listed, raised, told
from extract.lexicon import cached, table
from extract.links import ANYONE, class_of
from extract.quantities import is_person
from extract.records import Check, Figure, Incident
from extract.vocabulary import HARM, FigureRole, Severity

_APART = (frozenset({"women", "men", "children"}), frozenset({"civilians", "fighters", "troops"}))
"""Classes of people of which nobody is counted under two."""


def parts_of_tolls(page: Page) -> Iterator[Check]:
    """Find groups of people who cannot overlap, and are more than all that an incident hit.

    “17 people” beside “12 women and 8 men” of one sentence.
    """
    for incident in page.reading.incidents:
        for outcome in sorted(HARM):
            figures = [f for f in _figures(page, incident) if f.outcome == outcome]
            wholes = [f for f in figures if class_of(page.text, f) == ANYONE]
            for parts in _parts(page, figures):
                if wholes and not any(_holds(whole, parts) for whole in wholes):
                    yield _check(page, max(wholes, key=lambda whole: bounds(whole)[1]), parts)
                    break


def _figures(page: Page, incident: Incident) -> list[Figure]:
    found = (page.figures[ident] for ident in incident.figures)
    return [
        f for f in found if f.role != FigureRole.EARLIER and f.unit is None and not is_person(f)
    ]


def _parts(page: Page, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """The figures of each sentence that count people apart, two or more."""
    for _, some in groupby(figures, lambda figure: page.sentence_at(figure.start)):
        here = list(some)
        for classes in _APART:
            largest: dict[str, Figure] = {}
            for figure in here:
                kind = _class(page, figure)
                known = largest.get(kind)
                if kind in classes and (known is None or bounds(known)[0] < bounds(figure)[0]):
                    largest[kind] = figure
            if len(largest) > 1:
                yield list(largest.values())


def _holds(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts together are no more than the whole; one too large is no sum's fault."""
    most = bounds(whole)[1]
    least = [bounds(part)[0] for part in parts]
    return any(not isfinite(low) or low > most for low in least) or sum(least) <= most


def _class(page: Page, figure: Figure) -> str:
    return _ages().get(head(page, figure)) or class_of(page.text, figure)


def _check(page: Page, whole: Figure, parts: Sequence[Figure]) -> Check:
    return raised(
        "parts",
        Severity.HIGH,
        [whole.span, *(part.span for part in parts)],
        f"{listed([told(page, part) for part in parts])} together are more than "
        f"{told(page, whole)}.",
    )


@cached
def _ages() -> dict[str, str]:
    return {noun: name for name, nouns in table("checks")["age"].items() for noun in nouns}
