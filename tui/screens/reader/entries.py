"""Items as entries of the lists beside the article."""

from dataclasses import replace

from store.items import Item, State
from store.kinds import definition
from tui.kinds import view
from tui.kinds.base import Tab
from tui.review.review import Review
from tui.text.entry import Entry, Listing
from tui.text.words import Words

_MEASURED = 300
"""Entries looked at to find how many cells stand before their heads."""


def listing(review: Review, tab: Tab, nothing_yet: str) -> Listing:
    """Return one list of a review; `nothing_yet` says why it may be empty although there is
    something."""
    ids = review.ids(tab)
    items = review.annotations
    lead = tab.lead([items[ident] for ident in ids[:_MEASURED]])
    empty = nothing_yet or tab.empty
    return Listing(len(ids), lambda index: entry(items[ids[index]], review), lead, empty)


def entry(item: Item, review: Review) -> Entry:
    """Return an item as it stands, on two rows."""
    made = _folding(view(item.kind).row(item, review), item, review)
    if item.state is not State.REJECTED:
        return made
    return Entry(
        made.sign,
        tuple(_struck(one) for one in made.head),
        made.tail,
        _struck(made.lead),
        made.indent,
        made.flow and _struck(made.flow),
    )


def _folding(made: Entry, item: Item, review: Review) -> Entry:
    """The entry with a sign where others may be shown below it; further in where it is one."""
    if definition(item.kind).members:
        sign = Words("▾ " if review.is_open(item.id) else "▹ ", "ink-key")
        made = replace(made, head=(sign, *made.head))
    return replace(made, indent=made.indent + 2) if review.is_inside(item.id) else made


def _struck(words: Words) -> Words:
    return Words(words.text, "mark-rejected", "strike") if words.text.strip() else words
