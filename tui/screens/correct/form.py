"""The form: an item's words and values, filled in with the keyboard, kept whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Label, Static

from extract.records import Span
from store.items import Fields
from tui.review.fields import Field, OneOf
from tui.screens.correct.boundary import Boundary
from tui.screens.correct.line import Line
from tui.screens.correct.lines_form import LinesForm
from tui.text.edges import Edges
from tui.text.visible import visible
from tui.widgets.bars import KeyBar

_MOST_OFFERED = 40
"""Values that are told of a field."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form asks the store to keep."""

    fields: Fields
    """Values that were changed, by name."""
    span: Span | None
    """Other words, if they were moved."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """The values of the item that was corrected last."""

    fields: Fields
    taken: frozenset[str]
    """The fields that are taken all at once."""
    at_once: bool = False
    """Whether they are taken as the form opens."""


class Form(LinesForm):
    """The form of an item: where it stands, and its values."""

    CSS_PATH = "form.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-middling"), (40, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        values: Fields,
        boundary: tuple[Edges, Span],
        keep: Callable[[Draft], None],
        told: Callable[[Span], None],
        letters: Mapping[str, str] | None = None,
        repeated: Repeated | None = None,
        about: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`keep` keeps what was filled in or raises `StoreError`; `told` hears of other words;
        `letters` go to the fields of these names; `repeated` are the values that were given last;
        `about` is what is told of the item below the fields, each under its head.
        """
        super().__init__(fields)
        self._heading = title
        self._values = values
        self._edges, self._span = boundary
        self._keep = keep
        self._told = told
        self._repeated = repeated
        self._about = tuple(about)
        self._letters = {name: letter for letter, name in (letters or {}).items()}
        self.set_class(bool(letters), "-lettered")

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Label(visible(self._heading), id="heading", markup=False)
            yield Boundary(self._edges, self._span, self._go_to)
            for field in self.fields:
                letter = self._letters.get(getattr(field, "name", ""), "")
                yield Line(field, self._values, letter)
            yield Static(id="about", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Boundary).focus()
        self._tell_about()
        if self._repeated is not None and self._repeated.at_once:
            self.action_as_before()

    def on_descendant_focus(self) -> None:
        super().on_descendant_focus()
        self._tell_about()

    def _tell_about(self) -> None:
        """Tell below the fields what may stand in the one in use, and what is known of the item."""
        line = self.line_in_use
        offered = [*line.field.offers][:_MOST_OFFERED] if line is not None else []
        heads = [(f"{line.field.label} may be", " · ".join(offered))] if line and offered else []
        text = Text()
        for head, words in (*heads, *self._about):
            text.append(f"{visible(head)}\n", "bold")
            text.append(f"{visible(words)}\n\n")
        self.query_one("#about", Static).update(text)

    def action_as_before(self) -> None:
        """Write what was given last: in the words all that is often the same, in a field its own
        value."""
        before = self._repeated
        if before is None:
            super().action_as_before()
            return
        here = self.line_in_use
        for line in self.query(Line):
            name = getattr(line.field, "name", "")
            if line is here or (here is None and name in before.taken):
                line.write(line.field.show(before.fields))

    @on(Boundary.Moved)
    def _show_words(self, event: Boundary.Moved) -> None:
        self._told(event.span)

    @on(Boundary.Labelled)
    def _label(self, event: Boundary.Labelled) -> None:
        """Write the label of that number into the first field that offers options."""
        for line in self.query(Line):
            if isinstance(line.field, OneOf):
                options = list(line.field.options.values())
                if event.number <= len(options):
                    line.write(options[event.number - 1])
                return

    def _go_to(self, letter: str) -> None:
        """Go to the field of that letter, at once: what is typed next goes there."""
        for line in self.query(Line):
            if line.letter == letter:
                self.set_focus(line.entry)

    def keep_values(self, values: Fields) -> None:
        """Keep values and words.

        Raises:
            StoreError: if the store does not take them.
        """
        span = self.query_one(Boundary).span
        self._keep(Draft(values, span if span != self._span else None))
