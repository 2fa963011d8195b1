"""Incidents on the screen: the rows that a coder delivers."""

from typing import TYPE_CHECKING

from extract.vocabulary import EventType, SubType
from store.items import Item
from store.kinds import Kind
from store.kinds.incident import marks, numbers, parties, type_of_row
from store.wording import days, filled, name, names
from tui.kinds.base import Making, Tab, View
from tui.kinds.event import SubTypeField
from tui.kinds.forms import known_with, options
from tui.kinds.rows import facts, left_on, sign
from tui.review.fields import Field, OneOf, YesNo
from tui.review.named import AllNamed, Named
from tui.text.entry import Entry
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review

TAB = Tab("incidents", "List the incidents.", "No incident was found in this report.")


def row(item: Item, review: "Review") -> Entry:
    """Return type and sides; below day, numbers, place, how many sources, and what marks it."""
    fields = item.fields
    between = parties(fields)
    told_by = len(names(fields.get("sources")))
    return Entry(
        sign(item),
        (
            Words(type_of_row(fields), "mark-event", "italic"),
            *([Words("  "), Words(between)] if between else []),
            *left_on(item),
        ),
        facts(
            days(fields.get("when")) or "no day",
            *numbers(fields),
            name(fields.get("place")) or "no place",
            f"{told_by} source{'' if told_by == 1 else 's'}" if told_by else "",
            *marks(fields),
        ),
    )


def told(item: Item) -> str:
    """Return type, day, place and sides."""
    fields = item.fields
    day, place = days(fields.get("when")), name(fields.get("place"))
    return " · ".join(filled(type_of_row(fields), day, place, parties(fields)))


def form(item: Item, known: "Nameable") -> tuple[Field, ...]:
    """Return the columns that a coder delivers, the sub-type first: it sets the type."""
    from tui.review.amounts import Tolled  # slow to load: with all rules for numbers and dates
    from tui.review.days import Day

    return (
        SubTypeField("subkind", "sub-type", options(SubType), optional=True),
        OneOf("kind", "type", options(EventType)),
        AllNamed("side_a", "side A", known_with(known.entities, item, "side_a")),
        AllNamed("side_b", "side B", known_with(known.entities, item, "side_b")),
        AllNamed("associated", "associated", known_with(known.entities, item, "associated")),
        Named("place", "place", known_with(known.entities, item, "place")),
        Day("when", "date", known.article.published),
        Tolled("killed_low", "killed, low"),
        Tolled("killed_best", "killed, best"),
        Tolled("killed_high", "killed, high"),
        Tolled("injured_low", "injured, low"),
        Tolled("injured_best", "injured, best"),
        Tolled("injured_high", "injured, high"),
        YesNo("civilian_targeting", "civilians targeted"),
        AllNamed("sources", "sources", known_with(known.sources, item, "sources")),
    )


VIEW = View(
    tab=TAB,
    row=row,
    form=form,
    told=told,
    makings=(Making("incident", "an incident", Kind.INCIDENT, {"kind": "Other"}),),
    filled_in=True,
    whole=True,
    filter_fields=("subkind",),
)
