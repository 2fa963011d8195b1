"""The attributions of a text, written as its data files write them."""

from collections.abc import Iterable

from extract.attribution import find_sources
from extract.entities import find_entities
from extract.load.report import from_text
from extract.records import Article, Attribution, Reading, When
from extract.tagger import parse
from extract.vocabulary import Precision


def read(text: str, dates: Iterable[str] = ()) -> tuple[Article, Reading]:
    """The text as an article, read as far as its sources; `dates` are words of dates in it."""
    article = from_text(text, key="a")
    doc = parse(article)
    reading = find_entities(doc, Reading("t", article.sha256))
    known = Reading(
        "t",
        article.sha256,
        entities=reading.entities,
        dates=tuple(_when(text, words) for words in dates),
    )
    return article, find_sources(doc, known)


def shown(text: str, attribution: Attribution) -> str:
    """ "source | content", a dash for no source, the parts of a content joined by dots."""
    source = attribution.source_span.of(text) if attribution.source_span else "-"
    return f"{source} | {' ... '.join(span.of(text) for span in attribution.content)}"


def _when(text: str, words: str) -> When:
    start = text.index(words)
    return When("d1", start, start + len(words), words, None, None, Precision.UNKNOWN, "test")
