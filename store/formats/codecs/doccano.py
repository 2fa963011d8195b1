"""doccano's JSONL for sequence labelling: `label` for projects without relations, and `entities`
with `relations` for those that have them. `Comments` is the program's own column."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import json_lines
from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.formats.incoming.regions import Regions, deleted, places_of
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
_SENT = "dateline_sent"
"""Of the labels that went out, to tell which of its two columns of labels a project has in use."""

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
    made = graph(document.chosen(choice), len(article.text))
    labels = [[mark.span.start, mark.span.end, mark.label] for mark in made.marks]
    return {
        "id": article.key,
        "key": article.key,
        "text": article.text,
        "label": labels,
        "entities": [
            {"id": number, "label": label, "start_offset": start, "end_offset": end}
            for number, (start, end, label) in enumerate(labels, 1)
        ],
        "relations": [
            {"id": number, "from_id": link.head, "to_id": link.child, "type": link.role}
            for number, link in enumerate(made.links, 1)
        ],
        COLUMN: [_facts(item) for item in made.items()],
        _SENT: _digest(labels),
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
    }


def _digest(labels: list[list[Any]]) -> str:
    """What tells whether labels are those that went out, whatever their order."""
    written = json.dumps(sorted(labels, key=str), ensure_ascii=True, default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def _facts(item: Item) -> Row:
    return {
        "start": item.span.start,
        "end": item.span.end,
        "places": [[span.start, span.end] for span in item.spans],
        "label": label_of(item),
        **facts_of(item),
    }


def _incoming(row: Row, where: str) -> Incoming:
    read = _RowReader(row, where)
    return Incoming(
        where,
        tuple(read.entries()),
        name_of(row.get("key") or row.get("id")),
        None,
        row["text"],
        read.left_out,
    )


class _RowReader:
    """One row: its entities, with the links between them and what went out with them.

    A project has either entities with relations in use or labels alone, and keeps the column that
    it does not use as it went out.
    """

    def __init__(self, row: Row, where: str) -> None:
        self._regions = Regions()
        self.left_out = self._regions.left_out
        self._row = row
        self._where = where
        self._wrong: list[UnreadableImportError] = []
        self._sent = [tabled(one, COLUMN, where) for one in self._list(COLUMN)]
        self._facts = _by_place(self._sent)
        self._columns = self._columns_in_use()
        self._linked = bool(row.get("relations")) and "entities" in self._columns

    def entries(self) -> Iterator[_Entry]:
        """Yield what the row proposes."""
        for name in self._columns:
            read = self._read_entity if name == "entities" else self._read_label
            self._each(name, read)
        if self._linked:
            self._each("relations", self._read_relation)
        else:
            self._join_mentions()
        whole = self._has_overlaps()
        taken: list[Row] = []
        for regions in self._regions.items():
            facts = self._facts_of(regions[0])
            taken.append(facts)
            yield self._proposal(regions, facts, whole)
        if whole and any(taken):
            yield from self._deleted(taken)
        self._count_comments()
        yield from self._wrong

    def _columns_in_use(self) -> tuple[str, ...]:
        """The columns of labels that count: the one that was changed since both went out."""
        sent, labels = self._row.get(_SENT), self._row.get("label")
        if sent is None:
            return ("entities", "label", "labels")
        is_changed = isinstance(labels, list) and _digest(labels) != sent
        return ("label",) if is_changed or self._row.get("entities") is None else ("entities",)

    def _list(self, name: str) -> list[Any]:
        return listed(self._row.get(name), name, self._where)

    def _each(self, name: str, read: Callable[[Any, str], None]) -> None:
        what = _CALLED.get(name, name)
        for number, value in enumerate(self._list(name), 1):
            try:
                read(value, f"{self._where}, {what} {number}")
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

    def _join_mentions(self) -> None:
        """Where no links are shown, put together what went out as mentions of one item."""
        there: dict[tuple[object, ...], list[object]] = defaultdict(list)
        for ident in self._regions:
            place = self._regions.place(ident)
            there[place.start, place.end, self._regions.label(ident)].append(ident)
        for facts in self._sent:
            label = _hashable(facts.get("label"))
            signs = [(*place, label) for place in places_of(facts)]
            first, *others = [there[sign].pop(0) for sign in signs if there.get(sign)] or [None]
            for other in others:
                self._regions.join(first, other)

    def _has_overlaps(self) -> bool:
        """Whether all that overlapped is still there, which a project may drop by itself."""
        sent = sorted(place for facts in self._sent for place in places_of(facts))
        places = map(self._regions.place, self._regions)
        now = sorted((place.start or 0, place.end or 0) for place in places)
        return _overlap(now) or not _overlap(sent)

    def _proposal(self, regions: list[object], facts: Row, is_whole: bool) -> _Entry:
        place = self._regions.place(regions[0])
        where = f"{self._where}, “{shown(place.exact)}” at {place.start}"
        try:
            own = own_of(facts, where)
        except UnreadableImportError as error:
            return error
        count = facts.get("mentions") or len(places_of(facts))
        found = self._regions.proposal(regions, own, where, whole=is_whole or len(regions) == count)
        if own is None:
            return found
        roles = found.roles if self._linked else None
        return replace(found, note=own.note, tags=own.tags, flag=own.flag, roles=roles)

    def _facts_of(self, head: object) -> Row:
        """What went out of the item at the place, best of one with that label; each once."""
        place, label = self._regions.place(head), self._regions.label(head)
        found = self._facts[place.start, place.end]
        best = next((one for one in found if one.get("label") == label), next(iter(found), {}))
        if best:
            found.remove(best)
        return best

    def _deleted(self, taken: list[Row]) -> Iterator[_Entry]:
        there = {id(facts) for facts in taken}
        for facts in self._sent:
            if id(facts) not in there:
                yield from deleted(facts, self._row["text"], self._where)

    def _count_comments(self) -> None:
        known = {str(facts.get("note")) for facts in self._sent}
        comments = self._row.get("Comments")
        found = comments if isinstance(comments, list) else []
        self.left_out["comments"] += sum(str(one) not in known for one in found)


_CALLED = {"entities": "entity", "relations": "relation", "labels": "label"}


def _by_place(sent: Iterable[Row]) -> dict[tuple[object, object], list[Row]]:
    found: dict[tuple[object, object], list[Row]] = defaultdict(list)
    for facts in sent:
        start, end = (_hashable(facts.get(name)) for name in ("start", "end"))
        found[start, end].append(facts)
    return found


def _overlap(places: list[tuple[int, int]]) -> bool:
    return any(after[0] < before[1] for before, after in pairwise(places))


def _hashable(value: object) -> object:
    return value if isinstance(value, (int, str)) else None
