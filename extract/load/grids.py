"""Rows of tables in plain text: cells between bars or tabs, or in columns that spaces align.

Killed | 17            between bars, with an empty cell where two of them meet
Sulta       17    31   aligned: a column is where the cells of all rows stand below one another
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.records import Span

_SPLIT = re.compile(r"[|\t]")
_COLUMN = re.compile(r"[^ ]+(?: [^ ]+)*")
_RULE = re.compile(r"[\s|:+=\-─━_]{3,}")
_NUMERIC = re.compile(r"[~<>≈+(]{0,2}[\d.,%]{1,20}[+)%*]{0,2}|[-–—]|n/?a|nil|none", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d{2}(?:[-/]\d{2,4})?")
_HEADS_ROWS = re.compile(r"[A-Z][^.!?;|\t]{2,40}")
"""A line of a few words that may head the rows below it: "Northern Region"."""
_RUN = re.compile(r"s(?:-*h?-*s)*")
_MOST_HEADS = 3

Cells = tuple[Span, ...]
"""Cells of a row, empty ones too, so that a cell's place among them is its column."""


def is_rule(line: str) -> bool:
    """Return whether a line only rules a table off: "|---|:--|"."""
    return _RULE.fullmatch(line) is not None


def is_numeric(cell: str) -> bool:
    """Return whether a cell holds a number alone, or a sign that there is none."""
    return _NUMERIC.fullmatch(cell) is not None


def cells_of(line: str) -> Cells:
    """Return the cells of a row of a table, as offsets into the line, of a line that is looked at
    alone; none where the line is no row."""
    if is_rule(line):
        return ()
    if _SPLIT.search(line):
        return _between(line)
    cells = _columns(line)
    return cells if len(cells) > 1 and all(_numeric(line, cells[1:])) else ()


def rows_in(lines: Sequence[str]) -> list[Cells]:
    """Return the cells of each of the lines of a paragraph, as offsets into the line; none for a
    line that is no row."""
    found = [cells_of(line) for line in lines]
    kinds = [_kind(line) for line in lines]
    for run in _runs(kinds):
        aligned = _aligned([lines[number] for number in run])
        found[run[0]] = found[run[0]] or _above(lines[run[0]], lines[run[1]])
        for number, cells in zip(run, aligned, strict=bool(aligned)):
            found[number] = cells
    return found


def _kind(line: str) -> str:
    """Whether a line is a rule, has words apart by wide spaces, may head rows, or is none of these:
    one letter."""
    if is_rule(line):
        return "-"
    if not _SPLIT.search(line) and len(_columns(line.strip())) > 1:
        return "s"
    return "h" if _HEADS_ROWS.fullmatch(line) else "."


def _runs(kinds: Sequence[str]) -> Iterator[list[int]]:
    """Numbers of lines that may be rows of one table: words apart by wide spaces, single words
    between such lines that head those below them; rules do not count."""
    for match in _RUN.finditer("".join(kinds)):
        run = [number for number in range(*match.span()) if kinds[number] != "-"]
        if len(run) > 1:
            yield run


def heads_among(rows: Sequence[Sequence[str]], ruled: int = 0) -> int:
    """Return how many of the first rows of a table name its columns.

    `ruled` is the number of rows above a rule, or that the markup calls heads. A row with a number
    that is no year counts, and names nothing.
    """
    ruled = ruled if 0 < ruled <= min(_MOST_HEADS, len(rows) - 1) else 0
    if ruled and not any(_has_counts(row) for row in rows[:ruled]):
        return ruled
    counting = _has_counts if rows and _has_digits(rows[0]) else _has_digits
    if len(rows) < 2 or not _names(rows[0]) or not any(map(counting, rows[1:])):
        return 0
    heads = 1
    while heads < min(_MOST_HEADS, len(rows) - 1) and _names_below(rows[heads], rows[heads - 1]):
        heads += 1
    return heads


def _names(row: Sequence[str]) -> bool:
    """Whether the first row of a table may name columns: words, or a word and years."""
    filled = [cell for cell in row if cell]
    if len(filled) < 2:
        return False
    return not _has_digits(row) or (not _has_digits(row[:1]) and not _has_counts(row[1:]))


