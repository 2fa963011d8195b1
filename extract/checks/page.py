"""What the checks share: a report with what stands where in it, and how figures are compared."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from math import inf

from extract.doc import Doc
from extract.doc.morphology import singular
from extract.doc.quotations import Quotation
from extract.doc.syntax import Sentence
from extract.doc.words import is_people
from extract.entities import EntityIndex
from extract.lexicon import cached, table
from extract.records import Block, Check, Entity, Figure, Incident, Reading, Source, Span, When
from extract.vocabulary import BlockKind, EventType, Qualifier, Severity

HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_HEAD = HEADINGS | {BlockKind.STANDFIRST}
VIOLENT = frozenset({EventType.BATTLES, EventType.REMOTE_VIOLENCE, EventType.AGAINST_CIVILIANS})
"""Event types in which somebody does harm to others."""


class Page:
    """One article and its reading."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.doc = doc
        self.article = article = doc.article
        self.reading = reading
        self.text = article.text
        self._starts = [block.start for block in article.blocks]

    def words(self, span: Span | Figure | When) -> str:
        """Return the words of a span, on one line."""
        where = span if isinstance(span, Span) else span.span
        return " ".join(where.of(self.text).split())

    def block_at(self, offset: int) -> Block | None:
        """Return the block that an offset stands in."""
        place = bisect_right(self._starts, offset) - 1
        return self.article.blocks[place] if place >= 0 else None

    def is_heading(self, offset: int) -> bool:
        """Return whether an offset stands in the title or a heading."""
        block = self.block_at(offset)
        return block is not None and block.kind in HEADINGS

    def is_body(self, offset: int) -> bool:
        """Return whether an offset stands in neither title, standfirst nor heading."""
        block = self.block_at(offset)
        return block is not None and block.kind not in _HEAD

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that an offset stands in, or the last one before it; none before
        all."""
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
    def index(self) -> EntityIndex:
        """The entities by where they are mentioned."""
        return EntityIndex(self.reading.entities)

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """The entities by their ids."""
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def incident_of(self) -> dict[str, Incident]:
        """The incidents by the ids of the figures that belong to them."""
        return {ident: one for one in self.reading.incidents for ident in one.figures}

    @cached_property
    def news(self) -> list[Incident]:
        """The violent incidents that are the news: neither what went before nor a sum of many."""
        told = (i for i in self.reading.incidents if not (i.background or i.aggregate))
        return [incident for incident in told if incident.kind in VIOLENT]

    def called(self, incident: Incident) -> str:
        """Return the words that tell an incident first, and its place: "“opened fire” (Kesten)"."""
        place = f" ({self.words(incident.place.span)})" if incident.place else ""
        return f"“{self.words(incident.mentions[0])}”{place}"

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
        """Return whether one of them holds the offset."""
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._joined[place].end

    def meet(self, span: Span) -> bool:
        """Return whether one of them shares a character with the span."""
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
    """Return a check; `find_checks` gives it its id."""
    return Check("", kind, severity, tuple(sorted(set(spans))), message)


# ------------------------------------------------------------------------------ figures
_NEAR = 0.1
"""By how much "about 50" may be off."""
_ROUNDED = 0.02


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the least and the most that a figure allows, in what it counts or measures."""
    low = figure.low if figure.low is not None else figure.point
    high = figure.high if figure.high is not None else figure.point
    if figure.qualifier is Qualifier.ABOUT and figure.point is not None:
        return figure.point * (1 - _NEAR), figure.point * (1 + _NEAR)
    if figure.qualifier is Qualifier.AT_LEAST:
        high = figure.high
    if figure.qualifier is Qualifier.UP_TO:
        low = figure.low
    return (low if low is not None else -inf), (high if high is not None else inf)


def agree(one: Figure, other: Figure) -> bool:
    """Return whether both can be true of the same things; rounding is let pass."""
    (low, high), (other_low, other_high) = bounds(one), bounds(other)
    return low <= other_high * (1 + _ROUNDED) and other_low <= high * (1 + _ROUNDED)


def head(page: Page, figure: Figure) -> str:
    """Return the noun that is counted, singular and in lower case; "" if unknown."""
    if figure.counted is None:
        return ""
    words = page.words(figure.counted).lower().split(" of ")[0].split(" and ")[0].split()
    return singular(words[-1]) if words else ""


def counts_people(page: Page, figure: Figure) -> bool:
    """Return whether people are counted, as far as the noun tells."""
    if figure.counted is None:
        return False
    noun = head(page, figure)
    return is_people(noun) or noun in _nouns("people")


def counts_bodies(page: Page, figure: Figure) -> bool:
    """Return whether units are counted that hold several people: families, houses, villages."""
    return head(page, figure) in _nouns("bodies")


def counts_civilians(page: Page, figure: Figure) -> bool:
    """Return whether people are counted who do not fight, as far as the noun tells."""
    return head(page, figure) in _nouns("civil")


def told(page: Page, figure: Figure) -> str:
    """Return the number and what it counts in the report's words, in quotation marks."""
    counted = figure.counted
    if (
        counted
        and counted.start >= figure.end
        and page.sentence_at(figure.start) == (page.sentence_at(counted.start))
    ):
        return f"“{page.words(Span(figure.start, counted.end))}”"
    return f"“{page.words(figure)}”"


def listed(words: list[str]) -> str:
    """Return the words as a list: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


@cached
def _all_nouns() -> dict[str, frozenset[str]]:
    return {name: frozenset(some) for name, some in table("checks")["noun"].items()}


def _nouns(name: str) -> frozenset[str]:
    return _all_nouns()[name]
