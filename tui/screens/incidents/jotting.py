"""What the list of all incidents and the screen of one have in common: notes, undo, errors told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from textual.screen import Screen

from store.history.journal import Step, Verb
from store.incidents import deciding
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow
from tui.commands.context import Context
from tui.screens.incidents.telling import title
from tui.session.all_incidents import AllIncidents

Result = TypeVar("Result")
Replay = Callable[[LibraryIncidents, str | None], Step | None]
"""Takes back or does again the last step on an incident, or on any."""

_VERBS = {
    Verb.DECIDE: "which accounts are one",
    Verb.CORRECT: "a value",
    Verb.NOTE: "a note",
    Verb.TAG: "tags",
    Verb.FLAG: "a flag",
}


def said(step: Step, back: bool) -> str:
    """Return what is said of a step that was taken back or done again."""
    return f"{'Took back' if back else 'Did again'}: {_VERBS.get(step.verb, step.verb)}"


class OverReports(Screen[Result]):
    """A screen over the incidents of a library; its own `show` brings it in step with them."""

    def __init__(self, context: Context, work: AllIncidents) -> None:
        super().__init__()
        self.context = context
        self.work = work

    def on_mount(self) -> None:
        """Have the height's class before anything is laid out: Textual sets it after that."""
        fitting = [
            name for least, name in self.VERTICAL_BREAKPOINTS or () if least <= self.app.size.height
        ]
        self.add_class(*fitting[-1:])

    @property
    def ascii_only(self) -> bool:
        """Whether the terminal can draw no lines, or the person wants none."""
        return self.app.console.options.ascii_only or getattr(self.app, "ascii_only", False)

    @property
    def row(self) -> IncidentRow | None:
        """The incident that a key is about."""
        raise NotImplementedError

    def show(self) -> None:
        """Show everything anew."""
        raise NotImplementedError

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Change something, and show it; where that cannot be, the person is told why."""
        with self.context.telling():
            self.work.check_changeable()
            yield
            self.show()

    def moved(self, row: IncidentRow) -> None:
        """Go on with an incident as a change has made it."""
        self.work.current = row.id

    def action_note(self) -> None:
        row = self.row
        if row is None:
            return

        def keep(words: str) -> None:
            with self.changing():
                self.moved(deciding.note(self.work.kept, row.id, words))

        self.context.ask(f"Note on {title(row)}", keep, before=row.note)

    def action_tags(self) -> None:
        row = self.row
        if row is None:
            return

        def keep(words: str) -> None:
            with self.changing():
                self.moved(deciding.tag(self.work.kept, row.id, words.split(",")))

        known = self.work.library.tags()
        asked = f"Tags of {title(row)}"
        self.context.ask(asked, keep, before=", ".join(row.tags), known=known)

    def action_flag(self) -> None:
        if (row := self.row) is not None:
            with self.changing():
                self.moved(deciding.flag(self.work.kept, row.id, not row.flag))

    def action_undo(self) -> None:
        self._replay(deciding.undo, "Nothing to take back.")

    def action_redo(self) -> None:
        self._replay(deciding.redo, "Nothing to do again.")

    @property
    def own(self) -> str | None:
        """The incident whose steps alone are taken back; none where it is those of any."""
        return None

    def went_on(self) -> None:
        """Follow what a step that was taken back or done again has made of the incident."""

    def _replay(self, does: Replay, nothing: str) -> None:
        with self.changing():
            step = does(self.work.kept, self.own)
            self.went_on()
            self.context.tell(said(step, does is deciding.undo) if step else nothing)

    def action_help(self) -> None:
        from tui.screens.help import Help

        pane = next(iter(self.BINDINGS)).id.partition(".")[0]  # type: ignore[union-attr]
        self.app.push_screen(Help(self.context.keymap, pane))
