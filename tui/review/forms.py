"""Which fields the form of each kind of item has."""

from collections.abc import Iterable, Sequence

from extract.records import Directness, Qualifier, Status
from extract.vocabulary import EventType, Outcome, SourceKind, Stance, SubType, type_of
from store.annotations import Annotations
from store.items import Item, Kind, State
from store.references import reference
from store.wording import counted, days, where_and_who
from tui.review.amounts import Amount, Numeric
from tui.review.days import Day
from tui.review.fields import Field, OneOf, Plain, YesNo
from tui.review.named import AllNamed, Known, Named, with_own
from tui.review.schemes import (
    CREDIBILITY,
    LABELS,
    RELIABILITY,
)

_DIRECTNESS: dict[str, str] = {
    Directness.DIRECT: "direct quotation",
    Directness.MIXED: "partly quoted",
    Directness.INDIRECT: "indirect",
}
_QUALIFIERS = {one.value: one.value.replace("_", " ") for one in Qualifier}


def form(item: Item, notes: Annotations, names: Sequence[str] = ()) -> tuple[Field, ...]:
    """The fields of an item, in the order in which they are most often wrong.

    `names` are canonical names used before in the library.
    """
    known = _Records(notes)
    if item.kind is Kind.ENTITY:
        return _entity(item, notes, (*known.entities, *names))
    if item.kind is Kind.FIGURE:
        return _figure(item, notes, known)
    if item.kind is Kind.EVENT:
        return _event(item, notes, known)
    if item.kind is Kind.SOURCE:
        return _source((*known.sources, *names))
    if item.kind is Kind.ATTRIBUTION:
        return _attribution(item, known)
    return ()


class _Records:
    """What the items of a report can name."""

    def __init__(self, notes: Annotations) -> None:
        self._items = [item for item in notes.items() if item.state is not State.REJECTED]
        self.entities = self._named(Kind.ENTITY)
        self.sources = self._named(Kind.SOURCE)

    def _named(self, kind: Kind) -> Known:
        return {
            str(item.fields["name"]): reference(str(item.fields["name"]), item.span)
            for item in self._items
            if item.kind is kind and item.fields.get("label") != "DATE"
        }

    def worded(self, kind: Kind, but: Item | None = None) -> Known:
        """Items by what they tell: of those that tell the same, which it is in the text."""
        found: dict[str, list[Item]] = {}
        for item in self._items:
            if item.kind is not kind or (but is not None and item.id == but.id):
                continue
            found.setdefault(_told(item), []).append(item)
        return {
            label if len(alike) == 1 else f"{label} · {number} of {len(alike)} in the text": (
                reference(item.words, item.span)
            )
            for label, alike in found.items()
            for number, item in enumerate(sorted(alike, key=lambda one: one.span), 1)
        }


def _with(known: Known, item: Item, name: str) -> Known:
    """What a field may name, with the record that stands in it."""
    return with_own(known, [item.fields.get(name)])


def _with_all(known: Known, item: Item, name: str) -> Known:
    """What a field of several may name, with the records that stand in it."""
    return with_own(known, item.fields.get(name) or ())


def _told(item: Item) -> str:
    """What tells one item from the others in a list: words, day, place and parties."""
    fields = item.fields
    if item.kind is not Kind.EVENT:
        return f"{item.words} {counted(fields)}".strip()
    return " · ".join(
        part for part in (item.words, days(fields.get("when")), *where_and_who(fields)) if part
    )


def _options(values: Iterable[str]) -> dict[str, str]:
    return {str(value): str(value) for value in values}


def _entity(item: Item, notes: Annotations, names: Sequence[str]) -> tuple[Field, ...]:
    label = OneOf("label", "label", LABELS)
    if item.fields.get("label") == "DATE":
        return label, Day("from", "day", notes.article.published, own=True)
    return (
        label,
        Plain("name", "name", tuple(names), needed=True),
        YesNo("former", "former"),
        Plain("country", "country"),
    )


def _figure(item: Item, notes: Annotations, known: _Records) -> tuple[Field, ...]:
    return (
        Amount(),
        Named("counted", "counted", _with({}, item, "counted")),
        OneOf("outcome", "outcome", _options(Outcome)),
        Named("source", "source", _with(known.sources, item, "source")),
        Day("when", "date", notes.article.published),
        Named("place", "place", _with(known.entities, item, "place")),
        Named("part_of", "part of", known.worded(Kind.FIGURE, item), free=False),
        Named("event", "event", known.worded(Kind.EVENT), free=False),
        Numeric("low", "low"),
        Numeric("point", "point"),
        Numeric("high", "high"),
        OneOf("qualifier", "qualifier", _QUALIFIERS),
        Plain("unit", "unit"),
    )


def _event(item: Item, notes: Annotations, known: _Records) -> tuple[Field, ...]:
    return (
        OneOf("kind", "type", _options(EventType)),
        Subkind("subkind", "sub-type", _options(SubType), optional=True),
        AllNamed("actors", "actors", _with_all(known.entities, item, "actors")),
        AllNamed("targets", "targets", _with_all(known.entities, item, "targets")),
        Named("place", "place", _with(known.entities, item, "place")),
        Day("when", "date", notes.article.published),
        OneOf("status", "status", _options(Status)),
        Named("source", "source", _with(known.sources, item, "source")),
    )


class Subkind(OneOf):
    """The sub-type of an event, which tells its type too."""

    __slots__ = ()

    def read(self, words: str) -> dict[str, object]:
        """The sub-type, and the type it belongs to."""
        values = dict(OneOf.read(self, words))
        kind = type_of(str(values["subkind"]))
        return {**values, "kind": kind.value} if kind else values


def _source(names: Sequence[str]) -> tuple[Field, ...]:
    return (
        Plain("name", "name", tuple(names), needed=True),
        OneOf("kind", "kind", _options(SourceKind)),
        OneOf("reliability", "reliability", _graded(RELIABILITY), optional=True),
        Credibility("credibility", "credibility", _graded(CREDIBILITY), optional=True),
    )


def _graded(scale: dict[str, str]) -> dict[str, str]:
    return {grade: f"{grade} {words}" for grade, words in scale.items()}


class Credibility(OneOf):
    """A grade that is kept as a number."""

    __slots__ = ()

    def read(self, words: str) -> dict[str, object]:
        """The grade."""
        value = OneOf.read(self, words)["credibility"]
        return {"credibility": int(value) if value else None}


def _attribution(item: Item, known: _Records) -> tuple[Field, ...]:
    return (
        Named("source", "source", _with(known.sources, item, "source")),
        Named("cue", "cue", _with({}, item, "cue")),
        OneOf("directness", "said", _DIRECTNESS),
        OneOf("stance", "stance", _options(Stance)),
        Named("via", "told to", _with(known.entities, item, "via")),
    )
