"""Incidents joined, split, and relieved of what does not belong to them: items in, items out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from extract.records import Span
from extract.vocabulary import EventType
from store.errors import InvalidValueError
from store.history.decisions import corrected
from store.incidents.counted import numbers_after, numbers_of, numbers_together
from store.items import Fields, Item
from store.kinds import Kind, definition
from store.kinds.incident import type_of_row
from store.references import Reference, span_of
from store.suggestions import place
from store.wording import filled, place_and_time

_UNITED = ("side_a", "side_b", "associated", "around", "sources")
"""Fields that name several, each once by its name."""
_SAID = ("accuse", "claim", "deny")
"""What makes the actor of an event one that is only charged with it."""


def joined(item: Item, other: Item, members: Mapping[str, Sequence[Item]], text: str) -> Item:
    """Return an incident with all that another stands on, which was the same happening.

    Type, place and day stay, and come from the other where there is none; sides, sources and
    numbers are united. `members` has those of both by the ids of the two.

    Raises:
        InvalidValueError: if both are the same item.
    """
    if item.id == other.id:
        raise InvalidValueError("an incident cannot be joined to itself", then="choose another")
    mine, theirs = item.fields, other.fields
    values: dict[str, Any] = {name: _by_name(mine, theirs, name) for name in _UNITED}
    for name in definition(item.kind).members:
        values[name] = _by_place([*(mine.get(name) or ()), *(theirs.get(name) or ())])
    values["charges"] = _each_once([*(mine.get("charges") or ()), *(theirs.get("charges") or ())])
    for name in ("place", "when"):
        values[name] = mine.get(name) or theirs.get(name)
    if mine.get("kind") == theirs.get("kind"):
        values["subkind"] = mine.get("subkind") or theirs.get("subkind")
    values["main"] = bool(mine.get("main") or theirs.get("main"))
    values["background"] = bool(mine.get("background") and theirs.get("background"))
    values |= numbers_together(item, other, members)
    one = corrected(item, text, values, [*item.spans, *other.spans])
    return replace(
        one,
        note=" · ".join(dict.fromkeys(filled(item.note, other.note))),
        tags=tuple(dict.fromkeys([*item.tags, *other.tags])),
        flag=item.flag or other.flag,
    )


def remark_of_joining(item: Item, into: Item) -> str:
    """Return the note of an incident that was joined with another: what that is, and its own."""
    what = ", ".join(filled(type_of_row(into.fields), *place_and_time(into.fields)))
    return " · ".join(filled(item.note, f"joined with {what}"))


def without(item: Item, gone: Sequence[Item], left: Sequence[Item], text: str) -> Item:
    """Return an incident without some of its members; `left` are those that stay.

    Sources and parties that only those name go with them, unless a person had set them; numbers
    that counted them are made anew.

    Raises:
        InvalidValueError: if nothing is left.
    """
    if not left:
        raise InvalidValueError(
            "an incident stands on one mention or figure at least", then="reject it"
        )
    values: dict[str, Any] = {
        name: _less(item.fields.get(name) or (), [one for one in gone if one.kind is kind])
        for name, kind in definition(item.kind).members.items()
    }
    for name in ("side_a", "side_b", "sources"):
        if name not in item.correction:
            only_gone = _named_by(gone) - _named_by(left)
            values[name] = [
                one for one in item.fields.get(name) or () if _key(one) not in only_gone
            ]
    values |= numbers_after(item, gone, left)
    lost = _places(gone) - _places(left)
    spans = [span for span in item.spans if span not in lost]
    return corrected(item, text, values, spans or sorted(_places(left)))


def split_off(item: Item, members: Sequence[Item]) -> tuple[list[Span], Fields]:
    """Return where an incident made of some of another's members stands, and its values.

    Type, place, day and sides are those of its events; without events, those of the other, and so
    are a place and a day that its events do not tell.
    """
    events = [one for one in members if one.kind is Kind.EVENT]
    values: dict[str, Any] = _of_incident(item)
    if events:
        told = _of_events(events)
        values = {**told, **_where_and_when(told, values)}
    values["civilian_targeting"] = values.get("kind") == EventType.AGAINST_CIVILIANS
    for name, kind in definition(item.kind).members.items():
        values[name] = [_reference(one) for one in members if one.kind is kind]
    values["sources"] = _each_once(
        one.fields["source"] for one in members if one.fields.get("source")
    )
    values |= numbers_of(item, members)
    spans = [span for span in item.spans if span in _places(members)]
    return spans or sorted(_places(members)), values


def _of_events(events: Sequence[Item]) -> dict[str, Any]:
    """What events say of the incident that they tell."""
    first = events[0].fields
    charged = [one for one in events if one.fields.get("stance") in _SAID]
    told = [one for one in events if one not in charged]
    return {
        "kind": first["kind"],
        "subkind": first.get("subkind"),
        "side_a": _parties(told, "actors"),
        "side_b": _parties(events, "targets"),
        "charges": [_charge(party, one) for one in charged for party in one.fields["actors"]],
        "place": next((one.fields["place"] for one in events if one.fields.get("place")), None),
        "when": next((one.fields["when"] for one in events if one.fields.get("when")), None),
        "background": all(one.fields.get("status") == "background" for one in events),
    }


def _where_and_when(told: Fields, other: Fields) -> Fields:
    """Place and day that events tell, or else those of the incident that they were told in."""
    place = told if told["place"] else other
    return {
        "place": place.get("place"),
        "around": place.get("around") or [],
        "when": told["when"] or other.get("when"),
    }


def _of_incident(item: Item) -> dict[str, Any]:
    names = ("kind", "subkind", "side_a", "side_b", "charges", "place", "around", "when")
    return {name: item.fields[name] for name in names if name in item.fields}


def _charge(party: Reference, event: Item) -> Fields:
    source = event.fields.get("source")
    place: Fields = {name: party[name] for name in ("start", "end") if name in party}
    name = source["name"] if source else None
    return {"name": party["name"], **place, "stance": event.fields["stance"], "source": name}


def _parties(events: Iterable[Item], role: str) -> list[Reference]:
    found = {_key(one): one for event in events for one in event.fields.get(role) or ()}
    return list(found.values())


def _named_by(members: Iterable[Item]) -> set[str]:
    """The parties and sources that events and figures name."""
    found: set[str] = set()
    for one in members:
        named = [*(one.fields.get("actors") or ()), *(one.fields.get("targets") or ())]
        named += [source] if (source := one.fields.get("source")) else []
        found.update(map(_key, named))
    return found


def _by_name(mine: Fields, theirs: Fields, name: str) -> list[Reference]:
    """What two incidents name in a field, what one of them names twice left as it is."""
    first = list(mine.get(name) or ())
    known = {_key(one) for one in first}
    return first + [one for one in theirs.get(name) or () if _key(one) not in known]


def _key(reference: Reference) -> str:
    return str(reference["name"]).casefold()


def _by_place(references: Sequence[Reference]) -> list[Reference]:
    return sorted(_each_once(references), key=lambda one: span_of(one) or Span(0, 0))


def _each_once(values: Iterable[Any]) -> list[Any]:
    found: list[Any] = []
    for one in values:
        if one not in found:
            found.append(one)
    return found


def _less(references: Sequence[Reference], gone: Sequence[Item]) -> list[Reference]:
    """The references without one to each of the items that are gone."""
    left = list(references)
    for item in sorted(gone, key=place):
        at = _own_places(item)
        known = next((one for one in left if span_of(one) in at), None)
        if known is not None:
            left.remove(known)
    return left


def _own_places(item: Item) -> Collection[Span]:
    """Where a reference to an item points: where it stands first, or where it was suggested."""
    suggested = item.suggestion.quotes[0].span if item.suggestion else item.span
    return (item.span, suggested)


def _places(items: Iterable[Item]) -> set[Span]:
    return {span for item in items for span in item.spans}


def _reference(item: Item) -> Reference:
    return {"name": item.words, "start": item.span.start, "end": item.span.end}
