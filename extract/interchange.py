"""A reading as one line of JSON for other programs, flat, beside the full records.

Offsets are code points into the article's text, end exclusive. Labels of entities are the usual
PER, LOC, ORG, NORP and DATE: groups and outlets are organisations there, words for a people are
NORP. Listed are names, and descriptions of groups, which often have no name; the descriptions of
others ("the minister") stand in the full records. Parties, place and date of events stand with
incidents, which are attacks on people and property; in reports that have none, with predicates.
Those of other events stand in the full records. A figure's `fate` is what `outcome` was called
before, for programs that know that name.

Incidents are rows: one happening each, as one report tells it, with the events that belong to it as
`mentions`. Sums over many stand apart as `aggregates`, what has no violence (agreements,
arrests, deployments) as `developments`. A toll is a number, or where claims differ a list of them.
"""

import json
from collections.abc import Iterator
from typing import Any

from extract import serial
from extract.claims import LATER
from extract.dates import NAMED_RULES, TOLD_HOURS
from extract.events import OTHER, triggers
from extract.harmless import harmless_json
from extract.incidents import Attack, attacks, word_for
from extract.links import Victims, victims
from extract.quantities import currency_name
from extract.records import (
    Article,
    Attribution,
    Charge,
    Entity,
    Event,
    Figure,
    Incident,
    Party,
    Reading,
    Span,
    Toll,
    When,
)
from extract.vocabulary import EventType, Label, MentionForm, Outcome, Precision, Qualifier, Stance

Row = dict[str, Any]

_PRONOUNS = frozenset({"he", "him", "she", "her", "it", "they", "them", "his", "their", "its"})
_COUNTED = frozenset({"ago", "until-now"})
"""Rules of dates that are given by counting; "yesterday" and "last week" only point at one."""
_LABELS = {
    Label.PERSON: "PER",
    Label.PLACE: "LOC",
    Label.GROUP: "ORG",
    Label.ORG: "ORG",
    Label.MEDIA: "ORG",
    Label.DATE: "DATE",
}


def line(article: Article, reading: Reading) -> str:
    """Return one line, without its line end: flat items, and the full records under "reading"."""
    row = {
        "id": article.key,
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
        **({"pages": [[one.start, one.page] for one in article.pages]} if article.pages else {}),
        **items(article, reading),
        "reading": serial.plain(reading),
    }
    return harmless_json(json.dumps(row, ensure_ascii=False))


def items(article: Article, reading: Reading) -> Row:
    """Return the flat items of a reading, by kind."""
    names = _Names(article, reading)
    return {
        "entities": [*_entities(reading), *_date_entities(reading)],
        "dates": [_date(when) for when in reading.dates if _is_dated(when)],
        "times": [_date(when) for when in reading.dates if not _is_dated(when)],
        "figures": [_figure(figure, names) for figure in reading.figures],
        "attributions": [_attribution(found) for found in reading.attributions],
        "events": list(_events(article, reading, names)),
        **_rows(article, reading, names),
        "checks": [_check(check.kind, check.message, check.spans) for check in reading.checks],
    }


