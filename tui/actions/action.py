"""What the table of actions is made of, and how its keys are written."""

from dataclasses import dataclass

from textual.keys import format_key

_SHOWN = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "escape": "esc",
    "enter": "enter",
    "space": "space",
    "tab": "tab",
    "f1": "F1",
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does."""

    id: str
    keys: tuple[str, ...]
    label: str
    """One word or two, for the footer."""
    tooltip: str
    """One sentence, for the help and the palette."""
    footer: int = 0
    """Place in the footer, from 1; 0 for actions that the footer leaves to the help."""
    on_items: bool = False
    """It needs the machine's reading: keys typed before that is there wait for it."""
    repeats: bool = False
    """A number typed before its key does it as often."""
    does: str = ""
    """What is called in its pane, where that is not what its id says."""
    numbered: bool = False
    """Its key is its number among others, and moves as more come: a user's own goes before it."""

    @property
    def pane(self) -> str:
        """Where it works: a widget, a screen, or the whole reader."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """What it is called in its pane."""
        return self.does or self.id.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Group:
    """Actions that belong together in the help."""

    title: str
    actions: tuple[Action, ...]


def shown(key: str) -> str:
    """A key as it is written on a keyboard or in a handbook."""
    if len(key) == 1:
        return key
    modifiers, _, last = key.rpartition("+")
    name = _SHOWN.get(last) or format_key(last)
    return f"{modifiers}+{name}" if modifiers else name
