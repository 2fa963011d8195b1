"""Keys on their way to a screen: kept while it cannot take them, repeated by a number before."""

from typing import Protocol

from textual import events

from tui.actions import ACTIONS
from tui.keymap import Keymap
from tui.kinds.base import Tab
from tui.session.session import Session

_AT_ONCE = 0.5
"""Seconds between two keys typed as one command. A digit alone shows a list, and a key after it
means that list; only what is typed in one go is a count."""
_MOST_TIMES = 999


class Reader(Protocol):
    """What the reader's screen tells about itself."""

    @property
    def session(self) -> Session:
        """The session on the article that is shown."""

    @property
    def panes(self) -> tuple[str, ...]:
        """Panes of the table of actions whose keys work now."""

    def show_tab(self, tab: Tab) -> None:
        """Show another list."""

    def show_waiting(self, number: int) -> None:
        """Say how many keys wait; 0 when none does any more."""


class EarlyKeys:
    """Keys typed before they can be taken, to be played back in order.

    Textual drops those that come before the first layout. A key that decides on items would find
    none before the machine has read the article; it and all after it wait for that.
    """

    def __init__(self, keymap: Keymap) -> None:
        self._for_items = {
            (ACTIONS[ident].pane, key)
            for ident, keys in keymap.keys.items()
            for key in keys
            if ACTIONS[ident].on_items
        }
        self._kept: list[events.Key] | None = []
        self._starting = True

    def keep(self, event: events.Key, reader: Reader | None) -> bool:
        """Keep a key if it has to wait; return whether it has."""
        if self._kept and not self._starting and event.key == "escape" and reader is not None:
            self.release()
            reader.show_waiting(0)
            return False
        if self._kept is None:
            if (
                reader is None
                or not reader.session.reading
                or not self._is_for_items(event, reader)
            ):
                return False
            self._kept = []
        self._kept.append(_as_typed(event))
        if reader is not None:
            reader.show_waiting(len(self._kept))
        return True

    def release(self) -> list[events.Key]:
        """Return the keys kept; from now on they are taken as they come."""
        kept, self._kept, self._starting = self._kept or [], None, False
        return kept

    def _is_for_items(self, event: events.Key, reader: Reader) -> bool:
        written = (event.key, event.character)
        return any((pane, key) in self._for_items for pane in reader.panes for key in written)


def _as_typed(event: events.Key) -> events.Key:
    """Enter, which a terminal turns into a line feed until a program has it its own way."""
    return events.Key("enter", "\r") if event.key == "ctrl+j" else event


class Counts:
    """Numbers before a key that repeat it."""

    def __init__(self, keymap: Keymap) -> None:
        self._repeated = {
            key for ident, keys in keymap.keys.items() for key in keys if ACTIONS[ident].repeats
        }
        self._digits = ""
        self._at = 0.0
        self._tab: Tab | None = None

    def take(self, event: events.Key, reader: Reader | None) -> int:
        """Return how often a key is to be done."""
        if reader is None:
            self._digits = ""
            return 1
        fresh = event.time - self._at < _AT_ONCE
        self._at = event.time
        digits = self._digits if fresh else ""
        self._digits = ""
        if event.character and event.character in "0123456789":
            self._tab = self._tab if digits else reader.session.review.tab
            self._digits = digits + event.character
            return 1
        if not digits or not self._repeats(event):
            return 1
        if self._tab is not None:
            reader.show_tab(self._tab)  # the digits have shown other lists meanwhile
        return max(1, min(int(digits), _MOST_TIMES))

    def _repeats(self, event: events.Key) -> bool:
        return event.key in self._repeated or event.character in self._repeated
