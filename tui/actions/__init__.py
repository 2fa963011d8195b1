"""Every action of the reader, once: bindings, footer, help, palette and handbook come from here.

The id of an action is the pane it belongs to and the name of the method that does it there:
`reader.accept` is `action_accept` of the reader's screen. A user's keymap moves keys by id.
"""

from collections.abc import Iterator

from textual.binding import Binding, BindingType

from tui.actions.action import Action, Group, shown
from tui.actions.table import GROUPS

__all__ = ["ACTIONS", "GROUPS", "Action", "Group", "bindings", "of_pane", "shown"]

ACTIONS = {action.id: action for group in GROUPS for action in group.actions}


def bindings(pane: str, *, first: bool = False) -> list[BindingType]:
    """Textual's bindings of one pane; `first` puts them before those of the widget in use."""
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
    """The actions of one pane, in the order of the help."""
    return (action for action in ACTIONS.values() if action.pane == pane)
