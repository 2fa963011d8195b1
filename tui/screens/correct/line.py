"""One line of a form: what it is called, what is typed, and what that means."""

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Label

from store.errors import InvalidValueError
from store.items import Fields
from tui.review.fields import Field
from tui.text.visible import visible
from tui.widgets.suggesting import LastOfMany
from tui.widgets.typed import TypedLine


class Line(Vertical):
    """A field with its remark below."""

    entry = getters.query_one(Input)
    remark = getters.query_one("#remark", Label)

    def __init__(self, field: Field, fields: Fields, letter: str = "") -> None:
        """`letter` is the key that goes to it, where the form has such keys."""
        super().__init__()
        self.field = field
        self.letter = letter
        self._before = visible(field.show(fields))
        self._refused: str | None = None
        """What was written when something was wrong with it."""

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Label(self.letter, id="letter", markup=False)
            yield Label(self.field.label, id="label", markup=False)
            yield TypedLine(
                self._before,
                compact=True,
                select_on_focus=True,
                suggester=LastOfMany(self.field.offers, between=self.field.between),
            )
        yield Label("", id="remark", markup=False)

    @property
    def changed(self) -> bool:
        """Whether something else is written than before."""
        return self.entry.value.strip() != self._before.strip()

    def write(self, words: str) -> None:
        """Put other words in."""
        self.entry.value = visible(words)

    def add(self, words: str) -> None:
        """Put one of the values offered in, after those that stand before it."""
        between = self.field.between
        before = self.entry.value.rpartition(between)[0] if between else ""
        self.write(f"{before}{between} {words}" if before else words)

    def read(self) -> Fields:
        """Return the values written here, nothing where they are as before.

        Raises:
            InvalidValueError: if they are wrong; what is wrong stands beside the field.
        """
        if not self.changed:
            return {}
        try:
            values = self.field.read(self.entry.value)
        except InvalidValueError as error:
            self.complain(error.what)
            raise
        return values

    def complain(self, what: str) -> None:
        """Say beside the field what is wrong, and go there."""
        self._warn(what)
        self.screen.set_focus(self.entry)

    def _warn(self, what: str) -> None:
        self._refused = self.entry.value
        self.add_class("-wrong")
        self._say(f"✗ {what}")

    @on(Input.Changed)
    def _say_what_it_means(self) -> None:
        if self.entry.value == self._refused:
            return  # nothing else has been written
        self._refused = None
        self.remove_class("-wrong")
        self._say(self.field.remark(self.entry.value) if self.entry.has_focus else "")

    def on_mount(self) -> None:
        self._say("")

    def on_descendant_focus(self) -> None:
        if not self.has_class("-wrong"):
            self._say_what_it_means()

    def on_descendant_blur(self) -> None:
        if self.has_class("-wrong"):
            return  # what is not understood stays marked when the field is left
        self._say("")
        if self.changed:
            self.entry.value = self.field.completed(self.entry.value)
            try:
                self.field.read(self.entry.value)
            except InvalidValueError as error:
                self._warn(error.what)

    def _say(self, words: str) -> None:
        said = words or self.field.standing
        self.remark.update(visible(said))
        self.remark.display = bool(said)
