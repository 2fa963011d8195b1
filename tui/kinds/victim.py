"""Victims on the screen."""

from typing import TYPE_CHECKING

from extract.vocabulary import Outcome, Sex
from store.items import Fields, Item
from store.kinds import Kind
from store.kinds.victim import OLDEST, OUTCOMES, about, who
from store.wording import one_line
from tui.kinds.base import Making, Tab, View
from tui.kinds.forms import known_with, options
from tui.kinds.rows import facts, left_on, sign, who_says
from tui.review.fields import Field, Number, OneOf, Plain
from tui.review.named import Named
from tui.text.entry import Entry
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review

TAB = Tab("victims", "List the victims, one a person.", "Nobody is told of one by one.")


def row(item: Item, review: "Review") -> Entry:
    """Return who it is and what became of the person; below age, sex, role and who says so."""
    fields = item.fields
    return Entry(
        sign(item),
        (
            Words(who(item), "mark-person", yields=True),
            Words(f" {fields.get('outcome') or ''}", "mark-event", "italic"),
            *left_on(item),
        ),
        facts(*about(fields), who_says(item, review)),
    )


def form(item: Item, known: "Nameable") -> tuple[Field, ...]:
    """Return what is known of a person, and the incident."""
    return (
        Plain("name", "name", (*known.entities, *known.names)),
        Number("age", "age", OLDEST),
        OneOf("sex", "sex", options(Sex), optional=True),
        Plain("role", "role"),
        OneOf("outcome", "outcome", options(OUTCOMES)),
        Named("incident", "incident", known.told(Kind.INCIDENT, item), free=False),
        Named("source", "source", known_with(known.sources, item, "source")),
    )


def made(words: str) -> Fields:
    """Return the name that the words are, where they look like one."""
    name = one_line(words)
    return {"name": name} if name[:1].isupper() and " " in name else {}


VIEW = View(
    tab=TAB,
    row=row,
    form=form,
    makings=(Making("victim", "a victim", Kind.VICTIM, {"outcome": Outcome.KILLED.value}),),
    made=made,
    filled_in=True,
    filter_fields=("outcome", "sex"),
    by_source=True,
)
