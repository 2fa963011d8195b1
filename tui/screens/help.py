"""All keys: those of the pane in use first, then the rest as the table of actions has them."""

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text
from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import GROUPS, Action, bindings
from tui.keymap import Keymap
from tui.palette import palette_of
from tui.text.looks import Look

_KEY_CELLS = 16
_LEGEND: tuple[tuple[str, str], ...] = (
    ("S│", "the margin: who is speaking here, one letter a source"),
    ("┃ │ ┊", "quoted; reported; carried over from the statement before"),
    ("✓ ✎ +", "accepted; corrected; added by hand"),
    ("✗ » ·", "rejected; skipped; not decided"),
    ("⚑ ✍ #", "flagged; with a note; with tags"),
)
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


class Help(ModalScreen[None]):
    """The keys and what they do, and what the signs mean."""

    CSS_PATH = "help.tcss"
    BINDINGS = bindings("help")

    scroll = getters.query_one(VerticalScroll)

    def __init__(self, keymap: Keymap, first: str) -> None:
        """`first` is the pane in use."""
        super().__init__()
        self._keys_in_force = keymap
        self._first = first

    def compose(self) -> ComposeResult:
        with VerticalScroll() as scroll:
            scroll.border_title = "Keys"
            scroll.border_subtitle = "esc closes"
            yield Static(self._text())

    def action_down(self) -> None:
        self.scroll.scroll_relative(y=1, animate=False)

    def action_up(self) -> None:
        self.scroll.scroll_relative(y=-1, animate=False)

    def action_close(self) -> None:
        self.dismiss()

    def _text(self) -> Text:
        text = Text()
        for group in sorted(GROUPS, key=lambda group: not self._is_first(group.actions)):
            rows = [(self._keys_in_force.shown(one.id), one.tooltip) for one in group.actions]
            self._add_rows(text, group.title, [row for row in rows if row[0]])
        self._add_rows(text, "Signs", _LEGEND)
        self._add_samples(text)
        return text

    def _add_rows(self, text: Text, title: str, rows: Iterable[tuple[str, str]]) -> None:
        text.append(f"{title}\n", self._ink("mark-figure", "bold"))
        for left, right in rows:
            text.append(f"  {left:<{_KEY_CELLS}}", self._ink("ink-key", "bold"))
            text.append(f"{right}\n", self._ink("foreground"))
        text.append("\n")

    def _add_samples(self, text: Text) -> None:
        palette = palette_of(self.app)
        text.append("Marks\n  ", self._ink("mark-figure", "bold"))
        for words, look in _SAMPLES:
            text.append(words, palette.look(int(look), "surface"))
            text.append("   ", self._ink("foreground"))

    def _ink(self, name: str, *shapes: str) -> Style:
        return palette_of(self.app).ink(name, "surface", *shapes)

    def _is_first(self, actions: Iterable[Action]) -> bool:
        return any(action.pane == self._first for action in actions)
