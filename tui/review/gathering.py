"""The items of an article in lists and marks, made at one go; safe to do in another thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Span
from store.incidents.members import Places, named_places, places_of
from store.items import Item
from store.kinds import Kind, definition
from store.memory import Memory, Remembered, folding, leaning
from store.references import span_of
from tui.kinds.base import Tab
from tui.kinds.rows import source_name
from tui.review.listed import listed
from tui.review.marking import Marking, bar_of, is_statement, look_of, margin, voices
from tui.text.voices import Margin, Voice

Speech = tuple[str, str]
MadeOf = tuple[tuple[Span, ...], Places]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Lists and marks of one article's items."""

    lists: dict[Tab, list[str]]
    known: frozenset[str]
    """Ids of all items."""
    sources: dict[str, str]
    """Ids of the sources by their names."""
    speech: dict[str, Speech]
    """For statements and sources what the margin shows of them."""
    marking: Marking
    statements: Marking
    voices: dict[str, Voice]
    margin: Margin
    made_of: dict[str, MadeOf]
    """For items that are made of others, where they stand and which these are."""
    events: dict[str, Span]
    """For figures that are of an event, where that stands."""
    figures: dict[Span, list[str]]
    """Ids of the figures that are of an event, by where it stands."""
    at: dict[tuple[Kind, Span], list[str]]
    """Ids of what others are made of, by kind and place, in the order of the text."""
    folded: dict[str, Remembered]
    """By id why open items are folded away by what was decided before."""
    leaning: frozenset[str]
    """Ids of what is made of others and will hardly be kept, decided or not."""


def gathered(items: Sequence[Item], memory: Memory | None = None) -> Gathered:
    """Return the items listed and marked; `memory` tells what is folded away."""
    known, before = voices(items), memory or Memory()
    made = {item.id: parts for item in items if (parts := made_of(item))}
    events = {item.id: span for item in items if (span := event_of(item))}
    figures: dict[Span, list[str]] = {}
    for ident, span in events.items():
        figures.setdefault(span, []).append(ident)
    return Gathered(
        listed(items),
        frozenset(item.id for item in items),
        {str(item.fields["name"]): item.id for item in items if item.kind is Kind.SOURCE},
        {item.id: said for item in items if (said := speech(item))},
        Marking(items, look_of),
        Marking(items, is_statement),
        known,
        margin(items, known),
        made,
        events,
        figures,
        _at_places(items),
        {item.id: why for item in items if before and (why := folding(item, before))},
        frozenset(one.id for one in items if before and one.id in made and leaning(one, before)),
    )


def event_of(item: Item) -> Span | None:
    """Return where the event of a figure stands; none where it has none."""
    named = item.fields.get("event") if item.kind is Kind.FIGURE else None
    return span_of(named) if named else None


def made_of(item: Item) -> MadeOf | None:
    """Return where an item stands and which items it is made of; none for kinds that are made of
    none."""
    return (item.spans, named_places(item)) if definition(item.kind).members else None


def _at_places(items: Sequence[Item]) -> dict[tuple[Kind, Span], list[str]]:
    found: dict[tuple[Kind, Span], list[str]] = {}
    parts = {kind for one in Kind for kind in definition(one).members.values()}
    for item in items:
        for place in dict.fromkeys(places_of(item)) if item.kind in parts else ():
            found.setdefault(place, []).append(item.id)
    return found


def speech(item: Item) -> Speech | None:
    """Return what the margin shows of a statement or source: its name, and the sign of a
    statement."""
    if item.kind is Kind.ATTRIBUTION:
        return source_name(item), bar_of(item)
    return (str(item.fields["name"]), "") if item.kind is Kind.SOURCE else None
