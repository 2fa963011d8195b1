"""Different numbers for the same people."""

from collections.abc import Iterable, Iterator

from extract.checks.page import Page, agree, bounds, head, raised, told
from extract.claims import RANGE
from extract.quantities import is_person
from extract.records import Check, Figure
from extract.vocabulary import HARM, FigureRole, Severity

_FACTOR = 2
"""Tolls of one event that differ by more are rather of a part and its whole."""
_MOST = 50
"""Counts of the same people that one is compared with."""


def tolls(page: Page) -> Iterator[Check]:
    """Find figures for one incident, outcome and group that cannot both be true.

    Two sources that differ are worth knowing; one source that does, or none, is an error. That a
    later toll replaces an earlier one is told as well.
    """
    known: set[str] = set()
    for figures in (*_same(page), *_ranges(page)):
        if known.isdisjoint(figure.id for figure in figures):
            yield from _compared(page, figures, linked=True)
        known.update(figure.id for figure in figures)
    for figures in _alike(page, known):
        yield from _compared(page, figures)


def _same(page: Page) -> Iterable[list[Figure]]:
    """Figures that are known to count the same people."""
    again = {figure.same_as for figure in page.reading.figures if figure.same_as}
    groups: dict[str, list[Figure]] = {}
    for figure in page.reading.figures:
        if figure.same_as or figure.id in again:
            groups.setdefault(figure.same_as or figure.id, []).append(figure)
    return groups.values()


def _ranges(page: Page) -> Iterator[list[Figure]]:
    """Figures of one incident of which rival sources tell."""
    for incident in page.reading.incidents:
        for toll in incident.tolls:
            if toll.rule == RANGE:
                figures = (page.figures[ident] for ident in toll.figures)
                yield [figure for figure in figures if _is_claim(figure)]


def _is_claim(figure: Figure) -> bool:
    """Whether a source says how many they are in all."""
    whole = figure.role in (FigureRole.PLAIN, FigureRole.CUMULATIVE) and figure.part_of is None
    return whole and figure.source is not None and not is_person(figure)


def _alike(page: Page, known: set[str]) -> Iterable[list[Figure]]:
    """The other figures, by incident, outcome and noun; by event where they are of no incident."""
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for figure in page.reading.figures:
        if figure.id not in known and _is_plain_toll(page, figure):
            incident = page.incident_of.get(figure.id)
            of = incident.id if incident else figure.event or ""
            groups.setdefault((of, figure.outcome, _group(page, figure)), []).append(figure)
    return groups.values()


def _is_plain_toll(page: Page, figure: Figure) -> bool:
    return (
        (figure.event is not None or figure.id in page.incident_of)
        and figure.outcome in HARM
        and figure.unit is None
        and figure.role == FigureRole.PLAIN
        and bool(head(page, figure))
        and not is_person(figure)
        and not page.text.startswith(" of ", figure.end)
    )


def _group(page: Page, figure: Figure) -> str:
    return page.words(figure.counted).lower() if figure.counted else ""


def _compared(page: Page, figures: list[Figure], linked: bool = False) -> Iterator[Check]:
    for other in figures[1 : _MOST + 1]:
        first = figures[0]
        if page.is_heading(first.start) != page.is_heading(other.start):
            continue  # `heading_figures` tells it
        if not agree(first, other) and (linked or not _are_apart(page, first, other)):
            yield raised(
                "tolls",
                _severity(first, other),
                [first.span, other.span],
                _message(page, first, other),
            )
            return


def _severity(first: Figure, other: Figure) -> Severity:
    if other.role == FigureRole.CUMULATIVE:
        return Severity.LOW
    return Severity.HIGH if first.source == other.source else Severity.MEDIUM


def _message(page: Page, first: Figure, other: Figure) -> str:
    earlier, later = _told(page, first), _told(page, other)
    if other.role == FigureRole.CUMULATIVE:
        return f"The report has {earlier} {first.outcome} and a later count of {later}."
    return f"The report has {earlier} and {later} {first.outcome}."


def _told(page: Page, figure: Figure) -> str:
    source = page.sources.get(figure.source) if figure.source else None
    return told(page, figure) + (f" (by {source.name})" if source else "")


def _are_apart(page: Page, one: Figure, other: Figure) -> bool:
    """Whether day, place, sentence or size show that two figures tell of two things."""
    sizes = sorted(max(bounds(figure)[0], 1) for figure in (one, other))
    days = one.when and other.when and one.when != other.when
    places = one.place and other.place and one.place.entity != other.place.entity
    far = sizes[1] > sizes[0] * _FACTOR
    return bool(
        days or places or far or page.sentence_at(one.start) == page.sentence_at(other.start)
    )
