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
)
_SEVERITIES = {
    "high": ("sign-alert", "bold"),
    "medium": ("foreground", ""),
    "low": ("ink-muted", ""),
}


def row(item: Item, review: "Review") -> Entry:
    """Return its message, in the colour of its severity."""
    ink, shape = _SEVERITIES[str(item.fields.get("severity") or "medium")]
    message = str(item.fields.get("message") or item.fields["check"])
    return Entry(sign(item), flow=Words(message, ink, shape))


VIEW = View(
    tab=TAB,
    row=row,
    no_form="A check is accepted with a or dismissed with x.",
    whole=True,
    filter_fields=("check",),
)
