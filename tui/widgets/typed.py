"""A line to type in: what is pasted into it goes in whole, and harmless."""

from textual import events
from textual.widgets import Input

from tui.text.visible import visible


class TypedLine(Input):
    """Textual's line, which takes the first line of a paste only."""

    leaves = ""
    """Characters that are the screen's keys while nothing is typed."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key is typed here."""
        if not self.value and character and character in self.leaves:
            return False
        return super().check_consume_key(key, character)

    def _on_paste(self, event: events.Paste) -> None:
        """Put in what was pasted, its lines one behind the other."""
        event.prevent_default()
        event.stop()
        words = visible(" ".join(event.text.split()))
        if self.selection.is_empty:
            self.insert_text_at_cursor(words)
        else:
            self.replace(words, *self.selection)
