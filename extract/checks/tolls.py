"""The same fate of the same group with different numbers."""

from collections.abc import Iterator

from extract.checks.numbers import HARM, agree, bounds, head, told
from extract.checks.page import Page, raised
from extract.records import Check, Figure, Severity

_FACTOR = 2
"""Tolls of one event that differ by more are rather of a part and its whole."""


def tolls(page: Page) -> Iterator[Check]:
    """Figures for one event, fate and group that cannot both be true.

    Two sources that differ are worth knowing; one source that does, or none, is an error.
    """
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in page.reading.figures:
        if _is_plain_toll(page, figure):
            key = (figure.event or "", figure.fate, _group(page, figure))
            groups.setdefault(key, []).append(figure)
    for figures in groups.values():
        yield from _compared(page, figures)


def _is_plain_toll(page: Page, figure: Figure) -> bool:
    return (
        figure.event is not None
        and figure.fate in HARM
        and figure.unit is None
        and figure.role == "plain"
        and bool(head(page, figure))
        and not page.text.startswith(" of ", figure.end)
    )


def _group(page: Page, figure: Figure) -> str:
    return page.words(figure.counted).lower() if figure.counted else ""


def _compared(page: Page, figures: list[Figure]) -> Iterator[Check]:
    first = figures[0]
    for other in figures[1:]:
        if not agree(first, other) and not _are_apart(page, first, other):
            same = first.source == other.source
            yield raised(
                "tolls",
                Severity.HIGH if same else Severity.MEDIUM,
                [first.span, other.span],
                f"The report has {_told(page, first)} and {_told(page, other)} {first.fate}.",
            )
            return


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
