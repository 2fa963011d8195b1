"""The entities of a report by where they are mentioned."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from extract.records import Entity, Party
from extract.vocabulary import Label, MentionForm


class MentionIndex:
    """The entities of a report by where they are mentioned."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._found = sorted(
            (
                (mention.start, mention.end, entity.id, mention.form)
                for entity in self.entities.values()
                for mention in entity.mentions
            ),
            key=_place,
        )
        self._starts = [start for start, *_ in self._found]
        self._longest = max((end - start for start, end, *_ in self._found), default=0)

    def within(self, start: int, end: int) -> Iterator[Party]:
        """Yield the mentions that overlap the offsets, in the order of the text."""
        low = bisect_left(self._starts, start - self._longest)
        for place in range(low, bisect_right(self._starts, end - 1)):
            first, last, ident, _ = self._found[place]
            if first < end and start < last:
                yield Party(first, last, ident)

    def at(self, start: int, end: int) -> Party | None:
        """Return the longest mention that overlaps the offsets."""
        return max(self.within(start, end), key=lambda p: p.end - p.start, default=None)

    def label(self, party: Party) -> Label | None:
        """Return what the party is, where it is an entity."""
        return self.entities[party.entity].label if party.entity else None

    def is_armed(self, party: Party) -> bool:
        """Return whether the party is an entity that bears arms."""
        return bool(party.entity) and self.entities[party.entity or ""].armed

    def is_name(self, party: Party) -> bool:
        """Return whether the words are a name of the party, not a description."""
        place = bisect_left(self._found, (party.start, party.end, party.entity or ""), key=_place)
        found = self._found[place] if place < len(self._found) else None
        return found is not None and found[:2] == (party.start, party.end) and _named(found)

    def places(self) -> list[Party]:
        """Return all mentions of places by name, adjectives of nationality aside, in order."""
        return [
            Party(start, end, ident)
            for start, end, ident, form in self._found
            if form is MentionForm.NAME and self.entities[ident].label is Label.PLACE
        ]


_Found = tuple[int, int, str, MentionForm]


def _place(found: _Found) -> tuple[int, int, str]:
    return found[:3]


def _named(found: _Found) -> bool:
    return found[3] is MentionForm.NAME
