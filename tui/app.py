"""The application: start-up, themes, the keys before they reach a screen. Screens do the rest."""

from textual import events, on
from textual.screen import Screen

from store.annotations import Annotations
from store.library.library import Library
from tui import ending
from tui.config import Config, remembered
from tui.crash import CrashError, keep_crash
from tui.gc_policy import IdleCollector
from tui.key_queue import QueueingApp
from tui.keymap import keymap
from tui.keys import Counts, EarlyKeys
from tui.screens.reader.screen import ReaderScreen
from tui.session.session import Session
from tui.themes import DARK, OWN_THEMES, inks


class ReaderApp(QueueingApp[int]):
    """Dateline on the screen."""

    TITLE = "Dateline"
    CSS_PATH = "screens/reader/screen.tcss"  # Textual loads none for a screen that is the first
    ENABLE_COMMAND_PALETTE = False

    greeting = ""
    """Said once when the reader is there."""
    problems: tuple[str, ...] = ()
    """What of the library was passed over when it was opened, each in one line."""

    ascii_only = False
    """Whether numbers are to stand in place of plots."""

    def __init__(
        self,
        library: Library,
        annotations: Annotations,
        config: Config | None = None,
        between: tuple[str, str] | None = None,
    ) -> None:
        """`between` names two annotators whose differences this one settles."""
        config = config or Config()
        self._own_keys = keymap({**config.keys, **library.settings.keys})
        self._early = EarlyKeys(self._own_keys)
        self._counts = Counts(self._own_keys)
        self._collector = IdleCollector(self.set_timer)
        super().__init__()
        self._session = _session(library, annotations, between)
        for theme in OWN_THEMES:
            self.register_theme(theme)
        wanted = config.theme or str(remembered().get("theme"))
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self.set_keymap(self._own_keys.moved)

    def get_default_screen(self) -> Screen[None]:
        """Return the reader."""
        return ReaderScreen(self._session, self._own_keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours, for a theme that lacks them."""
        return inks(self.current_theme)

    def wanted(self, event: events.Key) -> list[events.Key]:
        """Return the key, none where it has to wait for the machine,
        or as often as its number says."""
        self._collector.typed()
        reader = self._reader()
        if reader is None and self._suspends(event):
            self.action_suspend_process()
            return []
        if self._early.keep(event, reader):
            return []
        times = self._counts.take(event, reader)
        return [event, *(events.Key(event.key, event.character) for _ in range(times - 1))]

    def _suspends(self, event: events.Key) -> bool:
        """Whether the key leads to the shell where it could not be typed: ctrl+z in a form."""
        return event.key in self._own_keys.keys["reader.suspend"] and not event.is_printable

    def on_mount(self) -> None:
        self._collector.start()
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        ending.watch(self._end)

    def on_unmount(self) -> None:
        self._collector.stop()

    async def on_ready(self) -> None:
        await self._replay()
        if self.greeting:
            self.notify(self.greeting, markup=False, timeout=8)
        for problem in self.problems:
            self.notify(problem, markup=False, timeout=12, severity="warning")

    @on(ReaderScreen.Finished)
    async def _replay(self) -> None:
        self._collector.renew()
        keys, reader = self._early.release(), self._reader()
        if keys and reader is not None:
            reader.show_waiting(0)
        await self.hand_on_first(keys)

    async def action_quit(self) -> None:
        """Leave as `q` does, whatever is on the screen."""
        reader = self.screen_stack[0]
        if not isinstance(reader, ReaderScreen) or reader.context.finish():
            self.exit()

    def _end(self, code: int) -> None:
        """Leave because the program is told to, with all that can be saved."""
        reader = self.screen_stack[0] if self.screen_stack else None
        if isinstance(reader, ReaderScreen):
            reader.context.finish()
        self.exit(code)

    def action_help_quit(self) -> None:
        """Say how to leave to those who try with ctrl+c."""
        leave = self._own_keys.shown("reader.leave")
        self.notify(f"{leave} leaves; everything is saved.", markup=False)

    def _fatal_error(self) -> None:
        """Stop without Textual's page of source and values, which a reader can do nothing with."""
        self._exit_renderables.clear()
        self._close_messages_no_wait()

    def _reader(self) -> ReaderScreen | None:
        """The reader's screen, if nothing lies over it."""
        screen = self.screen_stack[-1] if self._running and self.screen_stack else None
        return screen if isinstance(screen, ReaderScreen) else None


def _session(
    library: Library, annotations: Annotations, between: tuple[str, str] | None
) -> Session:
    """The session on an article; that of a third annotator has both decisions."""
    if between is None:
        return Session(library, annotations)
    from tui.session.adjudication import AdjudicationSession  # few readers need it

    return AdjudicationSession(library, annotations, between)


def run(
    library: Library,
    annotations: Annotations,
    config: Config,
    between: tuple[str, str] | None = None,
    greeting: str = "",
    *,
    ascii_only: bool = False,
) -> int:
    """Show a library from an article of it on, with words to greet with; return the exit code.

    Raises:
        CrashError: if the reader has stopped by an error of its own.
    """
    app = ReaderApp(library, annotations, config, between)
    app.greeting = greeting
    app.ascii_only = ascii_only
    app.problems = (
        *(str(problem) for problem in (*config.problems, *library.problems)),
        *config.remarks,
        *library.settings.remarks,
    )
    result = app.run()
    if app._exception is not None:
        raise CrashError(app._exception, keep_crash(app._exception))
    return result or 0
