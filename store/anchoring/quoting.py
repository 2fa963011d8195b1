"""Spans with their words and what stands around them, so that they survive a changed text."""

import sys
from collections.abc import Iterable

from extract.records import Span
from store.errors import InvalidValueError
from store.items import Quote

CONTEXT = 32
"""Characters kept on each side of the words (as W3C's TextQuoteSelector has them)."""


def quote(text: str, span: Span) -> Quote:
    """Return the span with its words and context.

    Raises:
        InvalidValueError: if the span is empty or reaches outside the text.
    """
    start, end = span.start, span.end
    if not 0 <= start < end <= len(text):
        raise InvalidValueError(
            f"no words at {start} to {end} of a text of {len(text)} characters",
            then="select words of the text",
        )
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    # Interned: the same words stand in a long report a hundred times, and in references to them.
    return Quote(start, end, sys.intern(text[start:end]), before, after)


def quotes(text: str, spans: Iterable[Span]) -> tuple[Quote, ...]:
    """Return the spans in the order of the text, each once.

    Raises:
        InvalidValueError: if a span is empty or reaches outside the text.
    """
    return tuple(quote(text, span) for span in sorted(set(spans)))


def stands(text: str, found: Quote) -> bool:
    """Return whether the words are where the quote says."""
    return text[found.start : found.end] == found.exact
