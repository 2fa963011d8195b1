"""Sentences that shout: the check that a recipe adds."""

from collections.abc import Iterator

from extract.checks.page import Page, raised
from extract.records import Check, Span
from extract.vocabulary import Severity


def shouts(page: Page) -> Iterator[Check]:
    """Exclamation marks in the reporter's own words."""
    for place, sign in enumerate(page.text):
        if sign == "!" and not page.quoted.cover(place):
            span = Span(place, place + 1)
            yield raised("shouting", Severity.LOW, [span], "The report shouts.")
