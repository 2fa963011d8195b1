"""Figures that rest on one source under all its names."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.checks.page import Page, counts_civilians, listed, raised
from extract.records import Check, Figure, Source
from extract.vocabulary import HARM, MATERIAL, Label, Severity

_LEAST_FIGURES = 3
_SHARE = 0.5
_MOST_NAMES = 5
_SHORT = 4
"""Letters of the longest pronoun."""


def single_sources(page: Page) -> Iterator[Check]:
    """Find sources of most figures of the report, or of most on civilians, or on all others."""
    told = [f for f in page.reading.figures if f.outcome in HARM | MATERIAL]
    civil = [counts_civilians(page, f) for f in told]
    parts = {
        "figures of harm": told,
        "figures on civilians": [f for f, is_civil in zip(told, civil, strict=True) if is_civil],
        "figures on fighters and positions": [
            f for f, is_civil in zip(told, civil, strict=True) if not is_civil
        ],
    }
    reported: set[str] = set()
    for name, figures in parts.items():
        source, resting = _chief(page, figures)
        if source is None or source.id in reported or len(resting) < _LEAST_FIGURES:
            continue
        if len(resting) > len(figures) * _SHARE:
            reported.add(source.id)
            yield _check(page, source, resting, f"{len(resting)} of {len(figures)} {name}")


def _chief(page: Page, figures: Sequence[Figure]) -> tuple[Source | None, list[Figure]]:
    """The source that most of the figures rest on, and these figures."""
    by_source: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.source is not None:
            by_source[figure.source].append(figure)
    if not by_source:
        return None, []
    ident, resting = max(by_source.items(), key=lambda item: len(item[1]))
    return page.sources.get(ident), resting


def _other_names(page: Page, source: Source) -> list[str]:
    """What else an organisation is called; the short names of a person tell nobody more."""
    entity = page.entities.get(source.entity or "")
    if entity is not None and entity.label is Label.PERSON:
        return []
    names = (page.words(mention) for mention in source.mentions)
    bare = (name.removeprefix("the ").removeprefix("The ") for name in names)
    return [name for name in dict.fromkeys(bare) if name != source.name and len(name) > _SHORT]


def _check(page: Page, source: Source, resting: list[Figure], share: str) -> Check:
    others = [f"“{name}”" for name in _other_names(page, source)][:_MOST_NAMES]
    also = f", also called {listed(others)}" if others else ""
    return raised(
        "single-source",
        Severity.MEDIUM,
        [figure.span for figure in resting],
        f"{share} rest on one source, {source.name}{also}.",
    )
