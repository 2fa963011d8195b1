"""brat standoff (https://brat.nlplab.org/standoff.html): a .txt and an .ann file an article.

Entities and words are text-bound annotations (T), events have a trigger and roles (E), links
between items are relations (R), states and values attributes (A), notes and tags notes (#).
Offsets are code points. `annotation.conf` names every type in use, so that brat loads the folder,
and `visual.conf` says how they are shown.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from extract.records import Span
from store.formats.codecs.brat_config import CONFIGURATION, Types, annotation_conf, visual_conf
from store.formats.document import Document, Wishes
from store.formats.escaping import one_line, spaced
from store.formats.losses import Carries, Losses
from store.formats.marks import EVENT_ROLE, SAME, Graph, Mark, facts_of, graph, plain_label
from store.formats.registry import Files, Start, export_format
from store.items import Item, Kind
from store.wording import claim

TOLL = "Toll"
ROLES = ("Actor", "Target", "Place", "Time", "SaidBy", TOLL)
"""Arguments of an event; a figure is the toll of its event. All other links are relations, whose
ends are never events: few readers of brat's files take those."""

SAME_EVENT, TAG, ITEM = "DatelineSame", "DatelineTag", "DatelineItem"
"""Notes of our own: a further trigger of an event, a tag, and as JSON all that comes back."""

IN_PIECES = frozenset({Kind.ATTRIBUTION, Kind.CHECK, Kind.FIGURE})
"""Kinds whose stretches are pieces of one annotation; those of the others are mentions."""

VALUES = ("status", "qualifier", "outcome", "stance", "directness", "severity")
"""Fields whose values are attributes."""


def _is_own(start: Start) -> bool:
    """Return whether the other file of the pair is beside it, or it is a configuration."""
    path = start.path
    other = {".txt": ".ann", ".ann": ".txt"}.get(path.suffix)
    if other:
        return path.with_suffix(other).is_file()
    return path.name in CONFIGURATION and start.has("", f"[{CONFIGURATION[path.name]}]")


