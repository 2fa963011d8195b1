"""JSON lines, a report a line: what all programs' have in common, and Prodigy's."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from store.formats.incoming.meaning import changed_label
from store.formats.incoming.proposal import Incoming, Own, Proposal, UnreadableImportError
from store.formats.incoming.raw import (
    Row,
    all_words,
    json_of,
    listed,
    place_in,
    shown,
    tabled,
    words,
)
from store.formats.marks import ARGUMENT
from store.items import Kind
from store.upgrades import with_present_names

Found = Incoming | UnreadableImportError
Entry = Proposal | UnreadableImportError


def prodigy(data: bytes, where: str) -> Iterator[Found]:
    """The reports in Prodigy's JSONL; rows that were rejected or ignored there are left out."""
    return rows_of(data, where, _prodigy)


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
        with_present_names(kind, tabled(facts.get("fields"), "fields", where)),
        words(facts.get("id"), "id", where) or None,
        words(facts.get("note"), "note", where),
        all_words(facts.get("tags"), "tags", where),
    )


def rows_of(data: bytes, where: str, read: Callable[[Row, str], Incoming]) -> Iterator[Found]:
    """What is read in each row, or why it cannot be."""
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
    key, sha256 = name_of(meta.get("id")), name_of(meta.get("sha256"))
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
            broken.add(name_of(span.get("id")) if isinstance(span, dict) else None)
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


def name_of(value: object) -> str | None:
    """A key, hash or running number; nothing where it is none of these."""
    if isinstance(value, str):
        return value
    number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if number else None
