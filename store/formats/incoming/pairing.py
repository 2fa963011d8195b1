"""Which annotation of a file is which item of a report."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from extract.records import Span
from store.errors import InvalidValueError
from store.fields import checked
from store.formats.incoming.placing import Placed
from store.items import Item, Kind

_Score = tuple[int, ...]
_Index = dict[tuple[Kind, Span], list[str]]


def pairs(
    found: Sequence[Placed], items: Mapping[str, Item]
) -> Iterator[tuple[Placed, str | None]]:
    """Return each annotation, doubles of one but once, with the id of the item that it is, if any.

    An annotation is the item of its id; else one of its kind at its words, the likest first, each
    of them once; else one that has its words among other mentions.
    """
    placed = _each_once(found)
    known = _by_ident(placed, items)
    _by_words(placed, items, known)
    _among_mentions(placed, items, known)
    return ((one, known.get(place)) for place, one in enumerate(placed))


def values_that_differ(item: Item, placed: Placed) -> dict[str, Any]:
    """Return the values that the file tells otherwise than the item has them; none is no value."""
    was = _plain(item)
    return {name: value for name, value in placed.told.items() if was.get(name) != value}


def _plain(item: Item) -> Mapping[str, Any]:
    try:
        return checked(item.kind, item.fields)
    except InvalidValueError:
        return item.fields


def _each_once(found: Iterable[Placed]) -> list[Placed]:
    seen: set[tuple[object, ...]] = set()
    kept = []
    for one in found:
        told = json.dumps([one.told, one.roles], sort_keys=True, default=str)
        sign = (one.ident, one.kind, one.spans, told, one.note, one.tags, one.flag)
        if sign not in seen:
            seen.add(sign)
            kept.append(one)
    return kept


def _by_ident(placed: Sequence[Placed], items: Mapping[str, Item]) -> dict[int, str]:
    known: dict[str, int] = {}
    there = _index(items.values())
    for place, one in enumerate(placed):
        item = items.get(one.ident or "")
        if item and item.kind is one.kind and not _is_elsewhere(one, item, items, there):
            known.setdefault(item.id, place)
    return {place: ident for ident, place in known.items()}


def _is_elsewhere(one: Placed, item: Item, items: Mapping[str, Item], there: _Index) -> bool:
    """Whether an item of another id is just this, at words where that of its id is not."""
    if one.spans[0] in item.spans:
        return False
    others = (items[ident] for ident in there.get((one.kind, one.spans[0]), ()))
    return any(other.spans == one.spans and not values_that_differ(other, one) for other in others)


def _by_words(placed: Sequence[Placed], items: Mapping[str, Item], known: dict[int, str]) -> None:
    """Pair what stands at the same words, the likest before all others."""
    there = _index(items.values())
    taken = set(known.values())
    scored = [
        (_score(one, items[ident]), -place, ident)
        for place, one in enumerate(placed)
        if place not in known
        for ident in there.get((one.kind, one.spans[0]), ())
        if ident not in taken
    ]
    for _, place, ident in sorted(scored, reverse=True):
        if -place not in known and ident not in taken:
            known[-place] = ident
            taken.add(ident)


def _index(items: Iterable[Item]) -> _Index:
    there: _Index = defaultdict(list)
    for item in items:
        suggested = item.suggestion.quotes if item.suggestion else ()
        for span in dict.fromkeys([*item.spans, *(quote.span for quote in suggested)]):
            there[item.kind, span].append(item.id)
    return there


def _score(one: Placed, item: Item) -> _Score:
    label = "kind" if one.kind is Kind.EVENT else "label"
    return (
        one.spans[0] == item.span,
        one.told.get(label) == item.fields.get(label),
        set(one.spans) == set(item.spans),
        -len(values_that_differ(item, one)),
        one.note == item.note,
    )


def _among_mentions(
    placed: Sequence[Placed], items: Mapping[str, Item], known: dict[int, str]
) -> None:
    """Pair what is one of the mentions of an item that another annotation is paired with."""
    there = _index(items.values())
    firsts = {(ident, placed[place].spans[0]) for place, ident in known.items()}
    for place, one in enumerate(placed):
        if place in known or one.ident:
            continue
        for ident in there.get((one.kind, one.spans[0]), ()):
            new = (ident, one.spans[0]) not in firsts
            if new and _has_among_mentions(items[ident], one):
                known[place] = ident
                break


def _has_among_mentions(item: Item, one: Placed) -> bool:
    several = len(item.spans) > 1 and set(one.spans) <= set(item.spans)
    return several and not values_that_differ(item, one)
