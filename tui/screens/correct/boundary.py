"""The words of an item, whose edges keys move."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message
from textual.strip import Strip

from extract.records import Span
from tui.actions import bindings
from tui.palette import Palette
from tui.text.edges import Edges
from tui.text.words import Words
from tui.widgets.painted import Painted
from tui.widgets.words import row_of, words_in

_CONTEXT = 14
"""Characters shown on both sides."""


class Boundary(Painted, can_focus=True):
    """Shows the words between what stands around them; keys move their edges."""

    BINDINGS = bindings("boundary")

    @dataclass
    class Moved(Message):
        """The words are others."""

        span: Span

    @dataclass
    class Labelled(Message):
        """A label was chosen by its number, from 1."""

        number: int

    def __init__(self, edges: Edges, span: Span, sought: Callable[[str], None]) -> None:
        """`sought` is called with the letter of a field that is asked for, before the next key."""
        super().__init__()
        self._sought = sought
        self._edges = edges
        self.span = span

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return one row: the words, and some of those around them."""
        text, span = self._edges.text, self.span
        words = [
            Words(f"…{text[max(0, span.start - _CONTEXT) : span.start]}", "ink-muted"),
            Words(text[span.start : span.end], "mark-figure", "bold underline"),
            Words(f"{text[span.end : span.end + _CONTEXT]}…", "ink-muted"),
        ]
        ground = "row-ground" if self.has_focus else "surface"
        return [row_of(words_in(words, cells), cells, palette, ground)]

    def on_focus(self) -> None:
        self.repaint()

    def on_blur(self) -> None:
        self.repaint()

    def action_start_left(self) -> None:
        self._move(lambda edges, span: edges.start_moved(span, -1))

    def action_start_right(self) -> None:
        self._move(lambda edges, span: edges.start_moved(span, 1))

    def action_end_left(self) -> None:
        self._move(lambda edges, span: edges.end_moved(span, -1))

    def action_end_right(self) -> None:
        self._move(lambda edges, span: edges.end_moved(span, 1))

    def action_nudge_start_left(self) -> None:
        self._move(lambda edges, span: edges.nudged(span, start=-1))

    def action_nudge_start_right(self) -> None:
        self._move(lambda edges, span: edges.nudged(span, start=1))

    def action_nudge_end_left(self) -> None:
        self._move(lambda edges, span: edges.nudged(span, end=-1))

    def action_nudge_end_right(self) -> None:
        self._move(lambda edges, span: edges.nudged(span, end=1))

    def action_sentence(self) -> None:
        self._move(lambda edges, span: edges.sentence(span))

    def action_field(self, letter: str) -> None:
        self._sought(letter)

    def action_label(self, number: int) -> None:
        self.post_message(self.Labelled(number))

    def _move(self, move: Callable[[Edges, Span], Span]) -> None:
        self.span = move(self._edges, self.span)
        self.repaint()
        self.post_message(self.Moved(self.span))
