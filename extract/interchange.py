"""A reading as one line of JSON for other programs, flat, beside the full records.

Offsets are code points into the article's text, end exclusive. Labels of entities are the usual
PER, LOC, ORG, NORP and DATE: groups and outlets are organisations there, words for a people are
NORP. Listed are names, and descriptions of groups, which often have no name; the descriptions of
others ("the minister") stand in the full records. Parties, place and date of events stand with
incidents, which are attacks on people and property; in reports that have none, with predicates.
Those of other events stand in the full records.
"""

import json
from collections.abc import Iterator
from typing import Any

from extract import serial
from extract.dates import NAMED_RULES, TOLD_HOURS
from extract.events.triggers import OTHER, triggers
from extract.harmless import harmless_json
from extract.incidents import Incident, incidents
from extract.links import Victims, victims
from extract.quantities import currency_name
from extract.records import (
    Article,
    Attribution,
    Entity,
    Event,
    Figure,
    Label,
    MentionForm,
    Party,
    Precision,
    Qualifier,
    Reading,
    Span,
    When,
)

Row = dict[str, Any]

_PRONOUNS = frozenset({"he", "him", "she", "her", "it", "they", "them", "his", "their", "its"})
_COUNTED = frozenset({"ago", "until-now"})
"""Rules of dates that are told by counting; "yesterday" and "last week" only point at one."""
_LABELS = {
    Label.PERSON: "PER",
    Label.PLACE: "LOC",
    Label.GROUP: "ORG",
    Label.ORG: "ORG",
    Label.MEDIA: "ORG",
    Label.DATE: "DATE",
}


def line(article: Article, reading: Reading) -> str:
    """One line, without its line end: flat items, and the full records under "reading"."""
    row = {
        "id": article.key,
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
        **items(article, reading),
        "reading": serial.plain(reading),
    }
    return harmless_json(json.dumps(row, ensure_ascii=False))


def items(article: Article, reading: Reading) -> Row:
    """The flat items of a reading, by kind."""
    names = _Names(article, reading)
    return {
        "entities": [*_entities(reading), *_date_entities(reading)],
        "dates": [_date(when) for when in reading.dates if _is_dated(when)],
        "times": [_date(when) for when in reading.dates if not _is_dated(when)],
        "figures": [_figure(figure, names) for figure in reading.figures],
        "attributions": [_attribution(found) for found in reading.attributions],
        "events": list(_events(article, reading, names)),
        "checks": [_check(check.kind, check.message, check.spans) for check in reading.checks],
    }


