"""Different numbers for the same people."""

from collections.abc import Iterator

from extract.checks.page import HARM, Page, agree, bounds, head, raised, told
from extract.records import Check, Figure, Severity

_FACTOR = 2
"""Tolls of one event that differ by more are rather of a part and its whole."""
_MOST = 50
"""Counts of the same people that one is compared with."""


def tolls(page: Page) -> Iterator[Check]:
    """Figures for one event, outcome and group that cannot both be true.

    Two sources that differ are worth knowing; one source that does, or none, is an error. That a
    later toll replaces an earlier one is told as well.
    """
    for figures in _rivals(page).values():
        yield from _compared(page, figures)


def _rivals(page: Page) -> dict[tuple[str, ...], list[Figure]]:
    """Figures that count the same people, else the same noun."""
    groups: dict[tuple[str, ...], list[Figure]] = {}
    of_noun: dict[tuple[str, ...], list[Figure]] = {}
    again = {figure.same_as for figure in page.reading.figures if figure.same_as}
    for figure in page.reading.figures:
        if figure.same_as or figure.id in again:
            groups.setdefault((figure.same_as or figure.id,), []).append(figure)
        if _is_plain_toll(page, figure):
            key = (figure.event or "", figure.outcome, _group(page, figure))
            of_noun.setdefault(key, []).append(figure)
    told = {id(figure) for figures in groups.values() for figure in figures}
    rest = {k: [f for f in some if id(f) not in told] for k, some in of_noun.items()}
    return {**groups, **{key: some for key, some in rest.items() if some}}


def _is_plain_toll(page: Page, figure: Figure) -> bool:
    return (
        figure.event is not None
        and figure.outcome in HARM
        and figure.unit is None
        and figure.role == "plain"
        and bool(head(page, figure))
        and not page.text.startswith(" of ", figure.end)
    )


def _group(page: Page, figure: Figure) -> str:
    return page.words(figure.counted).lower() if figure.counted else ""


def _compared(page: Page, figures: list[Figure]) -> Iterator[Check]:
    first = figures[0]
    for other in figures[1 : _MOST + 1]:
        linked = first.id == other.same_as
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
    if other.role == "cumulative":
        return Severity.LOW
    return Severity.HIGH if first.source == other.source else Severity.MEDIUM


def _message(page: Page, first: Figure, other: Figure) -> str:
    earlier, later = _told(page, first), _told(page, other)
    if other.role == "cumulative":
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