class _Names:
    """Canonical names and words behind the ids of one reading."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._text = article.text
        self._published = article.published.isoformat() if article.published else None
        self._entities = {entity.id: entity.name for entity in reading.entities}
        self._sources = {source.id: source.name for source in reading.sources}
        self.dates = {when.id: when for when in reading.dates}

    def source(self, ident: str | None) -> str | None:
        return self._sources.get(ident) if ident else None

    def party(self, party: Party) -> Row:
        """Return where a party is named, and for a pronoun whom it means."""
        row: Row = {"start": party.start, "end": party.end}
        words = self._text[party.start : party.end]
        if party.entity and words.lower() in _PRONOUNS:
            row["text"] = self._entities[party.entity]
        elif party.telling != party.span:
            row["text"] = party.telling.of(self._text)
        return row

    def is_named(self, place: Party | None) -> bool:
        """Return whether a place has a name: not "the city"."""
        return place is not None and not self._text[place.start : place.end].islower()

    def words(self, span: Span | Party | None) -> str | None:
        return self._text[span.start : span.end] if span else None

    def days(self, ident: str | None) -> Row:
        """Return the first and last day of a date, and the day where it is one."""
        when = self.dates.get(ident) if ident else None
        first = when.start.isoformat() if when and when.start else None
        last = when.end.isoformat() if when and when.end else None
        return {"date": first if first == last else None, "from": first, "to": last}

    def latest(self, incident: Incident) -> Row:
        """Return the days of an incident; without any it happened by the day of the report.

        That day is then given as `to` and as `date`, as rows of news must have one; `from` is none.
        """
        told = self.days(incident.when)
        if self._published is None or incident.background or any(told.values()):
            return told
        return {"date": self._published, "from": None, "to": self._published}

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
        "outcome": figure.outcome,
        "fate": figure.outcome,
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
    found = attacks(article, reading)
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
    """The fields of every event; further mentions of it only name it."""
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


def _incident(event: Event, found: Attack, counts: Victims, names: _Names) -> Row:
    """What lists of incidents record; its country stands behind its place."""
    country = [{"text": found.country}] if found.country else []
    roles = _roles(event, names)
    return {
        **roles,
        "type": found.type,
        "actors": [names.party(party) for party in (*event.actors, *found.organisations)],
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


def _rows(article: Article, reading: Reading, names: _Names) -> dict[str, list[Row]]:
    """The incidents as rows, sums and what is reported without violence apart from them."""
    found = attacks(article, reading)
    events = {event.id: event for event in reading.events}
    rows: dict[str, list[Row]] = {"incidents": [], "aggregates": [], "developments": []}
    for incident in reading.incidents:
        told = [events[ident] for ident in incident.events]
        typed = [found[event.id] for event in told if event.id in found]
        quiet = incident.kind == EventType.STRATEGIC and not typed
        which = "aggregates" if incident.aggregate else "developments" if quiet else "incidents"
        rows[which].append(_row(incident, word_for(incident, told, typed), typed, names))
    return rows


def _row(incident: Incident, kind: str, typed: list[Attack], names: _Names) -> Row:
    """One incident in the terms of a coding sheet."""
    country = next((attack.country for attack in typed if attack.country), None)
    organisations = dict.fromkeys(one for attack in typed for one in attack.organisations)
    accused = [charge.party for charge in incident.charges if charge.stance != Stance.DENY]
    places = [place for place in incident.places if names.is_named(place)]
    return {
        "incident": incident.id,
        "type": kind,
        "kind": "Accident/disaster" if incident.kind == OTHER else incident.kind,
        "subkind": incident.subkind,
        "mentions": [[told.start, told.end] for told in incident.mentions],
        "actors": [names.party(party) for party in (*incident.side_a, *accused, *organisations)],
        "targets": [names.party(party) for party in incident.side_b],
        "charges": [_charge(charge, names) for charge in incident.charges],
        "places": [
            *({"text": names.words(place)} for place in places),
            *([{"text": country}] if country else []),
        ],
        **names.latest(incident),
        "killed": _number(incident.toll(Outcome.KILLED)),
        "injured": _number(incident.toll(Outcome.WOUNDED)),
        "tolls": [_toll(toll, names) for toll in incident.tolls],
        "sources": [names.source(source) for source in incident.sources],
        "main": incident.main,
        "background": incident.background,
        "aggregate": incident.aggregate,
    }


def _charge(charge: Charge, names: _Names) -> Row:
    source = names.source(charge.source)
    return {**names.party(charge.party), "stance": charge.stance, "source": source}


def _toll(toll: Toll, names: _Names) -> Row:
    """A toll with what it was made from."""
    return {
        "outcome": toll.outcome,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "rule": toll.rule,
        "sources": [names.source(source) for source in toll.sources],
    }


def _number(toll: Toll | None) -> float | list[float] | None:
    """The number of a toll; where rival claims differ, all of the lowest, best and highest."""
    if toll is not None and toll.rule == LATER:
        return toll.best
    if toll is None or not toll.best:
        return None
    numbers = {toll.low, toll.best} | ({toll.high} if toll.high is not None else set())
    return toll.best if toll.high is None or len(numbers) == 1 else sorted(numbers)


def _check(kind: str, message: str, spans: tuple[Span, ...]) -> Row:
    return {"kind": kind, "message": message, "spans": [_span(span) for span in spans]}
