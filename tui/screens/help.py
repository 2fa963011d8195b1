"""All keys: those of the pane in use first, then the rest as the table of actions has them."""

from collections.abc import Iterable, Mapping

from rich.style import Style
from rich.text import Text
from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import GROUPS, Action, bindings, shown
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

    def __init__(self, keys: Mapping[str, Iterable[str]], first: str) -> None:
        """`keys` are those in force by the id of their action; `first` is the pane in use."""
        super().__init__()
        self._keys = keys
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
            actions = [action for action in group.actions if self._keys_of(action)]
            self._add_rows(text, group.title, [(self._keys_of(a), a.tooltip) for a in actions])
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

    def _keys_of(self, action: Action) -> str:
        return " ".join(shown(key) for key in self._keys.get(action.id, ()))
