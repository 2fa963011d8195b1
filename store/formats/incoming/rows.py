"""JSON lines of Prodigy and doccano, a report a line."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from store.formats.doccano import COLUMN
from store.formats.incoming.meaning import changed_label
from store.formats.incoming.proposal import Incoming, Own, Place, Proposal, UnreadableImportError
from store.formats.incoming.raw import (
    Row,
    all_words,
    json_of,
    listed,
    place_in,
    shown,
    tabled,
    whole,
    words,
)
from store.formats.marks import ARGUMENT, FIELDS, SAME
from store.items import Kind

Found = Incoming | UnreadableImportError
Entry = Proposal | UnreadableImportError


def prodigy(data: bytes, where: str) -> Iterator[Found]:
    """The reports in Prodigy's JSONL; rows that were rejected or ignored there are left out."""
    return _rows(data, where, _prodigy)


def doccano(data: bytes, where: str) -> Iterator[Found]:
    """The reports in doccano's JSONL, in either of its forms: `entities` or `label`."""
    return _rows(data, where, _doccano)


def own_of(values: Any, where: str) -> Own | None:
    """What a file has of an item of ours; none where it is nobody's.

    Raises:
        UnreadableImportError: if it is not what goes out.
    """
    facts = tabled(values, "item", where)
    if not facts.get("kind"):
        return None
    try:
        kind = Kind(words(facts["kind"], "kind", where))
    except ValueError:
        raise UnreadableImportError(
            f"there is no kind '{shown(facts['kind'])}'", where, "leave it out"
        ) from None
    return Own(
        kind,
        tabled(facts.get("fields"), "fields", where),
        words(facts.get("id"), "id", where) or None,
        words(facts.get("note"), "note", where),
        all_words(facts.get("tags"), "tags", where),
    )


def _rows(data: bytes, where: str, read: Callable[[Row, str], Incoming]) -> Iterator[Found]:
    empty = True
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        empty = False
        place = f"{where}, line {number}"
        try:
            yield read(_object(line, place), place)
        except UnreadableImportError as error:
            yield error
    if empty:
        yield UnreadableImportError("there is nothing in it", where, "check its name")


def _object(line: bytes, where: str) -> Row:
    row = json_of(line, where)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableImportError('no "text"', where)
    return row


def _prodigy(row: Row, where: str) -> Incoming:
    meta = tabled(row.get("meta"), "meta", where)
    spans = listed(row.get("spans"), "spans", where)
    answer = words(row.get("answer"), "answer", where)
    left_out: Counter[str] = Counter()
    entries: tuple[Entry, ...] = ()
    if answer in ("reject", "ignore"):
        left_out[f"spans of rows that were answered with '{answer}'"] = len(spans)
    elif answer in ("accept", ""):
        entries = tuple(_of_prodigy(row["text"], spans, answer, where))
    else:
        raise UnreadableImportError(f"there is no answer '{shown(answer)}'", where)
    key, sha256 = _name(meta.get("id")), _name(meta.get("sha256"))
    return Incoming(where, entries, key, sha256, row["text"], left_out)


def _of_prodigy(text: str, spans: list[Any], answer: str, where: str) -> Iterator[Entry]:
    """The items, those of ours with all their mentions together."""
    by_item: dict[str, list[Proposal]] = {}
    broken: set[object] = set()
    for number, span in enumerate(spans, 1):
        place = f"{where}, span {number}"
        try:
            one = _span(text, tabled(span, "span", place), answer, place)
        except UnreadableImportError as error:
            broken.add(_name(span.get("id")) if isinstance(span, dict) else None)
            yield error
            continue
        name = one.own.ident if one.own and one.own.ident else place
        if one.label != ARGUMENT:
            by_item.setdefault(name, []).append(one)
    for name, found in by_item.items():
        yield _joined(found, name not in broken)


def _joined(found: list[Proposal], whole: bool) -> Proposal:
    """The spans of one item as one."""
    first = found[0]
    label = changed_label([one.label for one in found], first.own)
    places = tuple(place for one in found for place in one.places)
    return replace(first, label=label, places=places, whole=whole)


