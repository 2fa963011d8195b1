"""Checks on the screen."""

from typing import TYPE_CHECKING

from store.items import Item
from tui.kinds.base import Tab, View
from tui.kinds.rows import sign
from tui.text.entry import Entry
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.review.review import Review

TAB = Tab(
    "checks",
    "List what an attentive reader would question.",
    "Nothing that an attentive reader would question was found.",
    even=False,
)
_LINE = 30
"""Characters of a message that go on a row of a narrow list, about."""
_MOST = 4
"""Rows of a message that is shown in part."""
_SEVERITIES = {
    "high": ("sign-alert", "bold"),
    "medium": ("foreground", ""),
    "low": ("ink-muted", ""),
}


def row(item: Item, review: "Review") -> Entry:
    """Return its message, in the colour of its severity."""
    ink, shape = _SEVERITIES[str(item.fields.get("severity") or "medium")]
    return Entry(sign(item), flow=Words(_message(item), ink, shape))


def rows(item: Item) -> int:
    """Return how many rows the message takes where the list is narrow."""
    return min(_MOST, max(2, 1 + len(_message(item)) // _LINE))


def _message(item: Item) -> str:
    return str(item.fields.get("message") or item.fields["check"])


VIEW = View(
    tab=TAB,
    row=row,
    rows=rows,
    no_form="A check is accepted with a or dismissed with x.",
    whole=True,
    filter_fields=("check",),
)
