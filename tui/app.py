"""The application: start-up, themes, the keys before they reach a screen. Screens do the rest."""

from datetime import date
from pathlib import Path

from textual import events, on
from textual.app import App
from textual.screen import Screen

from store.annotations import Annotations
from store.library import Library
from tui.config import Config, read_config, remembered
from tui.keymap import keymap
from tui.keys import Counts, EarlyKeys
from tui.screens.reader.screen import ReaderScreen
from tui.themes import DARK, OWN_THEMES, inks


class ReaderApp(App[int]):
    """Dateline on the screen."""

    TITLE = "Dateline"
    CSS_PATH = "screens/reader/screen.tcss"  # Textual loads none for a screen that is the first
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, library: Library, annotations: Annotations, config: Config | None = None
    ) -> None:
        config = config or Config()
        self._own_keys = keymap({**config.keys, **library.settings.keys})
        self._early = EarlyKeys(self._own_keys)
        self._counts = Counts(self._own_keys)
        super().__init__()
        self._library = library
        self._annotations = annotations
        for theme in OWN_THEMES:
            self.register_theme(theme)
        wanted = config.theme or str(remembered().get("theme"))
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self.set_keymap(self._own_keys.moved)

    def get_default_screen(self) -> Screen[None]:
        return ReaderScreen(self._library, self._annotations, self._own_keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return inks(self.current_theme.dark)

    async def on_event(self, event: events.Event) -> None:
        """Keep keys that come too early, and repeat those with a number before them."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif not self._early.keep(event, self._reader()):
            times = self._counts.take(event, self._reader())
            await super().on_event(event)
            for _ in range(times - 1):
                await super().on_event(events.Key(event.key, event.character))

    def on_ready(self) -> None:
        self._replay()

    @on(ReaderScreen.Finished)
    def _replay(self) -> None:
        for key in self._early.release():
            self.post_message(key)

    def _reader(self) -> ReaderScreen | None:
        """The reader's screen, if nothing lies over it."""
        screen = self.screen_stack[-1] if self._running and self.screen_stack else None
        return screen if isinstance(screen, ReaderScreen) else None


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
        DatelineError: if the configuration, the report or the notes cannot be opened, before the
            screen is touched.
    """
    config = read_config()
    library = Library(path, annotator, notes=notes, published=published)
    try:
        annotations = library.open(library.article(library.named[0]))
        return ReaderApp(library, annotations, config).run() or 0
    finally:
        library.close()