@export_format(
    "brat",
    "brat standoff, a folder",
    carries=Carries(values=True, links=True, notes=True, tags=True, flags=True, states=True),
    is_own=_is_own,
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return a .txt and an .ann an article, with folders as in its key, and both configurations."""
    types = Types()
    for document in documents:
        made = graph(document.chosen(wishes.choice), len(document.article.text))
        lines = _Writer(document, made, types).lines()
        yield f"{document.article.key}.txt", spaced(document.article.text).encode()
        yield f"{document.article.key}.ann", "".join(f"{line}\n" for line in lines).encode()
    yield "annotation.conf", annotation_conf(types, ROLES).encode()
    yield "visual.conf", visual_conf(types).encode()


class _Writer:
    """The lines of one .ann file."""

    def __init__(self, document: Document, made: Graph, types: Types) -> None:
        self._text = spaced(document.article.text)
        self._made = made
        self._types = types
        self._events = self._event_numbers()
        self._bound = self._bound_numbers()
        self._attributes = 0
        self._notes = 0

    def lines(self) -> Iterator[str]:
        """Yield the lines: annotations, events, links, then what is said of items."""
        for mark in self._made.marks:
            if self._bound[mark.number] == mark.number:
                yield self._text_bound(mark)
        yield from self._event_lines()
        yield from self._relation_lines()
        for item in self._made.items():
            yield from self._attribute_lines(item)
            yield from self._note_lines(item)

    def _event_numbers(self) -> dict[int, int]:
        events = [mark for mark in self._made.marks if mark.item and mark.item.kind is Kind.EVENT]
        return {mark.number: place for place, mark in enumerate(events, 1)}

    def _bound_numbers(self) -> dict[int, int]:
        """The annotation of each mark: one for all pieces of an item that is told in pieces, and
        one trigger for all events of a type at the same words, as brat's verifier wants it."""
        triggers: dict[tuple[Span, str], int] = {}
        found = {}
        for mark in self._made.marks:
            number = mark.number
            if mark.item and _in_pieces(mark.item):
                number = self._head(mark.item)
            elif number in self._events:
                number = triggers.setdefault((mark.span, mark.label), number)
            found[mark.number] = number
        return found

    def _text_bound(self, mark: Mark) -> str:
        event = mark.item is not None and mark.item.kind is Kind.EVENT
        (self._types.events if event else self._types.entities).add(mark.label)
        whole = mark.item.spans if mark.item and _in_pieces(mark.item) else (mark.span,)
        pieces = [one for span in whole for one in _pieces(self._text, span.start, span.end)]
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(self._text[start:end] for start, end in pieces)
        return f"T{mark.number}\t{mark.label} {offsets}\t{words}"

    def _event_lines(self) -> Iterator[str]:
        roles: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for link in self._made.links:
            if link.role == EVENT_ROLE and link.child in self._events:
                item = self._made.marks[link.child - 1].item
                roles[self._head(item) if item else link.child].append((TOLL, link.head))
            elif link.head in self._events and link.role in ROLES:
                roles[link.head].append((link.role, link.child))
        for mark_number, number in self._events.items():
            trigger = f"{self._made.marks[mark_number - 1].label}:T{self._bound[mark_number]}"
            given = _numbered(roles[mark_number], self._bound)
            yield f"E{number}\t{' '.join([trigger, *given])}"

    def _relation_lines(self) -> Iterator[str]:
        number = 0
        for link in self._made.links:
            head, child = self._bound[link.head], self._bound[link.child]
            if link.head in self._events or link.child in self._events or head == child:
                continue
            number += 1
            self._types.relations.add(link.role)
            yield f"R{number}\t{link.role} Arg1:T{head} Arg2:T{child}"

    def _attribute_lines(self, item: Item) -> Iterator[str]:
        values = {"state": item.state.value}
        values |= {name: str(item.fields[name]) for name in VALUES if item.fields.get(name)}
        for name, value in values.items():
            self._attributes += 1
            label, shown = name.capitalize(), plain_label(value)
            self._types.attributes[label].add(shown)
            yield f"A{self._attributes}\t{label} {self._name_of(item)} {shown}"
        if item.flag:
            self._attributes += 1
            self._types.attributes["Flag"] = set()
            yield f"A{self._attributes}\tFlag {self._name_of(item)}"

    def _note_lines(self, item: Item) -> Iterator[str]:
        yield self._note("DatelineClaim", item, claim(item))
        for link in self._made.links:
            if link.role == SAME and link.child in self._events and link.head == self._head(item):
                yield self._note(SAME_EVENT, item, self._name(link.child))
        if item.note:
            yield self._note("AnnotatorNotes", item, item.note)
        for tag in item.tags:
            yield self._note(TAG, item, tag)
        yield self._line(ITEM, item, json.dumps(facts_of(item)))

    def _note(self, kind: str, item: Item, words: str) -> str:
        return self._line(kind, item, one_line(words))

    def _line(self, kind: str, item: Item, words: str) -> str:
        self._notes += 1
        return f"#{self._notes}\t{kind} {self._name_of(item)}\t{words}"

    def _name_of(self, item: Item) -> str:
        return self._name(self._head(item))

    def _head(self, item: Item) -> int:
        return self._made.heads[item.id]

    def _name(self, number: int) -> str:
        event = self._events.get(number)
        return f"T{self._bound[number]}" if event is None else f"E{event}"


def _numbered(roles: Iterable[tuple[str, int]], bound: Mapping[int, int]) -> Iterator[str]:
    """Roles with their fillers; the second of a kind has a 2 behind it, as brat wants."""
    counted: dict[str, int] = defaultdict(int)
    for role, child in dict.fromkeys((role, bound[child]) for role, child in roles):
        counted[role] += 1
        yield f"{role}{counted[role] if counted[role] > 1 else ''}:T{child}"


def _in_pieces(item: Item) -> bool:
    """Whether its stretches are one annotation, which must not overlap itself."""
    apart = all(one.end <= after.start for one, after in pairwise(item.spans))
    return item.kind in IN_PIECES and apart


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span's lines: brat's annotations may not run over a line break."""
    place = start
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip()
        if words:
            first = place + line.index(words)
            yield first, first + len(words)
        place += len(line)
