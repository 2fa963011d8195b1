"""A few rows of words, made anew for the room that there is."""

from collections.abc import Callable, Sequence

from textual.strip import Strip

from tui.palette import Palette
from tui.text.words import Words
from tui.widgets.painted import Painted
from tui.widgets.words import row_of

Made = Callable[[int, int], Sequence[Sequence[Words]]]
"""From cells and rows to rows of words."""


def _nothing(cells: int, rows: int) -> Sequence[Sequence[Words]]:
    return ()


class Board(Painted):
    """Shows what a function makes for its size; `ground` is the colour behind it."""

    _made: Made = staticmethod(_nothing)

    def __init__(self, ground: str = "surface", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._ground = ground

    def show(self, made: Made) -> None:
        """Show something else."""
        self._made = made
        self.repaint()

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return its rows, those that were not made empty."""
        height = self.size.height
        rows = [*self._made(cells, height)][:height]
        rows += [()] * (height - len(rows))
        return [row_of(row, cells, palette, self._ground) for row in rows]
