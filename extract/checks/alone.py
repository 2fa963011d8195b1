"""Incidents that one source alone stands behind."""

from collections.abc import Iterator

from extract.checks.page import Page, listed, raised
from extract.checks.single import single_sources
from extract.records import Check, Incident, Source
from extract.vocabulary import Severity

_MOST_TOLD = 3


def lone_sources(page: Page) -> Iterator[Check]:
    """Find violent incidents of the news for which one source is named, in one check a source.

    Those that rest on figures alone of which `single_sources` tells the same are left out.
    """
    known = {span for check in single_sources(page) for span in check.spans}
    by_source: dict[str, list[Incident]] = {}
    for incident in page.news:
        spans = {page.figures[ident].span for ident in incident.figures}
        if len(incident.sources) == 1 and not (spans and spans <= known):
            by_source.setdefault(incident.sources[0], []).append(incident)
    for ident, incidents in by_source.items():
        if ident in page.sources:
            yield _check(page, page.sources[ident], incidents)


def _check(page: Page, source: Source, incidents: list[Incident]) -> Check:
    more = len(incidents) - _MOST_TOLD
    names = [page.called(incident) for incident in incidents[:_MOST_TOLD]]
    names += [f"{more} more"] * (more > 0)
    return raised(
        "one-source",
        Severity.MEDIUM if any(incident.tolls for incident in incidents) else Severity.LOW,
        [incident.mentions[0] for incident in incidents],
        f"No source but {source.name} is named for {listed(names)}.",
    )