def _span(text: str, span: Row, answer: str, where: str) -> Proposal:
    own = own_of(span, where)
    state = words(span.get("state"), "state", where) or None
    if own is None and state is None and answer:
        state = "accepted"  # drawn there, in a row that was accepted as a whole
    return Proposal(
        where,
        words(span.get("label"), "label", where),
        (place_in(text, span.get("start"), span.get("end"), where),),
        note=words(span.get("note"), "note", where),
        tags=all_words(span.get("tags"), "tags", where),
        flag=span.get("flag") is True,
        state=state,
        own=own,
    )


def _doccano(row: Row, where: str) -> Incoming:
    read = _Doccano(row, where)
    return Incoming(
        where,
        tuple(read.entries()),
        _name(row.get("id")),
        None,
        row["text"],
        read.left_out,
    )


class _Doccano:
    """One row: its entities, with the links between them and what went out with them."""

    def __init__(self, row: Row, where: str) -> None:
        self.left_out: Counter[str] = Counter()
        self._row = row
        self._where = where
        self._wrong: list[UnreadableImportError] = []
        self._places: dict[object, Place] = {}
        self._labels: dict[object, str] = {}
        self._roles: dict[object, list[tuple[str, Place]]] = defaultdict(list)
        self._later: dict[object, object] = {}
        self._facts: dict[tuple[object, object], list[Row]] = defaultdict(list)

    def entries(self) -> Iterator[Entry]:
        """What the row proposes."""
        for facts in listed(self._row.get(COLUMN), COLUMN, self._where):
            found = tabled(facts, COLUMN, self._where)
            start, end = (_hashable(found.get(name)) for name in ("start", "end"))
            self._facts[start, end].append(found)
        self._read_entities()
        for number, relation in enumerate(self._list("relations"), 1):
            self._try(self._read_relation, relation, f"{self._where}, relation {number}")
        for head, together in self._together().items():
            if self._labels[head] != ARGUMENT:
                yield from self._proposal(head, together)
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
        if ident in self._places:
            raise UnreadableImportError(f"the id {shown(ident)} is there twice", where)
        self._take(ident, entity.get("start_offset"), entity.get("end_offset"), entity, where)

    def _read_label(self, value: Any, where: str) -> None:
        label = listed(value, "label", where)
        if len(label) != 3:
            raise UnreadableImportError("a label is [start, end, name]", where)
        self._take(where, label[0], label[1], {"label": label[2]}, where)

    def _take(self, ident: object, start: object, end: object, row: Row, where: str) -> None:
        label = words(row.get("label"), "label", where)
        self._places[ident] = place_in(self._row["text"], start, end, where)
        self._labels[ident] = label

    def _read_relation(self, value: Any, where: str) -> None:
        relation = tabled(value, "relation", where)
        ends = [whole(relation.get(name), name, where) for name in ("from_id", "to_id")]
        role = words(relation.get("type"), "type", where)
        if not all(end in self._places for end in ends):
            raise UnreadableImportError("it links what is not there", where)
        if role == SAME:
            self._later.setdefault(ends[1], ends[0])
        elif role in FIELDS:
            self._roles[ends[0]].append((role, self._places[ends[1]]))
        else:
            self.left_out[f"links called {shown(role)}"] += 1

    def _together(self) -> dict[object, list[object]]:
        """Entities by the first mention of their item."""
        groups: dict[object, list[object]] = defaultdict(list)
        for ident in self._places:
            head = self._later.get(ident, ident)
            groups[ident if head in self._later else head].append(ident)
        return groups

    def _proposal(self, head: object, together: list[object]) -> Iterator[Entry]:
        place = self._places[head]
        where = f"{self._where}, “{shown(place.exact)}” at {place.start}"
        facts = self._facts_of(place, self._labels[head])
        try:
            own = own_of(facts, where)
            yield Proposal(
                where,
                changed_label([self._labels[ident] for ident in (head, *together)], own),
                tuple(self._places[ident] for ident in (head, *together)),
                note=own.note if own else "",
                tags=own.tags if own else (),
                flag=facts.get("flag") is True,
                own=own,
                roles=tuple(self._roles[head]),
                whole=len({head, *together}) == facts.get("mentions"),
            )
        except UnreadableImportError as error:
            yield error

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


def _name(value: object) -> str | None:
    """A key, hash or running number; nothing where it is none of these."""
    if isinstance(value, str):
        return value
    number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if number else None
