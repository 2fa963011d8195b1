"""The form of an incident's row: a line a column, kept whole or not at all."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Label

from store.items import Fields
from tui.review.fields import Field
from tui.screens.correct.line import Line
from tui.screens.correct.lines_form import LinesForm
from tui.text.visible import visible
from tui.widgets.bars import KeyBar


class RowForm(LinesForm):
    """Asks for the values of a row."""

    CSS_PATH = "form.tcss"

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        values: Fields,
        first: int,
        keep: Callable[[Fields], None],
    ) -> None:
        """`first` is the line to begin in; `keep` keeps what was changed or raises `StoreError`."""
        super().__init__(fields)
        self._heading = title
        self._values = values
        self._first = first
        self._keep = keep

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Label(visible(self._heading), id="heading", markup=False)
            for field in self.fields:
                yield Line(field, self._values)
        yield KeyBar()

    def on_mount(self) -> None:
        [*self.query(Line)][self._first].entry.focus()

    def keep_values(self, values: Fields) -> None:
        """Keep what was changed.

        Raises:
            StoreError: if the store does not take it.
        """
        self._keep(values)
