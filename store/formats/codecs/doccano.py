"""doccano's JSONL for sequence labelling with relations: text, entities, relations, Comments."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import json_lines
from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.formats.incoming.regions import Regions
from store.formats.incoming.values import (
    data_of,
    listed,
    name_of,
    own_of,
    place_in,
    rows_of,
    shown,
    tabled,
    whole,
    words,
)
from store.formats.losses import Carries, Losses
from store.formats.marks import facts_of, graph, label_of
from store.formats.registry import Files, Found, Row, export_format, import_format
from store.items import Item

COLUMN = "dateline"
"""What of each item spans have no place for; doccano keeps it beside the text, untouched."""


_SIGNS = frozenset({"entities", "label", "labels"})
"""Columns of which a row of doccano's has one."""
_NOT_OURS = frozenset({"spans", "tokens", "answer"})
"""Columns of Prodigy's rows, which may have a label too."""

_Entry = Proposal | UnreadableImportError


def _is_row(row: Row) -> bool:
    ours = isinstance(row.get("text"), str) and bool(_SIGNS & row.keys())
    return ours and not _NOT_OURS & row.keys()


@export_format(
    "doccano",
    "doccano",
    suffix=".jsonl",
    carries=Carries(values=True, links=True, notes=True, tags=True, flags=True, controls=True),
    is_own=lambda start: {"text", "entities", "relations"} <= start.row.keys(),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return one line of JSON a document."""
    yield "", json_lines(_row(document, wishes.choice) for document in documents)


@import_format("doccano", "rows of JSON with entities (doccano)", is_row=_is_row)
def read(path: Path) -> Found:
    """Return the reports of the rows, in either of doccano's forms: `entities` or `label`."""
    return rows_of(data_of(path), str(path), _incoming)


def _row(document: Document, choice: Choice) -> Row:
    article = document.article
    items = document.chosen(choice)
    made = graph(items, len(article.text))
    return {
        "id": article.key,
        "text": article.text,
        "entities": [
            {
                "id": mark.number,
                "label": mark.label,
                "start_offset": mark.span.start,
                "end_offset": mark.span.end,
            }
            for mark in made.marks
        ],
        "relations": [
            {"id": number, "from_id": link.head, "to_id": link.child, "type": link.role}
            for number, link in enumerate(made.links, 1)
        ],
        "Comments": [item.note for item in items if item.note],
        COLUMN: [_facts(item) for item in items],
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
    }


def _facts(item: Item) -> Row:
    return {
        "start": item.span.start,
        "end": item.span.end,
        "mentions": len(item.spans),
        "label": label_of(item),
        **facts_of(item),
    }


def _incoming(row: Row, where: str) -> Incoming:
    read = _RowReader(row, where)
    return Incoming(
        where,
        tuple(read.entries()),
        name_of(row.get("id")),
        None,
        row["text"],
        read.left_out,
    )


class _RowReader:
    """One row: its entities, with the links between them and what went out with them."""

    def __init__(self, row: Row, where: str) -> None:
        self._regions = Regions()
        self.left_out = self._regions.left_out
        self._row = row
        self._where = where
        self._wrong: list[UnreadableImportError] = []
        self._facts: dict[tuple[object, object], list[Row]] = defaultdict(list)

    def entries(self) -> Iterator[_Entry]:
        """Yield what the row proposes."""
        for facts in listed(self._row.get(COLUMN), COLUMN, self._where):
            found = tabled(facts, COLUMN, self._where)
            start, end = (_hashable(found.get(name)) for name in ("start", "end"))
            self._facts[start, end].append(found)
        self._read_entities()
        for number, relation in enumerate(self._list("relations"), 1):
            self._try(self._read_relation, relation, f"{self._where}, relation {number}")
        for regions in self._regions.items():
            yield self._proposal(regions)
        self._count_comments()
        yield from self._wrong

    def _list(self, name: str) -> list[Any]:
        return listed(self._row.get(name), name, self._where)

    def _read_entities(self) -> None:
        for number, entity in enumerate(self._list("entities"), 1):
            self._try(self._read_entity, entity, f"{self._where}, entity {number}")
        for name in ("label", "labels"):
            for number, label in enumerate(self._list(name), 1):
                self._try(self._read_label, label, f"{self._where}, label {number}")

    def _try(self, read: Callable[[Any, str], None], value: Any, place: str) -> None:
        try:
            read(value, place)
        except UnreadableImportError as error:
            self._wrong.append(error)

    def _read_entity(self, value: Any, where: str) -> None:
        entity = tabled(value, "entity", where)
        ident = whole(entity["id"], "id", where) if entity.get("id") is not None else where
        place = self._place(entity.get("start_offset"), entity.get("end_offset"), where)
        self._regions.add(ident, place, words(entity.get("label"), "label", where), where)

    def _read_label(self, value: Any, where: str) -> None:
        label = listed(value, "label", where)
        if len(label) != 3:
            raise UnreadableImportError("a label is [start, end, name]", where)
        place = self._place(label[0], label[1], where)
        self._regions.add(where, place, words(label[2], "label", where), where)

    def _place(self, start: object, end: object, where: str) -> Place:
        return place_in(self._row["text"], start, end, where)

    def _read_relation(self, value: Any, where: str) -> None:
        relation = tabled(value, "relation", where)
        head, child = (whole(relation.get(name), name, where) for name in ("from_id", "to_id"))
        self._regions.link(head, child, words(relation.get("type"), "type", where), where)

    def _proposal(self, regions: list[object]) -> _Entry:
        place = self._regions.place(regions[0])
        where = f"{self._where}, “{shown(place.exact)}” at {place.start}"
        facts = self._facts_of(place, self._regions.label(regions[0]))
        try:
            own = own_of(facts, where)
        except UnreadableImportError as error:
            return error
        found = self._regions.proposal(
            regions, own, where, whole=len(regions) == facts.get("mentions")
        )
        return replace(
            found,
            note=own.note if own else "",
            tags=own.tags if own else (),
            flag=facts.get("flag") is True,
        )

    def _facts_of(self, place: Place, label: str) -> Row:
        """What went out of the item at the place, best of one with that label; each once."""
        found = self._facts[place.start, place.end]
        best = next((one for one in found if one.get("label") == label), None)
        if best is None:
            best = next(iter(found), None)
        if best is None:
            return {}
        found.remove(best)
        return best

    def _count_comments(self) -> None:
        known = {words(one.get("note"), "note", self._where) for one in self._all_facts()}
        comments = self._row.get("Comments")
        found = comments if isinstance(comments, list) else []
        self.left_out["comments"] += sum(isinstance(one, str) and one not in known for one in found)

    def _all_facts(self) -> Iterator[Row]:
        facts = self._row.get(COLUMN)
        return (
            (one for one in facts if isinstance(one, dict)) if isinstance(facts, list) else iter(())
        )


def _hashable(value: object) -> object:
    return value if isinstance(value, int) else None
