"""Quotation marks that do not close."""

from collections.abc import Iterator
from itertools import zip_longest

from extract.checks.page import Page, raised
from extract.doc.quotations import Quotation
from extract.records import Check, Span
from extract.vocabulary import Severity

_SHOWN_WORDS = 6


def unclosed_quotations(page: Page) -> Iterator[Check]:
    """Find quotations without a closing mark that do not go on in the next paragraph.

    By custom a quotation of several paragraphs is closed in the last one only; but one that begins
    within a sentence ends with it.
    """
    for quotation, after in zip_longest(page.quotations, page.quotations[1:]):
        worded = any(sign.isalnum() for sign in quotation.span.of(page.text))
        if worded and not quotation.closed and not _goes_on(page, quotation, after):
            yield raised(
                "unclosed-quotation",
                Severity.MEDIUM,
                [Span(quotation.start, quotation.start + 1), quotation.span],
                f"The quotation {_opening(page, quotation)} is opened but not closed, so "
                "nobody can tell where the quoted words end.",
            )


def _goes_on(page: Page, quotation: Quotation, after: Quotation | None) -> bool:
    if after is None or not after.carried:
        return False
    first = page.text[quotation.start + 1 : quotation.start + 2]
    return not first.islower()


def _opening(page: Page, quotation: Quotation) -> str:
    words = page.words(quotation.span).strip("“”\"'`„«").split()
    return f"“{' '.join(words[:_SHOWN_WORDS])}{' …' if len(words) > _SHOWN_WORDS else ''}”"
