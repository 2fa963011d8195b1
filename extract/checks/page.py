"""A report as the checks look at it: its reading, and what stands where."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from extract.doc import Doc
from extract.doc.quotations import Quotation
from extract.doc.syntax import Sentence
from extract.records import (
    Block,
    BlockKind,
    Check,
    Entity,
    Figure,
    Reading,
    Severity,
    Source,
    Span,
    When,
)

HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_HEAD = HEADINGS | {BlockKind.STANDFIRST}


class Page:
    """One article and its reading."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc = doc
        self.article = article = doc.article
        self.reading = reading
        self.text = article.text
        self._starts = [block.start for block in article.blocks]

    def words(self, span: Span | Figure | When) -> str:
        """The words of a span, on one line."""
        where = span if isinstance(span, Span) else span.span
        return " ".join(where.of(self.text).split())

    def block_at(self, offset: int) -> Block | None:
        """The block that an offset stands in."""
        place = bisect_right(self._starts, offset) - 1
        return self.article.blocks[place] if place >= 0 else None

    def is_heading(self, offset: int) -> bool:
        """Whether an offset stands in the title or a heading."""
        block = self.block_at(offset)
        return block is not None and block.kind in HEADINGS

    def is_body(self, offset: int) -> bool:
        """Whether an offset stands in neither title, standfirst nor heading."""
        block = self.block_at(offset)
        return block is not None and block.kind not in _HEAD

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset stands in, or the last one before it; none before all."""
        return self.doc.syntax.sentence_at(offset)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The figures by their ids."""
        return {figure.id: figure for figure in self.reading.figures}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by their ids."""
        return {source.id: source for source in self.reading.sources}

    @cached_property
    def dates(self) -> dict[str, When]:
        """The dates by their ids."""
        return {when.id: when for when in self.reading.dates}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands between quotation marks."""
        return self.doc.quotations

    @cached_property
    def said(self) -> "Spans":
        """What someone is said to say."""
        return Spans(span for found in self.reading.attributions for span in found.content)

    @cached_property
    def source_mentions(self) -> "Spans":
        """Where sources are named."""
        return Spans(span for source in self.reading.sources for span in source.mentions)

    @cached_property
    def quoted(self) -> "Spans":
        """What stands between quotation marks, as spans."""
        return Spans(quotation.span for quotation in self.quotations)


class Spans:
    """Spans that are asked whether they cover an offset."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._joined = list(_joined(sorted(spans)))
        self._starts = [span.start for span in self._joined]

    def cover(self, offset: int) -> bool:
        """Whether one of them holds the offset."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._joined[place].end

    def meet(self, span: Span) -> bool:
        """Whether one of them shares a character with the span."""
        place = bisect_right(self._starts, span.end - 1) - 1
        return place >= 0 and span.start < self._joined[place].end


def _joined(spans: list[Span]) -> Iterator[Span]:
    """The same stretches without overlap."""
    end = -1
    start = 0
    for span in spans:
        if span.start > end:
            if end >= 0:
                yield Span(start, end)
            start, end = span.start, span.end
        end = max(end, span.end)
    if end >= 0:
        yield Span(start, end)


def raised(kind: str, severity: Severity, spans: Iterable[Span], message: str) -> Check:
    """A check; `find_checks` gives it its id."""
    return Check("", kind, severity, tuple(sorted(set(spans))), message)
