"""A figure in a heading that the body does not carry."""

from collections.abc import Iterator

from extract.checks.numbers import HARM, MATERIAL, agree, bounds, counts_people, head, listed, told
from extract.checks.page import Page, raised
from extract.records import Check, Figure, Severity


def heading_figures(page: Page) -> Iterator[Check]:
    """Figures of harm in the title or a heading that no figure of the body agrees with."""
    body = [f for f in page.reading.figures if page.is_body(f.start)]
    for figure in page.reading.figures:
        if figure.fate in HARM | MATERIAL and page.is_heading(figure.start):
            yield from _compared(page, figure, body)


def _compared(page: Page, figure: Figure, body: list[Figure]) -> Iterator[Check]:
    rivals = _of_the_same(page, figure, body)
    if _is_carried(figure, rivals):
        return
    if rivals:
        others = listed([told(page, rival) for rival in rivals[:3]])
        yield raised(
            "heading-figure",
            Severity.HIGH,
            [figure.span, *(rival.span for rival in rivals[:3])],
            f"The heading says {told(page, figure)}, but the text has {others}.",
        )
    elif not _is_written(page, figure, body):
        yield raised(
            "heading-figure",
            Severity.MEDIUM,
            [figure.span],
            f"The heading says {told(page, figure)}, and the text gives no such number.",
        )


def _of_the_same(page: Page, figure: Figure, body: list[Figure]) -> list[Figure]:
    """Figures of the body that tell the same fate of the same, at best by the same noun."""
    alike = [f for f in body if f.fate == figure.fate and f.unit == figure.unit]
    noun = head(page, figure)
    same = [f for f in alike if head(page, f) == noun]
    if same:
        return same
    if noun and not counts_people(page, figure):
        return []
    return [f for f in alike if not head(page, f) or counts_people(page, f)]


def _is_carried(figure: Figure, rivals: list[Figure]) -> bool:
    """Whether a figure of the body, or the sum of them, agrees with the heading."""
    if any(agree(figure, rival) for rival in rivals):
        return True
    low, high = bounds(figure)
    total = sum(rival.point or rival.low or 0 for rival in rivals)
    return len(rivals) > 1 and low <= total <= high


def _is_written(page: Page, figure: Figure, body: list[Figure]) -> bool:
    """Whether the body has the number, whatever it counts there."""
    return any(agree(figure, other) for other in body if other.unit == figure.unit)
