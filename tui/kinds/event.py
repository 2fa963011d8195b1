"""Events on the screen."""

from typing import TYPE_CHECKING

from extract.vocabulary import EventType, Outcome, Status, SubType, type_of
from store.incidents.counted import told_toll
from store.items import Fields, Item
from store.kinds import Kind
from store.kinds.incident import type_of_row
from store.memory import Table
from store.wording import charged, days, names, where_and_who
from tui.kinds.base import Making, Tab, View
from tui.kinds.forms import known_with, options
from tui.kinds.rows import day_and_place, facts, left_on, sides, sign, who_says
from tui.review.fields import Field, OneOf
from tui.review.named import AllNamed, Named
from tui.text.entry import Entry
from tui.text.looks import Look
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review

TAB = Tab("events", "List the events.", "No event was found in this report.", even=False)


def row(item: Item, review: "Review") -> Entry:
    """Return the trigger with day and place; below the parties and the dead of its figures; then
    type, status and source.
    """
    fields = item.fields
    status = str(fields.get("status") or Status.ACTUAL)
    between = sides(names(fields.get("actors")), names(fields.get("targets")))
    killed = told_toll(review.figures_of(item), Outcome.KILLED)
    return Entry(
        sign(item),
        facts([Words(item.words, "mark-event", "italic")], day_and_place(item, review))
        + tuple(left_on(item)),
        facts([*between], [Words(killed)] if killed else ""),
        further=(
            facts(
                charged(fields),
                "" if status == Status.ACTUAL else status,
                [Words(type_of_row(fields), "ink-muted", yields=True)],
                who_says(item, review),
            ),
        ),
    )


def told(item: Item) -> str:
    """Return words, day, place and parties."""
    fields = item.fields
    parts = (item.words, days(fields.get("when")), *where_and_who(fields))
    return " · ".join(part for part in parts if part)


class SubTypeField(OneOf):
    """The sub-type of an event, which tells its type too."""

    __slots__ = ()

    def read(self, words: str) -> Fields:
        """Return the sub-type, and the type it belongs to."""
        values = dict(OneOf.read(self, words))
        kind = type_of(str(values["subkind"]))
        return {**values, "kind": kind.value} if kind else values


def sub_type(kind: Kind, known: "Nameable") -> SubTypeField:
    """Return the field of a kind's sub-type, which sets the type; those usually chosen first."""
    return SubTypeField(
        "subkind",
        "sub-type",
        options(SubType),
        optional=True,
        used=known.used(kind, "subkind", Table.SUB_TYPE),
    )


def form(item: Item, known: "Nameable") -> tuple[Field, ...]:
    """Return type, parties, place, time, status and source."""
    from tui.review.days import Day  # slow to load: with all rules for dates

    return (
        OneOf("kind", "type", options(EventType)),
        sub_type(Kind.EVENT, known),
        AllNamed("actors", "actors", known_with(known.entities, item, "actors"), known.used_actors),
        AllNamed(
            "targets", "targets", known_with(known.entities, item, "targets"), known.used_actors
        ),
        Named("place", "place", known_with(known.entities, item, "place"), used=known.used_places),
        Day("when", "date", known.article.published),
        OneOf("status", "status", options(Status)),
        Named("source", "source", known_with(known.sources, item, "source"), used=known.names),
    )


VIEW = View(
    tab=TAB,
    row=row,
    rows=lambda item: 3,
    form=form,
    repeated=(
        "kind",
        "subkind",
        "actors",
        "targets",
        "place",
        "when",
        "status",
        "source",
    ),
    labels={"when": "day"},
    carried=(
        "actors",
        "targets",
        "place",
        "when",
        "source",
    ),
    told=told,
    makings=(Making("event", "an event", Kind.EVENT, {"kind": "Other", "status": "actual"}, 8),),
    filled_in=True,
    look=lambda item: Look.EVENT,
    filter_fields=("subkind",),
    by_source=True,
)
