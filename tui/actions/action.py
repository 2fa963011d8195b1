"""What the table of actions is made of, and how its keys are written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from textual.keys import format_key

from tui.commands.context import Context

Command = Callable[[Context], None]

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
    command: Command | None = None
    """What does it; none where its pane does by its method of the name."""
    on_items: bool = False
    """It needs the machine's reading: keys typed before that is there wait for it."""
    repeats: bool = False
    """A number typed before its key does it as often."""
    numbered: bool = False
    """Its key is its number among others, and moves as more come: a user's own goes before it."""
    kept: bool = False
    """The footer has it before others, however narrow the screen."""

    @property
    def pane(self) -> str:
        """Where it works: a widget, a screen, the whole reader, or the reader now and then."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """What it is called in its pane."""
        return self.id.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Group:
    """Actions that belong together in the help."""

    title: str
    actions: tuple[Action, ...]


def shown(key: str) -> str:
    """Return a key as it is written on a keyboard or in a handbook."""
    if len(key) == 1:
        return key
    modifiers, _, last = key.rpartition("+")
    name = _SHOWN.get(last) or format_key(last)
    return f"{modifiers}+{name}" if modifiers else name


class Hint(NamedTuple):
    """A key in the footer, and what it does."""

    key: str
    label: str
    kept: bool = False


def hints(found: Iterable[tuple[Action, str]]) -> list[Hint]:
    """Return actions with the keys that they have now in the order of the footer."""
    ordered = sorted(found, key=lambda one: (one[0].footer, one[1], one[0].label))
    return [Hint(shown(key), action.label, action.kept) for action, key in ordered]


def command(
    ident: str, does: Command, keys: str, label: str, tooltip: str, footer: int = 0
) -> Action:
    """Return the action of a command on some keys, parted by spaces."""
    return Action(ident, tuple(keys.split()), label, tooltip, footer, does)


def kept(action: Action) -> Action:
    """Return an action that the footer keeps, however narrow the screen."""
    return replace(action, kept=True)


def on_items(
    ident: str, does: Command, keys: str, label: str, tooltip: str, footer: int = 0
) -> Action:
    """Return that of a command on items."""
    return replace(command(ident, does, keys, label, tooltip, footer), on_items=True)


def movement(
    ident: str, does: Command, keys: str, label: str, tooltip: str, footer: int = 0
) -> Action:
    """Return that of a command which a number before it repeats."""
    return replace(command(ident, does, keys, label, tooltip, footer), repeats=True)


def to_items(
    ident: str, does: Command, keys: str, label: str, tooltip: str, footer: int = 0
) -> Action:
    """Return that of a command from item to item, which a number before it repeats."""
    return replace(on_items(ident, does, keys, label, tooltip, footer), repeats=True)
