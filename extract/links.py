"""The step that joins findings: which source, event, date and place a figure or event has."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.records import (
    Article,
    Attribution,
    Event,
    Figure,
    Label,
    Party,
    Reading,
    Source,
    Span,
)
from extract.syntax import Sentence, Syntax

_HARM = frozenset({"killed", "wounded", "casualties", "destroyed", "missing"})
"""Fates that need an event: one of the sentence before will do."""
_MEASURES = frozenset({"duration", "distance", "money", "age", "share"})


def link(article: Article, reading: Reading) -> Reading:
    """Give figures and events their source, event, date and place; give sources what rests on them.

    Raises:
        ValueError: if the reading has no syntax yet.
    """
    if reading.syntax is None:
        raise ValueError("links need the syntax of the text: run find_syntax first")
    spoken = _Spoken(reading.attributions)
    near = _Near(reading, reading.syntax)
    events = tuple(_event(event, spoken, near) for event in reading.events)
    happened = _Happened(events, reading.syntax)
    figures = tuple(_figure(figure, spoken, near, happened) for figure in reading.figures)
    sources = _with_findings(reading.sources, figures, events)
    return replace(reading, figures=figures, events=events, sources=sources)


def _event(event: Event, spoken: "_Spoken", near: "_Near") -> Event:
    return replace(
        event,
        source=event.source or spoken.source_at(event.span.start),
        when=event.when or near.date(event.span),
        place=event.place or near.place(event.span),
    )


def _figure(figure: Figure, spoken: "_Spoken", near: "_Near", happened: "_Happened") -> Figure:
    event = happened.event_of(figure)
    return replace(
        figure,
        source=spoken.source_at(figure.start),
        event=event.id if event else None,
        when=near.date(figure.span) or (event.when if event else None),
        place=(event.place if event else None) or near.place(figure.span),
    )


def _with_findings(
    sources: Iterable[Source], figures: Iterable[Figure], events: Iterable[Event]
) -> tuple[Source, ...]:
    """The sources with the figures and events that rest on them."""
    resting: dict[tuple[str, str], list[str]] = {}
    items: list[Figure | Event] = [*figures, *events]
    for item in items:
        if item.source is not None:
            resting.setdefault((item.source, item.id[:1]), []).append(item.id)
    return tuple(
        replace(
            source,
            figures=tuple(resting.get((source.id, "f"), ())),
            events=tuple(resting.get((source.id, "v"), ())),
        )
        for source in sources
    )


class _Spoken:
    """Who stands behind the words at an offset: the innermost attribution that names a source."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        named = [a for a in attributions if a.source is not None]
        pairs = sorted((span, a.source) for a in named for span in a.content if a.source)
        self._spans = [span for span, _ in pairs]
        self._sources = [source for _, source in pairs]
        self._parents = _parents(self._spans)

    def source_at(self, offset: int) -> str | None:
        """Id of the source that says what stands at the offset."""
        place = bisect_right(self._spans, offset, key=lambda span: span.start) - 1
        while place >= 0 and self._spans[place].end <= offset:
            place = self._parents[place]
        return self._sources[place] if place >= 0 else None


def _parents(spans: Sequence[Span]) -> list[int]:
    """For each span, in order, the nearest before it that ends after it begins; -1 if none."""
    parents: list[int] = []
    open_spans: list[int] = []
    for place, span in enumerate(spans):
        while open_spans and spans[open_spans[-1]].end <= span.start:
            open_spans.pop()
        parents.append(open_spans[-1] if open_spans else -1)
        open_spans.append(place)
    return parents


class _Near:
    """Dates and places of the sentence, nearest first."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._syntax = syntax
        dates = [d for d in reading.dates if d.calendar]
        self._dates = [(d.span, d.id) for d in dates]
        self._date_starts = [span.start for span, _ in self._dates]
        places = [e for e in reading.entities if e.label is Label.PLACE]
        mentions = ((m.span, e.id) for e in places for m in e.mentions if m.form != "demonym")
        self._places = sorted(mentions)
        self._place_starts = [span.start for span, _ in self._places]

    def date(self, span: Span) -> str | None:
        """Id of the nearest date of the sentence."""
        found = self._nearest(self._dates, self._date_starts, span)
        return found[1] if found else None

    def place(self, span: Span) -> Party | None:
        """The nearest place named in the sentence."""
        found = self._nearest(self._places, self._place_starts, span)
        return Party(found[0].start, found[0].end, found[1]) if found else None

    def _nearest(
        self, items: Sequence[tuple[Span, str]], starts: Sequence[int], span: Span
    ) -> tuple[Span, str] | None:
        sentence = self._syntax.sentence_at(span.start)
        if sentence is None:
            return None
        here = bisect_left(starts, span.start)
        beside = items[max(0, here - 1) : here + 1]
        inside = [item for item in beside if sentence.start <= item[0].start < sentence.end]
        return min(inside, key=lambda item: _distance(item[0], span), default=None)


class _Happened:
    """Events by where they are mentioned."""

    def __init__(self, events: Sequence[Event], syntax: Syntax) -> None:
        self._syntax = syntax
        mentions = [(trigger, event) for event in events for trigger in event.triggers]
        self._mentions = sorted(mentions, key=lambda mention: mention[0])
        self._starts = [trigger.start for trigger, _ in self._mentions]

    def event_of(self, figure: Figure) -> Event | None:
        """The event the figure belongs to: of its sentence, or of the one before if of harm."""
        sentence = self._syntax.sentence_at(figure.start)
        if sentence is None or figure.fate in _MEASURES:
            return None
        here = bisect_left(self._starts, figure.start)
        beside = self._mentions[max(0, here - 1) : here + 1]
        inside = [m for m in beside if sentence.start <= m[0].start < sentence.end]
        if inside:
            return min(inside, key=lambda mention: _distance(mention[0], figure.span))[1]
        return self._before(here, sentence) if figure.fate in _HARM else None

    def _before(self, here: int, sentence: Sentence) -> Event | None:
        """The last event of the sentence before, if that stands in the same block."""
        if not here or not sentence.start:
            return None
        trigger, event = self._mentions[here - 1]
        earlier = self._syntax.sentence_at(trigger.start)
        if earlier is None or earlier.last != sentence.first or earlier.block != sentence.block:
            return None
        return event


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)
