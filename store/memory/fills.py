"""A suggestion with what was decided on its like before: a plain function over one item."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from extract.vocabulary import EventType, Label, type_of
from store.items import Fields, Item, Kind
from store.library_tables import looked_up
from store.memory.evidence import PARTIES, Table
from store.memory.features import type_of_words
from store.memory.memory import Memory, Needed, Remembered
from store.references import is_reference

_ONE_FOR_THE_OTHER = Needed(2, 2)
"""A place's name stands for its government too, and a body's for its house: where a label goes from
the one to the other, one report says nothing of the next."""
_SOURCES = ("source", "sources")
_IS_TABLED = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Fill:
    """A value that is filled in, and where it comes from."""

    field: str
    value: Any
    why: str
    """ "MEDIA as 4 of 4 times before: a.txt, b.txt"."""


def _no_name(name: str) -> bool:
    return False


def filled_in(item: Item, memory: Memory, is_tabled: Callable[[str], bool] = _no_name) -> Item:
    """Return an open suggestion with what is remembered as its correction; any other as it is.

    `is_tabled` tells the names that the library's own tables have: these go first, and are left
    alone. The item is as open as before.
    """
    fills = filling(item, memory, is_tabled)
    if not fills:
        return item
    return replace(item, correction={**{one.field: one.value for one in fills}, **item.correction})


def filling(
    item: Item, memory: Memory, is_tabled: Callable[[str], bool] = _no_name
) -> tuple[Fill, ...]:
    """Return the values that memory has for an open suggestion, in place of others."""
    if item.decided or item.suggestion is None or not memory:
        return ()
    found = _FILLINGS.get(item.kind, _of_any)(item.suggestion.fields, item, memory, is_tabled)
    return tuple(one for one in found if one.field not in item.correction)


def _of_name(fields: Fields, item: Item, memory: Memory, is_tabled: _IS_TABLED) -> Iterator[Fill]:
    if fields.get("label") == Label.DATE:
        return
    of = looked_up(str(fields["name"]))
    yield from _label(fields, of, memory)
    yield from _plain(fields, "name", Table.CANONICAL, of, memory)


def _label(fields: Fields, of: str, memory: Memory) -> Iterator[Fill]:
    found = memory.find(Table.LABEL, of)
    if found is not None and (fields.get("label") == Label.PLACE) != (found.value == Label.PLACE):
        persons = Label.PERSON in (fields.get("label"), found.value)
        found = found if persons else memory.find(Table.LABEL, of, _ONE_FOR_THE_OTHER)
    yield from _filled("label", fields, found)


def _filled(field: str, fields: Fields, found: Remembered | None) -> Iterator[Fill]:
    if found is not None and found.value != fields.get(field):
        yield Fill(field, found.value, f"{found.value} as {found.told}")


def _of_source(fields: Fields, item: Item, memory: Memory, is_tabled: _IS_TABLED) -> Iterator[Fill]:
    of = looked_up(str(fields["name"]))
    renamed = [*_plain(fields, "name", Table.CANONICAL, of, memory)]
    yield from renamed
    of = looked_up(str(renamed[0].value)) if renamed else of
    yield from _plain(fields, "kind", Table.SOURCE_KIND, of, memory)
    yield from _plain(fields, "reliability", Table.RELIABILITY, of, memory)


def _of_happening(
    fields: Fields, item: Item, memory: Memory, is_tabled: _IS_TABLED
) -> Iterator[Fill]:
    yield from _type(fields, item, memory)
    for field in PARTIES:
        yield from _named(fields, field, (Table.ACTOR, Table.CANONICAL), memory, is_tabled)
    yield from _named(fields, "place", (Table.PLACE, Table.CANONICAL), memory, is_tabled)
    yield from _of_any(fields, item, memory, is_tabled)


def _of_any(fields: Fields, item: Item, memory: Memory, is_tabled: _IS_TABLED) -> Iterator[Fill]:
    for field in _SOURCES:
        yield from _named(fields, field, (Table.CANONICAL,), memory, is_tabled)


def _plain(fields: Fields, field: str, table: Table, of: str, memory: Memory) -> Iterator[Fill]:
    yield from _filled(field, fields, memory.find(table, of))


def _type(fields: Fields, item: Item, memory: Memory) -> Iterator[Fill]:
    """The sub-type usually chosen for the word, with its type; a type alone has no sub-type."""
    found = memory.find(Table.SUB_TYPE, type_of_words(item))
    if found is None or found.value in (fields.get("subkind"), fields.get("kind")):
        return
    kind = type_of(found.value)
    if kind is None and found.value not in set(EventType):
        return
    why = f"{found.value} as {found.told}"
    yield Fill("subkind", found.value if kind else None, why)
    yield Fill("kind", str(kind or found.value), why)


def _named(
    fields: Fields, field: str, tables: tuple[Table, ...], memory: Memory, is_tabled: _IS_TABLED
) -> Iterator[Fill]:
    """References under the names that memory has for them, each once."""
    value = fields.get(field)
    told: list[Any] = value if isinstance(value, list) else [value]
    new: list[Any] = []
    reasons: list[str] = []
    for one in told:
        known = is_reference(one) and not is_tabled(one["name"])
        found = _first(memory, tables, one["name"]) if known else None
        if found is None:
            new.append(one)
            continue
        renamed, why = found
        reasons.append(why)
        if not any(other and other["name"] == renamed for other in new):
            new.append({**one, "name": renamed})
    if reasons:
        yield Fill(field, new if isinstance(value, list) else new[0], "; ".join(reasons))


def _first(memory: Memory, tables: tuple[Table, ...], told: str) -> tuple[str, str] | None:
    for table in tables:
        found = memory.find(table, looked_up(told))
        if found is not None and found.value != told:
            return found.value, f"{found.value} as {found.told}"
    return None


_FILLINGS = {
    Kind.ENTITY: _of_name,
    Kind.SOURCE: _of_source,
    Kind.EVENT: _of_happening,
    Kind.INCIDENT: _of_happening,
}
