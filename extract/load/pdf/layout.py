"""The lines of a page in the order in which they are read: down one column, then the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.load.pdf.lines import Stretch
from extract.load.plain import has_mark

_FEWEST = 3
"""Lines of each of two columns that stand beside one another."""
_ALIKE = 3.0
"""Points by which the lines of a column may begin apart."""
_NARROW = 0.15
"""Of the width of what it is part of: the narrowest column of words, as signs of lists are none."""
_CELL = 16
"""Letters that the cells of a column of facts have on average at most."""
_FULL = 0.85
"""Of the width of a column: a line that fills it."""
_AIR = 1.3
"""Of the usual distance of lines: one that parts columns from what is below them."""
_WITHIN = 1.6
"""Of the usual distance of lines: what goes on in a table or column."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[str, ...], ...]
    x0: float
    x1: float
    y: float
    """Where its first row stands."""
    bottom: float

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.y


Line = list[Stretch | Table]
"""What stands beside one another, from the left."""
Column = list[Stretch | Table]
"""What stands below one another."""


def columns_of(lines: Sequence[Line]) -> Iterator[Column]:
    """Yield the columns of a page in the order in which they are read.

    A line over several columns ends them; what stands below it is divided anew.
    """
    lines = list(_with_tables(lines))
    cut = _best_cut(lines)
    if cut is None:
        yield [_in_one(line) for line in lines]
        return
    x, first, end = cut
    if first:
        yield from columns_of(lines[:first])
    for side in (0, 1):
        part = [[one for one in line if (one.x0 >= x) == side] for line in lines[first:end]]
        yield from columns_of([line for line in part if line])
    if end < len(lines):
        yield from columns_of(lines[end:])


def _in_one(line: Line) -> Stretch | Table:
    """The stretches of a line that is not divided, as one."""
    first = line[0]
    words = [one for one in line if isinstance(one, Stretch)]
    if isinstance(first, Table) or len(words) == 1:
        return first
    main = max(words, key=lambda one: one.letters)
    text = " ".join(one.text for one in words)
    return Stretch(text, first.x0, words[-1].x1, main.y, main.size, all(w.bold for w in words))


