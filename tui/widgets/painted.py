"""What the widgets share that paint rows themselves: a palette, and strips kept while they hold.

A row is painted when it comes into view and kept until something in it changes; nothing is laid
out again, nothing is wrapped again. Measured on 1 MB with 20,000 marks, a key is on the screen
within 5 ms this way, and within seconds with widgets that hold the whole text.
"""

from collections.abc import Iterable

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.palette import Palette, palette_of

_KEPT = 400
"""Strips kept at most: some screens' worth."""


class Painted(Widget):
    """A widget of a few rows; the style sheet sets how many."""

    ALLOW_SELECT = False  # Textual's selecting with the mouse knows no words in painted rows

    _lines: list[Strip] | None = None
    _painted_for: Size | None = None

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return its rows, each so many cells wide."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Show what has changed."""
        self._lines = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Paint anew: the theme may be another."""
        super().notify_style_update()
        self._lines = None

    def on_resize(self) -> None:
        if self._painted_for != self.size:  # Textual tells it after rows were asked for
            self.repaint()

    def render_line(self, y: int) -> Strip:
        if self._lines is None:
            self._lines = self.paint(palette_of(self.app), self.size.width)
            self._painted_for = self.size
        if y < len(self._lines):
            return self._lines[y]
        return Strip.blank(self.size.width, self.rich_style)


class PaintedRows(ScrollView, can_focus=True, inherit_bindings=False):
    """A widget of any number of rows, of which those in view are painted."""

    ALLOW_SELECT = False

    _palette: Palette | None = None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name for it
        super().__init__(id=id)
        self._strips: dict[int, Strip] = {}
        self._cells = 0
        """For how many cells these are."""

    def paint(self, row: int, palette: Palette, cells: int) -> Strip:
        """Return one row, so many cells wide; also rows beyond the end."""
        raise NotImplementedError

    def touch(self, rows: Iterable[int]) -> None:
        """Paint some rows again: what they show has changed."""
        for row in rows:
            self._strips.pop(row, None)
            self.refresh_line(row)

    def touch_all(self) -> None:
        """Paint all rows again."""
        self._strips.clear()
        self.refresh()

    @property
    def first_row(self) -> int:
        """The first row in view."""
        return self.scroll_offset.y

    @property
    def page(self) -> int:
        """How many rows are in view."""
        return max(1, self.size.height)

    def go_to_row(self, row: int) -> None:
        """Make a row the first in view, as far as there are rows to show."""
        self.scroll_to(y=max(0, min(row, self.max_scroll_y)), animate=False)

    def reveal(self, first: int, last: int, air: int = 0) -> None:
        """Scroll, if some of these rows are out of view, so that they stand in it with air."""
        top, page = self.first_row, self.page
        if first >= top + air and last < top + page - air:
            return
        if last < top + page + 1 and first >= top - 1:  # just outside: no more than needed
            self.go_to_row(first - air if first < top + air else last - page + 1 + air)
        else:
            self.go_to_row(first - page // 3)

    def notify_style_update(self) -> None:
        """Paint anew: the theme may be another."""
        super().notify_style_update()
        self._palette = None
        self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows in view, past Textual's cache of styled lines,
        which is slower than ours."""
        if self.app.no_color:  # Textual takes the colours out there
            return super().render_lines(crop)
        left, right = crop.x, crop.right
        return [self.render_line(y).crop(left, right) for y in crop.line_range]

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        if self.size.width != self._cells:
            self._strips.clear()
            self._cells = self.size.width
        strip = self._strips.get(row)
        if strip is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            if self._palette is None:
                self._palette = palette_of(self.app)
            strip = self._strips[row] = self.paint(row, self._palette, self.size.width)
        return strip
