"""The rows of a list: its items, and below those that are open what these are made of."""

from collections.abc import Iterator, Mapping, Sequence


class Rows:
    """Ids of the items in a list, row by row; one that several are made of stands below each.

    >>> rows = Rows(["i1", "i2"], {"i1": ["v1", "f1"], "i2": ["v1"]})
    >>> rows.ids
    ['i1', 'v1', 'f1', 'i2', 'v1']
    >>> rows.index("v1"), rows.index("v1", "i2"), rows.holder(4)
    (1, 4, 'i2')
    """

    def __init__(self, ids: list[str], below: Mapping[str, Sequence[str]]) -> None:
        """`below` has by ids what is shown below these items."""
        self._holders: list[str] = []
        self.ids = ids
        if not below.keys().isdisjoint(ids):
            rows = [row for ident in ids for row in ((ident, ""), *_under(ident, below))]
            self.ids, self._holders = map(list, zip(*rows, strict=True))
        backwards = range(len(self.ids) - 1, -1, -1)
        self._first = {self.ids[row]: row for row in backwards}
        self._below = {(self.ids[row], self._holders[row]): row for row in self.inside()}

    def __contains__(self, ident: str) -> bool:
        return ident in self._first

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """The items with those they are shown below, empty for those of the list itself."""
        return ((ident, self.holder(row)) for row, ident in enumerate(self.ids))

    def holder(self, row: int) -> str:
        """Return the item that a row is shown below; empty for a row of the list itself."""
        return self._holders[row] if self._holders else ""

    def inside(self) -> Iterator[int]:
        """Yield the rows that are shown below another."""
        return (row for row, holder in enumerate(self._holders) if holder)

    def index(self, ident: str, under: str = "") -> int | None:
        """Return the row of an item, below the one told if it is there, else its first."""
        return self._below.get((ident, under), self._first.get(ident))

    def every(self, ident: str) -> list[int]:
        """Return all rows of an item."""
        first = self._first.get(ident)
        if first is None:
            return []
        return [first, *(row for row in self.inside() if row != first and self.ids[row] == ident)]


def _under(ident: str, below: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    return ((one, ident) for one in below.get(ident, ()))
