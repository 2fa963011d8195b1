"""A figure in a heading that the body does not carry."""

from collections.abc import Iterator

from extract.checks.page import Page, agree, bounds, counts_people, head, listed, raised, told
from extract.quantities import is_person
from extract.records import Check, Figure
from extract.vocabulary import HARM, MATERIAL, Severity

_MOST = 200
"""Figures of the body that one in a heading is compared with; no report has more of a kind."""


def heading_figures(page: Page) -> Iterator[Check]:
    """Find figures of harm in the title or a heading that no figure of the body agrees with."""
    body: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in page.reading.figures:
        if page.is_body(figure.start):
            body.setdefault((figure.outcome, figure.unit), []).append(figure)
    for figure in page.reading.figures:
        harm = figure.outcome in HARM | MATERIAL and not is_person(figure)
        if harm and page.is_heading(figure.start):
            yield from _compared(page, figure, body.get((figure.outcome, figure.unit), [])[:_MOST])


def _compared(page: Page, figure: Figure, alike: list[Figure]) -> Iterator[Check]:
    rivals = _of_the_same(page, figure, alike)
    own = _of_its_incident(page, figure, rivals)
    if _is_carried(figure, own) or _is_sum(figure, rivals):
        return
    rivals = [rival for rival in own if not is_person(rival)]
    if len(rivals) < len(own):
        # "four dead" above "two women, a man and a child": some are told one by one
        rivals = [rival for rival in rivals if bounds(rival)[0] > bounds(figure)[1]]
    if rivals:
        others = listed([told(page, rival) for rival in rivals[:3]])
        yield raised(
            "heading-figure",
            Severity.HIGH,
            [figure.span, *(rival.span for rival in rivals[:3])],
            f"The heading says {told(page, figure)}, but the text has {others}.",
        )
    elif not own and not any(agree(figure, other) for other in alike):
        yield raised(
            "heading-figure",
            Severity.MEDIUM,
            [figure.span],
            f"The heading says {told(page, figure)}, and the text gives no such number.",
        )


def _of_the_same(page: Page, figure: Figure, alike: list[Figure]) -> list[Figure]:
    """The figures of one outcome that count the same, at best by the same noun."""
    noun = head(page, figure)
    same = [f for f in alike if head(page, f) == noun]
    if same:
        return same
    if noun and not counts_people(page, figure):
        return []
    return [f for f in alike if not head(page, f) or counts_people(page, f)]


def _of_its_incident(page: Page, figure: Figure, rivals: list[Figure]) -> list[Figure]:
    """Those that belong to the same incident; all where none does, or the heading's to none.

    "Blast kills 14" is not borne out by the 14 who died in another blast.
    """
    incident = page.incident_of.get(figure.id)
    own = [rival for rival in rivals if incident and page.incident_of.get(rival.id) is incident]
    return own or rivals


def _is_carried(figure: Figure, rivals: list[Figure]) -> bool:
    """Whether a figure of the body, or the sum of them, agrees with the heading."""
    return any(agree(figure, rival) for rival in rivals) or _is_sum(figure, rivals)


def _is_sum(figure: Figure, rivals: list[Figure]) -> bool:
    """Whether the figures together come to the heading's."""
    low, high = bounds(figure)
    total = sum(rival.point or rival.low or 0 for rival in rivals)
    return len(rivals) > 1 and low <= total <= high
