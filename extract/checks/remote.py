"""A reporter who writes from another country than the one reported on."""

import re
from collections import Counter
from collections.abc import Iterator

from extract.checks.page import Page, raised
from extract.lexicon import cached, table
from extract.records import Check, Entity, Label, MentionForm, Severity, Span

_DATELINE = re.compile(r"[^\n]{0,60}?\s(?:\([^()\n]{1,40}\)\s)?(?:[—–]|--?)\s")
_LEAST_MENTIONS = 3


def remote_reporters(page: Page) -> Iterator[Check]:
    """Places that the report says it was written from, in another country than those it names."""
    home = _country(page)
    if home is None:
        return
    for entity, span in _written_from(page):
        if entity.country and entity.country != home:
            yield raised(
                "remote-reporter",
                Severity.MEDIUM,
                [span],
                f"The report is from “{page.words(span)}”, the places it names mostly are not.",
            )
            return


def _country(page: Page) -> str | None:
    """The country of most places that are named, if they are many enough to tell."""
    countries = Counter(
        entity.country
        for entity in page.reading.entities
        if entity.label is Label.PLACE and entity.country
        for mention in entity.mentions
        if mention.form is not MentionForm.NOMINAL
    )
    if not countries:
        return None
    country, number = countries.most_common(1)[0]
    return country if number >= _LEAST_MENTIONS and number * 2 > countries.total() else None


def _written_from(page: Page) -> Iterator[tuple[Entity, Span]]:
    """Places behind "reporting from", and the place that opens a dateline."""
    opening = _DATELINE.match(page.text, _body_start(page))
    for entity in page.reading.entities:
        if entity.label is not Label.PLACE:
            continue
        for mention in entity.mentions:
            before = page.text[max(0, mention.start - 24) : mention.start].lower().rstrip()
            in_dateline = opening is not None and mention.start == opening.start()
            if in_dateline or before.endswith(_reporting()):
                yield entity, mention.span


def _body_start(page: Page) -> int:
    return next((b.start for b in page.article.blocks if page.is_body(b.start)), 0)


@cached
def _reporting() -> tuple[str, ...]:
    return tuple(table("checks")["reporting"]["from"])
