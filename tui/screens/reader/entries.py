"""Items as entries of the lists beside the article."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from store.annotations import Annotations
from store.items import Item, State
from store.kinds import definition
from tui.kinds import view
from tui.review.review import Review
from tui.text.entry import Entry, Listing
from tui.text.words import Words

_MEASURED = 300
"""Entries looked at to find how many cells stand before their heads."""


def listing(review: Review, nothing_yet: str) -> Listing:
    """Return the present list of a review; `nothing_yet` says why it may be empty although there
    is something."""
    rows, tab = review.rows, review.tab
    items = review.annotations
    lead = tab.lead([items[ident] for ident in rows.ids[:_MEASURED]])
    return Listing(
        len(rows),
        lambda index: entry(items[rows.ids[index]], review, bool(rows.holder(index))),
        lead,
        nothing_yet or tab.empty,
        list(_heights(rows.ids, items)) if review.is_of_rows or not tab.even else (),
    )


def _heights(ids: Iterable[str], items: Annotations) -> Iterator[int]:
    return (view(item.kind).rows(item) for item in map(items.__getitem__, ids))


def entry(item: Item, review: Review, inside: bool = False) -> Entry:
    """Return an item as it stands; `inside` where it is shown below one that is made of it."""
    told = view(item.kind).row(review.as_told(item), review)
    made = _folding(told, item, review, inside)
    if item.state is not State.REJECTED:
        return made
    return replace(
        made,
        head=tuple(_struck(one) for one in made.head),
        lead=_struck(made.lead),
        flow=made.flow and _struck(made.flow),
        further=tuple(tuple(_struck(one) for one in row) for row in made.further),
    )


def _folding(made: Entry, item: Item, review: Review, inside: bool) -> Entry:
    """The entry with a sign where others may be shown below it; further in where it is one."""
    if definition(item.kind).members:
        sign = Words("▾ " if review.is_open(item.id) else "▹ ", "ink-key")
        made = replace(made, head=(sign, *made.head))
    return replace(made, indent=made.indent + 2) if inside else made


def _struck(words: Words) -> Words:
    return Words(words.text, "mark-rejected", "strike") if words.text.strip() else words
