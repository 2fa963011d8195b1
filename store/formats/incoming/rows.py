"""JSON lines of Prodigy and doccano, a report a line."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.formats.marks import ARGUMENT
from store.items import Kind

Row = dict[str, Any]
Found = Incoming | UnreadableImportError


def prodigy(data: bytes, where: str) -> Iterator[Found]:
    """The reports in Prodigy's JSONL; rows that were rejected or ignored there are left out."""
    return _rows(data, where, _prodigy)


def doccano(data: bytes, where: str) -> Iterator[Found]:
    """The reports in doccano's JSONL, in either of its forms: `entities` or `label`."""
    return _rows(data, where, _doccano)


def _rows(data: bytes, where: str, read: Callable[[Row, str], Incoming | None]) -> Iterator[Found]:
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        place = f"{where}, line {number}"
        try:
            found = read(_object(line, place), place)
        except UnreadableImportError as error:
            yield error
            continue
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            yield UnreadableImportError(f"a field is missing or wrong ({error})", place)
            continue
        if found:
            yield found


def _object(line: bytes, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UnreadableImportError(f"not JSON ({error})", where) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableImportError('no "text"', where)
    return row


def _prodigy(row: Row, where: str) -> Incoming | None:
    if row.get("answer", "accept") != "accept":
        return None
    meta = row.get("meta") or {}
    by_item: dict[str, list[Row]] = {}
    for number, span in enumerate(row.get("spans") or (), 1):
        if span["label"] != ARGUMENT:
            by_item.setdefault(str(span.get("id") or f"span {number}"), []).append(span)
    proposals = [_item(row["text"], spans, f"{where}, {name}") for name, spans in by_item.items()]
    return Incoming(
        where, tuple(proposals), _text(meta.get("id")), _text(meta.get("sha256")), row["text"]
    )


def _item(text: str, spans: list[Row], where: str) -> Proposal:
    """The spans of one item, such as all mentions of a name."""
    first = spans[0]
    return Proposal(
        where,
        str(first["label"]),
        tuple(
            Place(span["start"], span["end"], text[span["start"] : span["end"]]) for span in spans
        ),
        note=str(first.get("note") or ""),
        tags=tuple(first.get("tags") or ()),
        state=first.get("state"),
        kind=Kind(first["kind"]) if first.get("kind") else None,
        fields=first.get("fields") or {},
    )


def _doccano(row: Row, where: str) -> Incoming:
    proposals = []
    for number, entity in enumerate(row.get("entities") or (), 1):
        start, end = int(entity["start_offset"]), int(entity["end_offset"])
        place = Place(start, end, row["text"][start:end])
        proposals.append(Proposal(f"{where}, entity {number}", str(entity["label"]), (place,)))
    for number, (start, end, label) in enumerate(row.get("label") or (), 1):
        place = Place(start, end, row["text"][start:end])
        proposals.append(Proposal(f"{where}, label {number}", str(label), (place,)))
    kept = tuple(one for one in proposals if one.label != ARGUMENT)
    return Incoming(where, kept, _text(row.get("id")), None, row["text"])


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
