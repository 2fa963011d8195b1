"""The form of an incident's row: a line a column, kept whole or not at all."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from store.errors import StoreError
from store.items import Fields
from tui.actions import bindings
from tui.review.fields import Field
from tui.screens.correct.line import Line
from tui.screens.footer import footer
from tui.text.visible import visible
from tui.widgets.bars import KeyBar


class RowForm(ModalScreen[bool]):
    """Asks for the values of a row; gives back whether anything was kept."""

    CSS_PATH = "form.tcss"
    BINDINGS = bindings("form", first=True)

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        values: Fields,
        first: int,
        keep: Callable[[Fields], None],
    ) -> None:
        """`first` is the line to begin in; `keep` keeps what was changed or raises `StoreError`."""
        super().__init__()
        self._heading = title
        self._fields = fields
        self._values = values
        self._first = first
        self._keep = keep

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Label(visible(self._heading), id="heading", markup=False)
            for field in self._fields:
                yield Line(field, self._values)
        yield KeyBar()

    def on_mount(self) -> None:
        [*self.query(Line)][self._first].entry.focus()

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
            self._keep(values)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.dismiss(True)

    def action_next(self) -> None:
        self.focus_next()

    def action_previous(self) -> None:
        self.focus_previous()

    def action_cancel(self) -> None:
        self.dismiss(False)
