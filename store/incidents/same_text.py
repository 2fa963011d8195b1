"""Reports that carry the same text: what a reader of one of them should know."""

from collections.abc import Sequence

from extract.records import Article, Check, Reading, Span
from extract.vocabulary import Severity
from store.items import Item
from store.suggestions import suggestions

KIND = "same-text"
_NAMED = 5
"""Reports that are named, at most."""


def same_text(article: Article, reports: Sequence[str]) -> tuple[Item, ...]:
    """Return the check on a report's first words that others carry its text: "3 reports, one
    origin"; nothing where `reports`, those that carry it, are not several."""
    if len(reports) < 2 or not article.blocks:
        return ()
    left = len(reports) - _NAMED
    more = f" and {left} more" if left > 0 else ""
    message = f"{len(reports)} reports, one origin: {', '.join(reports[:_NAMED])}{more}"
    first = article.blocks[0]
    check = Check("", KIND, Severity.LOW, (Span(first.start, first.end),), message)
    return suggestions(article, Reading(KIND, article.sha256, checks=(check,)))
