"""Going from item to item, and from pane to pane."""

from tui.kinds import tab_named
from tui.kinds.base import Tab
from tui.review.review import Cursor
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

    def action_show_list(self, name: str) -> None:
        self.pick(tab_named(name))

    def action_unfold(self) -> None:
        self._fold_row(opened=True)

    def action_fold(self) -> None:
        self._fold_row(opened=False)

    def _fold_row(self, opened: bool) -> None:
        """Show or hide what the item under the cursor is made of."""
        item = self.review.item
        if item is None or not self.review.fold(item.id, opened):
            self.tell("This item is made of no others.")
            return
        self.show_list()
        self.show_cursor()

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
