"""The lists beside the article: which kinds of items stand in which, and in what order."""

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from store.items import Item, Kind


class Tab(StrEnum):
    """A list beside the article."""

    EVENTS = "events"
    FIGURES = "figures"
    SOURCES = "sources"
    NAMES = "names"
    CHECKS = "checks"


TAB_OF = {
    Kind.EVENT: Tab.EVENTS,
    Kind.FIGURE: Tab.FIGURES,
    Kind.SOURCE: Tab.SOURCES,
    Kind.ATTRIBUTION: Tab.SOURCES,
    Kind.ENTITY: Tab.NAMES,
    Kind.CHECK: Tab.CHECKS,
}
TABS = tuple(Tab)


def listed(items: Iterable[Item]) -> dict[Tab, list[str]]:
    """Ids of the items in each list: in the order of the text, statements under their source."""
    lists: dict[Tab, list[str]] = {tab: [] for tab in Tab}
    sources: list[Item] = []
    statements: defaultdict[str, list[str]] = defaultdict(list)
    for item in items:
        if item.kind is Kind.SOURCE:
            sources.append(item)
        elif item.kind is Kind.ATTRIBUTION:
            statements[source_name(item)].append(item.id)
        else:
            lists[TAB_OF[item.kind]].append(item.id)
    for source in sources:
        own = statements.pop(str(source.fields.get("name") or ""), [])
        lists[Tab.SOURCES] += [source.id, *own]
    for rest in statements.values():
        lists[Tab.SOURCES] += rest
    return lists


def source_name(item: Item) -> str:
    """Canonical name of the source that stands behind an item; empty where there is none."""
    reference = item.fields.get("source")
    return str(reference["name"]) if reference else ""
