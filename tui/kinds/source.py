"""Sources on the screen."""

from typing import TYPE_CHECKING

from extract.vocabulary import SourceKind
from store.items import Fields, Item
from store.kinds import Kind
from store.memory import Table
from store.wording import grade, one_line
from tui.kinds.base import Making, Tab, View
from tui.kinds.forms import options
from tui.kinds.rows import facts, left_on, sign
from tui.review.fields import Field, OneOf, Plain
from tui.review.schemes import CREDIBILITY, RELIABILITY
from tui.text.entry import Entry
from tui.text.words import NO_WORDS, Words

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review

TAB = Tab(
    "sources",
    "List the sources and what they say.",
    "No source was found in this report.",
    lambda items: 1,
    Kind.SOURCE,
)


def row(item: Item, review: "Review") -> Entry:
    """Return the name with its letter; below kind, grade and what rests on it."""
    fields = item.fields
    name = str(fields["name"])
    voice = review.voices.get(name)
    return Entry(
        sign(item),
        (Words(name, "foreground", "bold"), *left_on(item)),
        facts(
            str(fields.get("kind") or ""),
            grade(fields),
            _number(fields.get("figures"), "figure"),
            _number(fields.get("events"), "event"),
        ),
        Words(voice.letter, f"voice-{voice.colour}", "bold") if voice else NO_WORDS,
    )


def _number(found: object, of: str) -> str:
    number = len(found) if isinstance(found, list) else 0
    return f"{number} {of}{'s' if number != 1 else ''}" if number else ""


class Credibility(OneOf):
    """A grade that is kept as a number."""

    __slots__ = ()

    def read(self, words: str) -> Fields:
        """Return the grade."""
        value = OneOf.read(self, words)["credibility"]
        return {"credibility": int(value) if value else None}


def _graded(scale: dict[str, str]) -> dict[str, str]:
    return {grade: f"{grade} {words}" for grade, words in scale.items()}


def form(item: Item, known: "Nameable") -> tuple[Field, ...]:
    """Return name, kind and grades."""
    return (
        Plain("name", "name", (*known.sources, *known.names), needed=True),
        OneOf(
            "kind",
            "kind",
            options(SourceKind),
            used=known.used(Kind.SOURCE, "kind", Table.SOURCE_KIND),
        ),
        OneOf("reliability", "reliability", _graded(RELIABILITY), optional=True),
        Credibility("credibility", "credibility", _graded(CREDIBILITY), optional=True),
    )


VIEW = View(
    tab=TAB,
    row=row,
    form=form,
    repeated=(
        "kind",
        "reliability",
        "credibility",
    ),
    makings=(Making("source", "a source", Kind.SOURCE, {"kind": "unknown"}),),
    made=lambda words: {"name": one_line(words)},
    filter_fields=("kind",),
)
