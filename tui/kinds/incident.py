"""Incidents on the screen: the rows that a coder delivers."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from extract.vocabulary import EventType
from store.items import Fields, Item
from store.kinds import Kind
from store.kinds.incident import (
    COUNTED,
    ENDS,
    doers,
    marks,
    numbers,
    parties,
    rule_of,
    type_of_row,
)
from store.wording import days, filled, name, names
from tui.kinds.base import Making, Tab, View
from tui.kinds.event import sub_type
from tui.kinds.forms import known_with, options
from tui.kinds.rows import day_of, facts, left_on, sides, sign
from tui.review.fields import Field, OneOf, Plain, YesNo
from tui.review.named import AllNamed, Named
from tui.text.entry import Entry
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review

TAB = Tab("incidents", "List the incidents.", "No incident was found in this report.")


def row(item: Item, review: "Review") -> Entry:
    """Return day and place; type and what marks it; numbers and how many sources; both sides.

    Each has a row of its own, so that none of them is cut where the list is narrow.
    """
    fields = item.fields
    killed, *others = numbers(fields) or [""]
    between = sides(doers(fields), names(fields.get("side_b")))
    kind = [Words(type_of_row(fields), "mark-event", "italic")]
    counts = facts([Words(killed)] if killed else "", *others, _told_by(fields))
    return Entry(
        sign(item),
        (
            Words(day_of(item, review) or "no day"),
            Words(" · ", "ink-faint"),
            Words(name(fields.get("place")) or "no place", yields=True),
            *left_on(item),
        ),
        facts(*marks(fields), kind, review.told_in.get(item.id, "")),
        further=(
            *((counts,) if _has_counts(fields) else ()),
            *((between,) if between else ()),
        ),
    )


def rows_of(item: Item) -> int:
    """Return how many rows it takes: two, one for numbers and sources and one for sides where any
    are known.
    """
    return 2 + _has_counts(item.fields) + bool(parties(item.fields))


def _has_counts(fields: Fields) -> bool:
    """Whether there is anything to say of numbers and sources; figures may come to some."""
    return bool(numbers(fields) or fields.get("sources") or fields.get("figures"))


def _told_by(fields: Fields) -> str | list[Words]:
    """Return how many sources it has; that it has none where it counts anybody."""
    number = len(names(fields.get("sources")))
    if number:
        return f"{number} source{'' if number == 1 else 's'}"
    return [Words("no source", "sign-alert", "italic")] if numbers(fields) else ""


def told(item: Item) -> str:
    """Return type, day, place and sides."""
    fields = item.fields
    day, place = days(fields.get("when")), name(fields.get("place"))
    return " · ".join(filled(type_of_row(fields), day, place, parties(fields)))


def form(item: Item, known: "Nameable") -> tuple[Field, ...]:
    """Return the columns that a coder delivers, the sub-type first: it sets the type."""
    from tui.review.amounts import Tolled  # slow to load: with all rules for numbers and dates
    from tui.review.days import Day
    from tui.review.on_map import OnMap

    return (
        sub_type(Kind.INCIDENT, known),
        OneOf("kind", "type", options(EventType)),
        AllNamed("side_a", "side A", known_with(known.entities, item, "side_a"), known.used_actors),
        AllNamed("side_b", "side B", known_with(known.entities, item, "side_b"), known.used_actors),
        AllNamed(
            "associated",
            "associated",
            known_with(known.entities, item, "associated"),
            known.used_actors,
        ),
        Named("place", "place", known_with(known.entities, item, "place"), used=known.used_places),
        OnMap("located", "on the map", partial(known.rivals_of, item)),
        Day("when", "date", known.article.published),
        *(
            Tolled(f"{head}_{end}", f"{head}, {end}", rule if end == "best" else "")
            for head in COUNTED
            for rule in [rule_of(item.fields, head)]
            for end in ENDS
        ),
        YesNo("civilian_targeting", "at civilians"),
        AllNamed("sources", "sources", known_with(known.sources, item, "sources"), known.names),
        Plain("note", "note"),
    )


def settled(before: Fields, changed: Fields) -> Fields:
    """Return the changed values, with those that go with them.

    Of the numbers that are shown all stay, though one alone is changed; a number without a range is
    its low and high too. Violence against civilians aims at civilians, unless told otherwise.
    """
    after = dict(changed)
    for head in COUNTED:
        ends = [f"{head}_{end}" for end in ENDS]
        if any(name in changed for name in ends):
            after |= _with_ends(ends, before, changed)
    if "place" in changed and before.get("located"):
        after.setdefault("located", None)  # it was chosen for another name
    if "kind" in changed and "civilian_targeting" not in changed:
        kinds = (before.get("kind"), changed["kind"])
        if EventType.AGAINST_CIVILIANS in kinds:
            after["civilian_targeting"] = kinds[1] == EventType.AGAINST_CIVILIANS
    return after


def _with_ends(ends: Sequence[str], before: Fields, changed: Fields) -> Fields:
    shown = {name: before.get(name) for name in ends}
    low, best, high = ends
    if best not in changed or len(set(shown.values()) - {None}) > 1:
        return {**shown, **{name: changed[name] for name in ends if name in changed}}
    alone = dict.fromkeys((low, best), changed[best])
    is_open = shown[high] is None and shown[low] is not None
    return {**alone, high: None if is_open else changed[best]} | {
        name: changed[name] for name in ends if name in changed
    }


LETTERS = {
    "t": "subkind",
    "a": "side_a",
    "b": "side_b",
    "w": "associated",
    "p": "place",
    "m": "located",
    "d": "when",
    "k": "killed_best",
    "i": "injured_best",
    "c": "civilian_targeting",
    "o": "sources",
    "n": "note",
}
"""Keys that go to a field of the form; h, l and s move the words."""


VIEW = View(
    tab=TAB,
    row=row,
    rows=rows_of,
    form=form,
    repeated=(
        "subkind",
        "kind",
        "side_a",
        "side_b",
        "associated",
        "place",
        "when",
        "civilian_targeting",
        "sources",
    ),
    labels={"side_a": "side A", "side_b": "side B", "when": "day"},
    carried=(
        "side_a",
        "side_b",
        "associated",
        "place",
        "when",
        "sources",
    ),
    letters=LETTERS,
    settled=settled,
    noted=True,
    told=told,
    makings=(Making("incident", "an incident", Kind.INCIDENT, {"kind": "Other"}),),
    filled_in=True,
    whole=True,
    filter_fields=("subkind",),
)
