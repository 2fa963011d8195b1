"""The entities of a report by where they are mentioned, for every room."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from extract.records import Entity, Mention, Party, Span
from extract.vocabulary import Label, MentionForm


class EntityIndex:
    """Finds the entity that stands at some words, in time that does not grow with the report."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        pairs = [(m, entity) for entity in self.entities.values() for m in entity.mentions]
        self._pairs = sorted(pairs, key=_place)
        self._starts = [mention.start for mention, _ in self._pairs]
        self._longest = max((m.end - m.start for m, _ in self._pairs), default=0)

    def within(self, start: int, end: int) -> Iterator[tuple[Mention, Entity]]:
        """Yield mentions that touch the offsets, each with its entity, in the order of the text."""
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_left(self._starts, end)
        yield from (pair for pair in self._pairs[low:high] if pair[0].end > start)

    def parties_in(self, start: int, end: int) -> Iterator[Party]:
        """Yield the mentions that touch the offsets as parties, in the order of the text."""
        return (_party(*pair) for pair in self.within(start, end))

    def at(self, span: Span) -> Entity | None:
        """Return the entity of the mention that shares most with the span, the longest of those
        that share as much; none where none does."""
        found = self._best(span)
        return found[1] if found else None

    def holding(self, offset: int) -> Entity | None:
        """Return the entity of the mention that covers the offset,
        such as that of a phrase's head."""
        return self.at(Span(offset, offset + 1))

    def party_at(self, start: int, end: int) -> Party | None:
        """Return the mention that `at` goes by, as a party."""
        found = self._best(Span(start, end))
        return _party(*found) if found else None

    def _best(self, span: Span) -> tuple[Mention, Entity] | None:
        touching = self.within(span.start, span.end)
        return max(touching, key=lambda pair: _fit(pair[0], span), default=None)

    def label(self, party: Party) -> Label | None:
        """Return what the party is, where it is an entity."""
        return self.entities[party.entity].label if party.entity else None

    def is_armed(self, party: Party) -> bool:
        """Return whether the party is an entity that bears arms."""
        return bool(party.entity) and self.entities[party.entity or ""].armed

    def is_name(self, party: Party) -> bool:
        """Return whether the words are a name of the party, not a description."""
        low = bisect_left(self._starts, party.start)
        high = bisect_right(self._starts, party.start)
        return any(
            mention.end == party.end
            and entity.id == party.entity
            and mention.form is MentionForm.NAME
            for mention, entity in self._pairs[low:high]
        )

    def places(self) -> list[Party]:
        """Return all mentions of places by name, adjectives of nationality aside, in order."""
        return [
            _party(mention, entity)
            for mention, entity in self._pairs
            if mention.form is MentionForm.NAME and entity.label is Label.PLACE
        ]


def _place(pair: tuple[Mention, Entity]) -> tuple[int, int, str]:
    mention, entity = pair
    return mention.start, mention.end, entity.id


def _party(mention: Mention, entity: Entity) -> Party:
    return Party(mention.start, mention.end, entity.id)


def _fit(mention: Mention, span: Span) -> tuple[int, int]:
    """How much a mention shares with the span, then its length."""
    shared = min(mention.end, span.end) - max(mention.start, span.start)
    return shared, mention.end - mention.start
