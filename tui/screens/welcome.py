"""What shows when nothing was named: the report that ships, and what was opened before."""

from collections.abc import Sequence
from pathlib import Path

from textual import getters, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from tui.actions import bindings
from tui.config import Config, remembered
from tui.key_queue import QueueingApp
from tui.keymap import Keymap
from tui.recent import last_annotator
from tui.screens.footer import footer
from tui.text.entry import Entry, Listing
from tui.text.words import Words
from tui.themes import DARK, OWN_THEMES, inks
from tui.widgets.bars import Detail, Headline, KeyBar
from tui.widgets.itemlist import ItemList
from tui.widgets.suggesting import Paths
from tui.widgets.typed import TypedLine

_WHAT = "Reads news reports with you: what happened, how many, and who says so."
_HOW = "To open another report or folder: / and its path"


class Welcome(Screen[None]):
    """Reports and folders to choose from."""

    BINDINGS = bindings("welcome", first=True)

    list = getters.query_one(ItemList)
    line = getters.query_one(Input)

    def __init__(self, seed: Path | None, recent: Sequence[Path]) -> None:
        super().__init__()
        self._choices = [*([seed] if seed else []), *(path for path in recent if path != seed)]
        self._seed = seed

    def compose(self) -> ComposeResult:
        yield Headline()
        yield Detail()
        yield TypedLine(
            placeholder="/ the path of a report or folder", compact=True, suggester=Paths()
        )
        yield ItemList()
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Headline).show("Dateline", (), "")
        self.query_one(Detail).show(Words(_WHAT, "foreground", "bold"), (Words(_HOW, "ink-muted"),))
        listing = Listing(len(self._choices), self._entry, empty="Nothing was opened before.")
        self.list.show(listing, 0 if self._choices else None)
        self.list.focus()
        self.query_one(KeyBar).show_keys(footer(self))

    @on(ItemList.Clicked)
    def action_open(self) -> None:
        if self.line.has_focus:
            self._open_typed()
        elif self.list.current is not None:
            self.app.exit(self._choices[self.list.current])

    def action_path(self) -> None:
        """Have a path typed; the list has no highlight meanwhile."""
        self.list.point_at(None)
        self.line.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the path while it is typed."""
        return not (action in ("path", "leave") and self.line.has_focus)

    def action_leave(self) -> None:
        self.app.exit()

    def action_back(self) -> None:
        if not self.line.has_focus:
            self.app.exit()
            return
        self.line.value = ""
        self.list.point_at(0 if self._choices else None)
        self.list.focus()

    def _open_typed(self) -> None:
        path = Path(self.line.value.strip()).expanduser()
        if self.line.value.strip() and path.exists():
            self.app.exit(path)
        else:
            self.notify("There is no such file or folder.", severity="warning", markup=False)

    def _entry(self, index: int) -> Entry:
        path = self._choices[index]
        if path == self._seed:
            head, tail = "The report that ships with Dateline", "ten minutes to try every key on"
        else:
            who = last_annotator(path)
            head, tail = path.name or str(path), f"{path} · as {who}" if who else str(path)
        sign = Words("★" if path == self._seed else "·", "ink-key")
        return Entry(sign, (Words(head, "foreground", "bold"),), (Words(tail, "ink-muted"),))


class WelcomeApp(QueueingApp[Path]):
    """The welcome by itself; the path that was chosen, none where the person left."""

    CSS_PATH = "welcome.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, seed: Path | None, recent: Sequence[Path], config: Config, own_keys: Keymap
    ) -> None:
        super().__init__()
        self._paths = seed, recent
        for theme in OWN_THEMES:
            self.register_theme(theme)
        wanted = config.theme or str(remembered().get("theme"))
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self.set_keymap(own_keys.moved)

    def get_default_screen(self) -> Screen[None]:
        """Return the welcome."""
        return Welcome(*self._paths)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours, for a theme that lacks them."""
        return inks(self.current_theme)
