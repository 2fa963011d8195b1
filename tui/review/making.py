"""New items of a person's own: from the words and a choice to what the store needs."""

from extract.records import Span
from store.items import Fields
from tui.kinds import view
from tui.kinds.base import Making
from tui.text.finding import hits


def fields_of(making: Making, words: str, drafted: Fields | None = None) -> Fields:
    """Return the values of a new item: what can be told from its words, over what was drafted."""
    return {**making.fields, **(drafted or {}), **view(making.kind).made(words)}


def elsewhere(text: str, span: Span, taken: set[Span]) -> list[Span]:
    """Return the other places of the same words that are not among those taken."""
    words = span.of(text)
    found = (Span(start, end) for start, end in hits(text, words))
    same = (place for place in found if place.of(text) == words and _alone(text, place))
    return [place for place in same if place != span and place not in taken]


def _alone(text: str, span: Span) -> bool:
    """Whether a place is no part of longer words."""
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    return not (before.isalnum() or after.isalnum())
