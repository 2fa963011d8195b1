"""Names and dates on the screen."""

from typing import TYPE_CHECKING

from extract.vocabulary import Label
from store.items import Item
from store.kinds import Kind
from store.kinds.entity import other_words
from store.wording import days, one_line
from tui.kinds.base import Making, Tab, View
from tui.kinds.rows import facts, left_on, sign
from tui.review.fields import Field, OneOf, Plain, YesNo
from tui.review.schemes import LABELS
from tui.text.entry import Entry
from tui.text.looks import Look
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review

TAB = Tab(
    "names",
    "List people, places, groups, organisations, dates.",
    "No name was found in this report.",
)
_LOOKS = {
    Label.PERSON: Look.PERSON,
    Label.PLACE: Look.PLACE,
    Label.GROUP: Look.GROUP,
    Label.ORG: Look.ORG,
    Label.MEDIA: Look.MEDIA,
    Label.DATE: Look.DATE,
}
_MADE = {
    Label.PERSON: "a person",
    Label.PLACE: "a place",
    Label.GROUP: "a group",
    Label.ORG: "an organisation",
    Label.MEDIA: "a medium",
    Label.DATE: "a date",
}
"""In the order of the digits that make them."""


def row(item: Item, review: "Review") -> Entry:
    """Return the name and how often it stands; below label and what else it is called."""
    fields = item.fields
    label = str(fields["label"])
    ink = f"mark-{label.lower()}" if label in set(Label) else "foreground"
    name = item.words if label == Label.DATE else str(fields["name"])
    times = len(item.spans)
    count = [Words(f"  {times}×", "ink-muted")] if times > 1 else []
    return Entry(
        sign(item),
        (Words(name, ink), *count, *left_on(item)),
        facts(
            LABELS.get(label, label.lower()), "former" if fields.get("former") else "", _about(item)
        ),
    )


def _about(item: Item) -> str:
    """The days of a date; of others what else they are called."""
    if item.fields["label"] == Label.DATE:
        return days({**item.fields, "name": ""}) or "not resolved"
    others = other_words(item)
    return f"also {others}" if others else ""


def form(item: Item, known: "Nameable") -> tuple[Field, ...]:
    """Return label, name, whether it is what it was, and country; of a date its days."""
    from tui.review.days import Day  # slow to load: with all rules for dates

    label = OneOf("label", "label", LABELS)
    if item.fields.get("label") == Label.DATE:
        return label, Day("from", "day", known.article.published, own=True)
    return (
        label,
        Plain("name", "name", (*known.entities, *known.names), needed=True),
        YesNo("former", "former"),
        Plain("country", "country"),
    )


VIEW = View(
    tab=TAB,
    row=row,
    form=form,
    repeated=(
        "label",
        "country",
    ),
    makings=tuple(
        Making(label.value, words, Kind.ENTITY, {"label": label.value}, digit)
        for digit, (label, words) in enumerate(_MADE.items(), 1)
    ),
    made=lambda words: {"name": one_line(words)},
    look=lambda item: _LOOKS.get(Label(item.fields["label"]), Look(0)),
    filter_fields=("label",),
)
