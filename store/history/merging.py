"""Knowing a suggestion again: what was decided before, and what a new reading proposes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from store.history.decisions import touched
from store.items import MACHINE, Item, Standing, State
from store.kinds import definition

_Sign = tuple[object, ...]


def merged(kept: Mapping[str, Item], suggested: Iterable[Item]) -> dict[str, Item]:
    """Return what was kept together with what is suggested now, by id.

    A suggestion that is known again has its decision; one that is new is undecided; what was
    decided and is no longer suggested stays, marked so.
    """
    fresh = list(suggested)
    pairs = _paired(kept, fresh)
    result = {ident: _with(item, suggested=_stays(item)) for ident, item in kept.items()}
    for item in fresh:
        known = pairs.get(item.id)
        if known:
            result[known] = _again(kept[known], item)
        else:
            ident = _free(item.id, result)
            result[ident] = item if ident == item.id else replace(item, id=ident)
    return result


def visible(item: Item) -> bool:
    """Return whether an item is to be shown: it is suggested, or a person has left something on
    it."""
    return item.suggested or touched(item)


def _stays(item: Item) -> bool:
    """Whether an item does not depend on the reading: a person or an import added it."""
    return item.own or item.origin != MACHINE


def _again(known: Item, item: Item) -> Item:
    """A kept item met again: undecided ones take the new suggestion, others keep theirs.

    What an import suggested stays suggested: somebody chose it.
    """
    if known.state is State.UNDECIDED and not known.own and known.origin == MACHINE:
        return replace(known, suggestion=item.suggestion, suggested=True)
    return _with(known, suggested=True)


def _with(item: Item, suggested: bool) -> Item:
    return item if item.suggested is suggested else replace(item, suggested=suggested)


def _paired(kept: Mapping[str, Item], fresh: list[Item]) -> dict[str, str]:
    """Ids of fresh items with the ids under which they were kept."""
    pairs = {item.id: item.id for item in fresh if _in_its_place(kept.get(item.id), item)}
    for signs in (_by_head, _by_any_place):
        paired = set(pairs.values())
        free = [item for item in kept.values() if item.id not in paired and _settled(item)]
        free.sort(key=touched, reverse=True)  # of two at one place, the one a person cares for
        known = _index(free, signs)
        taken: set[str] = set()
        for item in fresh:
            if item.id in pairs:
                continue
            found = [i for s in signs(item) for i in known.get(s, ()) if i not in taken]
            match = _closest(item, found, kept)
            if match:
                pairs[item.id] = match
                taken.add(match)
    return pairs


def _closest(item: Item, found: Sequence[str], kept: Mapping[str, Item]) -> str | None:
    """The first of some ids; but the item's own where a person cares as much for that one."""
    if item.id in found and touched(kept[item.id]) == touched(kept[found[0]]):
        return item.id
    return found[0] if found else None


def _in_its_place(known: Item | None, item: Item) -> bool:
    """Whether an import put something in place of a suggestion, with other words maybe."""
    brought = known is not None and not known.own and known.origin != MACHINE
    return known is not None and brought and known.kind is item.kind and _settled(known)


def _settled(item: Item) -> bool:
    """Whether an item's place is sure enough to know a suggestion by."""
    return item.standing in (Standing.FIRM, Standing.MOVED)


def _index(
    items: Iterable[Item], signs: Callable[[Item], Iterator[_Sign]]
) -> dict[_Sign, list[str]]:
    known: dict[_Sign, list[str]] = {}
    for item in items:
        for sign in signs(item):
            known.setdefault(sign, []).append(item.id)
    return known


def _by_head(item: Item) -> Iterator[_Sign]:
    """Kind, first place and words, and what else tells apart those that share them."""
    first = (item.suggestion.quotes if item.suggestion else item.quotes)[0]
    apart = item.fields.get(definition(item.kind).told_apart_by)
    yield item.kind, first.start, first.end, first.exact, apart


def _by_any_place(item: Item) -> Iterator[_Sign]:
    """Kind with any place and the words there, for kinds that have several."""
    if definition(item.kind).anywhere and item.suggestion:
        for quote in item.suggestion.quotes:
            yield item.kind, quote.start, quote.end, quote.exact


def _free(ident: str, taken: Mapping[str, Item]) -> str:
    """The id, or one made from it that is not taken."""
    number = 2
    free = ident
    while free in taken:
        free = f"{ident}.{number}"
        number += 1
    return free
