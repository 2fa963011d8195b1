"""The step that joins findings, and who stands behind the words at an offset."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.doc.clauses import clauses_of
from extract.doc.place_and_time import NOWHERE, PlaceAndTime, Setting
from extract.links.happened import Happened, apart
from extract.links.same import in_wholes, same_people
from extract.records import Attribution, Entity, Event, Figure, Party, Reading, Source, Span
from extract.vocabulary import Label, MentionForm

NOBODY = -1
NEUTRAL = "neutral"


class Statements:
    """The statements of a text, one inside another: whose they are and how said, by offset."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        contents = ((span, a.source or "", a.stance) for a in attributions for span in a.content)
        said = sorted(contents)
        self._spans = [span for span, *_ in said]
        self._sources = [source for _, source, _ in said]
        self._stances = [stance for *_, stance in said]
        self._outer = _outer(self._spans)

    def statement_at(self, offset: int) -> int:
        """Return number of the innermost statement at the offset, `NOBODY` outside all."""
        place = bisect_right(self._spans, offset, key=lambda span: span.start) - 1
        while place != NOBODY and self._spans[place].end <= offset:
            place = self._outer[place]
        return place

    def source_at(self, offset: int) -> str | None:
        """Return the id of the source that says what stands at the offset: the innermost that
        is named."""
        place = self.statement_at(offset)
        while place != NOBODY and not (self._sources[place] and offset < self._spans[place].end):
            place = self._outer[place]
        return self._sources[place] if place != NOBODY else None

    def stance_at(self, offset: int) -> str:
        """Return the stance of whoever says what stands at the offset;
        neutral outside all statements."""
        place = self.statement_at(offset)
        return self._stances[place] if place != NOBODY else NEUTRAL


def _outer(spans: Sequence[Span]) -> list[int]:
    """For each span, in order, the nearest before it that ends after it begins."""
    outer: list[int] = []
    open_spans: list[int] = []
    for place, span in enumerate(spans):
        while open_spans and spans[open_spans[-1]].end <= span.start:
            open_spans.pop()
        outer.append(open_spans[-1] if open_spans else NOBODY)
        open_spans.append(place)
    return outer


def link(doc: Doc, reading: Reading) -> Reading:
    """Return the reading with its findings joined.

    Figures and events get source, event, date and place; sources get what rests on them.
    """
    statements = Statements(reading.attributions)
    where = _Where(doc, reading, statements)
    events = tuple(_event(event, statements, where) for event in reading.events)
    happened = Happened(events, doc.syntax)
    told = [_figure(figure, statements, where, happened) for figure in reading.figures]
    told, events = apart(reading, doc.syntax, told, events)
    figures = tuple(same_people(in_wholes(told), doc.syntax))
    sources = _with_findings(reading.sources, figures, events)
    return replace(reading, figures=figures, events=events, sources=sources)


class _Where:
    """Place and date of what stands at a span, by the one rule for both."""

    def __init__(self, doc: Doc, reading: Reading, statements: Statements) -> None:
        self._doc = doc
        self._places = PlaceAndTime(
            doc,
            _places(reading.entities),
            reading.dates,
            statements.statement_at,
        )

    def of(self, span: Span) -> Setting:
        """Return where and when that took place, or was counted, which the words tell."""
        syntax = self._doc.syntax
        sentence, tokens = syntax.sentence_at(span.start), syntax.tokens_in(span.start, span.end)
        if sentence is None or not tokens:
            return NOWHERE
        head = min(tokens[-1], sentence.last - 1)
        return self._places.of(head, clauses_of(self._doc, sentence))


def _places(entities: Iterable[Entity]) -> Iterator[Party]:
    """Mentions of places, words for a people aside."""
    for entity in entities:
        for mention in entity.mentions if entity.label is Label.PLACE else ():
            if mention.form is not MentionForm.DEMONYM:
                yield Party(mention.start, mention.end, entity.id)


def _event(event: Event, statements: Statements, where: _Where) -> Event:
    """The event with its source and stance; place and date where it could not have them alone."""
    setting = where.of(event.span)
    return replace(
        event,
        source=event.source or statements.source_at(event.span.start),
        stance=_stance(event, statements),
        when=event.when or _ident(setting),
        place=event.place or setting.place,
    )


def _stance(event: Event, statements: Statements) -> str:
    """The stance of whoever reports it; whom attackers belong to is an accusation once said."""
    source = statements.source_at(event.span.start)
    said = statements.stance_at(event.span.start)
    return event.stance if source and said == NEUTRAL else said


def _figure(figure: Figure, statements: Statements, where: _Where, happened: Happened) -> Figure:
    event = happened.event_of(figure)
    setting = where.of(figure.counted or figure.span)
    return replace(
        figure,
        source=statements.source_at(figure.start),
        event=event.id if event else None,
        when=_ident(setting) or (event.when if event else None),
        place=(event.place if event else None) or setting.place,
    )


def _ident(setting: Setting) -> str | None:
    return setting.when.id if setting.when else None


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
