"""An item with the names that the table of actors has for its parties and sources."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from store.actors.table import ActorTable
from store.items import Fields, Item
from store.references import is_reference

if TYPE_CHECKING:
    from extract.accounts import Account  # no opening of a report needs it

_PARTIES = frozenset(
    {"actors", "targets", "side_a", "side_b", "associated", "charges", "counted"}
    | {"source", "sources"}
)
"""The fields that name who takes part, is counted, or speaks."""


def shown(item: Item, table: ActorTable, published: date | None, countries: frozenset[str]) -> Item:
    """Return the item as it is shown: its parties under their coded names.

    A name holds on the item's own day, else on that of the report. What the item is kept with, and
    where it stands, is the same.
    """
    day = _day_of(item.fields) or published
    suggestion = item.suggestion
    if suggestion is not None:
        fields = _coded(suggestion.fields, table, day, countries)
        if fields is not suggestion.fields:
            suggestion = replace(suggestion, fields=fields)
    correction = _coded(item.correction, table, day, countries)
    if suggestion is item.suggestion and correction is item.correction:
        return item
    return replace(item, suggestion=suggestion, correction=correction)


def coded_account(account: "Account", table: ActorTable) -> "Account":
    """Return what a report tells of an incident, with its parties and sources under their coded
    names; each once."""
    day = account.days[0] if account.days else account.published
    countries = frozenset(account.countries)

    def coded(names: tuple[str, ...]) -> tuple[str, ...]:
        lines = ((one, table.find((one,), day, countries)) for one in names)
        return tuple(dict.fromkeys(line.coded if line else one for one, line in lines))

    return replace(
        account,
        side_a=coded(account.side_a),
        side_b=coded(account.side_b),
        sources=coded(account.sources),
    )


def _day_of(fields: Fields) -> date | None:
    told = (fields.get("when") or {}).get("from") if isinstance(fields.get("when"), dict) else None
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None


def _coded(
    fields: Fields, table: ActorTable, day: date | None, countries: frozenset[str]
) -> Fields:
    """The fields; the same object where no name in them is one of the table's."""
    changed = {
        name: after
        for name in _PARTIES & fields.keys()
        if (after := _renamed(fields[name], table, day, countries)) != fields[name]
    }
    return {**fields, **changed} if changed else fields


def _renamed(value: Any, table: ActorTable, day: date | None, countries: frozenset[str]) -> Any:
    if isinstance(value, list):
        return [_renamed(part, table, day, countries) for part in value]
    if not is_reference(value):
        return value
    line = table.find((value["name"],), day, countries)
    return _with_name(value, line.coded) if line else value


def _with_name(value: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {**value, "name": name}
