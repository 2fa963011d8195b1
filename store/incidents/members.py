"""Items that are made of others: which these are, by the references in their fields."""

from collections import Counter
from collections.abc import Iterable, Iterator

from extract.records import Span
from store.items import Item
from store.kinds import Kind, definition
from store.references import is_reference, span_of

Places = Counter[tuple[Kind, Span]]
"""How often an item of a kind at a place is named."""


def named_places(item: Item) -> Places:
    """Return the kinds and places of the items that an item's fields say it is made of."""
    found: Places = Counter()
    for name, kind in definition(item.kind).members.items():
        for one in item.fields.get(name) or ():
            span = span_of(one) if is_reference(one) else None
            if span is not None:
                found[kind, span] += 1
    return found


def taken(named: Places, items: Iterable[Item]) -> Iterator[Item]:
    """Find the items that are named: of several of a kind at one place, as many as are named."""
    left = named.copy()
    for item in items:
        place = next((one for one in places_of(item) if left[one] > 0), None)
        if place is not None:
            left[place] -= 1
            yield item


def places_of(item: Item) -> Iterator[tuple[Kind, Span]]:
    """Yield the kind of an item with where it stands first, and with where it was suggested."""
    yield item.kind, item.span
    if item.boundaries and item.suggestion:
        yield item.kind, item.suggestion.quotes[0].span
