"""Putting a text together block by block, with the offsets of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.load.grids import Cells, cells_of, heads_among, spans_within
from extract.load.plain import Start, starts, with_rows, wrapped
from extract.records import Block, PageStart, Span
from extract.vocabulary import BlockKind

_GAP = "\n\n"
_BAR = " | "
FORCED = "\u2028"
"""A line end that the author has asked for, in words that are yet to be put into blocks."""
OVERLEAF = "\ufdd0"
"""In words that are yet to be put into blocks: here the next of the pages begins that were told."""
_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST})


@dataclass(slots=True)
class TextBuilder:
    """Plain text so far, and where each block stands in it."""

    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _lines: dict[int, Cells] = field(default_factory=dict)
    """Cells of paragraphs that are a line each, by number, as offsets of the text."""
    _length: int = 0
    _pages: list[PageStart] = field(default_factory=list)
    _next: int | None = None
    _overleaf: list[int] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether there is a block already."""
        return bool(self._blocks)

    def add(self, kind: BlockKind, words: str, level: int = 0) -> None:
        """Put a block at the end, an empty line before it; one without words is left out."""
        words = words.strip()
        if not words.strip(OVERLEAF):
            return
        if self._blocks:
            self._append(_GAP)
        start = self._length
        if self._next is not None:
            self._pages.append(PageStart(start, self._next))
            self._next = None
        self._append(self._turned(words))
        self._blocks.append(Block(kind, start, self._length, level))

    def number(self, place: int, number: int) -> None:
        """Give the block at a place, which is an item of a list, its number, if it is there yet."""
        if place < len(self._blocks) and self._blocks[place].kind is BlockKind.LIST_ITEM:
            self._blocks[place] = replace(self._blocks[place], number=number)

    def __len__(self) -> int:
        return len(self._blocks)

    def add_table(self, rows: Sequence[Sequence[str]], ruled: int = 0) -> None:
        """Put a table at the end, a row after the other, their cells apart by bars.

        `ruled` is the number of rows that the markup calls heads. A row of a single cell before all
        others is the table's caption, a paragraph; further down it heads the rows below it.
        """
        told = [[" ".join(cell.split()) for cell in row] for row in rows]
        first = next((place for place, row in enumerate(told) if len(row) > 1), len(told))
        for row in told[:first]:
            self.add(BlockKind.PARAGRAPH, "".join(row))
        heads = heads_among(told[first:], ruled - first)
        for place, row in enumerate(told[first:]):
            self._add_row(row, int(place < heads))

    def _add_row(self, cells: Sequence[str], level: int) -> None:
        self.add(BlockKind.ROW, " ".join(_BAR.join(cells).split()), level)
        block = self._blocks[-1]
        shown = [cell.replace(OVERLEAF, "") for cell in cells]
        self._blocks[-1] = replace(block, cells=tuple(_cells_from(block.start, shown)))

    def add_lines(self, kind: BlockKind, words: str, level: int = 0) -> None:
        """Put words with line ends in them: what stands for itself as a block of its own.

        `FORCED` ends a block, unless the lines so ended only fit a column.
        """
        if kind in _HEADS:
            self.add(kind, " ".join(words.split()), level)
            return
        forced = [part for part in words.split(FORCED) if part.strip()]
        for stretch in ["\n".join(forced)] if wrapped(forced) else forced:
            self._add_broken(kind, stretch.strip().split("\n"), level)

    def _add_broken(self, kind: BlockKind, lines: list[str], level: int) -> None:
        if len(lines) == 1:
            self.add(kind, lines[0], level)
            self._keep(cells_of(lines[0]) if kind is BlockKind.PARAGRAPH else (), lines[0])
            return
        begun = [*starts(lines), Start(kind)]
        first = 0
        for place in range(1, len(begun)):
            if begun[place] is not None:
                start = begun[first] or Start(kind)
                own = start.kind is BlockKind.LIST_ITEM and kind is BlockKind.PARAGRAPH
                words = " ".join(map(str.strip, lines[first:place]))
                self.add(start.kind if own else kind, words, start.level if own else level)
                self._keep(start.cells if kind is BlockKind.PARAGRAPH else (), lines[first])
                first = place

    def _keep(self, cells: Cells, line: str) -> None:
        """Keep the cells of a line that is the last block so far, if it has any."""
        if not cells:
            return
        row = self._blocks[-1].span
        offset = row.start - (len(line) - len(line.lstrip()))
        self._lines[len(self._blocks) - 1] = tuple(spans_within(row, offset, cells))

    def turn(self, page: int) -> None:
        """Begin a page with the next block."""
        self._next = page

    def turn_within(self, page: int) -> str:
        """Return the sign for words to come in which a page begins."""
        self._overleaf.append(page)
        return OVERLEAF

    @property
    def pages(self) -> tuple[PageStart, ...]:
        """Where pages begin."""
        return tuple(self._pages)

    def _turned(self, words: str) -> str:
        """The words without the signs of pages, whose places are kept."""
        while self._overleaf and OVERLEAF in words:
            place = words.index(OVERLEAF)
            self._pages.append(PageStart(self._length + place, self._overleaf.pop(0)))
            words = words[:place] + words[place + 1 :]
        return words

    def done(self) -> tuple[str, tuple[Block, ...]]:
        """Return the text and its blocks."""
        text = "".join(self._parts)
        if not self._lines:
            return text, tuple(self._blocks)
        cells = (self._lines.get(number, ()) for number in range(len(self._blocks)))
        starts = (Start(BlockKind.PARAGRAPH, cells=found) for found in cells)
        units = [(block.span, start) for block, start in zip(self._blocks, starts, strict=True)]
        return text, with_rows(text, self._blocks, units)

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _cells_from(start: int, cells: Sequence[str]) -> Iterator[Span]:
    """Where the cells of a row stand that begins at an offset: "a | | b" has an empty one."""
    place = start
    for number, cell in enumerate(cells):
        if number:
            place += len("|") + (place > start)
        begin = place + (bool(cell) and place > start)
        place = begin + len(cell)
        yield Span(begin, place)
