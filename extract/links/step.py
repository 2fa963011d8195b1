"""The step that joins findings."""

from collections.abc import Iterable
from dataclasses import replace

from extract.doc import Doc
from extract.links.happened import Happened
from extract.links.near import Near
from extract.links.places import apart
from extract.links.same import in_wholes, same_people
from extract.links.statements import NEUTRAL, Spoken
from extract.records import Event, Figure, Reading, Source


def link(doc: Doc, reading: Reading) -> Reading:
    """Give figures and events source, event, date and place; give sources what rests on them."""
    spoken = Spoken(reading.attributions)
    near = Near(doc.article, reading, doc.syntax, spoken)
    events = tuple(_event(event, spoken, near) for event in reading.events)
    happened = Happened(events, doc.syntax)
    told = [_figure(figure, spoken, near, happened) for figure in reading.figures]
    told, events = apart(reading, doc.syntax, told, events)
    figures = tuple(same_people(in_wholes(told), doc.syntax))
    sources = _with_findings(reading.sources, figures, events)
    return replace(reading, figures=figures, events=events, sources=sources)


def _event(event: Event, spoken: Spoken, near: Near) -> Event:
    return replace(
        event,
        source=event.source or spoken.source_at(event.span.start),
        stance=_stance(event, spoken),
        when=event.when or near.date(event.span),
        place=event.place or near.place(event.span),
    )


def _stance(event: Event, spoken: Spoken) -> str:
    """The stance of whoever tells of it; whom attackers belong to is an accusation once said."""
    source = spoken.source_at(event.span.start)
    said = spoken.stance_at(event.span.start)
    return event.stance if source and said == NEUTRAL else said


def _figure(figure: Figure, spoken: Spoken, near: Near, happened: Happened) -> Figure:
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
