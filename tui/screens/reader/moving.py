"""Going from item to item, and from pane to pane."""

from tui.review.review import Cursor
from tui.review.tabs import Tab
from tui.screens.reader.finding import Finding


class Moving(Finding):
    """The actions that move the cursor and change what has the focus."""

    def action_next_item(self) -> None:
        self._go_to_mark(back=False)

    def action_previous_item(self) -> None:
        self._go_to_mark(back=True)

    def action_next_open(self) -> None:
        self.go_on()

    def action_previous_open(self) -> None:
        self.go_on(back=True)

    def action_release(self) -> None:
        self.forget_hits()
        self.review.cursor = None
        self.list.point_at(None)
        self.show_cursor()

    def action_events(self) -> None:
        self.pick(Tab.EVENTS)

    def action_figures(self) -> None:
        self.pick(Tab.FIGURES)

    def action_sources(self) -> None:
        self.pick(Tab.SOURCES)

    def action_names(self) -> None:
        self.pick(Tab.NAMES)

    def action_checks(self) -> None:
        self.pick(Tab.CHECKS)

    def action_next_pane(self) -> None:
        self.turn_to(self.article if self.list.has_focus else self.list)

    def action_previous_pane(self) -> None:
        self.action_next_pane()

    def go_on(self, back: bool = False) -> None:
        """To the next item that is not decided."""
        review = self.review
        ident = review.open_after(back)
        if ident is not None:
            self.go_to(Cursor(ident))
        elif not self.reading:
            self.tell("Every item is decided.")

    def pick(self, tab: Tab) -> None:
        """Show a list; where the screen is narrow it takes the place of the text."""
        self.show_tab(tab)
        if self.has_class("-narrow"):
            self.turn_to(self.list)

    def _go_to_mark(self, back: bool) -> None:
        review = self.review
        span = review.span
        offset = None
        if span is None or not self.article.is_in_view(span.start, span.end):
            first, last = self.article.in_view
            offset = last if back else first
        cursor = review.mark_after(offset, back)
        if cursor is not None:
            self.go_to(cursor)
