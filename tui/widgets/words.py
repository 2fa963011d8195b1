"""Words in a row of the screen; whatever they say is safe to show."""

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from textual.strip import Strip

from tui.palette import Palette
from tui.text.cells import fitted, width
from tui.text.visible import visible
from tui.text.words import Words

_LEAST = 6
"""Cells that are left of words which yield."""


def row_of(words: Iterable[Words], cells: int, palette: Palette, ground: str) -> Strip:
    """Return a row of exactly so many cells; what is too long ends in an ellipsis."""
    shown = _cut((one._replace(text=visible(one.text)) for one in words), cells)
    return Strip(
        [Segment(one.text, palette.ink(one.ink, ground, one.shape)) for one in shown], cells
    )


def ends(left: Iterable[Words], right: Iterable[Words], cells: int) -> list[Words]:
    """Return words at both ends of a row; the left ones are cut where both have no room."""
    last = list(right)
    room = max(0, cells - sum(width(one.text) for one in last) - 2)
    first = words_in(left, room)
    return [*first, Words("  "), *last] if last else first


def words_in(words: Iterable[Words], cells: int) -> list[Words]:
    """Return words in exactly so many cells."""
    return list(_cut(words, cells))


def shared(words: Iterable[Words], cells: int) -> list[Words]:
    """Return words of which those that yield are cut, the longest first, until all have room.

    >>> [one.text for one in shared([Words("government forces", yields=True), Words(" won")], 15)]
    ['government…', ' won']
    """
    shown = list(words)
    widths = [width(one.text) for one in shown]
    spare = cells - sum(widths)
    while spare < 0 and (longest := max(_yielding(shown, widths), default=(0, 0)))[0] > _LEAST:
        widths[-longest[1]] -= 1
        spare += 1
    return [
        one if width(one.text) <= room else one._replace(text=fitted(one.text, room).rstrip())
        for one, room in zip(shown, widths, strict=True)
    ]


def _yielding(words: Iterable[Words], widths: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Widths of the words that yield, each with its place, negative so that the first is cut."""
    found = zip(words, widths, strict=True)
    return ((room, -place) for place, (one, room) in enumerate(found) if one.yields)


def _cut(words: Iterable[Words], cells: int) -> Iterator[Words]:
    left = cells
    for one in words:
        taken = width(one.text)
        if taken > left:
            yield one._replace(text=fitted(one.text, left))
            return
        if one.text:
            yield one
        left -= taken
    if left > 0:
        yield Words(" " * left)
