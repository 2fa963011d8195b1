"""New items of a person's own: from the words and a choice to what the store needs."""

from dataclasses import dataclass

from extract.records import Span
from store.items import Fields, Kind
from tui.text.finding import hits


@dataclass(frozen=True, slots=True)
class Making:
    """A kind of item that words can be made, with the values it begins with."""

    id: str
    words: str
    kind: Kind
    fields: Fields


MAKINGS = (
    Making("PERSON", "a person", Kind.ENTITY, {"label": "PERSON"}),
    Making("PLACE", "a place", Kind.ENTITY, {"label": "PLACE"}),
    Making("GROUP", "a group", Kind.ENTITY, {"label": "GROUP"}),
    Making("ORG", "an organisation", Kind.ENTITY, {"label": "ORG"}),
    Making("MEDIA", "a medium", Kind.ENTITY, {"label": "MEDIA"}),
    Making("DATE", "a date", Kind.ENTITY, {"label": "DATE"}),
    Making("figure", "a figure", Kind.FIGURE, {"qualifier": "exact", "outcome": "other"}),
    Making("event", "an event", Kind.EVENT, {"kind": "Other", "status": "actual"}),
    Making("statement", "a statement", Kind.ATTRIBUTION, {"directness": "indirect"}),
    Making("source", "a source", Kind.SOURCE, {"kind": "unknown"}),
)
"""In the order of the digits that make them."""


def fields_of(making: Making, words: str) -> Fields:
    """The values of a new item: what can be told from its words."""
    name = " ".join(words.split())
    if making.kind in (Kind.ENTITY, Kind.SOURCE):
        return {**making.fields, "name": name}
    return {**making.fields, **_amount(words)} if making.kind is Kind.FIGURE else making.fields


def _amount(words: str) -> Fields:
    from tui.review.amounts import Amount  # with all rules for numbers and dates

    return Amount().read(words) if Amount().understands(words) else {}


def elsewhere(text: str, span: Span, taken: set[Span]) -> list[Span]:
    """The other places of the same words that are not among those taken."""
    words = span.of(text)
    found = (Span(start, end) for start, end in hits(text, words))
    same = (place for place in found if place.of(text) == words and _alone(text, place))
    return [place for place in same if place != span and place not in taken]


def _alone(text: str, span: Span) -> bool:
    """Whether a place is no part of longer words."""
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    return not (before.isalnum() or after.isalnum())
