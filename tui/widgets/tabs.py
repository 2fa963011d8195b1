"""The names of the lists with how much each holds, and left of them whose review it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.palette import Palette
from tui.text.cells import width
from tui.text.words import Words
from tui.widgets.painted import Painted
from tui.widgets.words import ends, row_of

_AIR = 2
"""Cells at both ends."""
_APART, _NEAR = 3, 1
"""Cells between two names where there is room, and at least."""
_LEFT = 30
"""Cells that the words on the left take at most before names stand nearer to one another."""
_LEAST = 17
"""Cells that they keep before names are cut short."""
_LONGEST, _SHORT = 8, 3
"""Letters of a name where there is no room for all, at most and at least."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One list's name and what is said of it."""

    name: str
    count: str

    @property
    def cells(self) -> int:
        """How many cells it takes."""
        return len(self.name) + 1 + len(self.count)


class Tabs(Painted):
    """Names and counts in one row, at its right end; other words at its left."""

    @dataclass
    class Picked(Message):
        """A tab was clicked."""

        tabs: "Tabs"
        index: int

        @property
        def control(self) -> "Tabs":
            """The tabs that were clicked."""
            return self.tabs

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._tabs: Sequence[Tab] = ()
        self._current = 0
        self._left: tuple[Words, ...] = ()

    def show(self, tabs: Sequence[Tab], current: int, left: Sequence[Words] = ()) -> None:
        """Show other names and counts, and other words on the left."""
        if (tabs, current, tuple(left)) != (self._tabs, self._current, self._left):
            self._tabs, self._current, self._left = tabs, current, tuple(left)
            self.repaint()

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return the one row."""
        tabs, gap = self._fitted(cells)
        right: list[Words] = []
        for index, tab in enumerate(tabs):
            here = index == self._current
            right += [
                Words(" " * gap) if index else Words(""),
                Words(tab.name, *(("ink-key", "bold underline") if here else ("ink-muted",))),
                Words(f" {tab.count}", "foreground" if here else "ink-muted"),
            ]
        left = [Words(" " * _AIR), *self._left]
        row = ends(left, [*right, Words(" " * _AIR)], cells)
        return [row_of(row, cells, palette, "surface")]

    def _fitted(self, cells: int) -> tuple[Sequence[Tab], int]:
        """The tabs as there is room for them, and the cells between two: all in full where that
        goes, else with the names of those not shown cut short.
        """
        room = cells - 2 * _AIR
        wanted = 2 + sum(width(one.text) for one in self._left)
        gap = self._gap(self._tabs, room - min(_LEFT, wanted))
        if gap >= _NEAR or self._gap(self._tabs, room - min(_LEAST, wanted)) >= _NEAR:
            return self._tabs, max(_NEAR, min(gap, _APART))
        for letters in range(_LONGEST, _SHORT, -1):
            short = self._shortened(letters)
            gap = self._gap(short, room - min(_LEAST, wanted))
            if gap >= _NEAR:
                return short, min(gap, _APART)
        short = self._shortened(_SHORT)
        return short, max(_NEAR, min(_APART, self._gap(short, room)))

    def _shortened(self, letters: int) -> list[Tab]:
        """The tabs with so many letters of the names that are not shown."""
        return [
            tab if index == self._current else replace(tab, name=tab.name[:letters])
            for index, tab in enumerate(self._tabs)
        ]

    @staticmethod
    def _gap(tabs: Sequence[Tab], room: int) -> int:
        return (room - sum(tab.cells for tab in tabs)) // max(1, len(tabs) - 1)

    def on_click(self, event: events.Click) -> None:
        tabs, gap = self._fitted(self.size.width)
        left = self.size.width - _AIR - sum(tab.cells + gap for tab in tabs) + gap
        for index, tab in enumerate(tabs):
            if left <= event.x < left + tab.cells + gap:
                self.post_message(self.Picked(self, index))
                return
            left += tab.cells + gap
