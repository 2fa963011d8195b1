"""Where words come from, in a form that can be quoted."""

import re

from extract.records import Article, Span

_ENDS = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)|$")


def citation(article: Article, at: int | None = None) -> str:
    """Return title, publisher, date, page and address: "Heavy clashes …, Al Jazeera, 29 July 2021".

    The page is that of the code point `at`, of reports that have pages."""
    day = article.published
    dated = f"{day.day} {day:%B %Y}" if day else ""
    page = "" if at is None else page_words(article, at)
    parts = (f"“{article.title}”", article.publisher or "", dated, page, article.url or "")
    return ", ".join(part for part in parts if part)


def page_words(article: Article, offset: int) -> str:
    """Return "p. 3" for what stands on that page; nothing for a report without pages."""
    page = article.page_at(offset)
    return f"p. {page}" if page else ""


def sentence_around(article: Article, span: Span) -> Span:
    """Return the sentence that a span begins in: inside its block,
    up to a full stop before a space."""
    block = next((b for b in article.blocks if b.start <= span.start < b.end), None)
    start, end = (block.start, block.end) if block else (span.start, span.end)
    for match in _ENDS.finditer(article.text, start, end):
        if match.end() > span.start:
            return Span(start, match.end())
        start = match.end() + _spaces(article.text, match.end(), end)
    return Span(start, end)


def _spaces(text: str, start: int, end: int) -> int:
    number = 0
    while start + number < end and text[start + number].isspace():
        number += 1
    return number
