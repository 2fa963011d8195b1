"""The keys that work on a screen now, for the bar at its foot."""

from typing import Any

from textual.screen import Screen

from tui.actions import ACTIONS, Action, Hint, hints


def footer(screen: Screen[Any]) -> list[Hint]:
    """Return keys and what they do, as the table of actions has them for the footer."""
    found: dict[str, tuple[Action, str]] = {}
    for key, active in screen.active_bindings.items():
        action = ACTIONS.get(active.binding.id or "")
        if action is not None and action.footer:
            found.setdefault(action.id, (action, key))
    return hints(found.values())
