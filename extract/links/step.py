"""The step that joins findings, and who stands behind the words at an offset."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.doc.clauses import clauses_of
from extract.doc.place_and_time import NOWHERE, PlaceAndTime, Setting
from extract.doc.states import StateDays
from extract.doc.tables import is_labelled, tables_of
from extract.links.happened import Happened, apart
from extract.links.same import in_wholes, same_people
from extract.records import Attribution, Entity, Event, Figure, Party, Reading, Source, Span, When
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
    happened = Happened(events, doc)
    told = [_figure(figure, statements, where, happened) for figure in reading.figures]
    told, events = apart(reading, doc.syntax, told, events)
    figures = tuple(same_people(where.kept(told, in_wholes(told)), doc.syntax))
    sources = _with_findings(reading.sources, figures, events)
    return replace(reading, figures=figures, events=events, sources=sources)


class _Where:
    """Place and date of what stands at a span, by the one rule for both."""

    def __init__(self, doc: Doc, reading: Reading, statements: Statements) -> None:
        self._doc = doc
        self._tables = tables_of(doc)
        self._days = StateDays(doc, reading.dates)
        self._dates = {when.id: when for when in reading.dates}
        self._places = PlaceAndTime(
            doc,
            _places(reading.entities),
            reading.dates,
            statements.statement_at,
        )

    def of_figure(self, figure: Figure) -> Setting:
        """Return where and when what a figure counts took place; of a number in a table that is
        told by its own cell, and not by the head that names what it counts."""
        counted = figure.counted
        tabled = self._tables.all and self._tables.at(figure.start)
        return self.of(figure.span if counted is None or tabled else counted)

    def kept(self, told: Sequence[Figure], wholes: Sequence[Figure]) -> list[Figure]:
        """Return figures with the event that they have as parts or sums of others, but those in
        tables with the place and day that these tell."""
        return [
            replace(now, place=figure.place, when=figure.when)
            if self._tables.at(figure.start) is not None
            else now
            for figure, now in zip(told, wholes, strict=True)
        ]

    def day_of(self, figure: Figure, told: When | None, event: Event | None) -> str | None:
        """Return the id of the date of a figure: its own; of one in a table or behind a label, the
        day by which its numbers stood; that of its event; and then again that day."""
        labelled = event is None and is_labelled(self._doc, figure.span)
        stated = self._days.before(figure.start, labelled)
        if told is not None and not (labelled and stated and not self._is_own(told, figure)):
            return self._nearer(told, event, figure)
        if stated is not None and (labelled or event is None or event.when is None):
            return stated.id
        return event.when if event else None

    def _nearer(self, told: When, event: Event | None, figure: Figure) -> str:
        """The date of a figure, or that of its event where that alone stands in its sentence:
        "On 19 March strikes were reported; the office says that six people were killed"."""
        own = self._dates.get(event.when) if event and event.when else None
        here = self._doc.sentence_number(figure.start)
        there = self._doc.sentence_number(told.start_offset)
        near = own is not None and self._doc.sentence_number(own.start_offset) == here
        return own.id if own is not None and near and there < here else told.id

    def _is_own(self, when: When, figure: Figure) -> bool:
        """Whether a date stands in the figure's own sentence, or around its cell."""
        here = self._doc.sentence_number(figure.start)
        same = self._doc.sentence_number(when.start_offset) == here
        return same or self._tables.at(figure.start) is not None

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
    setting = where.of_figure(figure)
    return replace(
        figure,
        source=statements.source_at(figure.start),
        event=event.id if event else None,
        when=where.day_of(figure, setting.when, event),
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
