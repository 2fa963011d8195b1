"""What a command works on: the session on an article, and the screen that shows it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from extract.errors import DatelineError
from store.annotations import Ids
from store.items import Item, Kind
from tui.kinds.base import Tab
from tui.review.review import Cursor
from tui.session.session import Session

if TYPE_CHECKING:
    from tui.commands.naming import Naming
    from tui.keymap import Keymap
    from tui.screens.choice import Choice
    from tui.screens.reader.screen import ReaderScreen
    from tui.session.all_incidents import AllIncidents

Result = TypeVar("Result")


class Context:
    """The present session and the screen, kept in step."""

    def __init__(self, session: Session, screen: "ReaderScreen", keymap: "Keymap") -> None:
        self.session = session
        """That of the article on the screen."""
        self.screen = screen
        self.keymap = keymap
        """The keys in force."""
        self.over_reports: AllIncidents | None = None
        """The incidents of the library, once they were asked for."""
        self.last_corrected: dict[Kind, Item] = {}
        """By kind what was corrected last in the reports that were open before."""
        self.namings: list[Naming] = []
        """Names that were put into the library's table of actors, for taking them back."""
        self.way_back: Callable[[], object] | None = None
        """Back to the incident from whose screen the report was opened."""

    # Changing and moving

    def changed(self, ids: Ids) -> None:
        """Show what a change of these items has touched, and nothing else where that is enough."""
        if ids:
            self.screen.show_change(self.session.touched(ids))
        self.screen.follow_change()

    def go_to(self, cursor: Cursor, reveal: bool = True) -> None:
        """Put the cursor on an item; its list and its words come into view."""
        review = self.session.review
        tab = review.tab
        review.go_to(cursor.id, cursor.place, cursor.under)
        self.screen.show_move(other_list=review.tab is not tab, reveal=reveal)

    def show_tab(self, tab: Tab) -> None:
        """Show another list; the cursor goes where it was in it, or to what is first to decide."""
        review = self.session.review
        cursor = review.entry_of(tab)
        review.tab = tab
        if cursor is not None:
            self.go_to(cursor)
            self.screen.show_list()
            return
        review.cursor = None
        self.screen.show_list()
        self.screen.show_cursor()

    # Telling

    def tell(self, words: str) -> None:
        """Say something that needs no answer."""
        self.screen.notify(words, markup=False, timeout=3)

    def unsay(self) -> None:
        """Take off what was said: it may hold no more."""
        self.screen.unsay()

    def tell_error(self, error: DatelineError) -> None:
        """Say what went wrong."""
        self.screen.notify(str(error), severity="error", markup=False)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the person about an error that they can act on; what failed is left undone."""
        try:
            yield
        except DatelineError as error:
            self.tell_error(error)

    def may_change(self) -> bool:
        """Return whether the notes can be changed; where they cannot, the person is told why."""
        with self.telling():
            self.session.annotations.check_changeable()
            return True
        return False

    # Asking. The screens for it load when they are first needed.

    def ask(
        self,
        asked: str,
        then: Callable[[str], object],
        *,
        before: str = "",
        told: Callable[[str], str] | None = None,
        known: Iterable[str] = (),
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Ask for a line; `otherwise` is called where the person leaves without one."""
        from tui.screens.prompt import Prompt

        prompt = Prompt(asked, before, told=told, known=known)
        self.screen.app.push_screen(prompt, _either(then, otherwise))

    def choose(
        self,
        title: str,
        choices: Iterable["Choice"],
        then: Callable[[str], object],
        *,
        current: str | None = None,
        told: Callable[[str], None] | None = None,
        empty: str = "Nothing has these words.",
        otherwise: Callable[[], object] | None = None,
    ) -> None:
        """Ask for one of some choices; `then` gets its id."""
        from tui.screens.choose import Choose

        panel = Choose(title, choices, current=current, told=told, empty=empty)
        self.screen.app.push_screen(panel, _either(then, otherwise))

    # What takes longer

    def in_background(
        self,
        what: str,
        job: Callable[[], Result],
        then: Callable[[Result], object],
        *,
        alone: bool = False,
    ) -> None:
        """Do a job in a thread, then something with its result on the screen.

        `what` completes "Could not ..." where it fails; with `alone` a job of the same words that
        is under way is forgotten.
        """

        def work() -> None:
            self.screen.call_later(then, job())

        self.screen.run_worker(work, group=what, exclusive=alone, thread=True, exit_on_error=False)

    # Articles come and go

    def begin(self, session: Session, offset: int | None = None) -> None:
        """Show another session's article, at an offset or where the reader left off."""
        self.session = session
        self.way_back = None
        self.screen.show_article(offset)

    def close(self) -> bool:
        """Keep where the reader is and let go of the article; return whether all is on disk."""
        session = self.session
        if not session.closed:
            self.screen.leave_article()
            with self.telling():
                session.close(self.screen.article.in_view[0])
        return session.closed

    def finish(self) -> bool:
        """Let go of everything; return whether all is on disk."""
        if not self.close():
            return False
        if self.over_reports is not None:
            with self.telling():
                self.over_reports.close()
                self.over_reports = None
        return self.over_reports is None


def _either(
    then: Callable[[str], object], otherwise: Callable[[], object] | None
) -> Callable[[str | None], None]:
    def answered(answer: str | None) -> None:
        if answer is not None:
            then(answer)
        elif otherwise is not None:
            otherwise()

    return answered
