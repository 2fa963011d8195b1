"""An article comes and goes: shown at once and on its way to be read, closed when left."""

from pathlib import Path

from store.article_notes import Position
from tui.kinds import tab_named
from tui.review.review import Review
from tui.screens.choice import Choice
from tui.screens.reader.awaiting import Awaiting
from tui.screens.reader.browsing import Browsing
from tui.screens.reader.dwelling import Dwelling
from tui.screens.reader.keeping import Keeping
from tui.text.visible import visible

NOT_SAVED = 1
"""Exit code of a reader that was left without saving."""


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
        self.review.tab = tab_named(notes.position.tab)
        self.show_all()
        self.watch_saving()
        self.watch_view()
        for problem in notes.article.problems:
            self.notify(visible(problem), severity="warning", markup=False, timeout=10)

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
        else:
            self._offer_ways_out()

    def _offer_ways_out(self) -> None:
        """While nothing can be saved: stay, save elsewhere, or leave without."""
        notes = self.review.annotations
        number = len(notes.unsaved())
        lost = f"{number} changed item{'s' if number != 1 else ''}"
        choices = [
            Choice("stay", "Stay, and try again"),
            Choice("copy", "Save a copy of the notes elsewhere"),
            Choice("leave", f"Leave without saving {lost}"),
        ]
        self.choose(f"Not on disk: {lost}", choices, self._take_way_out)

    def _take_way_out(self, way: str) -> None:
        if way == "copy":
            self._ask_where()
        elif way == "leave":
            self._leave_without()

    def _ask_where(self) -> None:
        before = str(Path.home() / f"{Path(self.key).name}.notes.json")
        self.ask("Save the notes as", self._save_copy, before=before)

    def _save_copy(self, where: str) -> None:
        with self.telling():
            path = Path(where).expanduser()
            self.review.annotations.notes_file.save_copy(path)
            self.tell(f"The notes are in {path}; put it in place of {self._notes_file()} later.")

    def _notes_file(self) -> str:
        path = self.review.annotations.notes_file.path
        return str(path) if path else "the notes"

    def _leave_without(self) -> None:
        self.review.annotations.notes_file.abandon()
        self._left_off = True
        self.app.exit(NOT_SAVED)

    def _position(self) -> Position:
        cursor, span = self.review.cursor, self.review.span
        return Position(
            item=cursor.id if cursor else None,
            offset=span.start if span else 0,
            top=self.article.in_view[0],
            tab=self.review.tab.name,
        )
