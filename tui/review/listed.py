"""Which items stand in which list beside the article, and in what order."""

from collections import defaultdict
from collections.abc import Iterable

from store.items import Item
from store.kinds import main_first
from tui.kinds import TABS, view
from tui.kinds.base import Tab


def listed(items: Iterable[Item]) -> dict[Tab, list[str]]:
    """Return ids of the items in each list: in the order of the text, the main ones first,
    some below the item they name."""
    heads: dict[Tab, list[Item]] = {tab: [] for tab in TABS}
    below: dict[Tab, defaultdict[str, list[str]]] = {tab: defaultdict(list) for tab in TABS}
    for item in items:
        shown = view(item.kind)
        if shown.under:
            below[shown.tab][_named(item, shown.under)].append(item.id)
        else:
            heads[shown.tab].append(item)
    return {tab: list(_ordered(main_first(heads[tab]), below[tab])) for tab in TABS}


def _ordered(heads: Iterable[Item], below: dict[str, list[str]]) -> Iterable[str]:
    """Each head with what names it, then what names none of them."""
    for item in heads:
        yield item.id
        if below:
            yield from below.pop(str(item.fields.get("name") or ""), ())
    for rest in below.values():
        yield from rest


def _named(item: Item, field: str) -> str:
    reference = item.fields.get(field)
    return str(reference["name"]) if reference else ""
