"""A line to type in: what is pasted into it goes in whole, and harmless."""

from textual import events
from textual.widgets import Input

from tui.text.visible import visible


class TypedLine(Input):
    """Textual's line, which takes the first line of a paste only."""

    def _on_paste(self, event: events.Paste) -> None:
        """Put in what was pasted, its lines one behind the other."""
        event.prevent_default()
        event.stop()
        words = visible(" ".join(event.text.split()))
        if self.selection.is_empty:
            self.insert_text_at_cursor(words)
        else:
            self.replace(words, *self.selection)
