"""Candidate mentions, clusters of those that corefer, entities made of them, and their index."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extract.entities.tokens import NONE, Tokens
from extract.records import Entity, Mention, Party, Span
from extract.vocabulary import Label, MentionForm


@dataclass(slots=True)
class Candidate:
    """A mention before it is known which entity it is of: tokens `first` up to `last`, exclusive.

    Rules change its ends, kind and form until it is put into a cluster.
    """

    first: int
    last: int
    kind: str
    """PER, LOC, ORG or MISC as the tagger has them; GROUP for a people."""
    form: MentionForm = MentionForm.NAME
    title: str = ""
    """Titles and offices right before the name, as written."""
    title_first: int = NONE
    """First token of these titles; `NONE` without them."""
    probable: bool = False
    chances: Mapping[str, float] = field(default_factory=dict)
    """Probability of each kind, by the tagger."""
    settled: bool = False
    """Its position tells its kind, so that entity typing leaves it as it is."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one entity."""

    label: Label
    name: str
    """The fullest name so far."""
    mentions: list[Candidate] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    """Nouns said of it, singular, in lower case: "minister", "watchdog", "province"."""
    types: set[str] = field(default_factory=set)
    """Types of organisation it may be of; kinds of place; the sex of a person."""
    country: str | None = None
    former: bool = False
    role: str | None = None
    """What the report calls a person: "health minister"."""
    side: str = ""
    armed: bool = False

    @property
    def first(self) -> int:
        """First token of its first mention."""
        return min(mention.first for mention in self.mentions)

    def add(self, mention: Candidate, probable: bool = False) -> None:
        """Take a mention in; `probable` marks one that another rule might put elsewhere."""
        mention.probable = mention.probable or probable
        self.mentions.append(mention)


class MentionsByWord:
    """Where words that may stand for an entity were said, and of which cluster."""

    def __init__(self) -> None:
        self._said: dict[str, list[tuple[int, Cluster]]] = {}

    def add(self, word: str, first: int, cluster: Cluster) -> None:
        """Keep that a mention of the cluster with the word begins at token `first`."""
        insort(self._said.setdefault(word, []), (first, cluster), key=_position)

    def of(self, word: str) -> Sequence[tuple[int, Cluster]]:
        """Return the mentions with the word, in the order of the text."""
        return self._said.get(word, ())

    def last_before(self, word: str, token: int, reach: int | None = None) -> Cluster | None:
        """Find the last mention before a token, at most `reach` tokens back."""
        said = self.of(word)
        place = bisect_left(said, token, key=_position)
        if place and (reach is None or token - said[place - 1][0] < reach):
            return said[place - 1][1]
        return None

    def nearest(self, word: str, token: int) -> Cluster | None:
        """Find the last mention before a token, else the first after it."""
        said = self.of(word)
        return self.last_before(word, token) or (said[0][1] if said else None)


def _position(said: tuple[int, Cluster]) -> int:
    return said[0]


def entities_of(tokens: Tokens, clusters: Iterable[Cluster]) -> tuple[Entity, ...]:
    """Return an entity for each cluster that has a mention, numbered by their first mentions."""
    filled = sorted((c for c in clusters if c.mentions), key=lambda cluster: cluster.first)
    return tuple(_entity(tokens, number, cluster) for number, cluster in enumerate(filled, 1))


def _entity(tokens: Tokens, number: int, cluster: Cluster) -> Entity:
    mentions = []
    for found in sorted(cluster.mentions, key=lambda mention: mention.first):
        span = tokens.span(found.first, found.last)
        mentions.append(Mention(span.start, span.end, found.form, found.probable))
    return Entity(
        id=f"e{number}",
        label=cluster.label,
        name=cluster.name,
        mentions=tuple(mentions),
        country=cluster.country,
        former=cluster.former,
        role=cluster.role,
        side=cluster.side,
        armed=cluster.armed,
    )


# --------------------------------------------------------------------- entities by their mentions
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
