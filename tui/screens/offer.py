"""An offer in one line at the bottom of the screen: enter takes it, any other key goes on."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Label

from tui.actions import bindings
from tui.key_queue import QueueingApp
from tui.text.visible import visible


class Offer(ModalScreen[bool]):
    """Offers something that may be passed by; gives back whether it was taken."""

    CSS_PATH = "offer.tcss"
    BINDINGS = bindings("offer")

    def __init__(self, offered: str) -> None:
        """`offered` is what enter brings about, in a line."""
        super().__init__()
        self._offered = offered

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Label(visible(self._offered), id="offered", markup=False)
            yield Label("enter takes it · esc leaves it", id="keys", markup=False)

    def action_take(self) -> None:
        self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)

    async def on_key(self, event: events.Key) -> None:
        """Leave it, and do what the key does where the offer lies over it."""
        if event.key in ("enter", "escape"):
            return
        event.stop()
        self.dismiss(False)
        if isinstance(self.app, QueueingApp):
            await self.app.hand_on_first([events.Key(event.key, event.character)])
