"""The names of the lists, with how much each holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.palette import Palette
from tui.text.words import Words
from tui.widgets.painted import Painted
from tui.widgets.words import row_of

_AIR = 2
"""Cells left of the first name."""
_APART = 3
"""Cells between two names where there is room."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One list's name and what is said of it."""

    name: str
    count: str


class Tabs(Painted):
    """Names in a row, counts beside them or, where there is no room, below."""

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
        self._remark = ""

    def show(self, tabs: Sequence[Tab], current: int, remark: str = "") -> None:
        """Show other names and counts, and a remark on the current list."""
        if (tabs, current, remark) != (self._tabs, self._current, self._remark):
            self._tabs, self._current, self._remark = tabs, current, remark
            self.repaint()

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return names and counts, and below them the remark."""
        beside = self._beside(cells)
        widths = self._widths(beside)
        gap = self._gap(widths, cells)
        names, counts = [Words(" " * _AIR)], [Words(" " * _AIR)]
        for index, (tab, width) in enumerate(zip(self._tabs, widths, strict=True)):
            gap = 0 if index == len(widths) - 1 else gap
            here = index == self._current
            pad = Words(" " * (width - len(tab.name) + gap))
            number = Words(tab.count, "foreground" if here else "ink-muted")
            names.append(
                Words(tab.name, *(("ink-key", "bold underline") if here else ("ink-muted",)))
            )
            names += [Words(" "), number, Words(" " * gap)] if beside else [pad]
            counts += [number, Words(" " * (width - len(tab.count) + gap))]
        remark = [Words(" " * _AIR), Words(self._remark, "sign-alert")] if self._remark else []
        rows = [[], names, [] if beside else counts, remark]
        return [row_of(row, cells, palette, "surface") for row in rows]

    def _beside(self, cells: int) -> bool:
        return sum(self._widths(True)) + (len(self._tabs) - 1) * 2 + 2 * _AIR <= cells

    def _widths(self, beside: bool) -> list[int]:
        if beside:
            return [len(tab.name) + 1 + len(tab.count) for tab in self._tabs]
        return [max(len(tab.name), len(tab.count)) for tab in self._tabs]

    def _gap(self, widths: list[int], cells: int) -> int:
        spare = cells - 2 * _AIR - sum(widths)
        return max(1, min(_APART, spare // max(1, len(widths) - 1)))

    def on_click(self, event: events.Click) -> None:
        widths = self._widths(self._beside(self.size.width))
        gap = self._gap(widths, self.size.width)
        right = _AIR
        for index, width in enumerate(widths):
            right += width + gap
            if event.x < right:
                self.post_message(self.Picked(self, index))
                return
