"""Figures and events that no source stands behind."""

from collections.abc import Iterator

from extract.checks.page import Page, listed, raised, told
from extract.records import Check
from extract.vocabulary import HARM, MATERIAL, Severity, Status

_MOST_TOLD = 3
_LEAST_EVENTS = 3
_EVENTS_SHARE = 0.5


def unsourced_figures(page: Page) -> Iterator[Check]:
    """Yield all figures of harm in the body that nobody is named for, in one check."""
    bare = [
        figure
        for figure in page.reading.figures
        if figure.source is None
        and figure.outcome in HARM | MATERIAL
        and not page.said.cover(figure.start)
    ]
    if bare:
        more = len(bare) - _MOST_TOLD
        names = [told(page, figure) for figure in bare[:_MOST_TOLD]]
        names += [f"{more} more"] * (more > 0)
        yield raised(
            "unsourced-figures",
            Severity.MEDIUM,
            [figure.span for figure in bare],
            f"Nobody is named as the source of {listed(names)}.",
        )


def unsourced_events(page: Page) -> Iterator[Check]:
    """Yield events of the news that nobody is named for, where they are half of them or more."""
    events = [e for e in page.reading.events if e.status is Status.ACTUAL and e.kind != "Other"]
    bare = [event for event in events if event.source is None]
    if len(bare) >= max(_LEAST_EVENTS, len(events) * _EVENTS_SHARE):
        yield raised(
            "unsourced-events",
            Severity.LOW,
            [event.span for event in bare],
            f"{len(bare)} of the {len(events)} events are told without a source.",
        )
