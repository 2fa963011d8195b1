"""A correction carried to the other items of a report that have the value which was corrected."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from store.items import Fields, Item, State
from store.references import is_reference


@dataclass(frozen=True, slots=True)
class Carried:
    """One field that was corrected, and what the same correction makes of it in other items."""

    field: str
    now: Any
    """The value that the corrected item has."""
    values: Mapping[str, Any]
    """By id of the other items their values of the field."""


def carried(
    before: Fields, after: Item, fields: Iterable[str], others: Iterable[Item]
) -> Iterator[Carried]:
    """Yield for some fields that were corrected which others of the kind have the same value.

    Names and days are the same whichever place of the text they refer to. Of several names the one
    that was exchanged is exchanged, the others stay. What was empty is no value; rejected items
    are left as they are.
    """
    now = after.fields
    alike = [one for one in others if _may_follow(one, after)]
    for field in fields:
        change = _change(before.get(field), now.get(field))
        if change is None:
            continue
        old, new = change
        pairs = ((one.id, _exchanged(one.fields.get(field), old, new)) for one in alike)
        values = {ident: value for ident, value in pairs if value is not None}
        if values:
            yield Carried(field, now.get(field), values)


def _may_follow(one: Item, corrected: Item) -> bool:
    return one.kind is corrected.kind and one.id != corrected.id and one.state is not State.REJECTED


def _change(before: Any, after: Any) -> tuple[list[Any], list[Any]] | None:
    """What stands no more, and what came for it; none where nothing was exchanged."""
    old, new = _listed(before), _listed(after)
    gone = [one for one in old if not _is_among(one, new)]
    come = [one for one in new if not _is_among(one, old)]
    return (gone, come) if gone and come else None


def _exchanged(value: Any, gone: list[Any], come: list[Any]) -> Any | None:
    """The value with what came in place of what is gone; none where it has not all of that."""
    told = _listed(value)
    if not all(_is_among(one, told) for one in gone):
        return None
    left = [one for one in told if not _is_among(one, gone)]
    place = next(n for n, one in enumerate(told) if _is_among(one, gone))
    new = [one for one in come if not _is_among(one, left)]
    after = [*left[:place], *new, *left[place:]]
    return after if isinstance(value, list) else next(iter(after), None)


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value is None or value == "" else [value]


def _is_among(value: Any, others: Iterable[Any]) -> bool:
    return any(_sign(value) == _sign(one) for one in others)


def _sign(value: Any) -> object:
    """What makes two values the same: of a day its dates, of a name the name."""
    if not is_reference(value):
        return value
    days = value.get("from"), value.get("to")
    return days if any(days) else value["name"].casefold()
