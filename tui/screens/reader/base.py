"""What the parts of the reader's screen share: the review, the panes, and bringing them in step."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual import getters
from textual.widget import Widget

from extract.errors import DatelineError
from store.annotations import Annotations, Ids
from store.journal import ARTICLE
from store.library import Library
from store.wording import claim
from tui.kinds import TABS
from tui.kinds.base import Tab
from tui.review.marking import echoes, under_cursor
from tui.review.review import Cursor, Review
from tui.review.telling import article_facts, facts, origins, progress_words
from tui.screens.reader.asking import Asking
from tui.screens.reader.entries import listing
from tui.text.edges import Edges
from tui.text.looks import Look
from tui.text.marks import Marks
from tui.widgets.article import ArticleView
from tui.widgets.bars import Detail, Headline, KeyBar
from tui.widgets.itemlist import ItemList
from tui.widgets.tabs import Tab as TabLabel
from tui.widgets.tabs import Tabs
from tui.widgets.words import Words

CURSOR_LAYER, ITEM_LAYER = "cursor", "items"


class ReaderBase(Asking):
    """The state of the screen, and how a change in it comes to be seen."""

    panes: ClassVar[tuple[str, ...]] = ("reader",)
    """Panes of the table of actions whose keys it takes."""

    headline = getters.query_one(Headline)
    article = getters.query_one(ArticleView)
    tabs = getters.query_one(Tabs)
    list = getters.query_one(ItemList)
    detail = getters.query_one(Detail)
    keys = getters.query_one(KeyBar)

    def __init__(self, library: Library, annotations: Annotations) -> None:
        super().__init__()
        self.library = library
        self.review = Review(annotations)
        self._edges: Edges | None = None
        self.reading = True
        """The machine has not finished with this article."""
        self.unread = ""
        """Why the machine could not read it; empty where it could."""

    @property
    def key(self) -> str:
        """The key of the present article."""
        return self.review.annotations.article.key

    @property
    def edges(self) -> Edges:
        """Where words and sentences of the present article begin and end."""
        article = self.review.annotations.article
        if self._edges is None or self._edges.text is not article.text:
            self._edges = Edges(article.text, article.blocks)
        return self._edges

    @property
    def tab(self) -> Tab:
        """The list that is shown."""
        return self.review.tab

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell the person about an error that they can act on; what failed is left undone."""
        try:
            yield
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False)

    def may_change(self) -> bool:
        """Whether the notes can be changed; where they cannot, the person is told why."""
        notes = self.review.annotations
        with self.telling():
            notes.check_changeable()
            return True
        return False

    def tell(self, words: str) -> None:
        """Say something that needs no answer."""
        self.notify(words, markup=False, timeout=3)

    def show_waiting(self, number: int) -> None:
        """Say how many keys wait for the machine; 0 when none does any more."""
        keys = "key waits" if number == 1 else f"{number} keys wait"
        self.keys.show_status(Words(f"{keys} for the reading · esc drops", "sign-alert"))

    # Bringing the panes in step

    def show_all(self) -> None:
        """Show everything anew, after items have come or gone."""
        review = self.review
        self.article.set_layer(ITEM_LAYER, review.marking.marks)
        self.article.set_margin(review.margin)
        self.show_list()
        self.show_cursor()

    def show_list(self) -> None:
        """Show the present list."""
        review = self.review
        shown = listing(review, review.tab, self._nothing_yet())
        item = review.item
        in_list = item is not None and item.id in review.ids()
        self.list.show(shown, review.index_of(item.id) if item and in_list else None)
        self.show_counts()

    def _nothing_yet(self) -> str:
        """Why the lists may be empty although there is something to find."""
        if self.reading:
            return "The report is being read …"
        return f"The report could not be read: {self.unread}" if self.unread else ""

    def show_counts(self) -> None:
        """Show how much each list holds, and how far the article is reviewed."""
        review = self.review
        labels = [TabLabel(tab.title, str(review.count(tab))) for tab in TABS]
        narrowed = review.filters.get(review.tab)
        remark = f"{len(review.ids())} {narrowed.words} · f shows others" if narrowed else ""
        self.tabs.show(labels, TABS.index(review.tab), remark)
        notes = review.annotations
        progress = progress_words(notes.progress(), notes.coverage, notes.article_notes)
        self.headline.show(notes.article.title, origins(notes.article), progress)

    def show_cursor(self) -> None:
        """Show the cursor in the article, and its item in the detail."""
        review = self.review
        cursor, item = review.cursor, review.item
        if cursor is None or item is None:
            self.article.set_layer(CURSOR_LAYER, None)
            self.article.still = None
            self._show_article_detail()
            return
        here, there = under_cursor(item, cursor.place), echoes(item, cursor.place)
        bits = [int(Look.CURSOR)] * len(here) + [int(Look.ECHO)] * len(there)
        self.article.set_layer(CURSOR_LAYER, Marks([*here, *there], bits))
        self.article.still = here[0][0]
        standing = [Words(" · ".join(facts(item, review)), "ink-muted")]
        self.detail.show(Words(claim(item), "foreground", "bold"), standing)

    def _show_article_detail(self) -> None:
        """What the detail says while no item is chosen."""
        words = self._nothing_yet() or "No item is chosen."
        about = " · ".join(article_facts(self.review.annotations))
        self.detail.show(Words(words, "ink-muted"), [Words(about, "ink-muted")])

    # Moving the cursor

    def go_to(self, cursor: Cursor, reveal: bool = True) -> None:
        """Put the cursor on an item; its list and its words come into view."""
        review = self.review
        tab = review.tab
        review.go_to(cursor.id, cursor.place)
        if review.tab is not tab:
            self.show_list()
        else:
            self.list.point_at(review.index_of(cursor.id))
        self.show_cursor()
        span = review.span
        if reveal and span is not None:
            self.article.reveal_span(span.start, span.end)

    def show_tab(self, tab: Tab) -> None:
        """Show another list; the cursor goes where it was in it, or to what is first to decide."""
        cursor = self.review.entry_of(tab)
        self.review.tab = tab
        if cursor is not None:
            self.go_to(cursor)
            self.show_list()
            return
        self.review.cursor = None
        self.show_list()
        self.show_cursor()

    def turn_to(self, pane: Widget) -> None:
        """Give the focus to the article or to the lists; where there is room for one, show it."""
        self.remove_class("-zen")
        self.set_class(pane is self.list, "-lists")
        pane.focus()

    # After a change

    def changed(self, ids: Ids) -> None:
        """Show what a change has touched, and nothing else where that is enough."""
        review = self.review
        if not ids:
            return
        items = [review.annotations[i] for i in ids if i in review.annotations]
        gone = len(items) < len(set(ids) - {ARTICLE})
        if gone or not all(review.fits(item) for item in items):
            review.gather()
            self.show_all()
            return
        self.article.touch_spans(span for item in items for span in review.update(item))
        for item in items:
            index = review.index_of(item.id)
            if index is not None and item.id in review.ids():
                self.list.touch_entry(index)
        self.show_counts()
        self.show_cursor()
