"""The kinds of items on the screen: one line a kind, in the order of the tabs and their keys.

What the screen knows of a kind stands in the file of this folder that bears its name.
"""

from functools import cache
from importlib import import_module

from store.kinds import Kind
from tui.kinds.base import Making, Tab, View

ORDER = (
    Kind.INCIDENT,
    Kind.EVENT,
    Kind.FIGURE,
    Kind.SOURCE,
    Kind.ATTRIBUTION,
    Kind.ENTITY,
    Kind.CHECK,
    Kind.VICTIM,
)


@cache
def view(kind: Kind) -> View:
    """Return what the screen knows of a kind."""
    found: View = import_module(f"{__name__}.{kind}").VIEW
    return found


TABS: tuple[Tab, ...] = tuple(dict.fromkeys(view(kind).tab for kind in ORDER))
"""The lists beside the article, each once; the first has the key 1."""


def tab_named(name: str | None) -> Tab:
    """Return the tab of that name; the first one where none has it."""
    return next((tab for tab in TABS if tab.name == name), TABS[0])


MAKINGS: tuple[Making, ...] = tuple(
    sorted((one for kind in ORDER for one in view(kind).makings), key=lambda one: one.digit or 10)
)
"""What words of the text can be made by hand, in the order of the digits that make it."""
