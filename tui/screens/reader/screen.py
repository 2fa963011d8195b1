"""The reader's screen as a whole: its panes, and the keys that work in them."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from store.annotations import Annotations
from store.library import Library
from tui.actions import ACTIONS, bindings
from tui.keymap import Keymap
from tui.kinds import TABS
from tui.review.review import Cursor
from tui.screens.choice import Choice
from tui.screens.footer import footer
from tui.screens.reader.adding import Adding
from tui.screens.reader.copying import Copying
from tui.screens.reader.deciding import Deciding
from tui.screens.reader.evidence import Evidence
from tui.screens.reader.jotting import Jotting
from tui.screens.reader.looks import Looks
from tui.screens.reader.narrowing import Narrowing
from tui.screens.reader.opening import Opening
from tui.text.column import NARROW
from tui.widgets.article import ArticleView
from tui.widgets.bars import Detail, Headline, KeyBar
from tui.widgets.itemlist import ItemList
from tui.widgets.tabs import Tabs


class ReaderScreen(Deciding, Adding, Evidence, Jotting, Copying, Narrowing, Looks, Opening):
    """An article, the lists of what was found in it, and the item under the cursor."""

    BINDINGS = bindings("reader")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-middling"), (120, "-wide")]  # noqa: RUF012

    def __init__(self, library: Library, annotations: Annotations, keymap: Keymap) -> None:
        super().__init__(library, annotations)
        self._keymap = keymap

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
        self.article.focus()
        for problem in self._keymap.problems:
            self.notify(problem, severity="warning", markup=False, timeout=10)
        self.show_article()

    # The panes tell one another

    @on(ItemList.Moved)
    def _follow_list(self, event: ItemList.Moved) -> None:
        if event.holds:
            self.go_to(Cursor(self.review.ids()[event.index]))

    @on(Tabs.Picked)
    def _follow_tab(self, event: Tabs.Picked) -> None:
        self.pick(TABS[event.index])

    @on(ArticleView.Pressed)
    def _follow_click(self, event: ArticleView.Pressed) -> None:
        cursor = self.review.mark_at(event.offset)
        if cursor is not None:
            self.go_to(cursor, reveal=False)

    # The keys

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self.show_keys()

    def action_suspend(self) -> None:
        self.app.action_suspend_process()

    def action_help(self) -> None:
        first = "list" if self.list.has_focus else "article"
        from tui.screens.help import Help  # not needed for the first screen

        self.app.push_screen(Help(self._keymap, first))

    def action_palette(self) -> None:
        panes = ("reader", "list" if self.list.has_focus else "article")
        choices = [
            Choice(action.id, f"{action.label}: {action.tooltip}", self._keymap.shown(action.id))
            for action in ACTIONS.values()
            if action.pane in panes and action.id != "reader.palette"
        ]
        self.choose("Commands", choices, self._run)

    def _run(self, ident: str) -> None:
        action = ACTIONS[ident]
        pane = self if action.pane == "reader" else self.focused or self
        self.call_later(self.app.run_action, action.name, pane)

    def show_keys(self) -> None:
        """Show the keys that work now."""
        self.keys.show_keys(footer(self))
