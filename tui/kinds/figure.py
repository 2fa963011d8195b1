"""Figures on the screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.records import Span
from extract.vocabulary import HARM, MATERIAL, Outcome, Qualifier
from store.items import Fields, Item
from store.kinds import Kind
from store.references import span_of
from store.wording import amount, counted
from tui.kinds.base import Making, Tab, View
from tui.kinds.forms import known_with, options
from tui.kinds.rows import day_and_place, facts, left_on, sign, who_says
from tui.review.fields import Field, OneOf, Plain
from tui.review.named import Named
from tui.text.entry import Entry
from tui.text.looks import Look
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review

_LEAST, _MOST = 6, 12
"""Fewest and most cells for the amounts."""
_NEAR = 60
"""Characters that may lie between a number and what it counts for the cursor to join them."""
_UNTOLD = ("", Outcome.OTHER)
_QUALIFIERS = {one.value: one.value.replace("_", " ") for one in Qualifier}


def _lead(items: Sequence[Item]) -> int:
    longest = max((len(amount(item.fields)) for item in items), default=0)
    return max(_LEAST, min(_MOST, longest))


TAB = Tab("figures", "List the figures.", "No figure was found in this report.", _lead)


def row(item: Item, review: "Review") -> Entry:
    """Return the amount with what is counted and its outcome; below whether it is a part, day,
    place and source.
    """
    fields = item.fields
    outcome = str(fields.get("outcome") or "")
    return Entry(
        sign(item),
        (
            Words(counted(fields) or "(nothing counted)", yields=True),
            *([Words(f" {outcome}", "mark-event", "italic")] if outcome not in _UNTOLD else []),
            *left_on(item),
        ),
        facts(
            "part" if fields.get("part_of") else "",
            day_and_place(item, review) if outcome in HARM | MATERIAL else "",
            who_says(item, review),
        ),
        Words(amount(fields), "mark-figure", "bold"),
    )


def covered(item: Item, span: Span) -> Span:
    """Return the number with what it counts, where that is near."""
    noun = span_of(item.fields["counted"]) if item.fields.get("counted") else None
    if noun is None or not -_NEAR < noun.start - span.end < _NEAR:
        return span
    return Span(min(span.start, noun.start), max(span.end, noun.end))


def made(words: str) -> Fields:
    """Return the amount that the words are."""
    from tui.review.amounts import Amount  # slow to load: with all rules for numbers

    return Amount().read(words) if Amount().understands(words) else {}


def form(item: Item, known: "Nameable") -> tuple[Field, ...]:
    """Return amount, what is counted, outcome, source, time, place and what it belongs to."""
    from tui.review.amounts import Amount, Numeric  # slow to load: with all rules for numbers
    from tui.review.days import Day

    return (
        Amount(),
        Named("counted", "counted", known_with({}, item, "counted")),
        OneOf("outcome", "outcome", options(Outcome), used=known.used(Kind.FIGURE, "outcome")),
        Named("source", "source", known_with(known.sources, item, "source"), used=known.names),
        Day("when", "date", known.article.published),
        Named("place", "place", known_with(known.entities, item, "place"), used=known.used_places),
        Named("part_of", "part of", known.told(Kind.FIGURE, item), free=False),
        Named("event", "event", known.told(Kind.EVENT, item), free=False),
        Numeric("low", "low"),
        Numeric("point", "point"),
        Numeric("high", "high"),
        OneOf("qualifier", "qualifier", _QUALIFIERS),
        Plain("unit", "unit"),
    )


def settled(before: Fields, changed: Fields) -> Fields:
    """Return the changed values, with the bounds that go with another qualifier."""
    from tui.review import amounts

    return amounts.settled(before, changed)


VIEW = View(
    tab=TAB,
    row=row,
    form=form,
    repeated=(
        "outcome",
        "source",
        "when",
        "place",
        "event",
    ),
    labels={"when": "day"},
    carried=(
        "source",
        "when",
        "place",
        "event",
    ),
    settled=settled,
    told=lambda item: f"{item.words} {counted(item.fields)}".strip(),
    makings=(
        Making("figure", "a figure", Kind.FIGURE, {"qualifier": "exact", "outcome": "other"}, 7),
    ),
    made=made,
    filled_in=True,
    look=lambda item: Look.FIGURE,
    covered=covered,
    filter_fields=("outcome",),
    by_source=True,
)
