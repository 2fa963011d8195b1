"""All keys, in columns and searched by typing; then what the signs and marks mean."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group as Rows
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.actions import GROUPS, Action, Group, bindings
from tui.keymap import Keymap
from tui.palette import palette_of
from tui.text.looks import Look
from tui.widgets.typed import TypedLine

_KEY_CELLS = 14
_WIDE = 120
"""Columns of a terminal from which keys stand in two columns."""
_OF_READER = ("article", "list")
"""Panes whose keys stand in their place; those of a screen of its own go before all."""
_SAMPLES = (
    ("figure", Look.FIGURE),
    ("event", Look.EVENT),
    ("person", Look.PERSON),
    ("place", Look.PLACE),
    ("group or organisation", Look.GROUP),
    ("media", Look.MEDIA),
    ("date", Look.DATE),
    ("accepted", Look.PLACE | Look.ACCEPTED),
    ("rejected", Look.REJECTED),
)


Row = tuple[str, str, str]
"""Keys, what they do, and what that is called elsewhere."""

_COUNTS = (
    "Numbers before keys",
    (("5 j", "right before a key that moves: so often; 12 ] is twelve undecided items on", ""),),
)
_LEGEND: tuple[Row, ...] = (
    ("S│", "the margin: who is speaking here, one letter a source", ""),
    ("┃ │ ┊", "quoted; reported; carried over from the statement before", ""),
    ("✓ ✎ +", "accepted; corrected; added by hand", ""),
    ("✗ » ·", "rejected; skipped; not decided", ""),
    ("⚑ ✍ #", "flagged; with a note; with tags", ""),
)


@dataclass(frozen=True, slots=True)
class Block:
    """Some keys under a title."""

    title: str
    rows: tuple[Row, ...]

    @property
    def height(self) -> int:
        """How many rows it takes."""
        return len(self.rows) + 2


class Help(ModalScreen[None]):
    """The keys and what they do, and what the signs mean."""

    CSS_PATH = "help.tcss"
    BINDINGS = [*bindings("help", first=True), *bindings("help")]  # noqa: RUF012

    scroll = getters.query_one(VerticalScroll)

    def __init__(self, keymap: Keymap, first: str) -> None:
        """`first` is the pane in use; the keys of a screen of its own go before all."""
        super().__init__()
        self._keys_in_force = keymap
        self._first = first

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = "Keys"
            panel.border_subtitle = "esc closes"
            line = TypedLine(placeholder="type to search", compact=True)
            line.leaves = "?"
            yield line
            with VerticalScroll():
                with Horizontal():
                    yield Static(id="left")
                    yield Static(id="right")
                yield Static(id="marks")

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show(event.value)
        self.scroll.scroll_home(animate=False)

    def action_down(self) -> None:
        self.scroll.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        self.scroll.scroll_relative(y=-1, animate=False)

    def action_page_down(self) -> None:
        self.scroll.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.scroll.scroll_page_up(animate=False)

    def action_close(self) -> None:
        self.dismiss()

    def _show(self, sought: str = "") -> None:
        words = (sought or self.query_one(Input).value).casefold().split()
        blocks = [one for one in (_found(block, words) for block in self._blocks()) if one]
        double = self.app.size.width >= _WIDE
        self.set_class(double, "-double")
        left, right = _halves(blocks) if double else (blocks, [])
        self.query_one("#right").display = double
        for name, half in (("#left", left), ("#right", right)):
            self.query_one(name, Static).update(self._text(half))
        self.query_one("#marks", Static).update(Text() if words else self._samples())

    def _blocks(self) -> Iterator[Block]:
        """The keys by group, as the table of actions has them, then numbers and signs."""
        groups: Sequence[Group] = GROUPS
        if self._first not in _OF_READER:
            groups = sorted(GROUPS, key=lambda group: not self._is_first(group.actions))
        for group in groups:
            rows = [
                (self._keys_in_force.shown(one.id), one.tooltip, one.label) for one in group.actions
            ]
            yield Block(group.title, tuple(_gathered(row for row in rows if row[0])))
        yield Block(*_COUNTS)
        yield Block("Signs", _LEGEND)

    def _text(self, blocks: Iterable[Block]) -> Rows:
        return Rows(*(part for block in blocks for part in self._rows(block)))

    def _rows(self, block: Block) -> Iterator[Text | Table]:
        yield Text(block.title, self._ink("mark-figure", "bold"))
        table = Table.grid(padding=(0, 1))
        table.add_column(min_width=_KEY_CELLS, max_width=_KEY_CELLS)
        table.add_column()
        for left, right, _ in block.rows:
            key = Text(f"  {left}", self._ink("ink-key", "bold"))
            table.add_row(key, Text(right, self._ink("foreground")))
        yield table
        yield Text("")

    def _samples(self) -> Text:
        palette, text = palette_of(self.app), Text()
        text.append("Marks\n  ", self._ink("mark-figure", "bold"))
        for words, look in _SAMPLES:
            text.append(words, palette.look(int(look), "surface"))
            text.append("   ", self._ink("foreground"))
        return text

    def _ink(self, name: str, *shapes: str) -> Style:
        return palette_of(self.app).ink(name, "surface", *shapes)

    def _is_first(self, actions: Iterable[Action]) -> bool:
        return any(action.pane == self._first for action in actions)


def _gathered(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, those that differ by a digit alone as one: "1–9  Take choice 1 to 9"."""
    known: dict[str, list[Row]] = {}
    for row in rows:
        key, words, _ = row
        plain = words.replace(key, "\0") if key.isdigit() else words
        known.setdefault(plain if "\0" in plain else f"{key}{words}", []).append(row)
    for plain, same in known.items():
        first, last = same[0][0], same[-1][0]
        if first == last:
            yield same[0]
        else:
            yield f"{first}–{last}", plain.replace("\0", f"{first} to {last}"), same[0][2]


def _found(block: Block, words: Sequence[str]) -> Block | None:
    """The rows of a block that have all words, in them or in its title; none where none has."""
    if not words:
        return block

    def has(row: Row) -> bool:
        text = " ".join((block.title, *row)).casefold()
        return all(word in text for word in words)

    rows = tuple(row for row in block.rows if has(row))
    return Block(block.title, rows) if rows else None


def _halves(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """The blocks in two columns of about the same height, the first in the left one."""
    whole, height = sum(block.height for block in blocks), 0
    for place, block in enumerate(blocks):
        height += block.height
        if height * 2 >= whole:
            return blocks[: place + 1], blocks[place + 1 :]
    return blocks, []
