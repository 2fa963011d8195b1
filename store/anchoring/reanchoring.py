"""Decisions that follow their words when a report's file has changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.records import Span
from store.anchoring.alignment import Alignment
from store.anchoring.quoting import quote, quotes
from store.errors import InvalidValueError
from store.history.article_notes import Position, Visit, with_seen
from store.history.journal import Change
from store.items import Fields, Item, Quote, Standing
from store.kinds import Kind, definition

_Place = tuple[Kind, tuple[Span, ...]]
_WORST_LAST = (Standing.FIRM, Standing.MOVED, Standing.UNCERTAIN, Standing.ORPHAN)


class Reanchoring:
    """Moves items from the text they were decided on to the text as it is now."""

    def __init__(self, old: str, new: str, old_sha256: str) -> None:
        self._old = old
        self._sha256 = old_sha256
        self._new = new
        self._alignment = Alignment(old, new)
        self._places: dict[Span, Span | None] = {}

    def item(self, item: Item) -> Item:
        """Return the item where its words are now; an orphan, with its old offsets,
        if they are gone."""
        if item.standing is Standing.ORPHAN:
            return self._returned(item)
        standing, suggested, own = self._all_quotes(item)
        if standing is Standing.ORPHAN:
            return self._lost(item)
        suggestion = item.suggestion and replace(
            item.suggestion, quotes=suggested, fields=self._fields(item, item.suggestion.fields)
        )
        return replace(
            item,
            suggestion=suggestion,
            boundaries=own,
            correction=self._fields(item, item.correction),
            standing=max(standing, item.standing, key=_WORST_LAST.index),
        )

    def items(self, items: Mapping[str, Item]) -> dict[str, Item]:
        """Return all items where their words are now;
        never two at one place that stood apart before."""
        after = {ident: self.item(item) for ident, item in items.items()}
        apart = _apart(items, after)
        return {
            ident: self._lost(items[ident]) if ident in apart else item
            for ident, item in after.items()
        }

    def _lost(self, item: Item) -> Item:
        if item.standing is Standing.ORPHAN:
            return item
        return replace(item, standing=Standing.ORPHAN, stood=self._sha256)

    def visit(self, visit: Visit) -> Visit:
        """Return position and coverage in the text as it is now."""
        at = self._alignment.offset
        position = visit.position
        here = Position(position.item, at(position.offset), at(position.top), position.tab)
        seen: tuple[Span, ...] = ()
        for span in visit.seen:
            seen = with_seen(seen, Span(at(span.start), at(span.end)))
        return Visit(here, seen)

    def _all_quotes(self, item: Item) -> tuple[Standing, tuple[Quote, ...], tuple[Quote, ...]]:
        suggested, worst = self._quotes(item.suggestion.quotes if item.suggestion else ())
        own, standing = self._quotes(item.boundaries)
        if item.boundaries:
            return standing, suggested or own, own
        return worst, suggested, own

    def _quotes(self, old: Iterable[Quote]) -> tuple[tuple[Quote, ...], Standing]:
        """The quotes where they are now, and how surely; some lost make the rest uncertain."""
        found = [self._alignment.find(one) for one in old]
        spans = [one.span for one in found if one]
        if not spans:
            return (), Standing.ORPHAN
        sure = [one.standing if one else Standing.UNCERTAIN for one in found]
        return quotes(self._new, spans), max(sure, key=_WORST_LAST.index)

    def _fields(self, item: Item, fields: Fields) -> Fields:
        moved = definition(item.kind).moved
        return {name: moved(value, self._place) for name, value in fields.items()}

    def _place(self, span: Span) -> Span | None:
        if span not in self._places:
            self._places[span] = self._found(span)
        return self._places[span]

    def _found(self, span: Span) -> Span | None:
        try:
            found = self._alignment.find(quote(self._old, span))
        except InvalidValueError:  # a reference that pointed outside its text
            return None
        return found.span if found else None

    def _returned(self, item: Item) -> Item:
        """An orphan whose words may be back."""
        found = [self._alignment.find_anywhere(one) for one in item.quotes]
        spans = [one.span for one in found if one]
        if not spans:
            return item
        places = quotes(self._new, spans)
        back = replace(item, standing=Standing.MOVED, stood=None)
        if item.boundaries or item.suggestion is None:
            return replace(back, boundaries=places)
        return replace(back, suggestion=replace(item.suggestion, quotes=places))


def _apart(before: Mapping[str, Item], after: Mapping[str, Item]) -> frozenset[str]:
    """Ids of items that came to a place where a surer one of their kind is; of two alike, both."""
    places: dict[_Place, list[str]] = {}
    for ident, item in after.items():
        if item.standing is not Standing.ORPHAN:
            places.setdefault((item.kind, item.spans), []).append(ident)
    crowded = (ids for ids in places.values() if len({before[one].spans for one in ids}) > 1)
    return frozenset(one for ids in crowded for one in _unsure(ids, before, after))


def _unsure(
    ids: Sequence[str], before: Mapping[str, Item], after: Mapping[str, Item]
) -> Iterator[str]:
    """All but those that stood together at the place that is the surest."""
    rank = {one: _WORST_LAST.index(after[one].standing) for one in ids}
    best = min(rank.values())
    surest = {before[one].spans for one in ids if rank[one] == best}
    for one in ids:
        if len(surest) > 1 or before[one].spans not in surest:
            yield one


def summary(items: Iterable[Item]) -> str:
    """Return what became of items whose text changed, in one line."""
    counts = Counter(item.standing for item in items)
    words = {
        Standing.FIRM: "unchanged",
        Standing.MOVED: "moved",
        Standing.UNCERTAIN: "uncertain",
        Standing.ORPHAN: "lost their words",
    }
    return ", ".join(f"{counts[one]} {word}" for one, word in words.items() if counts[one])


def move(before: Item, after: Item) -> Change:
    """Return the change from one place to another, for the journal."""
    return Change(after.id, _stand(before), _stand(after))


def _stand(item: Item) -> Fields:
    spans = [[span.start, span.end] for span in item.spans]
    return {"standing": item.standing.value, "spans": spans}
