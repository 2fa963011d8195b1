"""A corrected name or place reaches the records that name it: items in, items out."""

from collections.abc import Iterable, Iterator
from typing import Any

from extract.records import Span
from store.history.decisions import corrected
from store.items import Fields, Item, State
from store.kinds import definition
from store.kinds.base import Correction
from store.references import is_reference, span_of

_APPROVED = (State.ACCEPTED, State.CORRECTED, State.ADDED)


def echoes(before: Item, after: Item, others: Iterable[Item], text: str) -> Iterator[Item]:
    """Yield the approved items among others that name what was corrected, as they name it now."""
    correction = Correction(before.spans, before.fields, after)
    for item in others:
        if item.id != before.id and item.state in _APPROVED:
            changes = _changes(item, correction)
            if changes:
                yield corrected(item, text, changes)


def caught_up(item: Item, others: Iterable[Item], text: str) -> Item:
    """Return an item that is approved now, with the names and places that were corrected before."""
    for other in others:
        if other.id == item.id or not other.correction or other.suggestion is None:
            continue
        if other.state is State.CORRECTED:
            changes = _changes(item, Correction(other.spans, other.suggestion.fields, other))
            item = corrected(item, text, changes) if changes else item
    return item


def _changes(item: Item, correction: Correction) -> Fields:
    """The fields of an item that change with those of another."""
    new = correction.item
    named = definition(new.kind).named
    renamed = named and correction.old.get("name") != new.fields.get("name")
    changes = _renamed(item, correction) if renamed else {}
    return definition(item.kind).follow(item, changes, correction)


def _renamed(item: Item, correction: Correction) -> Fields:
    old, name = correction.old.get("name"), correction.item.fields.get("name")
    if not isinstance(old, str) or not isinstance(name, str):
        return {}
    fields, quoting = item.fields, definition(item.kind).quoting
    found = {
        field: _with_name(value, correction.spans, old, name)
        for field, value in fields.items()
        if field not in quoting
    }
    return {field: value for field, value in found.items() if value != fields[field]}


def _with_name(value: Any, spans: tuple[Span, ...], old: str, new: str) -> Any:
    if isinstance(value, list):
        return [_with_name(part, spans, old, new) for part in value]
    if not is_reference(value) or value["name"] != old:
        return value
    place = span_of(value)
    here = place is None or any(place.overlaps(span) for span in spans)
    return {**value, "name": new} if here else value
