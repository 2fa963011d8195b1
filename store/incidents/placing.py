"""Where an incident over several reports took place."""

import contextlib
from dataclasses import replace

from extract.errors import DatelineError
from store.incidents.view import AccountView, IncidentView
from store.items import Item
from store.library.library import Library
from store.places.where import Where
from store.wording import name


def where_of(view: IncidentView, library: Library) -> Where | None:
    """Return where an incident took place, by the latest report that tells it to the point; none
    where none does."""
    for account in reversed(view.accounts):
        with contextlib.suppress(DatelineError):  # a report that is gone tells nothing any more
            found = _told_by(account, view.row.values.place, library)
            if found is not None and found.has_point:
                return found
    return None


def _told_by(account: AccountView, place: str, library: Library) -> Where | None:
    article = library.article(account.key.report)
    items = library.look(article).items()
    item = next((one for one in items if one.id == account.key.incident), None)
    if item is None or not place:
        return None
    return library.places.known(items).where(_at(item, place), article.text, items)


def _at(item: Item, place: str) -> Item:
    """The incident at the place of the row, which may be another than that of the account."""
    if name(item.fields.get("place")) == place:
        return item
    elsewhere = {**item.correction, "place": {"name": place}, "located": None}
    return replace(item, correction=elsewhere)
