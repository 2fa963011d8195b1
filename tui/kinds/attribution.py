"""Statements on the screen: in the list of sources, each below its own."""

from typing import TYPE_CHECKING

from extract.vocabulary import Directness, Stance
from store.items import Item
from store.kinds import Kind
from tui.kinds.base import Making, View
from tui.kinds.forms import known_with, options
from tui.kinds.rows import facts, left_on, sign
from tui.kinds.source import TAB
from tui.review.fields import Field, OneOf
from tui.review.named import Named
from tui.text.entry import Entry
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review

_DIRECTNESS: dict[str, str] = {
    Directness.DIRECT: "direct quotation",
    Directness.MIXED: "partly quoted",
    Directness.INDIRECT: "indirect",
}


def row(item: Item, review: "Review") -> Entry:
    """Return what is said; below who says it by which verb, and how it is said."""
    fields = item.fields
    named, cue = (str((fields.get(name) or {}).get("name") or "") for name in ("named", "cue"))
    carried = "carried over" if fields.get("inherited") else ""
    return Entry(
        sign(item),
        (Words(" … ".join(quote.exact for quote in item.quotes)), *left_on(item)),
        facts(_said(named, cue), str(fields.get("directness") or ""), carried),
        indent=2,
    )


def _said(named: str, cue: str) -> list[Words]:
    """Return who says it by which verb; of both the verb is shown whole."""
    return [Words(named, "ink-muted", yields=True), Words(f" {cue}" if named else cue, "ink-muted")]


def form(item: Item, known: "Nameable") -> tuple[Field, ...]:
    """Return source, cue, directness, stance and to whom it was said."""
    return (
        Named("source", "source", known_with(known.sources, item, "source")),
        Named("cue", "cue", known_with({}, item, "cue")),
        OneOf("directness", "said", _DIRECTNESS),
        OneOf("stance", "stance", options(Stance)),
        Named("via", "told to", known_with(known.entities, item, "via")),
    )


VIEW = View(
    tab=TAB,
    row=row,
    under="source",
    form=form,
    repeated=(
        "source",
        "directness",
        "stance",
        "via",
    ),
    carried=("source",),
    makings=(Making("statement", "a statement", Kind.ATTRIBUTION, {"directness": "indirect"}, 9),),
    filled_in=True,
    whole=True,
    by_source=True,
)
