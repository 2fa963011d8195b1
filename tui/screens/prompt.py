"""One line of text asked for at the bottom of the screen, over whatever is there."""

from collections.abc import Callable, Iterable

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from tui.actions import bindings
from tui.text.visible import visible
from tui.widgets.suggesting import LastOfMany
from tui.widgets.typed import TypedLine


class Prompt(ModalScreen[str | None]):
    """Asks for a line; none where the person leaves without an answer."""

    CSS_PATH = "prompt.tcss"
    BINDINGS = bindings("prompt")

    remark = getters.query_one("#remark", Label)

    def __init__(
        self,
        asked: str,
        before: str = "",
        *,
        told: Callable[[str], str] | None = None,
        known: Iterable[str] = (),
    ) -> None:
        """`told` is told of the text at every key, and gives a remark on it.

        `known` words complete what is typed after the last comma; the right arrow takes them.
        """
        super().__init__()
        self._known = tuple(dict.fromkeys(known))
        self._asked = asked
        self._before = before
        self._told = told

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Label(visible(self._asked), id="asked", markup=False)
            yield TypedLine(
                visible(self._before),
                compact=True,
                select_on_focus=False,
                suggester=LastOfMany(self._known) if self._known else None,
            )
            yield Label(id="remark", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        if self._told is not None:
            self.remark.update(visible(self._told(event.value)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        self.dismiss(None)
