"""Every action of the reader, once: keys, footer, help, palette and handbook come from here.

The id of an action is the pane it belongs to and its name there. Those of the reader's screen are
functions of `tui.commands`; a widget or a screen that lies over it does its own by its method of
the name. A user's keymap moves keys by id.

A pane is a widget, a screen or, for keys that the reader takes only now and then, a kind of
session or a list: actions of the pane "adjudication" work while two annotators' decisions are
settled, those of a pane named like a list while that list is shown. They come before the reader's.
"""

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from tui.actions.action import Action, Command, Group, Hint, hints, shown
from tui.actions.table import GROUPS

__all__ = [
    "ACTIONS",
    "GROUPS",
    "Action",
    "Command",
    "Group",
    "Hint",
    "bindings",
    "hints",
    "of_pane",
    "shown",
]

ACTIONS = {action.id: action for group in GROUPS for action in group.actions}


def bindings(pane: str, *, first: bool = False) -> list[BindingType]:
    """Return Textual's bindings of one pane; `first` puts them before those of the widget in
    use."""
    return [
        Binding(
            ",".join("comma" if key == "," else key for key in action.keys),
            action.name,
            action.label,
            tooltip=action.tooltip,
            id=action.id,
            show=bool(action.footer),
            priority=first,
        )
        for action in of_pane(pane)
    ]


def of_pane(pane: str) -> Iterator[Action]:
    """Return the actions of one pane, in the order of the help."""
    return (action for action in ACTIONS.values() if action.pane == pane)