# ------------------------------------------------------------------------------ columns
def _best_cut(lines: Sequence[Line]) -> tuple[float, int, int] | None:
    """Where the most lines stand in two columns: left edge of the second, first line and end."""
    found = [(x, *run) for x in _edges(lines) for run in _runs(lines, x)]
    return max(found, key=lambda cut: cut[2] - cut[1], default=None)


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where the left edges of several stretches stand, but those furthest to the left."""
    edges = sorted(one.x0 for line in lines for one in line)
    groups: list[list[float]] = []
    for edge in edges:
        if groups and edge - groups[-1][0] <= _ALIKE:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [group[0] - 0.5 for group in groups[1:] if len(group) >= _FEWEST]


def _runs(lines: Sequence[Line], x: float) -> Iterator[tuple[int, int]]:
    """Stretches of lines that nothing crosses at x, with a column on either side."""
    begin = 0
    for place in range(len(lines) + 1):
        if place < len(lines) and not any(one.x0 < x < one.x1 for one in lines[place]):
            continue
        run = _trimmed(lines, begin, place, x)
        if run is not None:
            yield run
        begin = place + 1


def _trimmed(lines: Sequence[Line], begin: int, end: int, x: float) -> tuple[int, int] | None:
    sides = [{one.x0 >= x for one in line} for line in lines[begin:end]]
    left = [n for n, side in enumerate(sides) if False in side]
    right = [n for n, side in enumerate(sides) if True in side]
    if len(left) < _FEWEST or len(right) < _FEWEST:
        return None
    first, last = max(left[0], right[0]), min(left[-1], right[-1])
    if last - first < _FEWEST - 1 or not _are_wide(lines[begin:end], x):
        return None
    pitch = _pitch(lines[begin + first : begin + last + 1])
    first = _widened(lines, begin, begin + first, -1, pitch)
    return first, _widened(lines, end - 1, begin + last, 1, pitch) + 1


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance between lines, which may be of two columns that are out of step."""
    edges = {round(one.x0) for line in lines for one in line}
    steps = []
    for edge in edges:
        places = [one.y for line in lines for one in line if round(one.x0) == edge]
        steps += [below - above for above, below in pairwise(places)]
    steps.sort()
    return steps[len(steps) // 2] if steps else 12.0


def _widened(lines: Sequence[Line], limit: int, place: int, step: int, pitch: float) -> int:
    """The last line in a direction that goes on without a gap, as the longer of two columns does.

    Where a heading or a table follows right behind the end of the shorter one, both have ended.
    """
    begun = place
    while place != limit:
        gap = abs(lines[place + step][0].y - lines[place][0].y)
        if gap > 2 * _WITHIN * _size(lines[place]):
            break
        beyond = lines[place + step]
        if abs(place - begun) < 2 and gap > _AIR * pitch and _stands_out(beyond, lines[begun]):
            break
        place += step
    return place


def _stands_out(line: Line, other: Line) -> bool:
    """Whether a line is a table, or larger or bolder than another."""
    first = line[0]
    if isinstance(first, Table):
        return True
    size = max((one.size for one in other if isinstance(one, Stretch)), default=first.size)
    return first.bold or first.size > 1.1 * size


def _are_wide(lines: Sequence[Line], x: float) -> bool:
    """Whether both columns hold words, not signs or numbers of lines beside them."""
    ones = [one for line in lines for one in line]
    left, right = ([o for o in ones if (o.x0 >= x) is side] for side in (False, True))
    width = max(o.x1 for o in ones) - min(o.x0 for o in ones)
    return all(
        max(o.x1 for o in side) - min(o.x0 for o in side) > _NARROW * width
        for side in (left, right)
    )


def _size(line: Line) -> float:
    return max((one.size for one in line if isinstance(one, Stretch)), default=10.0)


# ------------------------------------------------------------------------------ tables
def _with_tables(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that are rows of facts put together as tables."""
    place = 0
    while place < len(lines):
        end = _rows_end(lines, place)
        table = _table(lines[place:end]) if end - place >= _FEWEST else None
        if table is None:
            yield lines[place]
            place += 1
        else:
            yield [table]
            place = end


def _rows_end(lines: Sequence[Line], first: int) -> int:
    """Where rows of several cells end that begin with a line."""
    end = last = first
    while end < len(lines) and not _has_table(lines[end]):
        gap = lines[end][0].y - lines[end - 1][0].y if end > first else 0.0
        if len(lines[end]) > 1 and gap <= 3 * _size(lines[end]):
            last = end + 1
        elif end == first or not _goes_on(lines[end], lines[end - 1], gap):
            break
        end += 1
    return end if last > first else first


def _goes_on(line: Line, before: Line, gap: float) -> bool:
    """Whether a line is the second of one of the cells of the row above, other than its first."""
    if len(line) != 1 or gap > _WITHIN * _size(line):
        return False
    edges = [one.x0 for one in before]
    others = edges[1:] if len(edges) > 1 else edges
    return any(abs(line[0].x0 - edge) <= _ALIKE for edge in others)


def _has_table(line: Line) -> bool:
    return any(isinstance(one, Table) for one in line)


def _table(lines: Sequence[Line]) -> Table | None:
    """The lines as a table, if their cells stand below one another and some are short."""
    rows = [[one for one in line if isinstance(one, Stretch)] for line in lines]
    whole = [row for row in rows if len(row) > 1]
    spans = _spans(rows)
    if len(spans) < 2 or len(whole) < _FEWEST:
        return None
    cells = [_cells(row, spans) for row in whole]
    lengths = [[len(row[n]) for row in cells if row[n]] for n in range(len(spans))]
    filled = sum(len(column) * 2 > len(whole) for column in lengths)
    short = min(sum(column) / max(1, len(column)) for column in lengths)
    if short > _CELL or filled < 2 or filled * 2 < len(spans):
        return None
    if all(has_mark(f"{row[0]} x") for row in cells):
        return None
    if any(
        _is_running([one for row in rows for one in row if x0 <= one.x0 <= x1]) for x0, x1 in spans
    ):
        return None
    told = tuple(_joined([(_cells(row, spans), len(row) == 1) for row in rows]))
    return Table(told, spans[0][0], spans[-1][1], rows[0][0].y, rows[-1][0].y)


def _joined(rows: Sequence[tuple[tuple[str, ...], bool]]) -> Iterator[tuple[str, ...]]:
    """The rows, those that only go on with a cell of the row above put together with it."""
    held: tuple[str, ...] = ()
    for cells, goes_on in rows:
        if goes_on and held:
            held = tuple(" ".join(filter(None, pair)) for pair in zip(held, cells, strict=True))
        else:
            if held:
                yield held
            held = cells
    yield held


def _is_running(column: Sequence[Stretch]) -> bool:
    """Whether a column is of words that fill it, line by line, as no cells do."""
    widest = max(one.x1 - one.x0 for one in column)
    full = sum(one.x1 - one.x0 > _FULL * widest for one in column)
    return len(column) >= _FEWEST and full > 0.7 * len(column) and column[0].letters > 2 * _CELL


def _spans(rows: Sequence[Sequence[Stretch]]) -> list[tuple[float, float]]:
    """The columns: what the cells of the rows cover from left to right."""
    found: list[tuple[float, float]] = []
    for x0, x1 in sorted((one.x0, one.x1) for row in rows for one in row):
        if found and x0 < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found


def _cells(row: Sequence[Stretch], spans: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    return tuple(" ".join(one.text for one in row if x0 <= one.x0 <= x1) for x0, x1 in spans)
