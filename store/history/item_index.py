"""The items of one article in the order of the text, counted and found by what they name."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator

from store.items import Item, Kind, Standing, State
from store.references import Reference, span_of
from store.suggestions import place

_Place = tuple[int, int, str]


class ItemIndex:
    """Items by id and in order; each change costs the same however many there are."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._items = {item.id: item for item in items}
        self._order: list[_Place] = sorted(place(item) for item in self._items.values())
        self._states = Counter((item.kind, item.state) for item in self._items.values())
        self._marks = Counter[str]()
        self._corrected: set[str] = set()
        for item in self._items.values():
            self._mark(item, 1)

    def __contains__(self, ident: str) -> bool:
        return ident in self._items

    def __getitem__(self, ident: str) -> Item:
        return self._items[ident]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        """All items in the order of the text."""
        return (self._items[ident] for _, _, ident in self._order)

    def get(self, ident: str) -> Item | None:
        """Return the item of that id, if there is one."""
        return self._items.get(ident)

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """Return the items of one kind in the order of the text."""
        return tuple(item for item in self if item.kind is kind)

    def put(self, ident: str, item: Item | None) -> None:
        """Put an item in place of the one with that id, or remove that one."""
        before = self._items.pop(ident, None)
        if before is not None:
            self._count(before, -1)
        if item is not None:
            self._items[ident] = item
            self._count(item, 1)
        self._move(before, item)

    def states(self, state: State, kind: Kind | None = None) -> int:
        """Return how many items, of a kind or all, are in the state."""
        return sum(self._states[one, state] for one in ([kind] if kind else Kind))

    def marked(self, mark: str) -> int:
        """Return how many items have a `note`, a `flag`, are `uncertain` or `orphan`s."""
        return self._marks[mark]

    def corrected(self, *kinds: Kind) -> list[Item]:
        """Return the items of some kinds that were corrected, kind by kind in the order of the
        text."""
        found = [self._items[ident] for ident in self._corrected]
        of_kinds = (item for item in found if item.kind in kinds)
        return sorted(of_kinds, key=lambda item: (kinds.index(item.kind), place(item)))

    def find(self, reference: Reference, kind: Kind) -> Item | None:
        """Return the item that a reference names: by its place, else by its canonical name."""
        span = span_of(reference)
        named = None
        for item in self.of(kind):
            if span is not None and span in item.spans:
                return item
            if named is None and item.fields.get("name") == reference["name"]:
                named = item
        return named

    def _move(self, before: Item | None, after: Item | None) -> None:
        old = place(before) if before else None
        new = place(after) if after else None
        if old == new:
            return
        if old:
            del self._order[bisect_left(self._order, old)]
        if new:
            insort(self._order, new)

    def _count(self, item: Item, by: int) -> None:
        self._states[item.kind, item.state] += by
        self._mark(item, by)

    def _mark(self, item: Item, by: int) -> None:
        if item.state is State.CORRECTED:
            (self._corrected.add if by > 0 else self._corrected.discard)(item.id)
        self._marks["note"] += by * bool(item.note)
        self._marks["flag"] += by * item.flag
        self._marks["uncertain"] += by * (item.standing is Standing.UNCERTAIN)
        self._marks["orphan"] += by * (item.standing is Standing.ORPHAN)
