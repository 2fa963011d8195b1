"""A text wrapped into rows once for a width, and the way from an offset to its row and back."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.load.plain import mark_in
from extract.records import Block
from extract.vocabulary import BlockKind
from tui.text.cells import index_at, width
from tui.text.lines import wrapped
from tui.text.tables import Line, Piece, laid_out

NO_BLOCK = -1
"""Block of the blank rows between two blocks."""

BULLET = "•"
"""Before an item of a list that has no sign of its own."""

_INDENTED = {BlockKind.QUOTATION: 2, BlockKind.LIST_ITEM: 2}
_TIGHT = (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM)
_LEAST_WIDTH = 4
_DEEP = 2
"""Cells that each level of a list stands in."""
_LONGEST_MARK = 12


class Rows:
    """The rows of a wrapped text: blocks one below the other, a blank row between them.

    `text` is the text as it is shown, code point for code point the article's. Tables are laid out
    as tables: their rows have several pieces, and the words of a cell may stand in several rows.
    """

    def __init__(self, text: str, blocks: Sequence[Block], width: int) -> None:
        self.text = text
        self.width = width
        self.blocks = blocks
        self._starts = array("l")
        """Where the words of a row begin; in a table where its block begins, so that they rise."""
        self._ends = array("l")
        self._blocks = array("l")
        self._pieces: dict[int, Line] = {}
        """Of rows that are no stretch of the text."""
        self._marks: dict[int, int] = {}
        """For blocks that begin with a bullet or number how many cells that takes."""
        for group in _together(blocks):
            if blocks[group[0]].kind is BlockKind.ROW:
                self._add_table(group)
            else:
                self._add(group[0], blocks[group[0]])

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, row: int) -> tuple[int, int]:
        """Return offsets of a row's first character and of the one after its last."""
        told = [piece for piece in self._pieces.get(row, ()) if not piece.is_label]
        if told:
            return min(piece.start for piece in told), max(piece.end for piece in told)
        return self._starts[row], self._ends[row]

    def pieces(self, row: int) -> Sequence[Piece]:
        """Return the words of a row with their places, from left to right."""
        found = self._pieces.get(row)
        return found or (Piece(self.indent(row), self._starts[row], self._ends[row]),)

    def block(self, row: int) -> Block | None:
        """Return the block a row belongs to; none for a blank row."""
        number = self._blocks[row]
        return None if number == NO_BLOCK else self.blocks[number]

    def indent(self, row: int) -> int:
        """Return cells that a row stands in from the left."""
        block = self.block(row)
        if block is None:
            return 0
        if block.number:
            return indent_of(block) + len(str(block.number))
        mark = self._marks.get(self._blocks[row], 0)
        return (
            indent_of(block) - (mark and _DEEP) + (mark if self._starts[row] > block.start else 0)
        )

    def bullet(self, row: int) -> tuple[int, str] | None:
        """Return the sign before an item of a list that has none of its own, a bullet or its
        number, and the cell where it stands; none in all other rows."""
        block = self.block(row)
        opens = block is not None and self._starts[row] == block.start
        if block is None or block.kind is not BlockKind.LIST_ITEM or not opens:
            return None
        if self._blocks[row] in self._marks:
            return None
        return indent_of(block) - _DEEP, f"{block.number}." if block.number else BULLET

    def row_at(self, offset: int) -> int:
        """Return the row that shows an offset, or the nearest above it."""
        last = max(0, bisect_right(self._starts, offset) - 1)
        row, found, nearest = last, last, -1
        while row >= 0 and row in self._pieces and self._blocks[row] == self._blocks[last]:
            for piece in self._pieces[row]:
                if not piece.is_label and nearest < piece.start <= offset:
                    found, nearest = row, piece.start
            row -= 1
        return found

    def rows_of(self, start: int, end: int) -> range:
        """Return the rows that show a span."""
        ends = self.row_at(start), self.row_at(max(start, end - 1))
        first, last = min(ends), max(ends)
        if first in self._pieces or last in self._pieces:  # a cell has rows of its own
            while first and self._blocks[first - 1] == self._blocks[first]:
                first -= 1
            while last + 1 < len(self) and self._blocks[last + 1] == self._blocks[last]:
                last += 1
        return range(first, last + 1)

    def cell_of(self, row: int, offset: int) -> int:
        """Return the cell of a row, from the left of the text, in which it shows an offset."""
        told = [one for one in self.pieces(row) if not one.is_label]
        piece = next((one for one in told if one.start <= offset < one.end), None)
        piece = piece or max(
            (one for one in told if one.start <= offset), default=told[0], key=_begin
        )
        return piece.x + width(self.text[piece.start : offset])

    def offset_at(self, row: int, cell: int) -> int | None:
        """Return the offset that stands at a cell of a row; none where no words stand."""
        for piece in self.pieces(row):
            if piece.x <= cell and not piece.is_label:
                words = self.text[piece.start : piece.end]
                index = index_at(words, cell - piece.x)
                if index < len(words):
                    return piece.start + index
        return None

    def offset_near(self, row: int, cell: int) -> int:
        """Return the offset that stands at a cell of a row, or nearest to it."""
        told = [piece for piece in self.pieces(row) if not piece.is_label]
        left = [piece for piece in told if piece.x <= cell] or told[:1]
        piece = left[-1]
        words = self.text[piece.start : piece.end]
        return piece.start + min(index_at(words, max(0, cell - piece.x)), max(0, len(words) - 1))

    def _add(self, number: int, block: Block) -> None:
        self._part(number)
        if block.kind is BlockKind.LIST_ITEM:
            mark = mark_in(self.text[block.start : min(block.end, block.start + _LONGEST_MARK)])
            if mark:
                self._marks[number] = mark
        mark = self._marks.get(number, 0) - _DEEP if not block.number else len(str(block.number))
        cells = max(_LEAST_WIDTH, self.width - indent_of(block) - max(0, mark))
        for start, end in wrapped(self.text, block.start, block.end, cells):
            self._append(start, end, number)

    def _add_table(self, numbers: Sequence[int]) -> None:
        self._part(numbers[0])
        rows = [self.blocks[number] for number in numbers]
        for number, lines in zip(numbers, laid_out(self.text, rows, self.width), strict=True):
            block = self.blocks[number]
            for line in lines:
                self._pieces[len(self)] = line
                self._append(block.start, block.end, number)

    def _part(self, number: int) -> None:
        """Put a blank row before a block, unless it is an item behind an item."""
        block = self.blocks[number]
        if number and (self.blocks[number - 1].kind, block.kind) != _TIGHT:
            self._append(block.start, block.start, NO_BLOCK)

    def _append(self, start: int, end: int, block: int) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._blocks.append(block)


def _begin(piece: Piece) -> int:
    return piece.start


def _together(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The numbers of the blocks, those of the rows of one table together."""
    table = 0

    def key(number: int) -> tuple[int, int]:
        nonlocal table
        block = blocks[number]
        above = blocks[number - 1] if number else None
        if block.kind is not BlockKind.ROW:
            return number, -1
        if above is None or above.kind is not BlockKind.ROW or block.level > above.level:
            table = number
        return table, 0

    for _, numbers in groupby(range(len(blocks)), key):
        yield list(numbers)


def indent_of(block: Block) -> int:
    """Return cells that a block stands in from the left: quotations,
    and list items by their depth."""
    return _INDENTED.get(block.kind, 0) * max(1, block.level)
