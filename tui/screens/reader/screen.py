"""The reader's screen as a whole: its panes, opening and leaving an article, saving, the keys."""

from dataclasses import dataclass
from datetime import datetime

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from extract.records import Article
from store.annotations import Ids
from store.items import Item
from store.library import Library
from store.sheet import Position
from store.suggestions import suggestions
from store.writer import Saving
from tui.actions import ACTIONS, bindings, shown
from tui.keymap import Keymap
from tui.review.review import Cursor, Review
from tui.review.tabs import TABS, Tab
from tui.review.telling import local
from tui.screens.help import Help
from tui.screens.reader.deciding import Deciding
from tui.screens.reader.finding import Finding
from tui.widgets.article import ArticleView
from tui.widgets.bars import Detail, Headline, KeyBar
from tui.widgets.itemlist import ItemList
from tui.widgets.tabs import Tabs
from tui.widgets.words import NO_WORDS, Words

_DWELL = 0.7
"""Seconds that words have to stand on the screen to count as read."""


class ReaderScreen(Deciding, Finding):
    """An article, the lists of what was found in it, and the item under the cursor."""

    BINDINGS = bindings("reader")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-middling"), (120, "-wide")]  # noqa: RUF012

    @dataclass
    class Arrived(Message):
        """The machine has read an article."""

        key: str
        items: tuple[Item, ...]

    @dataclass
    class Saved(Message):
        """The notes of an article were put on disk, or could not be."""

        saving: Saving

    def __init__(self, library: Library, key: str, keymap: Keymap) -> None:
        super().__init__(library)
        self._key = key
        self._keymap = keymap
        self._dwell: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Headline()
        with Horizontal():
            yield ArticleView()
            with Vertical():
                yield Tabs()
                yield ItemList()
        yield Detail()
        yield KeyBar()

    def on_mount(self) -> None:
        self._dwell = self.set_timer(_DWELL, self._count_as_read)
        self.article.focus()
        for problem in self._keymap.problems:
            self.notify(problem, severity="warning", markup=False, timeout=10)
        self.open(self._key)

    # An article comes and goes

    def open(self, key: str) -> None:
        """Show an article, and have it read."""
        with self.telling():
            article = self.library.article(key)
            annotations = self.library.open(article)
            self.review = review = Review(annotations)
            self.reading = True
            annotations.notebook.watch(self._hear)
            self.article.show(article.text, article.blocks)
            self._return_to(annotations.position)
            review.tab = Tab(annotations.position.tab or Tab.EVENTS)
            self.show_all()
            for message in annotations.notebook.messages:
                self.notify(message, severity="warning", markup=False, timeout=10)
            self._show_saving(annotations.notebook.saving)
            self.call_after_refresh(self._read, article)

    def close(self) -> bool:
        """Keep where the reader is and let go of the article; whether all is on disk."""
        review = self.review
        if review is None:
            return True
        notes = review.annotations
        notes.position = Position(
            item=review.cursor.id if review.cursor else None,
            offset=review.span.start if review.span else 0,
            top=self.article.in_view[0],
            tab=review.tab,
        )
        with self.telling():
            notes.close()
            self.library.remember(notes)
            self.review = None
        return self.review is None

    def action_leave(self) -> None:
        if self.close():
            self.app.exit()

    def _return_to(self, position: Position) -> None:
        self.call_after_refresh(self.article.go_to_offset, position.top)

    # Reading it

    @work(thread=True, exclusive=True, group="read the report", exit_on_error=False)
    def _read(self, article: Article) -> None:
        found = suggestions(article, self.library.reading(article))
        self.post_message(self.Arrived(article.key, found))

    @on(Worker.StateChanged)
    def _tell_failure(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            title = f"Could not {event.worker.group}"
            self.notify(str(event.worker.error), title=title, severity="error", markup=False)
            self.reading = False
            self.show_list()

    @on(Arrived)
    def _take_in(self, event: Arrived) -> None:
        review = self.review
        if review is None or review.annotations.article.key != event.key:
            return
        self.reading = False
        review.annotations.suggest(event.items)
        review.gather()
        if review.cursor is None:
            self._place_cursor(review)
        self.show_all()

    def _place_cursor(self, review: Review) -> None:
        """Where the reader left off; in a new article on the first item to decide."""
        left = review.annotations.position.item
        if left is not None and review.index_of(left) is not None:
            review.go_to(left)
        elif left is None and (first := review.open_after()) is not None:
            review.cursor = Cursor(first)

    # What was read and what was saved

    @on(ArticleView.Scrolled)
    def _wait_for_reading(self) -> None:
        if self._dwell is not None:
            self._dwell.reset()
            self._dwell.resume()

    def _count_as_read(self) -> None:
        if self.review is not None and self._dwell is not None:
            self.review.annotations.see(self.visible_span())
            self.show_counts()

    @on(Saved)
    def _show_saved(self, event: Saved) -> None:
        trouble = event.saving.trouble
        if trouble is not None:
            self.notify(str(trouble), severity="error", markup=False, timeout=10)
        self._show_saving(event.saving)

    def _show_saving(self, saving: Saving) -> None:
        review = self.review
        if review is not None and review.annotations.notebook.read_only:
            self.keys.show_status(Words("read only", "sign-alert", "bold"))
        elif saving.trouble is not None:
            self.keys.show_status(Words("NOT SAVED", "sign-rejected", "bold"))
        elif not saving.done:
            self.keys.show_status(Words("saving …", "ink-muted"))
        elif saving.at is not None:
            self.keys.show_status(Words(_saved(saving.at), "ink-muted"))
        else:
            self.keys.show_status(NO_WORDS)

    def _hear(self, saving: Saving) -> None:
        """In the thread that saves."""
        self.post_message(self.Saved(saving))

    def changed(self, ids: Ids) -> None:
        super().changed(ids)
        if self.review is not None:
            self._show_saving(self.review.annotations.notebook.saving)

    # Panes and keys

    @on(ItemList.Moved)
    def _follow_list(self, event: ItemList.Moved) -> None:
        if self.review is not None:
            self.go_to(Cursor(self.review.ids()[event.index]))

    @on(Tabs.Picked)
    def _follow_tab(self, event: Tabs.Picked) -> None:
        self.pick(TABS[event.index])

    @on(ArticleView.Pressed)
    def _follow_click(self, event: ArticleView.Pressed) -> None:
        cursor = self.review.mark_at(event.offset) if self.review else None
        if cursor is not None:
            self.go_to(cursor, reveal=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.show_keys()

    def action_help(self) -> None:
        focused = self.focused
        first = "list" if focused is self.list else "article"
        self.app.push_screen(Help(self._keymap.keys, first))

    def show_keys(self) -> None:
        """Show the keys that work now."""
        found: dict[str, tuple[int, str, str]] = {}
        for key, active in self.active_bindings.items():
            action = ACTIONS.get(active.binding.id or "")
            if action is not None and action.footer:
                found.setdefault(action.id, (action.footer, shown(key), action.label))
        self.keys.show_keys([(key, label) for _, key, label in sorted(found.values())])


def _saved(at: datetime) -> str:
    return f"saved {local(at):%H:%M}"
