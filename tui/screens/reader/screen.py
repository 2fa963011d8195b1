"""The reader's screen: its panes, what they show of the session, and the keys that work in them."""

from collections.abc import Iterator, Sequence

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from extract.records import Span
from tui.actions import ACTIONS, Action
from tui.commands.context import Context
from tui.commands.lists import pick
from tui.commands.over_reports import tell_reports
from tui.keymap import Keymap
from tui.kinds import TABS
from tui.kinds.base import Tab
from tui.plain import in_foreign
from tui.screens.reader import views
from tui.screens.reader.awaiting import READING, Awaiting
from tui.screens.reader.dwelling import Dwelling
from tui.screens.reader.keeping import Keeping
from tui.session.session import Session, Touched
from tui.text.column import NARROW
from tui.text.looks import Look
from tui.text.visible import visible
from tui.toasts import ToastingApp
from tui.widgets.article import ArticleView
from tui.widgets.bars import Detail, Headline, KeyBar, Remark
from tui.widgets.itemlist import ItemList
from tui.widgets.tabs import Tabs


class ReaderScreen(Screen[None]):
    """An article, the lists of what was found in it, and the item under the cursor.

    What its keys do stands in `tui.commands`; what is shown is the session's.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-middling"), (120, "-wide")]  # noqa: RUF012

    headline = getters.query_one(Headline)
    article = getters.query_one(ArticleView)
    tabs = getters.query_one(Tabs)
    remark = getters.query_one(Remark)
    list = getters.query_one(ItemList)
    detail = getters.query_one(Detail)
    keys = getters.query_one(KeyBar)

    class Finished(Message):
        """The items of the article are there, or there will be none."""

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__()
        self.context = Context(session, self, keymap)
        self._awaiting = Awaiting(self.context)
        self._dwelling = Dwelling(self.context)
        self._keeping = Keeping(self.context)
        self._stand = ""
        """How the library stands, asked as an article is opened."""

    @property
    def session(self) -> Session:
        """The session on the article that is shown."""
        return self.context.session

    def compose(self) -> ComposeResult:
        yield Headline()
        yield Tabs()
        with Horizontal():
            with Container(id="text"):
                yield ArticleView()
            with Vertical():
                yield Remark()
                yield ItemList()
        yield Detail()
        yield KeyBar()

    def on_mount(self) -> None:
        self.article.focus()
        for problem in self.context.keymap.problems:
            self.warn(problem)
        self.show_article()

    def warn(self, words: str, title: str = "") -> None:
        """Say something that should not be missed."""
        self.notify(words, title=title, severity="warning", markup=False, timeout=10)

    def unsay(self) -> None:
        """Take off what was said in passing."""
        if isinstance(self.app, ToastingApp):
            self.app.unsay()

    # Articles come and go

    def show_article(self, offset: int | None = None) -> None:
        """Show the session's article, at an offset or where the reader left off; have it read."""
        notes = self.session.annotations
        self._awaiting.begin()
        self._stand = views.library_stand(self.session)
        self.article.show(notes.article.text, notes.article.blocks)
        top = notes.position.top if offset is None else offset
        self.call_after_refresh(self.article.go_to_offset, top)
        self.show_all()
        self._keeping.begin()
        self._dwelling.begin()
        for problem in notes.article.problems:
            self.warn(visible(problem))
        if notes.article.foreign:
            self.notify(in_foreign(notes.article), markup=False, timeout=10)

    def leave_article(self) -> None:
        """Wait for nothing more of the article, and count as read what stands on the screen."""
        self._awaiting.stop()
        self._dwelling.count()

    # Bringing the panes in step with the session

    def show_all(self) -> None:
        """Show everything anew, after items have come or gone."""
        review = self.session.review
        self.article.set_layer("items", review.marking.marks)
        self.article.set_margin(review.margin)
        self.show_list()
        self.show_cursor()

    def show_list(self) -> None:
        """Show the present list."""
        self.list.show(*views.entries(self.session))
        self.show_counts()
        self.show_keys()

    def show_counts(self) -> None:
        """Show how much each list holds, and how far the article is reviewed."""
        self.tabs.show(*views.tabs(self.session, self._stand))
        keys = (self.context.keymap.shown(one) for one in ("reader.filter", "reader.folded"))
        self.remark.show(views.narrowed(self.session, *keys))
        self.headline.show(*views.headline(self.session))

    def show_cursor(self) -> None:
        """Show the cursor in the article, and its item in the detail."""
        marks = views.cursor(self.session)
        self.article.set_layer("cursor", marks)
        self.article.still = marks.spans[0][0] if marks else None
        self.detail.show(*views.detail(self.session))

    def show_move(self, *, other_list: bool, reveal: bool) -> None:
        """Show where the cursor has gone, with its words in view if `reveal`."""
        review = self.session.review
        if other_list:
            self.show_list()
        else:
            self.list.point_at(review.index)
        self.show_cursor()
        if reveal and review.span is not None:
            self.article.reveal_span(review.span.start, review.span.end)

    def show_change(self, touched: Touched) -> None:
        """Show what a change has touched, and nothing else where that is enough."""
        if touched.everything:
            self.show_all()
            return
        self.article.touch_spans(touched.spans)
        for index in touched.rows:
            self.list.touch_entry(index)
        self.show_counts()
        self.show_cursor()

    def follow_change(self) -> None:
        """See what has been changed through to the disk, and to the headline once keys rest."""
        self._keeping.follow()
        self._dwelling.rest()

    def show_chosen(self, span: Span | None) -> None:
        """Show which words are chosen."""
        places = [(span.start, span.end)] if span is not None else []
        self.article.set_layer("chosen", views.marked(places, Look.CHOSEN))
        for start, end in places:
            self.article.reveal_span(start, end)

    def show_found(self, places: Sequence[tuple[int, int]]) -> None:
        """Mark the places that a search has found."""
        self.article.set_layer("found", views.marked(places, Look.FOUND))
        self.article.set_layer("found here", None)

    def show_found_here(self, place: tuple[int, int]) -> None:
        """Mark the place that a search stands at."""
        self.article.set_layer("found here", views.marked([place], Look.FOUND_HERE))
        self.article.reveal_span(*place)

    def turn_to(self, pane: Widget) -> None:
        """Give the focus to the article or to the lists; where there is room for one, show it."""
        self.remove_class("-zen")
        self.set_class(pane is self.list, "-lists")
        pane.focus()

    # The panes tell one another

    @on(ItemList.Moved)
    def _follow_list(self, event: ItemList.Moved) -> None:
        if event.holds:
            self.context.go_to(self.session.review.cursor_at(event.index))

    @on(Tabs.Picked)
    def _follow_tab(self, event: Tabs.Picked) -> None:
        pick(self.context, TABS[event.index])

    @on(ArticleView.Pressed)
    def _follow_click(self, event: ArticleView.Pressed) -> None:
        cursor = self.session.review.mark_at(event.offset)
        if cursor is not None:
            self.context.go_to(cursor, reveal=False)

    @on(ArticleView.Scrolled)
    def _look_on(self) -> None:
        self._dwelling.look_on()

    @on(Worker.StateChanged)
    def _tell_failure(self, event: Worker.StateChanged) -> None:
        """The one place where a worker's failure is told, whatever it did."""
        if event.state is not WorkerState.ERROR:
            return
        why, what = str(event.worker.error), event.worker.group
        self.notify(why, title=f"Could not {what}", severity="error", markup=False)
        if what == READING:
            self._awaiting.finish(why)

    @on(Finished)
    def _tell_reports(self) -> None:
        tell_reports(self.context)

    # The keys

    @property
    def panes(self) -> tuple[str, ...]:
        """Panes of the table of actions whose keys work now, the first to be asked first.

        After the pane in use come those of the session and of the list that is shown: a list has
        keys of its own by naming its tab as the pane of an action.
        """
        in_use = "list" if self.list.has_focus else "article"
        visit = ("visit",) if self.context.way_back is not None else ()
        return (in_use, *visit, *self.session.panes, self.session.review.tab.name, "reader")

    def actions(self) -> Iterator[Action]:
        """Return the actions that can be done now, in the order of the table."""
        panes = self.panes
        return (action for action in ACTIONS.values() if action.pane in panes)

    async def do(self, ident: str) -> None:
        """Do an action: a command itself, any other by the pane in use."""
        action = ACTIONS[ident]
        if action.command is not None:
            action.command(self.context)
        else:
            await self.app.run_action(action.name, self.focused or self)

    async def on_key(self, event: events.Key) -> None:
        if not self.is_active:
            return  # the key before it has opened another screen, whose key it is now
        action = self.context.keymap.meant(self.panes, event.key, event.character)
        if action is not None and action.command is not None:
            event.stop()
            await self.do(action.id)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that work now."""
        self.keys.show_keys(self.context.keymap.footer(self.panes))

    def show_waiting(self, number: int) -> None:
        """Say how many keys wait for the machine; once none does, how saving stands."""
        self._keeping.show_waiting(number)

    def show_tab(self, tab: Tab) -> None:
        """Show another list."""
        self.context.show_tab(tab)
