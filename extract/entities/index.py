"""Entities by the words that mention them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from extract.records import Entity, Mention, Span


class EntityIndex:
    """Finds the entity that stands at some words, in time that does not grow with the report."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        pairs = [(mention, entity) for entity in entities for mention in entity.mentions]
        self._pairs = sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end))
        self._starts = [mention.start for mention, _ in self._pairs]
        self._ends = [mention.end for mention, _ in self._pairs]

    def at(self, span: Span) -> Entity | None:
        """Return the entity of the mention that shares most with the span; none where none does."""
        touching = self.within(span.start, span.end)
        best = max(touching, key=lambda pair: _shared(pair[0], span), default=None)
        return best[1] if best else None

    def holding(self, offset: int) -> Entity | None:
        """Return the entity of the mention that covers the offset,
        such as that of a phrase's head."""
        return self.at(Span(offset, offset + 1))

    def within(self, start: int, end: int) -> Iterator[tuple[Mention, Entity]]:
        """Yield mentions that touch the offsets, each with its entity, in the order of the text."""
        low = bisect_right(self._ends, start)
        yield from self._pairs[low : bisect_left(self._starts, end)]


def _shared(mention: Mention, span: Span) -> int:
    return min(mention.end, span.end) - max(mention.start, span.start)
