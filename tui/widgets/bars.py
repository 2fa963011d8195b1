"""The bars above and below: headline, detail of the current item, keys."""

from collections.abc import Sequence

from textual.strip import Strip

from tui.actions import Hint
from tui.palette import Palette
from tui.text.cells import width
from tui.text.lines import wrapped
from tui.text.words import Words
from tui.widgets.painted import Painted
from tui.widgets.words import ends, row_of

_AIR = Words("  ")
_BAR = "panel"
_TITLE_ROOM = 30
"""Cells that the title keeps while there is something else to leave out."""


class Headline(Painted):
    """Title of the article, its origin, and how far it is reviewed."""

    _title = ""
    _origins: tuple[str, ...] = ()
    _progress = ("", "")

    def show(self, title: str, origins: Sequence[str], progress: str, short: str = "") -> None:
        """Show other words; of the origins the first that there is room for, and `short` in place
        of the progress where that leaves none.
        """
        shown = (title, tuple(origins), (progress, short or progress))
        if shown != (self._title, self._origins, self._progress):
            self._title, self._origins, self._progress = shown
            self.repaint()

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return title, origin and progress in one row."""
        room = cells - min(width(self._title), _TITLE_ROOM) - 9
        shortest = min(map(width, self._origins), default=0)
        full, short = self._progress
        progress = full if width(full) + shortest <= room else short
        room -= width(progress)
        origin = next((one for one in self._origins if width(one) <= room), "")
        left = [_AIR, Words(self._title, "foreground", "bold")]
        right = [
            *([Words(origin, "ink-muted"), Words("   ")] if origin else []),
            Words(progress, "ink-muted"),
            _AIR,
        ]
        return [row_of(ends(left, right, cells), cells, palette, _BAR)]


class Remark(Painted):
    """A row of words above a list."""

    _words: tuple[Words, ...] = ()

    def show(self, words: Sequence[Words]) -> None:
        """Show other words."""
        if tuple(words) != self._words:
            self._words = tuple(words)
            self.repaint()

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return the row."""
        return [row_of([_AIR, *self._words], cells, palette, "surface")]


class Detail(Painted):
    """The current item in one sentence, and below it how it stands."""

    _claim: Words = Words("")
    _standing: tuple[Words, ...] = ()

    def show(self, claim: Words, standing: Sequence[Words]) -> None:
        """Show another item."""
        if (claim, tuple(standing)) != (self._claim, self._standing):
            self._claim, self._standing = claim, tuple(standing)
            self.repaint()

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return the sentence on as many rows as there are, and the facts below."""
        text = self._claim.text
        room = max(1, cells - 4)
        lines = list(wrapped(text, 0, len(text), room))
        shown = [text[start:end] for start, end in lines[: self.size.height - 1]]
        if len(lines) > len(shown) and shown:
            shown[-1] = text[lines[len(shown) - 1][0] :]
        rows = [[_AIR, self._claim._replace(text=line)] for line in shown]
        rows.append([_AIR, *self._standing])
        rows += [[] for _ in range(self.size.height - len(rows))]
        return [row_of(row, cells, palette, _BAR) for row in rows]


class KeyBar(Painted):
    """The keys that work now, and whether all is saved."""

    _keys: tuple[Hint, ...] = ()
    _status: Words = Words("")

    def show_keys(self, keys: Sequence[Hint]) -> None:
        """Show other keys with what they do, the most wanted first, that of the help last."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.repaint()

    def show_status(self, status: Words) -> None:
        """Show other words at the right end."""
        if status != self._status:
            self._status = status
            self.repaint()

    def paint(self, palette: Palette, cells: int) -> list[Strip]:
        """Return the keys that fit, and how saving stands."""
        room = cells - width(self._status.text) - 4
        left: list[Words] = []
        for key, label, _ in self._fitting(room):
            left += [_AIR, Words(key, "ink-key", "bold"), Words(f" {label}", "ink-muted")]
        return [row_of(ends(left, [self._status, _AIR], cells), cells, palette, "background")]

    def _fitting(self, room: int) -> list[Hint]:
        """As many keys as there is room for, those that are kept before others; the last one, which
        leads to all, always.
        """
        last = len(self._keys) - 1
        places = sorted(range(last + 1), key=lambda at: (at != last, not self._keys[at].kept, at))
        fitting = []
        for at in places:
            cells = _cells(self._keys[at])
            if at == last or cells <= room:
                fitting.append(at)
                room -= cells
        return [self._keys[at] for at in sorted(fitting)]


def _cells(hint: Hint) -> int:
    return width(hint.key) + width(hint.label) + 3
