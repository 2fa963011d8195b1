"""The reader for a third annotator: where two differ is undecided, both decisions side by side."""

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from extract.errors import DatelineError
from store.adjudication import Adjudication
from store.annotations import Annotations
from store.items import Item
from store.library import Library
from store.wording import claim
from tui.actions import bindings
from tui.keymap import Keymap
from tui.review.telling import state_words
from tui.screens.reader.screen import ReaderScreen
from tui.widgets.words import Words

_NONE = "has no such item"


class AdjudicatingScreen(ReaderScreen):
    """A report that two annotators have reviewed, under a third."""

    BINDINGS = bindings("adjudication")
    panes = ("adjudication", "reader")

    @dataclass
    class Laid(Message):
        """The two annotators' notes on an article are there."""

        notes: Annotations
        both: tuple[Annotations, Annotations]

    def __init__(
        self,
        library: Library,
        annotations: Annotations,
        keymap: Keymap,
        between: tuple[str, str],
    ) -> None:
        super().__init__(library, annotations, keymap)
        self._between = between
        self._adjudication: Adjudication | None = None

    def action_take_first(self) -> None:
        self._take(1)

    def action_take_second(self) -> None:
        self._take(2)

    def _take(self, which: int) -> None:
        """Settle the item under the cursor as one of the two has it, and go on."""
        item, adjudication = self.review.item, self._adjudication
        if item is None or adjudication is None:
            return
        if adjudication.difference(item.id) is None:
            self.tell(f"{' and '.join(self._between)} agree on this item.")
            return
        with self.telling():
            self.changed(adjudication.take(item.id, which))
            self.go_on()

    def show_cursor(self) -> None:
        """Show the cursor, and for a difference what each of the two decided."""
        super().show_cursor()
        item, adjudication = self.review.item, self._adjudication
        found = adjudication.difference(item.id) if item and adjudication else None
        if item is None or found is None:
            return
        sides = zip(self._between, (found.first, found.second), strict=True)
        words = [
            f"{number} {name}: {_stand(theirs, item)}"
            for number, (name, theirs) in enumerate(sides, 1)
        ]
        standing = [
            Words("   ".join(words), "ink-key"),
            Words(f"   {state_words(item)}", "ink-muted"),
        ]
        self.detail.show(Words(claim(item), "foreground", "bold"), standing)

    @work(thread=True, exclusive=True, group="read the report", exit_on_error=False)
    def _read(self, notes: Annotations) -> None:
        """In a thread, since looking at notes takes a reading."""
        first, second = (self.library.look(notes.article, who) for who in self._between)
        self.post_message(self.Laid(notes, (first, second)))

    @on(Laid)
    def _lay(self, event: Laid) -> None:
        if self.review.annotations is not event.notes:
            return
        self._adjudication = Adjudication(event.notes, *event.both)
        try:
            self._adjudication.begin()
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False)
        self.review.gather()
        if self.review.cursor is None:
            self._place_cursor()
        self._finish()
        number = len(self._adjudication.differences())
        self.tell(f"{' and '.join(self._between)} differ on {number} items.")


def _stand(theirs: Item | None, item: Item) -> str:
    """What one annotator decided, with the values that differ from those shown."""
    if theirs is None:
        return _NONE
    shown = claim(theirs)
    return state_words(theirs) + (f", {shown}" if shown != claim(item) else "")