class _Names:
    """Canonical names and words behind the ids of one reading."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._text = article.text
        self._entities = {entity.id: entity.name for entity in reading.entities}
        self._sources = {source.id: source.name for source in reading.sources}
        self.dates = {when.id: when for when in reading.dates}

    def source(self, ident: str | None) -> str | None:
        return self._sources.get(ident) if ident else None

    def party(self, party: Party) -> Row:
        """Where a party is named, and for a pronoun whom it means."""
        row: Row = {"start": party.start, "end": party.end}
        words = self._text[party.start : party.end]
        if party.entity and words.lower() in _PRONOUNS:
            row["text"] = self._entities[party.entity]
        elif party.telling != party.span:
            row["text"] = party.telling.of(self._text)
        return row

    def is_named(self, place: Party | None) -> bool:
        """Whether a place has a name: not "the city"."""
        return place is not None and not self._text[place.start : place.end].islower()

    def words(self, span: Span | Party | None) -> str | None:
        return self._text[span.start : span.end] if span else None

    def when(self, ident: str | None) -> str | None:
        when = self.dates.get(ident) if ident else None
        if when is None:
            return None
        if when.start is not None and when.start == when.end:
            return when.start.isoformat()
        return when.value or when.words


def _span(span: Span | Party | None) -> Row | None:
    return {"start": span.start, "end": span.end} if span else None


def _entities(reading: Reading) -> Iterator[Row]:
    for entity in reading.entities:
        yield from _mentions(entity)


def _mentions(entity: Entity) -> Iterator[Row]:
    for mention in entity.mentions:
        if mention.form is MentionForm.NOMINAL and entity.label is not Label.GROUP:
            continue
        yield {
            "start": mention.start,
            "end": mention.end,
            "label": "NORP" if mention.form is MentionForm.DEMONYM else _LABELS[entity.label],
            "form": mention.form.value,
            "entity": entity.id,
            "name": entity.name,
        }


def _date_entities(reading: Reading) -> Iterator[Row]:
    for when in reading.dates:
        if when.rule in NAMED_RULES or (when.rule in _COUNTED and when.precision is Precision.DAY):
            yield {"start": when.start_offset, "end": when.end_offset, "label": "DATE"}


def _is_dated(when: When) -> bool:
    """Whether it has a value of the calendar: a date, or a time of day in full."""
    return when.calendar or when.rule == TOLD_HOURS


def _date(when: When) -> Row:
    return {
        "start": when.start_offset,
        "end": when.end_offset,
        "value": when.value,
        "calendar": when.calendar,
    }


def _figure(figure: Figure, names: _Names) -> Row:
    return {
        "start": figure.start,
        "end": figure.end,
        **_value(figure),
        "qualifier": figure.qualifier.value,
        "noun": _noun(figure, names.words(figure.counted)),
        "unit": figure.unit,
        "fate": figure.fate,
        "source": names.source(figure.source),
        "where": names.words(figure.place),
        "when": names.when(figure.when),
    }


def _noun(figure: Figure, counted: str | None) -> str | None:
    """What is counted; of a sum its currency, of a share the per cent and what it is taken of."""
    if figure.unit is None:
        return counted
    if figure.unit == "%":
        return f"percent of {counted}" if counted else "percent"
    return counted or currency_name(figure.unit)


def _value(figure: Figure) -> Row:
    """The stated number; of a range both ends, of a bound or a vague word the end that is known."""
    if figure.qualifier is Qualifier.RANGE:
        value: float | list[float | None] | None = [figure.low, figure.high]
    else:
        value = next((v for v in (figure.point, figure.low, figure.high) if v is not None), None)
    return {"value": value, "low": figure.low, "high": figure.high}


def _attribution(found: Attribution) -> Row:
    return {
        "source": _span(found.source_span),
        "cue": _span(found.cue),
        "content": [_span(span) for span in found.content],
        "stance": found.stance,
        "inherited": found.inherited,
    }


def _events(article: Article, reading: Reading, names: _Names) -> Iterator[Row]:
    counts = victims(article, reading)
    found = incidents(article, reading)
    for event in reading.events:
        first = _first_mention(event, names)
        if event.id in found:
            first |= _incident(event, found[event.id], counts[event.id], names)
        elif event.kind == OTHER and not found:
            first |= _roles(event, names)
        yield first
        for trigger in event.triggers[1:]:
            yield {**(_span(trigger) or {}), "event": event.id, "type": first["type"]}


def _first_mention(event: Event, names: _Names) -> Row:
    """What is told of every event; further mentions of it only name it."""
    coded = triggers().categories.get(event.category)
    return {
        **(_span(event.span) or {}),
        "event": event.id,
        "type": event.subkind or event.kind,
        "kind": event.kind,
        "plover": coded.plover if coded else "",
        "mode": coded.mode if coded else None,
        "cameo": coded.cameo if coded else "",
        "status": event.status.value,
        "source": names.source(event.source),
    }


def _incident(event: Event, found: Incident, counts: Victims, names: _Names) -> Row:
    """What lists of incidents record; its country stands behind its place."""
    country = [{"text": found.country}] if found.country else []
    roles = _roles(event, names)
    return {
        **roles,
        "type": found.type,
        "actors": [names.party(party) for party in (*event.actors, *found.bodies)],
        "targets": [names.party(target) for target in found.targets],
        "places": [*(roles["places"] if names.is_named(event.place) else ()), *country],
        "killed": counts.killed,
        "injured": counts.injured,
    }


def _roles(event: Event, names: _Names) -> Row:
    """Who, to whom, where and when."""
    return {
        "actors": [_span(actor) for actor in event.actors],
        "targets": [_span(target) for target in event.targets],
        "places": [_span(event.place)] if event.place else [],
        "date": names.when(event.when),
    }


def _check(kind: str, message: str, spans: tuple[Span, ...]) -> Row:
    return {"kind": kind, "message": message, "spans": [_span(span) for span in spans]}
