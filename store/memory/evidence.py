"""What the decisions on one report teach: plain facts, each a question with the answer given.

What was accepted as suggested teaches as much as what was corrected: an answer that is given one
way here and another way there is no rule.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from extract.vocabulary import EventType, Label, SubType
from store.incidents.members import named_places, places_of
from store.items import Fields, Item, Kind, Standing, State
from store.library_tables import looked_up
from store.memory.features import REJECTED, features, type_of_words
from store.references import is_reference
from store.wording import name


class Table(StrEnum):
    """What is asked; the tables of the file bear these names."""

    LABEL = "label"
    """Of a name: "Al-Watan" is an outlet."""
    CANONICAL = "canonical"
    """What a name stands for: "the Hawks" are the Sand Hawks."""
    ACTOR = "actor"
    """What a party is called in rows."""
    PLACE = "place"
    """What the place of a row is called."""
    MAP = "map"
    """Which place of the name it is."""
    SOURCE_KIND = "source_kind"
    RELIABILITY = "reliability"
    """The grade of a source on the Admiralty scale; credibility is of what it says, each time."""
    SUB_TYPE = "sub_type"
    """Of an event, by its word and the type suggested."""
    REJECTED = "rejected"
    """Words, names and kinds that are of no use."""


class Evidence(NamedTuple):
    """One answer."""

    table: Table
    of: str
    """What it was about, as it is looked up."""
    value: str
    """What was decided; of a place on the map its values as JSON."""
    is_own: bool = False
    """Whether it is another answer than the reading's."""


PARTIES = ("side_a", "side_b", "associated", "actors", "targets")
"""Fields that name who took part."""

_TYPES = frozenset((*EventType, *SubType))
_APPROVED = frozenset({State.ACCEPTED, State.CORRECTED, State.ADDED})


def evidence_in(items: Iterable[Item]) -> tuple[Evidence, ...]:
    """Return what the decided items of one report teach; nothing comes of what is open."""
    decided = [one for one in items if one.decided and one.standing is not Standing.ORPHAN]
    approved = [one for one in decided if one.state in _APPROVED]
    joined = dict(_joined(decided, approved))
    found = [Evidence(Table.CANONICAL, looked_up(old), new, True) for old, new in joined.values()]
    for item in decided:
        if item.id not in joined:
            kept = "kept" if item.state in _APPROVED else REJECTED
            own = kept == REJECTED
            found += (Evidence(Table.REJECTED, one, kept, own) for one in features(item))
    along = {place for item in approved for place in named_places(item)}
    for item in approved:
        # What was accepted along with its row says nothing of what the row calls it.
        if item.state is not State.ACCEPTED or along.isdisjoint(places_of(item)):
            found += _values(item)
    return tuple(found)


def _joined(
    decided: Sequence[Item], approved: Sequence[Item]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Names that were given to another, by their ids: what they were called, and what that is."""
    others = [one for one in approved if one.kind is Kind.ENTITY and one.boundaries]
    for item in decided:
        if item.kind is not Kind.ENTITY or item.state is not State.REJECTED or not others:
            continue
        into = next((one for one in others if {*item.spans} <= {*one.spans}), None)
        if into is not None:
            yield item.id, (str(item.fields["name"]), str(into.fields["name"]))


def _values(item: Item) -> Iterator[Evidence]:
    if item.kind is Kind.ENTITY:
        yield from _of_name(item)
    elif item.kind is Kind.SOURCE:
        yield from _of_source(item)
    elif item.kind in (Kind.EVENT, Kind.INCIDENT):
        yield from _of_happening(item)


def _of_name(item: Item) -> Iterator[Evidence]:
    if item.fields.get("label") == Label.DATE:
        return
    of = looked_up(_suggested(item, "name") or item.words)
    for table, field in ((Table.LABEL, "label"), (Table.CANONICAL, "name")):
        yield Evidence(table, of, str(item.fields[field]), _is_own(item, field))


def _of_source(item: Item) -> Iterator[Evidence]:
    fields = item.fields
    called = looked_up(_suggested(item, "name") or item.words)
    yield Evidence(Table.CANONICAL, called, str(fields["name"]), _is_own(item, "name"))
    of = looked_up(str(fields["name"]))
    kind = str(fields.get("kind") or "unknown")
    yield Evidence(Table.SOURCE_KIND, of, kind, _is_own(item, "kind"))
    if fields.get("reliability"):
        yield Evidence(Table.RELIABILITY, of, str(fields["reliability"]), True)


def _of_happening(item: Item) -> Iterator[Evidence]:
    fields = item.fields
    if item.suggestion is not None:
        yield from _of_type(item)
        before = item.suggestion.fields
        for field in PARTIES:
            yield from _exchanged(Table.ACTOR, _listed(before, field), _listed(fields, field))
        yield from _exchanged(Table.PLACE, _listed(before, "place"), _listed(fields, "place"))
    located = item.correction.get("located")
    if located and located.get("latitude") is not None:
        yield Evidence(Table.MAP, folded(name(fields.get("place"))), as_text(located), True)


def _of_type(item: Item) -> Iterator[Evidence]:
    told = str(item.fields.get("subkind") or item.fields.get("kind"))
    if told in _TYPES:  # another program may have brought in its own
        own = _is_own(item, "kind") or _is_own(item, "subkind")
        yield Evidence(Table.SUB_TYPE, type_of_words(item), told, own)


def folded(place: str) -> str:
    """Return the name of a place as the table of the map has it: an article is a part of it."""
    return " ".join(place.casefold().split())


def as_text(value: Fields) -> str:
    """Return an object as the text by which answers are compared."""
    return json.dumps(dict(value), ensure_ascii=False, sort_keys=True)


def _exchanged(
    table: Table, before: Sequence[Fields], after: Sequence[Fields]
) -> Iterator[Evidence]:
    """What became of names: they stay, or are one other name now.

    Where that is another record of the report, the reading has taken the wrong one, which says
    nothing of other reports; only a name that a person wrote is what they are to be called.
    """
    old, new = ([str(one["name"]) for one in some] for some in (before, after))
    for one in old:
        if one in new:
            yield Evidence(table, looked_up(one), one)
    gone = [one for one in old if one not in new]
    come = [one for one in after if one["name"] not in old]
    if len({one["name"] for one in come}) == 1 and "start" not in come[0]:
        for one in gone:
            yield Evidence(table, looked_up(one), str(come[0]["name"]), True)


def _listed(fields: Fields, field: str) -> list[dict[str, Any]]:
    value = fields.get(field)
    return [one for one in (value if isinstance(value, list) else [value]) if is_reference(one)]


def _is_own(item: Item, field: str) -> bool:
    return item.suggestion is None or item.fields.get(field) != item.suggestion.fields.get(field)


def _suggested(item: Item, field: str) -> str:
    return str(item.suggestion.fields.get(field) or "") if item.suggestion else ""
