"""Where two annotators differ on a report, and a third who settles it.

The third's notes are an annotator's file like any other: what both agree on is decided in it from
the start, what they differ on is undecided, and each item's origin says whose it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.records import Article
from store.annotations import Annotations, Ids
from store.items import Item, State, Suggestion
from store.kinds import definition

_HELD = frozenset({State.ACCEPTED, State.CORRECTED, State.ADDED})
_UNDECIDED = frozenset({State.UNDECIDED, State.SKIPPED})


@dataclass(frozen=True, slots=True)
class Difference:
    """One item that two annotators decided differently; none where one of them has no such item."""

    id: str
    """Of the item in the third's notes."""
    given: Item
    """The item as the first has it, or else the second."""
    first: Item | None
    second: Item | None


class Adjudication:
    """The third's session over the decisions of two."""

    def __init__(self, result: Annotations, first: Annotations, second: Annotations) -> None:
        """Lay the two side by side; `result` is the third's session on the same report."""
        self.result = result
        self.names = (first.annotator, second.annotator)
        pairs = list(_paired(first, second))
        self._agreed = [pair.first for pair in pairs if pair.first and _agree(pair)]
        self._differences = {pair.id: pair for pair in pairs if not _agree(pair)}

    @property
    def article(self) -> Article:
        """The report."""
        return self.result.article

    def begin(self) -> Ids:
        """Put in what both agree on, decided, and what they differ on, undecided; return the ids of
        that.

        What the third has settled already stays.

        Raises:
            ReadOnlyError: if the third's notes cannot be written.
        """
        agreed = [replace(item, origin=" and ".join(self.names)) for item in self._agreed]
        open_ones = [self._open(difference) for difference in self._differences.values()]
        new = [item for item in (*agreed, *open_ones) if item.id not in self.result]
        return self.result.take_in(new, remark=f"of {self.names[0]} and {self.names[1]}")

    def difference(self, ident: str) -> Difference | None:
        """Return how the two differ on an item; none where they agree."""
        return self._differences.get(ident)

    def differences(self) -> tuple[Difference, ...]:
        """Return all of them, in the order of the text."""
        known = (self.difference(item.id) for item in self.result.items())
        return tuple(found for found in known if found)

    def take(self, ident: str, which: int) -> Ids:
        """Settle an item as the first (1) or the second (2) annotator has it; return the ids of
        what changed.

        Taking from one who has no such item, or rejected it, rejects it.

        Raises:
            UnknownItemError, ReadOnlyError.
        """
        found = self._differences[ident]
        theirs = (found.first, found.second)[which - 1]
        mine = self.result[ident]
        if theirs is None:
            return self.result.decide(ident, State.REJECTED)
        settled = replace(
            mine,
            suggestion=theirs.suggestion or _as_suggestion(theirs),
            correction=theirs.correction if theirs.suggestion else {},
            boundaries=theirs.boundaries if theirs.suggestion else (),
            state=_settled(theirs),
            origin=self.names[which - 1],
        )
        return self.result.take_in([settled], remark=f"as {self.names[which - 1]} has it")

    def _open(self, difference: Difference) -> Item:
        names = [
            name
            for name, item in zip(self.names, (difference.first, difference.second), strict=True)
            if item
        ]
        return replace(
            difference.given,
            suggestion=difference.given.suggestion or _as_suggestion(difference.given),
            correction={},
            boundaries=(),
            state=State.UNDECIDED,
            origin=" or ".join(names),
            by=None,
            at=None,
        )


def _paired(first: Annotations, second: Annotations) -> Iterator[Difference]:
    """The items that at least one of the two has decided, with the other's of the same id."""
    for item in first.items():
        twin = second.get(item.id)
        if item.decided or (twin and twin.decided):
            yield Difference(item.id, item, item, twin)
    for item in second.items():
        if item.id not in first and item.decided:
            yield Difference(item.id, item, None, item)


def _agree(pair: Difference) -> bool:
    """Whether the two come to the same."""
    one, other = pair.first, pair.second
    if one is None or other is None or {one.state, other.state} & _UNDECIDED:
        return False
    if one.state in _HELD and other.state in _HELD:
        return definition(one.kind).same(one, other)
    return one.state is other.state


def _settled(item: Item) -> State:
    if item.state is State.ADDED:
        return State.ACCEPTED
    return State.REJECTED if item.state in _UNDECIDED else item.state


def _as_suggestion(item: Item) -> Suggestion:
    """What an annotator added, as a suggestion to the third."""
    return Suggestion(item.origin, item.quotes, dict(item.fields))
