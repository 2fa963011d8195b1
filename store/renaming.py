"""A corrected name or place reaches the records that name it: items in, items out."""

from collections.abc import Iterable, Iterator
from typing import Any

from extract.records import Span
from store.decisions import corrected
from store.items import Fields, Item, Kind, State
from store.references import is_reference, span_of

_APPROVED = (State.ACCEPTED, State.CORRECTED, State.ADDED)
_NAMED = (Kind.ENTITY, Kind.SOURCE)
_OF_THE_TEXT = frozenset({"counted", "named", "cue"})
"""Fields that quote words of the text, which no correction changes."""


def echoes(before: Item, after: Item, others: Iterable[Item], text: str) -> Iterator[Item]:
    """The approved items among others that name what was corrected, as they name it now."""
    for item in others:
        if item.id != before.id and item.state in _APPROVED:
            changes = _changes(item, before.spans, before.fields, after)
            if changes:
                yield corrected(item, text, changes)


def caught_up(item: Item, others: Iterable[Item], text: str) -> Item:
    """An item that is approved now, with the names and places that were corrected before."""
    for other in others:
        if other.id == item.id or not other.correction or other.suggestion is None:
            continue
        if other.state is State.CORRECTED:
            changes = _changes(item, other.spans, other.suggestion.fields, other)
            item = corrected(item, text, changes) if changes else item
    return item


def _changes(item: Item, spans: tuple[Span, ...], old: Fields, new: Item) -> Fields:
    """The fields of an item that change with those of another, which stood at these spans."""
    if new.kind in _NAMED and old.get("name") != new.fields.get("name"):
        return _renamed(item, spans, old.get("name"), new)
    if new.kind is Kind.EVENT and item.kind is Kind.FIGURE:
        return _placed(item, spans, old, new.fields)
    return {}


def _renamed(item: Item, spans: tuple[Span, ...], old: Any, new: Item) -> Fields:
    name = new.fields.get("name")
    if not isinstance(old, str) or not isinstance(name, str):
        return {}
    fields = item.fields
    found = {
        field: _with_name(value, spans, old, name)
        for field, value in fields.items()
        if field not in _OF_THE_TEXT
    }
    changes = {field: value for field, value in found.items() if value != fields[field]}
    if "entity" in changes and item.kind is Kind.SOURCE and fields.get("name") == old:
        changes["name"] = name
    return changes


def _with_name(value: Any, spans: tuple[Span, ...], old: str, new: str) -> Any:
    if isinstance(value, list):
        return [_with_name(part, spans, old, new) for part in value]
    if not is_reference(value) or value["name"] != old:
        return value
    place = span_of(value)
    return {**value, "name": new} if place is None or _touches(place, spans) else value


def _placed(item: Item, spans: tuple[Span, ...], old: Fields, new: Fields) -> Fields:
    """The place of a figure, where it was that of its event, which has another now."""
    event, place = item.fields.get("event"), item.fields.get("place")
    if not is_reference(event) or old.get("place") == new.get("place"):
        return {}
    at = span_of(event)
    of_it = at is not None and _touches(at, spans)
    same = place is None or _name(place) == _name(old.get("place"))
    return {"place": new.get("place")} if of_it and same else {}


def _name(value: Any) -> str | None:
    return str(value["name"]) if is_reference(value) else None


def _touches(place: Span, spans: tuple[Span, ...]) -> bool:
    return any(place.start < span.end and span.start < place.end for span in spans)
