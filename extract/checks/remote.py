"""A reporter who writes from another country than the one reported on."""

from collections import Counter
from collections.abc import Iterator

from extract.checks.page import Page, raised
from extract.doc.datelines import dateline_at
from extract.gazetteer import country_named, name_of_country
from extract.lexicon import cached, table
from extract.records import Check, Entity, Span
from extract.vocabulary import Label, MentionForm, Severity

_MAIN, _SMALL = 0.5, 0.25
"""Shares of the mentions of places: more than the first tells what a report is about, less than the
second that a country is hardly spoken of."""


def remote_reporters(page: Page) -> Iterator[Check]:
    """Yield places that the report says it was written from, in a country it hardly speaks of."""
    spoken = _countries(page)
    home, number = max(spoken.items(), key=lambda item: item[1], default=("", 0))
    if number <= spoken.total() * _MAIN or not _is_named(page, home):
        return
    for entity, span in _written_from(page):
        if entity.country and spoken[entity.country] < spoken.total() * _SMALL:
            yield raised(
                "remote-reporter",
                Severity.MEDIUM,
                [span],
                f"The report is from “{page.words(span)}” but tells mostly of "
                f"{name_of_country(home) or home}.",
            )
            return


def _countries(page: Page) -> Counter[str]:
    """How often places of each country are named."""
    return Counter(
        entity.country
        for entity in page.reading.entities
        if entity.label is Label.PLACE and entity.country
        for mention in entity.mentions
        if mention.form is not MentionForm.NOMINAL
    )


def _is_named(page: Page, country: str) -> bool:
    """Whether a country is named itself; towns alone are easily taken for their namesakes."""
    return any(
        country_named(page.words(mention.span)) == country
        for entity in page.reading.entities
        if entity.country == country
        for mention in entity.mentions
    )


def _written_from(page: Page) -> Iterator[tuple[Entity, Span]]:
    """Places behind "reporting from", and the place that opens a dateline."""
    opening = _opening(page)
    for entity in page.reading.entities:
        if entity.label is not Label.PLACE:
            continue
        for mention in entity.mentions:
            before = page.text[max(0, mention.start - 24) : mention.start].lower().rstrip()
            in_dateline = opening is not None and mention.start == opening.start
            if in_dateline or before.endswith(_reporting()):
                yield entity, mention.span


def _opening(page: Page) -> Span | None:
    """The dateline that opens the first paragraph, if one does."""
    start = next((b.start for b in page.article.blocks if page.is_body(b.start)), 0)
    return dateline_at(page.doc, start)


@cached
def _reporting() -> tuple[str, ...]:
    return tuple(table("checks")["reporting"]["from"])
