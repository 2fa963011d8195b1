"""From an item to the words it stands on, and to who says so."""

from tui.review.review import Cursor
from tui.screens.reader.base import ReaderBase


class Evidence(ReaderBase):
    """The actions that show what an item rests on."""

    _came_from: Cursor | None = None
    """Where the reader was before going to a statement."""

    def action_evidence(self) -> None:
        """To the item's words in the text; from there, on to its next place."""
        review = self.review
        item, cursor = review.item, review.cursor
        if item is None or cursor is None:
            return
        if self.article.has_focus:
            self.go_to(Cursor(item.id, (cursor.place + 1) % len(item.spans)))
        else:
            self.turn_to(self.article)
            self.go_to(cursor)

    def action_statement(self) -> None:
        review = self.review
        item = review.item
        if item is None:
            return
        back = self._came_from
        if back is not None and back.id in review.annotations and item.id != back.id:
            self._came_from = None
            self.go_to(back)
            return
        said = review.statement_of(item) or review.source_of(item)
        if said is None:
            self.tell("No source stands behind this item.")
            return
        self._came_from = review.cursor
        self.go_to(Cursor(said.id))
