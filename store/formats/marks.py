"""Items as labelled spans and links between them, which is what annotation formats hold.

Labels are words without space or slash, as brat and INCEpTION need them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from extract.records import Span
from store.items import Item
from store.kinds import Kind, definition
from store.references import span_of

SAME = "Same"
"""Role that links further mentions to the first."""
EVENT_ROLE = "Of"
"""Role of the event that a figure belongs to."""
ARGUMENT = "Span"
"""Label of words that only serve another item: an actor, a counted noun."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A labelled stretch of the text."""

    number: int
    """From 1, in the order in which the marks were made; links name it."""
    span: Span
    label: str
    item: Item | None = None
    """The item whose own words these are; none for an argument's."""


@dataclass(frozen=True, slots=True)
class Link:
    """A role that one mark plays for another."""

    role: str
    head: int
    """Number of the mark that has the role filled."""
    child: int
    """Number of the mark that fills it."""


@dataclass(slots=True)
class Graph:
    """All marks and links of a document."""

    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    heads: dict[str, int] = field(default_factory=dict)
    """Item id -> number of the mark that stands for it."""
    _known: dict[tuple[Span, str], int] = field(default_factory=dict)

    def items(self) -> Iterator[Item]:
        """Return the items that have marks, each once."""
        for number in self.heads.values():
            item = self.marks[number - 1].item
            if item:
                yield item

    def mark(self, span: Span, label: str, item: Item | None = None) -> int:
        """Return number of the mark with that span and label, made if need be."""
        key = (span, label)
        if item is None and key in self._known:
            return self._known[key]
        number = len(self.marks) + 1
        self.marks.append(Mark(number, span, label, item))
        self._known.setdefault(key, number)
        return number

    def link(self, role: str, head: int, child: int) -> None:
        """Note that `child` fills the role for `head`."""
        if head != child:
            self.links.append(Link(role, head, child))


def facts_of(item: Item) -> dict[str, Any]:
    """Return what a format embeds of an item, to have it back as it was: see `values.own_of`."""
    return {
        "id": item.id,
        "kind": item.kind.value,
        "fields": dict(item.fields),
        "note": item.note,
        "tags": list(item.tags),
        "flag": item.flag,
    }


def label_of(item: Item) -> str:
    """Return the label of an item: what an entity is, an event's sub-type,
    else the kind of item."""
    return plain_label(definition(item.kind).label(item))


def plain_label(words: str) -> str:
    """Return words as one label: letters, digits, hyphens and underscores."""
    return re.sub(r"[^\w-]+", "_", words).strip("_") or "Other"


def graph(items: Iterable[Item], length: int) -> Graph:
    """Return marks for all items, then for the words their fields name, with the links between.

    `length` is that of the text: fields that name words outside it make no mark.
    """
    made = Graph()
    items = tuple(items)
    for item in items:
        _mark_item(made, item)
    events, others = _by_span(made, Kind.EVENT, True), _by_span(made, Kind.EVENT, False)
    for item in items:
        for role, reference in _references(item):
            span = span_of(reference)
            if span is None or not 0 <= span.start < span.end <= length:
                continue
            known = events if role == EVENT_ROLE else others
            child = known.get(span) or made.mark(span, ARGUMENT)
            made.link(role, made.heads[item.id], child)
    return made


def _by_span(made: Graph, kind: Kind, of_kind: bool) -> dict[Span, int]:
    """First mark at each span, of that kind of item or of the others."""
    return {
        mark.span: mark.number
        for mark in reversed(made.marks)
        if mark.item and (mark.item.kind is kind) is of_kind
    }


def _mark_item(made: Graph, item: Item) -> None:
    numbers = [made.mark(span, label_of(item), item) for span in item.spans]
    made.heads[item.id] = numbers[0]
    for number in numbers[1:]:
        made.link(SAME, numbers[0], number)


ROLES = {
    "actors": "Actor",
    "targets": "Target",
    "place": "Place",
    "when": "Time",
    "source": "SaidBy",
    "counted": "Counts",
    "part_of": "PartOf",
    "event": EVENT_ROLE,
    "cue": "Cue",
    "named": "Speaker",
    "via": "Via",
}
"""What a link is called, by the field that it fills."""
FIELDS = {role: name for name, role in ROLES.items()}
"""The field that a link fills, by what it is called."""


def _references(item: Item) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, role in ROLES.items():
        value = item.fields.get(name)
        for reference in value if isinstance(value, list) else [value]:
            if isinstance(reference, dict):
                yield role, reference
