"""The least that Textual can do: one label. What every program on Textual starts from."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Bare(App[None]):
    """One label, and a key to leave."""

    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Label("one label")


if __name__ == "__main__":
    Bare().run()
