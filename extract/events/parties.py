"""Words that fill a role, tied to the entity they refer to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from extract.records import Entity, Label, Mention, Party

Tokens = tuple[int, int]
"""Token indices, end exclusive."""


class Cast:
    """The entities of a report by where they are mentioned."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._found: list[tuple[int, int, str, Mention]] = sorted(
            (
                (mention.start, mention.end, entity.id, mention)
                for entity in self.entities.values()
                for mention in entity.mentions
            ),
            key=lambda found: found[:3],
        )
        self._starts = [start for start, *_ in self._found]
        self._longest = max((end - start for start, end, *_ in self._found), default=0)

    def label(self, ident: str | None) -> Label | None:
        """What the entity is; none where there is none."""
        return self.entities[ident].label if ident in self.entities else None

    def within(self, start: int, end: int) -> Iterator[Party]:
        """The mentions that overlap the offsets, in the order of the text."""
        low = bisect_left(self._starts, start - self._longest)
        for place in range(low, bisect_right(self._starts, end - 1)):
            first, last, ident, _ = self._found[place]
            if first < end and start < last:
                yield Party(first, last, ident)

    def at(self, start: int, end: int) -> Party | None:
        """The longest mention that overlaps the offsets."""
        return max(self.within(start, end), key=lambda p: p.end - p.start, default=None)

    def labelled(self, label: Label) -> list[Party]:
        """All mentions of entities of a kind, in the order of the text."""
        return [
            Party(start, end, ident)
            for start, end, ident, _ in self._found
            if self.entities[ident].label is label
        ]
