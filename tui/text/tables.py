"""Tables laid out in rows of a terminal: aligned where they fit, wrapped in their cells where that
is enough, else folded, a cell below the other with the head of its column before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from extract.records import Block, Span
from tui.text.cells import index_at, width
from tui.text.lines import wrapped

_GAP = 2
"""Cells between two columns."""
_NARROWEST = 10
"""Cells of a column that is wrapped, at least."""
_LABELS = 3
"""The share of a row that heads may take before the cells of a folded table: one in so many."""
_FOLDED = 2
"""Cells that the further cells of a folded row stand in from the left."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text at a place of a row."""

    x: int
    """Cells from the left of the text."""
    start: int
    end: int
    is_label: bool = False
    """The head of a column shown again, which is no place to point at."""


Line = tuple[Piece, ...]
"""What stands in one row of the terminal, from left to right."""


def laid_out(text: str, rows: Sequence[Block], cells: int) -> list[list[Line]]:
    """Return for each row of a table its lines, so many cells wide at most, in the order of the
    rows; none for a row without words."""
    count = max(len(row.cells) for row in rows)
    columns = [_column(text, rows, at, count) for at in range(count)]
    widths = _shares(
        [max((width(cell.of(text)) for cell in column), default=0) for column in columns], cells
    )
    if widths is None:
        return [list(_folded(text, rows, row, cells)) for row in rows]
    right = [_is_of_numbers(text, column) for column in columns]
    return [list(_aligned(text, row, widths, right, cells)) for row in rows]


def _column(text: str, rows: Sequence[Block], at: int, count: int) -> list[Span]:
    """The cells of a column with words; of rows that have several."""
    found = []
    for row in rows:
        place = at - _shift(row, count)
        if 0 <= place < len(row.cells) and _filled(row) > 1 and _has_words(row.cells[place]):
            found.append(row.cells[place])
    return found


def _shift(row: Block, count: int) -> int:
    """How many columns heads stand further to the right: those without one for the labels."""
    return 1 if row.level and len(row.cells) == count - 1 else 0


def _filled(row: Block) -> int:
    return sum(map(_has_words, row.cells))


def _has_words(cell: Span) -> bool:
    return cell.start < cell.end


def _shares(natural: Sequence[int], cells: int) -> list[int] | None:
    """The widths of columns that have room in a row; none where they have none.

    The widest are wrapped first.
    """
    free = cells - _GAP * (len(natural) - 1)
    least = [min(one, _NARROWEST) for one in natural]
    if sum(least) > free:
        return None
    limit = max(natural)
    while sum(min(one, limit) for one in natural) > free:
        limit -= 1
    return [min(one, max(limit, low)) for one, low in zip(natural, least, strict=True)]


def _is_of_numbers(text: str, column: Sequence[Span]) -> bool:
    """Whether most cells of a column below its head are numbers, which end below one another."""
    words = [cell.of(text) for cell in column]
    numbers = sum(any(map(str.isdigit, one)) and not any(map(str.isalpha, one)) for one in words)
    return 2 * numbers > len(column) - 1 and numbers > 0


def _aligned(
    text: str, row: Block, widths: Sequence[int], right: Sequence[bool], cells: int
) -> Iterator[Line]:
    shift = _shift(row, len(widths))
    alone = _filled(row) == 1 and not row.level and _has_words(row.cells[0])
    columns: list[list[Piece]] = []
    x = 0
    for at, share in enumerate(widths):
        cell = row.cells[at - shift] if 0 <= at - shift < len(row.cells) else None
        if cell is not None and _has_words(cell):
            room = cells if alone else share
            lines = wrapped(text, cell.start, cell.end, max(1, room))
            columns.append([_placed(text, line, x, share if right[at] else 0) for line in lines])
        x += share + _GAP
    for line in zip_longest(*columns):
        yield tuple(piece for piece in line if piece is not None)


def _placed(text: str, line: tuple[int, int], x: int, share: int) -> Piece:
    """Words at a column, at its right end where its width is given."""
    return Piece(x + max(0, share - width(text[line[0] : line[1]])), *line)


def _folded(text: str, rows: Sequence[Block], row: Block, cells: int) -> Iterator[Line]:
    """A cell below the other; the heads themselves one behind the other."""
    if row.level:
        yield from _in_a_line(text, row, cells)
        return
    labels = [_label(text, rows, row, at, cells) for at in range(len(row.cells))]
    room = max((width(label.of(text)) + _GAP for label in labels if label), default=0)
    x = 0
    for label, cell in zip(labels, row.cells, strict=True):
        if not _has_words(cell):
            continue
        head = (Piece(x, label.start, label.end, is_label=True),) if label else ()
        left = _FOLDED + room
        for line in wrapped(text, cell.start, cell.end, max(1, cells - left)):
            yield (*head, Piece(left, *line))
            head = ()
        x = _FOLDED


def _in_a_line(text: str, row: Block, cells: int) -> Iterator[Line]:
    """The cells of a row behind one another, as many as a line takes."""
    line: list[Piece] = []
    x = 0
    for cell in filter(_has_words, row.cells):
        for start, end in wrapped(text, cell.start, cell.end, cells):
            taken = width(text[start:end])
            if line and x + taken > cells:
                yield tuple(line)
                line, x = [], 0
            line.append(Piece(x, start, end))
            x += taken + _GAP
    if line:
        yield tuple(line)


def _label(text: str, rows: Sequence[Block], row: Block, column: int, cells: int) -> Span | None:
    """The nearest head of a column, cut to a part of a row."""
    for head in reversed([one for one in rows if one.level]):
        at = column - (len(row.cells) - len(head.cells))
        if 0 <= at < len(head.cells) and _has_words(head.cells[at]):
            cell = head.cells[at]
            return Span(cell.start, cell.start + index_at(cell.of(text), cells // _LABELS))
    return None
