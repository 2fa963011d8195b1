"""A reading as items to decide on, in the order of the text."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from extract.records import (
    Article,
    Attribution,
    Check,
    Entity,
    Event,
    Figure,
    Label,
    Party,
    Reading,
    Source,
    Span,
    When,
)
from store.items import Fields, Item, Kind, Quote, Suggestion
from store.quoting import quotes
from store.references import Reference, date_reference, reference

GENERAL = "Other"
"""Kind of the events that belong to no class of the coding scheme: any predicate of the report.
They help the reading, are named by other items' fields, and are nothing to decide on."""

_LETTERS = {
    Kind.EVENT: "v",
    Kind.FIGURE: "f",
    Kind.SOURCE: "s",
    Kind.ATTRIBUTION: "a",
    Kind.ENTITY: "e",
    Kind.CHECK: "c",
}


def suggestions(article: Article, reading: Reading) -> tuple[Item, ...]:
    """All that a reading proposes for review; dates of the calendar are entities labelled DATE."""
    found = _Namer(article.text, reading)
    counted: Counter[str] = Counter()
    items = [
        _item(article.text, reading.version, kind, spans, fields, counted)
        for kind, spans, fields in found.all()
        if spans
    ]
    return tuple(sorted(items, key=place))


def place(item: Item) -> tuple[int, int, str]:
    """Where an item belongs in the order of the text."""
    first = item.quotes[0]
    return first.start, -first.end, item.id


def identity(kind: Kind, head: Quote, more: str = "") -> str:
    """The id of an item, made of its kind, its first place and the words there.

    `more` tells items apart that share these.
    """
    source = f"{kind}\0{head.start}\0{head.end}\0{head.exact}\0{more}"
    digest = blake2b(source.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return _LETTERS[kind] + digest


def _item(
    text: str, reader: str, kind: Kind, spans: tuple[Span, ...], fields: Fields, seen: Counter[str]
) -> Item:
    found = quotes(text, spans)
    more = str(fields["check"]) if kind is Kind.CHECK else ""
    ident = identity(kind, found[0], more)
    # Two of a kind at one place (two readings of a verb, say) are told apart by their order.
    seen[ident] += 1
    if seen[ident] > 1:
        ident = identity(kind, found[0], f"{more}\0{seen[ident]}")
    return Item(ident, kind, Suggestion(reader, found, fields))


Found = tuple[Kind, tuple[Span, ...], Fields]


class _Namer:
    """One reading with its running ids turned into references."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text = text
        self._reading = reading
        self._entities = {e.id: reference(e.name, e.mentions[0].span) for e in reading.entities}
        self._names = {e.id: e.name for e in reading.entities}
        self._dates = {w.id: date_reference(w) for w in reading.dates}
        self._proposed = [v for v in reading.events if v.kind != GENERAL]
        self._events = {v.id: self._words(v.span) for v in self._proposed}
        self._figures = {f.id: self._words(f.span) for f in reading.figures}
        self._attributions = {a.id: self._words(a.content[0]) for a in reading.attributions}
        self._contents = {a.id: a.content[0] for a in reading.attributions}
        self._sources = {s.id: reference(s.name, self._head(s)) for s in reading.sources}

    def all(self) -> Iterator[Found]:
        reading = self._reading
        for entity in reading.entities:
            yield Kind.ENTITY, tuple(m.span for m in entity.mentions), _entity(entity)
        for when in reading.dates:
            if when.calendar:
                yield Kind.ENTITY, (when.span,), _date(when)
        for figure in reading.figures:
            yield Kind.FIGURE, (figure.span,), self._figure(figure)
        for said in reading.attributions:
            yield Kind.ATTRIBUTION, said.content, self._attribution(said)
        for source in reading.sources:
            yield Kind.SOURCE, self._places(source), self._source(source)
        for event in self._proposed:
            yield Kind.EVENT, event.triggers, self._event(event)
        for check in reading.checks:
            yield Kind.CHECK, check.spans, _check(check)

    def _figure(self, figure: Figure) -> Fields:
        return {
            "low": figure.low,
            "point": figure.point,
            "high": figure.high,
            "qualifier": figure.qualifier.value,
            "vague": figure.vague,
            "counted": self._words(figure.counted) if figure.counted else None,
            "unit": figure.unit,
            "outcome": figure.outcome,
            "role": figure.role,
            "part_of": _of(self._figures, figure.part_of),
            "same_as": _of(self._figures, figure.same_as),
            "when": _of(self._dates, figure.when),
            "place": self._party(figure.place),
            "source": _of(self._sources, figure.source),
            "event": _of(self._events, figure.event),
        }

    def _attribution(self, said: Attribution) -> Fields:
        return {
            "source": _of(self._sources, said.source),
            "named": self._words(said.source_span) if said.source_span else None,
            "cue": self._words(said.cue) if said.cue else None,
            "speaker": _of(self._entities, said.speaker),
            "via": _of(self._entities, said.via),
            "stance": said.stance,
            "directness": said.directness.value,
            "inherited": said.inherited,
        }

    def _source(self, source: Source) -> Fields:
        return {
            "name": source.name,
            "kind": source.kind,
            "entity": _of(self._entities, source.entity),
            "attributions": _all_of(self._attributions, source.attributions),
            "figures": _all_of(self._figures, source.figures),
            "events": _all_of(self._events, source.events),
        }

    def _event(self, event: Event) -> Fields:
        return {
            "kind": event.kind,
            "subkind": event.subkind,
            "actors": [self._party(actor) for actor in event.actors],
            "targets": [self._party(target) for target in event.targets],
            "place": self._party(event.place),
            "when": _of(self._dates, event.when),
            "status": event.status.value,
            "stance": event.stance,
            "source": _of(self._sources, event.source),
        }

    def _words(self, span: Span) -> Reference:
        return reference(span.of(self._text), span)

    def _party(self, party: Party | None) -> Reference | None:
        if party is None:
            return None
        known = self._names.get(party.entity) if party.entity else None
        return reference(known or party.telling.of(self._text), party.span)

    def _places(self, source: Source) -> tuple[Span, ...]:
        """Where it is named, or else the words that are its."""
        said = (self._contents[ident] for ident in source.attributions if ident in self._contents)
        return source.mentions or tuple(said)

    def _head(self, source: Source) -> Span | None:
        return min(self._places(source), default=None)


def _of(known: dict[str, Reference], ident: str | None) -> Reference | None:
    return known.get(ident) if ident else None


def _all_of(known: dict[str, Reference], idents: Iterable[str]) -> list[Reference]:
    return [known[ident] for ident in idents if ident in known]


def _entity(entity: Entity) -> Fields:
    return {
        "label": entity.label.value,
        "name": entity.name,
        "country": entity.country,
        "former": entity.former,
        "forms": [mention.form.value for mention in entity.mentions],
        "probable": [mention.probable for mention in entity.mentions],
    }


def _date(when: When) -> Fields:
    rest = {name: value for name, value in date_reference(when).items() if name not in _OFFSETS}
    return {"label": Label.DATE.value, **rest, "value": when.value, "rule": when.rule}


_OFFSETS = ("start", "end")


def _check(check: Check) -> Fields:
    return {"check": check.kind, "severity": check.severity.value, "message": check.message}