def _names_below(row: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a row names columns under heads that reach over several; a head that reaches down is
    empty here, or stands here again."""
    if not row or _has_digits(row) or row[0] not in ("", *above[:1]):
        return False
    return any(cell and not is_numeric(cell) and cell not in above for cell in row)


def _has_digits(row: Sequence[str]) -> bool:
    return any(character.isdigit() for cell in row for character in cell)


def _has_counts(row: Sequence[str]) -> bool:
    """Whether a row has a number alone in a cell that is no year."""
    numbers = (cell for cell in row if is_numeric(cell) and not _YEAR.fullmatch(cell))
    return _has_digits(list(numbers))


def _between(line: str) -> Cells:
    """The cells between bars or tabs, if there are several."""
    outer = line.strip(" \n")
    first, last = line.index(outer), line.index(outer) + len(outer)
    if outer.startswith("|") and outer.endswith("|") and len(outer) > 1:
        first, last = first + 1, last - 1
    bars = (first + match.start() for match in _SPLIT.finditer(line[first:last]))
    edges = [first - 1, *bars, last]
    cells = tuple(_trimmed(line, a + 1, b) for a, b in pairwise(edges))
    filled = sum(cell.start < cell.end for cell in cells)
    return cells if filled > 1 or (len(cells) > 1 and "|" in line) else ()


def _trimmed(line: str, start: int, end: int) -> Span:
    words = line[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + max(left, len(words.rstrip())))


def _columns(line: str) -> Cells:
    """What stands two spaces or more apart."""
    return tuple(Span(*match.span()) for match in _COLUMN.finditer(line))


def _numeric(line: str, cells: Cells) -> Iterator[bool]:
    return (is_numeric(cell.of(line)) for cell in cells)


def _above(line: str, below: str) -> Cells:
    """The cells of a line that names the columns of numbers in the next."""
    cells = _columns(line)
    return cells if len(cells) == len(cells_of(below)) > 1 else ()


def _aligned(lines: Sequence[str]) -> list[Cells]:
    """The cells of lines whose columns stand below one another; nothing where they do not.

    At least half of the rows below the first have a number alone in a cell: prose that is set
    with wide spaces, or in two columns, has none.
    """
    pieces = [_columns(line) for line in lines]
    below = [pair for pair in zip(lines[1:], pieces[1:], strict=True) if len(pair[1]) > 1]
    counting = sum(any(_numeric(line, cells)) for line, cells in below)
    if counting * 2 < len(below) or (len(below) < len(lines) - 1 and counting < len(below)):
        return []
    most = max(map(len, pieces))
    whole = [cells for cells in pieces if len(cells) == most]
    columns = _reach(whole) or _reach(whole[1:])
    rows = [_placed(cells, columns) for cells in pieces] if columns else []
    return rows if all(rows) else []


def _reach(rows: Sequence[Cells]) -> Cells:
    """From where to where each column reaches; nothing where two of them overlap."""
    columns = tuple(
        Span(min(cell.start for cell in column), max(cell.end for cell in column))
        for column in zip(*rows, strict=True)
    )
    apart = all(one.end < other.start for one, other in pairwise(columns))
    return columns if apart else ()


def _placed(cells: Cells, columns: Cells) -> Cells:
    """A row with an empty cell for each column in which it has none; nothing where its cells do
    not stand in columns of their own."""
    if len(cells) == len(columns):
        return cells
    if len(cells) == 1:  # words that head the rows below
        return (cells[0], *(Span(cells[0].end, cells[0].end) for _ in columns[1:]))
    places = [_nearest(cell, columns) for cell in cells]
    if any(one >= other for one, other in pairwise(places)):
        return ()
    found, end = [], 0
    by_place = dict(zip(places, cells, strict=True))
    for place in range(len(columns)):
        cell = by_place.get(place, Span(end, end))
        found.append(cell)
        end = cell.end
    return tuple(found)


def _nearest(cell: Span, columns: Cells) -> int:
    """The column that shares most with a cell, or is least far from it."""

    def shared(place: int) -> int:
        column = columns[place]
        return min(cell.end, column.end) - max(cell.start, column.start)

    return max(range(len(columns)), key=shared)


def texts(line: str, cells: Cells) -> list[str]:
    """Return the words of each cell of a line."""
    return [cell.of(line) for cell in cells]


def spans_within(row: Span, start: int, cells: Cells) -> Iterator[Span]:
    """Yield cells of a line that begins at an offset of a text as offsets of that text, within the
    row, which is the line without the white space around it."""
    for cell in cells:
        ends = (start + cell.start, start + cell.end)
        yield Span(*(min(max(end, row.start), row.end) for end in ends))
