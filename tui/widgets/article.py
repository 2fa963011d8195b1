"""The article: wrapped once for a width, painted row by row, with its marks and who is speaking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from extract.records import Block
from extract.vocabulary import BlockKind
from tui.actions import bindings
from tui.palette import Palette
from tui.text.cells import width
from tui.text.column import GUTTER, READING_WIDTH, TOP_AIR, left_of, text_width
from tui.text.looks import Look
from tui.text.marks import Marks, runs
from tui.text.visible import visible
from tui.text.voices import Margin
from tui.text.wrap import Rows
from tui.widgets.painted import PaintedRows

_BLOCK_LOOKS = {
    BlockKind.TITLE: Look.TITLE,
    BlockKind.STANDFIRST: Look.STANDFIRST,
    BlockKind.HEADING: Look.HEADING,
    BlockKind.QUOTATION: Look.QUOTATION,
}


class ArticleView(PaintedRows):
    """A report's text, with layers of marks over it; a change repaints the rows it touches."""

    BINDINGS = bindings("article")

    @dataclass
    class Pressed(Message):
        """A place in the text was clicked."""

        view: "ArticleView"
        offset: int

        @property
        def control(self) -> "ArticleView":
            """The view that was clicked."""
            return self.view

    @dataclass
    class Scrolled(Message):
        """Other words have come into view."""

        view: "ArticleView"

        @property
        def control(self) -> "ArticleView":
            """The view that was scrolled."""
            return self.view

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._text = ""
        self._blocks: Sequence[Block] = ()
        self._rows = Rows("", (), READING_WIDTH)
        self._layers: dict[str, Marks] = {}
        self._margin = Margin()
        self._page_before = 1
        """Rows in view before the size changed last."""
        self.still: int | None = None
        """Offset that stays in its place on the screen when the text is wrapped anew."""

    # What it shows

    def show(self, text: str, blocks: Sequence[Block]) -> None:
        """Show another text, from its beginning, without marks."""
        self._text, self._blocks = visible(text), blocks
        self._layers.clear()
        self._margin = Margin()
        self._wrap()
        self.go_to_row(0)

    def set_layer(self, name: str, marks: Marks | None) -> None:
        """Put a layer of marks over the text in place of the one of that name; none removes it."""
        old = self._layers.pop(name, None)
        if marks is not None:
            self._layers[name] = marks
        few = len(old or ()) + len(marks or ()) < self.page
        if few:
            self.touch_spans([*(old.spans if old else ()), *(marks.spans if marks else ())])
        else:
            self.touch_all()

    def set_margin(self, margin: Margin) -> None:
        """Show who is speaking."""
        self._margin = margin
        self.touch_all()

    def touch_spans(self, spans: Iterable[tuple[int, int]]) -> None:
        """Paint some words again: their marks have changed."""
        rows = {row for start, end in spans for row in self._rows.rows_of(start, end)}
        self.touch(row + TOP_AIR for row in rows)

    # Where things are

    @property
    def in_view(self) -> tuple[int, int]:
        """Offsets of the first character in view and of the one after the last."""
        if not len(self._rows):
            return 0, 0
        first = self._clamped(self.first_row - TOP_AIR)
        last = self._clamped(self.first_row + self.page - 1 - TOP_AIR)
        return self._rows.span(first)[0], self._rows.span(last)[1]

    def is_in_view(self, start: int, end: int) -> bool:
        """Return whether the first words of a span are on the screen."""
        first, last = self.in_view
        return first <= start < last

    def reveal_span(self, start: int, end: int) -> None:
        """Scroll, if need be, so that a span stands in view with rows around it."""
        rows = self._rows.rows_of(start, end)
        last = min(rows.stop - 1, rows.start + self.page // 2)
        self.reveal(rows.start + TOP_AIR, last + TOP_AIR, air=min(3, self.page // 4))

    def go_to_offset(self, offset: int) -> None:
        """Make the row of an offset the first in view."""
        self.go_to_row(self._rows.row_at(offset) + TOP_AIR if offset else 0)

    def offset_at(self, x: int, y: int) -> int | None:
        """Return the offset shown at a place of the widget; none beside the text."""
        row = y + self.first_row - TOP_AIR
        if not 0 <= row < len(self._rows) or self._rows.block(row) is None:
            return None
        return self._rows.offset_at(row, x - self._left)

    def offset_across(self, offset: int, rows: int) -> int | None:
        """Return the offset that stands so many rows below another; none beyond the text."""
        row = self._rows.row_at(offset)
        cell = self._rows.cell_of(row, offset)
        row += rows
        while 0 <= row < len(self._rows) and self._rows.block(row) is None:
            row += 1 if rows > 0 else -1
        if not 0 <= row < len(self._rows):
            return None
        return self._rows.offset_near(row, cell)

    # Moving

    def action_down(self) -> None:
        self.go_to_row(self.first_row + 1)

    def action_up(self) -> None:
        self.go_to_row(self.first_row - 1)

    def action_half_down(self) -> None:
        self.go_to_row(self.first_row + self.page // 2)

    def action_half_up(self) -> None:
        self.go_to_row(self.first_row - self.page // 2)

    def action_page_down(self) -> None:
        self.go_to_row(self.first_row + max(1, self.page - 2))

    def action_page_up(self) -> None:
        self.go_to_row(self.first_row - max(1, self.page - 2))

    def action_top(self) -> None:
        self.go_to_row(0)

    def action_bottom(self) -> None:
        self.go_to_row(self.virtual_size.height)

    # Painting

    def paint(self, row: int, palette: Palette, cells: int) -> Strip:
        """Return one row: who is speaking, then the words with their marks."""
        number = row - TOP_AIR
        ground = palette.look(0)
        if not 0 <= number < len(self._rows) or self._rows.block(number) is None:
            return Strip.blank(cells, ground)
        segments = [*self._gutter(number, palette), *self._words(number, palette)]
        return Strip(segments).adjust_cell_length(cells, ground)

    def _gutter(self, number: int, palette: Palette) -> list[Segment]:
        ground = palette.look(0)
        voice = self._margin.at(*self._rows.span(number))
        if voice is None:
            return [Segment(" " * self._left, ground)]
        who, bar = voice
        style = palette.voice(who.colour)
        return [
            Segment(" " * (self._left - GUTTER + 1), ground),
            Segment(who.letter + bar, style),
            Segment(" " * (GUTTER - 3), ground),
        ]

    def _words(self, number: int, palette: Palette) -> Iterator[Segment]:
        block = self._rows.block(number)
        base = _BLOCK_LOOKS.get(block.kind, Look(0)) if block else Look(0)
        if block is not None and block.kind is BlockKind.ROW and block.level:
            base = Look.HEADING
        layers = tuple(self._layers.values())
        cell = 0
        bullet = self._rows.bullet(number)
        if bullet is not None:
            place, sign = bullet
            yield from _space(place, palette)
            yield Segment(sign, palette.ink("ink-muted"))
            cell = place + len(sign)
        for piece in self._rows.pieces(number):
            yield from _space(piece.x - cell, palette)
            words = self._text[piece.start : piece.end]
            cell = piece.x + width(words)
            if piece.is_label:
                yield Segment(words, palette.ink("ink-muted"))
                continue
            for first, last, bits in runs(piece.start, piece.end, layers, int(base)):
                yield Segment(self._text[first:last], palette.look(bits))

    # Wrapping

    @property
    def _left(self) -> int:
        """The column where the text begins: in the middle where there is room."""
        return left_of(self.size.width, self._rows.width)

    def _clamped(self, number: int) -> int:
        return max(0, min(number, len(self._rows) - 1))

    def _wrap(self) -> None:
        if not self.size.width:  # not laid out yet: the resize that follows wraps
            return
        self._rows = Rows(self._text, self._blocks, text_width(self.size.width))
        self.virtual_size = Size(self.size.width, len(self._rows) + 2 * TOP_AIR)
        self.touch_all()

    def on_resize(self, event: events.Resize) -> None:
        held, from_top = self._held()
        self._wrap()
        if held:
            self.go_to_row(self._rows.row_at(held) + TOP_AIR - min(from_top, self.page // 2))
        self._page_before = self.page

    def _held(self) -> tuple[int, int]:
        """The offset that is to stay where it is, and its distance from the top of the view."""
        if self.still is not None:
            from_top = self._rows.row_at(self.still) + TOP_AIR - self.first_row
            if 0 <= from_top < self._page_before:
                return self.still, from_top
        return self.in_view[0] if self.first_row else 0, 0

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    def on_click(self, event: events.Click) -> None:
        offset = self.offset_at(event.x, event.y)
        if offset is not None:
            self.post_message(self.Pressed(self, offset))


def _space(cells: int, palette: Palette) -> Iterator[Segment]:
    if cells > 0:
        yield Segment(" " * cells, palette.look(0))
