"""Selecting words with the keyboard, over the reader's screen."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.screen import ModalScreen

from extract.records import Span
from tui.actions import bindings
from tui.screens.footer import footer
from tui.text.edges import Edges
from tui.text.words import Words
from tui.widgets.bars import KeyBar

Across = Callable[[int, int], int | None]
"""From an offset and a number of rows to the offset that stands so many rows below."""


@dataclass(frozen=True, slots=True)
class Selected:
    """Words, and the number of what they are to be; 0 to be asked."""

    span: Span
    number: int


class Select(ModalScreen[Selected | None]):
    """Moves a selection over the text until the person says what it is."""

    CSS_PATH = "select.tcss"
    BINDINGS = bindings("select")

    def __init__(
        self, edges: Edges, span: Span, across: Across, told: Callable[[Span], None]
    ) -> None:
        """`across` knows the rows of the text; `told` is told of every selection."""
        super().__init__()
        self._edges = edges
        self._span = span
        self._across = across
        self._told = told
        self._extending = False

    def compose(self) -> ComposeResult:
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(KeyBar).show_keys(footer(self))
        self._take(self._span)

    def action_next(self) -> None:
        self._move(1)

    def action_previous(self) -> None:
        self._move(-1)

    def action_down(self) -> None:
        self._go_across(1)

    def action_up(self) -> None:
        self._go_across(-1)

    def action_extend(self) -> None:
        self._extending = not self._extending
        words = "extending" if self._extending else ""
        self.query_one(KeyBar).show_status(Words(words, "sign-alert", "bold"))

    def action_start_left(self) -> None:
        self._take(self._edges.start_moved(self._span, -1))

    def action_end_right(self) -> None:
        self._take(self._edges.end_moved(self._span, 1))

    def action_sentence(self) -> None:
        self._take(self._edges.sentence(self._span))

    def action_paragraph(self) -> None:
        self._take(self._edges.block(self._span))

    def action_make(self) -> None:
        self.dismiss(Selected(self._span, 0))

    def action_label(self, number: int) -> None:
        self.dismiss(Selected(self._span, number))

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _move(self, by: int) -> None:
        move = self._edges.end_moved if self._extending else self._edges.moved
        self._take(move(self._span, by))

    def _go_across(self, rows: int) -> None:
        edge = self._span.end - 1 if self._extending else self._span.start
        offset = self._across(edge, rows)
        if offset is None:
            return
        word = self._edges.word_at(offset)
        if self._extending:
            self._take(Span(self._span.start, max(word.end, self._span.start + 1)))
        else:
            self._take(word)

    def _take(self, span: Span) -> None:
        self._span = span
        self._told(span)
