"""Which items of two annotators are about the same words."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.records import Span
from store.formats.marks import label_of
from store.items import Item, Kind

Pair = tuple[Item, Item]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The items of two annotators, paired one to one as far as that goes."""

    both: tuple[Pair, ...]
    only_first: tuple[Item, ...]
    only_second: tuple[Item, ...]


def by_exact_span(first: Sequence[Item], second: Sequence[Item]) -> Pairing:
    """Return pairs of the same kind and label whose first spans are equal."""
    waiting: dict[tuple[Kind, str, Span], list[Item]] = {}
    for item in second:
        waiting.setdefault((item.kind, label_of(item), item.span), []).append(item)
    pairs = []
    for item in first:
        found = waiting.get((item.kind, label_of(item), item.span))
        if found:
            pairs.append((item, found.pop(0)))
    return _pairing(first, second, pairs)


def by_overlap(
    first: Sequence[Item], second: Sequence[Item], *, any_label: bool = False
) -> Pairing:
    """Return pairs of the same kind and label whose first spans overlap, largest overlap first."""
    ordered = sorted(second, key=lambda item: item.span.start)
    reach = max((item.span.end - item.span.start for item in ordered), default=0)
    starts = [item.span.start for item in ordered]
    ranked: list[tuple[float, int, int, Item, Item]] = []
    for place, item in enumerate(first):
        low = bisect_left(starts, item.span.start - reach)
        high = bisect_left(starts, item.span.end)
        for other_place, other in enumerate(ordered[low:high], low):
            worth = _overlap(item.span, other.span)
            alike = item.kind is other.kind and (any_label or label_of(item) == label_of(other))
            if worth and alike:
                ranked.append((-worth, place, other_place, item, other))
    ranked.sort(key=lambda row: row[:3])
    return _pairing(first, second, _one_to_one(ranked))


def _one_to_one(ranked: Iterable[tuple[float, int, int, Item, Item]]) -> list[Pair]:
    used_first: set[int] = set()
    used_second: set[int] = set()
    pairs = []
    for _, place, other_place, item, other in ranked:
        if place not in used_first and other_place not in used_second:
            used_first.add(place)
            used_second.add(other_place)
            pairs.append((item, other))
    return pairs


def _overlap(one: Span, other: Span) -> float:
    """Shared characters over all characters of both."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0


def _pairing(first: Sequence[Item], second: Sequence[Item], pairs: list[Pair]) -> Pairing:
    found_first = {id(one) for one, _ in pairs}
    found_second = {id(other) for _, other in pairs}
    return Pairing(
        tuple(sorted(pairs, key=lambda pair: pair[0].span)),
        tuple(item for item in first if id(item) not in found_first),
        tuple(item for item in second if id(item) not in found_second),
    )
