"""A text wrapped into rows once for a width, and the way from an offset to its row and back."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.records import Block
from extract.vocabulary import BlockKind
from tui.text.cells import character_width, single

NO_BLOCK = -1
"""Block of the blank rows between two blocks."""

_INDENTED = {BlockKind.QUOTATION: 2, BlockKind.LIST_ITEM: 2}
_NEVER_FIRST = frozenset(")]}.,;:!?%’”»、。，．：；！？）】」』〉》")
_TIGHT = (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM)
_LEAST_WIDTH = 4


class Rows:
    """The rows of a wrapped text: blocks one below the other, a blank row between them.

    `text` is the text as it is shown, code point for code point the article's.
    """

    def __init__(self, text: str, blocks: Sequence[Block], width: int) -> None:
        self.text = text
        self.width = width
        self.blocks = blocks
        self._starts = array("l")
        self._ends = array("l")
        self._blocks = array("l")
        for number, block in enumerate(blocks):
            self._add(number, block)

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, row: int) -> tuple[int, int]:
        """Return offsets of a row's first character and of the one after its last."""
        return self._starts[row], self._ends[row]

    def block(self, row: int) -> Block | None:
        """Return the block a row belongs to; none for a blank row."""
        number = self._blocks[row]
        return None if number == NO_BLOCK else self.blocks[number]

    def indent(self, row: int) -> int:
        """Return cells that a row stands in from the left."""
        block = self.block(row)
        return indent_of(block) if block else 0

    def row_at(self, offset: int) -> int:
        """Return the row that shows an offset, or the nearest above it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def rows_of(self, start: int, end: int) -> range:
        """Return the rows that show a span."""
        return range(self.row_at(start), self.row_at(max(start, end - 1)) + 1)

    def _add(self, number: int, block: Block) -> None:
        if number and (self.blocks[number - 1].kind, block.kind) != _TIGHT:
            self._append(block.start, block.start, NO_BLOCK)
        width = max(_LEAST_WIDTH, self.width - indent_of(block))
        for start, end in wrapped(self.text, block.start, block.end, width):
            self._append(start, end, number)

    def _append(self, start: int, end: int, block: int) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._blocks.append(block)


def indent_of(block: Block) -> int:
    """Return cells that a block stands in from the left: quotations,
    and list items by their depth."""
    return _INDENTED.get(block.kind, 0) * max(1, block.level)


def wrapped(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield rows of at most `width` cells that tile a range, spaces at their ends left out."""
    cut = _cut_single if single(text, start, end) else _cut_cells
    while start < end:
        stop = cut(text, start, end, width)
        yield start, _without_space(text, start, stop)
        start = _next_word(text, stop, end)


def _cut_single(text: str, start: int, end: int, width: int) -> int:
    """Where a row ends when every character takes one cell."""
    if end - start <= width:
        return end
    space = text.rfind(" ", start + 1, start + width + 1)
    return space if space > start else start + width


def _cut_cells(text: str, start: int, end: int, width: int) -> int:
    """Where a row ends when characters take from none to two cells."""
    taken, chance = 0, start
    for index in range(start, end):
        character = text[index]
        cells = character_width(character)
        if index > start and _may_break(text, index, cells):
            chance = index
        taken += cells
        if taken > width:
            return chance if chance > start else max(index, start + 1)
    return end


def _may_break(text: str, index: int, cells: int) -> bool:
    """Whether a row may end before a character: at a space, or beside a wide one."""
    character = text[index]
    if character == " ":
        return True
    if cells == 0 or character in _NEVER_FIRST:
        return False
    return cells == 2 or character_width(text[index - 1]) == 2


def _without_space(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    return stop


def _next_word(text: str, stop: int, end: int) -> int:
    while stop < end and text[stop] == " ":
        stop += 1
    return stop
