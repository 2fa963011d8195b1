"""A list of entries of one or two rows each, painted when they come into view."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.actions import bindings
from tui.palette import Palette
from tui.text.cells import width
from tui.text.entry import Entry, Listing
from tui.text.lines import wrapped
from tui.text.words import Words
from tui.widgets.painted import PaintedRows
from tui.widgets.words import row_of, shared, words_in

_SIGN_CELLS = 4
"""Cells for the pointer, the sign of the decision, and air."""


_NOTHING = Listing(0, lambda index: Entry(Words(" ")))


class ItemList(PaintedRows):
    """Entries, one of them current."""

    BINDINGS = bindings("list")
    GROUND = "surface"

    @dataclass
    class Moved(Message):
        """Another entry is current."""

        items: "ItemList"
        index: int

        @property
        def control(self) -> "ItemList":
            """The list it is about."""
            return self.items

        @property
        def holds(self) -> bool:
            """Whether that entry still is current.

            Of keys repeated by a number only the last counts, and the list may have been filled
            anew since.
            """
            return self.items.current == self.index

    @dataclass
    class Clicked(Message):
        """An entry was clicked."""

        items: "ItemList"
        index: int

        @property
        def control(self) -> "ItemList":
            """The list it is about."""
            return self.items

    def __init__(self, *, rows: int = 2, id: str | None = None) -> None:  # noqa: A002
        """`rows` is how many rows an entry takes: 2, or 1 for its head alone."""
        super().__init__(id=id)
        self._each = rows
        self._listing = _NOTHING
        self._starts: list[int] = []
        """The first rows of the entries and what follows the last, where their heights differ."""
        self._current: int | None = None

    @property
    def current(self) -> int | None:
        """Index of the current entry."""
        return self._current

    @property
    def count(self) -> int:
        """How many entries there are."""
        return self._listing.count

    def show(self, listing: Listing, current: int | None = None) -> None:
        """Show other entries."""
        self._listing = listing
        self._starts = [*accumulate(listing.heights, initial=0)] if listing.heights else []
        self._current = current
        self._measure()
        self.touch_all()
        if current is None:
            self.go_to_row(0)
        else:
            self._reveal(current)

    def point_at(self, index: int | None) -> None:
        """Make an entry current and bring it into view; nothing is told."""
        old, self._current = self._current, index
        for one in (old, index):
            if one is not None:
                self.touch_entry(one)
        if index is not None:
            self._reveal(index)

    def touch_entry(self, index: int) -> None:
        """Paint an entry again."""
        self.touch(range(self._first(index), self._first(index + 1)))

    def _first(self, index: int) -> int:
        """The first row of an entry; of the one after the last, where the rows end."""
        if not self._starts:
            return index * self._each
        return self._starts[min(index, len(self._starts) - 1)]

    def _at(self, row: int) -> tuple[int, int]:
        """The entry at a row, and which of its rows that is; beyond the last none that there is."""
        if not self._starts:
            return divmod(row, self._each)
        index = bisect_right(self._starts, row) - 1
        return index, row - self._starts[index]

    def _measure(self) -> None:
        rows = self._first(self._listing.count)
        self.virtual_size = Size(self.size.width, max(1, rows))

    @property
    def _in_view(self) -> int:
        """How many entries are in view, where they are as high as the highest."""
        return self.page // max(self._listing.heights, default=self._each)

    # Moving

    def action_down(self) -> None:
        self.step(1)

    def action_up(self) -> None:
        self.step(-1)

    def action_half_down(self) -> None:
        self.step(max(1, self._in_view // 2))

    def action_half_up(self) -> None:
        self.step(-max(1, self._in_view // 2))

    def action_page_down(self) -> None:
        self.step(max(1, self._in_view - 1))

    def action_page_up(self) -> None:
        self.step(-max(1, self._in_view - 1))

    def action_top(self) -> None:
        self.step(-self._listing.count)

    def action_bottom(self) -> None:
        self.step(self._listing.count)

    def step(self, by: int) -> None:
        """Make an entry current that is so many further."""
        if self._listing.count:
            start = -1 if self._current is None else self._current
            self._go(max(0, min(start + by, self._listing.count - 1)))

    def _go(self, index: int) -> None:
        self.point_at(index)
        self.post_message(self.Moved(self, index))

    def _reveal(self, index: int) -> None:
        first, last = self._first(index), self._first(index + 1) - 1
        self.reveal(first, last, air=self._each if self.page > 8 else 0)

    def go_to_row(self, row: int) -> None:
        """Make a row the first in view; no entry is cut in two at the top."""
        index, rest = self._at(row)
        super().go_to_row(self._first(index + 1) if rest else row)

    # Painting

    def paint(self, row: int, palette: Palette, cells: int) -> Strip:
        """Return one of the rows of an entry."""
        index, which = self._at(row)
        if index >= self._listing.count:
            return row_of(self._beyond(row, cells), cells, palette, self.GROUND)
        rows = self._first(index + 1) - self._first(index)
        entry = self._flowing(self._listing.entry(index), cells, rows)
        current = index == self._current
        if entry.above:
            if which == 0:
                above = words_in(entry.above, cells - 1)
                return row_of([*above, Words(" ")], cells, palette, self.GROUND)
            which -= 1
        ground = ("cursor-ground" if self.has_focus else "row-ground") if current else self.GROUND
        words = self._below(entry, which) if which else self._head(entry, current)
        shown = words_in(shared(words, cells - 1), cells - 1)
        return row_of([*shown, Words(" ")], cells, palette, ground)

    def _flowing(self, entry: Entry, cells: int, rows: int) -> Entry:
        """The entry with its flow, if it has one, on its rows."""
        if entry.flow is None:
            return entry
        text, flow = entry.flow.text, entry.flow
        room = max(1, cells - _SIGN_CELLS - entry.indent - 1)
        starts = [start for start, _ in wrapped(text, 0, len(text), room)][:rows] or [0]
        ends = [*starts[1:], len(text)]
        lines = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        shown = [(flow._replace(text=line.rstrip()),) for line in lines]
        tail = shown[1] if len(shown) > 1 else ()
        return replace(entry, head=shown[0], tail=tail, further=tuple(shown[2:]))

    def _head(self, entry: Entry, current: bool) -> list[Words]:
        pointer = Words("▸ " if current else "  ", "ink-key", "bold")
        air = Words(" " * (self._listing.lead - width(entry.lead.text)))
        gap = Words(" " * (entry.indent + bool(self._listing.lead)))
        return [pointer, entry.sign, Words(" "), air, entry.lead, gap, *entry.head]

    def _below(self, entry: Entry, which: int) -> list[Words]:
        """A row of an entry after the first; nothing where it has no more."""
        lead = self._listing.lead
        before = _SIGN_CELLS + lead + bool(lead) + entry.indent
        rows = (entry.tail, *entry.further)
        words = rows[which - 1] if which <= len(rows) else ()
        return [Words(" " * before), *words]

    def _beyond(self, row: int, cells: int) -> list[Words]:
        """What stands below the last entry: nothing, or in an empty list why it is."""
        if self._listing.count:
            return []
        room = max(10, cells - 2 * _SIGN_CELLS)
        text = self._listing.empty
        lines = [text[start:end] for start, end in wrapped(text, 0, len(text), room)]
        words = lines[row] if row < len(lines) else ""
        return [Words(" " * _SIGN_CELLS), Words(words, "ink-muted")]

    # Events

    def on_resize(self) -> None:
        self._measure()

    def on_focus(self) -> None:
        self._repaint_current()

    def on_blur(self) -> None:
        self._repaint_current()

    def _repaint_current(self) -> None:
        if self._current is not None:
            self.touch_entry(self._current)

    def on_click(self, event: events.Click) -> None:
        index, _ = self._at(event.y + self.first_row)
        if index < self._listing.count:
            self._go(index)
            self.post_message(self.Clicked(self, index))
