"""The application: start-up, themes, keys kept while it starts. Screens do the rest."""

from datetime import date
from pathlib import Path

from textual import events
from textual.app import App
from textual.screen import Screen

from store.library import Library
from tui.keymap import keymap
from tui.screens.reader.screen import ReaderScreen
from tui.themes import OWN_THEMES, inks


class ReaderApp(App[int]):
    """Dateline on the screen."""

    TITLE = "Dateline"
    CSS_PATH = "screens/reader/screen.tcss"  # Textual loads none for a screen that is the first
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, library: Library, key: str) -> None:
        self._early: list[events.Key] | None = []
        super().__init__()
        self._library = library
        self._key = key
        self._own_keys = keymap(library.settings.keys)
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = "dateline-dark"
        self.set_keymap(self._own_keys.moved)

    def get_default_screen(self) -> Screen[None]:
        return ReaderScreen(self._library, self._key, self._own_keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return inks(self.current_theme.dark)

    async def on_event(self, event: events.Event) -> None:
        """Keep keys typed while the program starts: Textual drops them before the first layout."""
        if self._early is not None and isinstance(event, events.Key):
            self._early.append(event)
            return
        await super().on_event(event)

    def on_ready(self) -> None:
        early, self._early = self._early or (), None
        for key in early:
            self.post_message(key)


def run(
    path: Path,
    *,
    annotator: str,
    notes: Path | None = None,
    published: date | None = None,
    tagger: str | None = None,
) -> int:
    """Open the reader on a report or a folder of reports; the exit code.

    Raises:
        DatelineError: if the report or the notes cannot be opened, before the screen is touched.
    """
    library = Library(path, annotator, notes=notes, published=published)
    try:
        library.article(library.named[0])  # what is wrong with it is told before the screen is up
        return ReaderApp(library, library.named[0]).run() or 0
    finally:
        library.close()
