"""The records of a reading as references: what one item's fields say of another."""

from collections.abc import Iterable, Mapping

from extract.records import Event, Party, Reading, Source, Span
from store.references import Reference, date_reference, reference

GENERAL = "Other"
"""Kind of the events that belong to no class of the coding scheme: any predicate of the report.
They help the reading, are named by other items' fields, and are nothing to decide on."""


class ReadingReferences:
    """One reading of a text, its records named by canonical name and place in place of ids."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.reading = reading
        self.entities = {e.id: reference(e.name, e.mentions[0].span) for e in reading.entities}
        self.dates = {w.id: date_reference(w) for w in reading.dates}
        self.events = {v.id: self.words(v.span) for v in self.coded_events()}
        self.figures = {f.id: self.words(f.span) for f in reading.figures}
        self.attributions = {a.id: self.words(a.content[0]) for a in reading.attributions}
        self._names = {e.id: e.name for e in reading.entities}
        self._contents = {a.id: a.content[0] for a in reading.attributions}
        self.sources = {s.id: reference(s.name, self._head(s)) for s in reading.sources}

    def coded_events(self) -> Iterable[Event]:
        """Return the events that belong to a class of the coding scheme."""
        return (event for event in self.reading.events if event.kind != GENERAL)

    def words(self, span: Span) -> Reference:
        """Return a reference to words of the text."""
        return reference(span.of(self.text), span)

    def party(self, party: Party | None) -> Reference | None:
        """Return a reference to a party by its canonical name, or else by its words."""
        if party is None:
            return None
        known = self._names.get(party.entity) if party.entity else None
        return reference(known or party.telling.of(self.text), party.span)

    def places(self, source: Source) -> tuple[Span, ...]:
        """Return where a source is named, or else what it says."""
        said = (self._contents[ident] for ident in source.attributions if ident in self._contents)
        return source.mentions or tuple(said)

    def _head(self, source: Source) -> Span | None:
        return min(self.places(source), default=None)


def of(known: Mapping[str, Reference], ident: str | None) -> Reference | None:
    """Return the reference to the record of that id; none where there is none."""
    return known.get(ident) if ident else None


def all_of(known: Mapping[str, Reference], idents: Iterable[str]) -> list[Reference]:
    """Return references to the records of those ids, as far as they are known."""
    return [known[ident] for ident in idents if ident in known]
