"""What forms of lines share: a line a field, kept whole or not at all, left as it was by escape."""

from collections.abc import Sequence

from textual import on
from textual.screen import ModalScreen
from textual.widgets import Input

from store.errors import StoreError
from store.items import Fields
from tui.actions import bindings
from tui.review.fields import Field
from tui.screens.correct.line import Line
from tui.screens.footer import footer
from tui.widgets.bars import KeyBar


class LinesForm(ModalScreen[bool]):
    """Asks for values until they can be kept, or the person leaves everything as it was.

    Gives back whether anything was kept.
    """

    BINDINGS = bindings("form", first=True)

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.fields = fields

    def keep_values(self, values: Fields) -> None:
        """Keep what was filled in.

        Raises:
            StoreError: if the store does not take it.
        """
        raise NotImplementedError

    def on_descendant_focus(self) -> None:
        self.query_one(KeyBar).show_keys(footer(self))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep what was filled in, if all of it is right."""
        values: dict[str, object] = {}
        try:
            for line in self.query(Line):
                values |= line.read()
        except StoreError:
            return  # said beside the field
        try:
            self.keep_values(values)
        except StoreError as error:
            self._complain(error)
            return
        self.dismiss(True)

    def action_next(self) -> None:
        self.focus_next()

    def action_previous(self) -> None:
        self.focus_previous()

    @property
    def line_in_use(self) -> Line | None:
        """The line that has the keys; none where they go elsewhere."""
        return next((line for line in self.query(Line) if line.entry.has_focus), None)

    def action_as_before(self) -> None:
        """Say that there is nothing to take over; a form that has something does so."""
        self.notify("Nothing of this kind was corrected before.", markup=False)

    def action_choose(self) -> None:
        """Have the value of the field chosen from all that it offers."""
        from tui.screens.choice import Choice
        from tui.screens.choose import Choose

        here = self.line_in_use
        if here is None:
            return
        offers = [Choice(one, one) for one in dict.fromkeys(here.field.offers)]

        def take(words: str | None) -> None:
            if words is not None:
                here.add(words)

        panel = Choose(
            here.field.label, offers, current=here.entry.value, empty="Nothing is known."
        )
        self.app.push_screen(panel, take)

    def action_cancel(self) -> None:
        self.dismiss(False)

    def _complain(self, error: StoreError) -> None:
        """Say what the store does not take, beside the field that its words begin with."""
        for line in self.query(Line):
            name = getattr(line.field, "name", "")
            if name and error.what.startswith(f"'{name}'"):
                line.complain(self._as_labelled(error.what))
                return
        self.notify(str(error), severity="error", markup=False)

    def _as_labelled(self, words: str) -> str:
        """The words with fields called as they are on the screen."""
        for field in self.fields:
            words = words.replace(f"'{getattr(field, 'name', '')}'", f"“{field.label}”")
        return words
