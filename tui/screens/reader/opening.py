"""An article comes and goes: shown at once and on its way to be read, closed when left."""

from store.sheet import Position
from tui.review.review import Review
from tui.review.tabs import Tab
from tui.screens.reader.awaiting import Awaiting
from tui.screens.reader.browsing import Browsing
from tui.screens.reader.dwelling import Dwelling
from tui.screens.reader.keeping import Keeping


class Opening(Browsing, Dwelling, Keeping, Awaiting):
    """What happens to the article as a whole."""

    _left_off = False

    def show_article(self, offset: int | None = None) -> None:
        """Show the article of the present review, and have it read."""
        notes = self.review.annotations
        self._left_off = False
        self.start_reading()
        self.article.show(notes.article.text, notes.article.blocks)
        top = notes.position.top if offset is None else offset
        self.call_after_refresh(self.article.go_to_offset, top)
        self.review.tab = _tab(notes.position.tab)
        self.show_all()
        self.watch_saving()
        self.watch_view()

    def open_article(self, key: str, offset: int | None = None) -> None:
        """Leave this article and open another one, at an offset or where the reader left off."""
        if key == self.key and offset is not None:
            self.article.go_to_offset(offset)
            return
        with self.telling():
            annotations = self.library.open(self.library.article(key))
            if not self.close():
                annotations.close()
                return
            self.review = Review(annotations)
            self.show_article(offset)

    def close(self) -> bool:
        """Keep where the reader is and let go of the article; whether all is on disk."""
        if self._left_off:
            return True
        self.stop_reading()
        self.count_view()
        notes = self.review.annotations
        notes.position = self._position()
        with self.telling():
            notes.close()
            self.library.remember(notes)
            self._left_off = True
        return self._left_off

    def action_leave(self) -> None:
        if self.close():
            self.app.exit()

    def _position(self) -> Position:
        cursor, span = self.review.cursor, self.review.span
        return Position(
            item=cursor.id if cursor else None,
            offset=span.start if span else 0,
            top=self.article.in_view[0],
            tab=self.review.tab,
        )


def _tab(name: str | None) -> Tab:
    """The tab that was open; the first one where the notes name none that there is."""
    return Tab(name) if name in set(Tab) else Tab.EVENTS
