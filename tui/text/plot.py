"""Numbers by day, drawn with characters: a letter a series, so that no colour is needed.

Own code: textual-plotext is made for a plotext that is no longer kept, textual-plot brings numpy,
and both tell series apart by colour alone. Nothing here needs more than a dozen points to a day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from store.incidents.tolls import Point
from tui.text.words import Words

_LEAST_ROWS = 5
"""Rows below which numbers say more than a drawing."""
_STEPS = (1, 2, 2.5, 5, 10)
"""Where an axis may end, times a power of ten."""


@dataclass(frozen=True, slots=True)
class Series:
    """All that one source says."""

    mark: str
    """One character."""
    name: str
    ink: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters of a drawing."""

    upright: str = "│"
    corner: str = "└"
    level: str = "─"
    range: str = "┊"
    path: str = "·"
    open: str = "↑"
    between: str = "–"


DRAWN = Signs()
ASCII = Signs("|", "+", "-", ":", ".", "^", "-")


def plotted(
    series: Sequence[Series], cells: int, rows: int, signs: Signs = DRAWN
) -> list[list[Words]]:
    """Return a drawing of so many rows, each at most so many cells wide.

    Where there is no room for one, or nothing but one day, the numbers stand there instead.
    """
    days = sorted({point.day for one in series for point in one.points})
    if not days:
        return []
    if rows < _LEAST_ROWS or len(days) < 2:
        return in_numbers(series, signs)[:rows]
    top = _top(max(_highest(point) for one in series for point in one.points))
    gutter = len(f"{top:g}") + 2
    places = _places(series, days, cells - gutter - 1)
    grid = _Grid(cells - gutter, rows - 2, top, signs)
    for one in series:
        grid.draw(one, places)
    return [*grid.lines(), *_axis(days, places, gutter, cells, signs)]


def in_numbers(series: Iterable[Series], signs: Signs = DRAWN) -> list[list[Words]]:
    """Return a row a day with what each series says on it: "19 Mar  A 14  B 16–18"."""
    by_day: dict[date, list[Words]] = {}
    for one in series:
        for point in one.points:
            row = by_day.setdefault(point.day, [Words(f"{_day(point.day):>6}", "ink-muted")])
            row += [Words("  "), Words(one.mark, one.ink, "bold")]
            row.append(Words(f" {_number(point, signs)}"))
    return [by_day[day] for day in sorted(by_day)]


def _number(point: Point, signs: Signs) -> str:
    if point.high is None:
        return f"{point.best:g}+"
    if point.low == point.high:
        return f"{point.best:g}"
    return f"{point.low:g}{signs.between}{point.high:g}"


def _highest(point: Point) -> float:
    return max(point.best, point.high or 0)


def _top(most: float) -> float:
    """The end of an axis that reaches so far."""
    power = 1.0
    while power * 10 < most:
        power *= 10
    return max(2.0, next(step * power for step in _STEPS if step * power >= most))


Places = Mapping[tuple[str, date], int]
"""For each mark and day the cell in which it stands, from 0."""


def _places(series: Sequence[Series], days: Sequence[date], cells: int) -> Places:
    """Days as far apart as they are in time; what several say on one stands side by side."""
    marks = {
        day: list(dict.fromkeys(one.mark for one in series for p in one.points if p.day == day))
        for day in days
    }
    each = 2 if sum(2 * len(found) + 1 for found in marks.values()) <= cells else 1
    if sum(len(found) + 1 for found in marks.values()) > cells:
        each = 0  # all that is said on a day in one cell
    ends = [max(1, len(marks[day]) * each) for day in days]
    whole = max(1, (days[-1] - days[0]).days)
    found: dict[tuple[str, date], int] = {}
    free = 0
    for number, day in enumerate(days):
        wished = round((day - days[0]).days / whole * max(0, cells - ends[-1]))
        latest = cells - sum(end + (1 if each else 0) for end in ends[number:])
        first = max(free, min(wished, latest))
        found |= {(mark, day): first + at * each for at, mark in enumerate(marks[day])}
        free = first + ends[number] + (1 if each else 0)
    return found


class _Grid:
    """The cells above the axis."""

    def __init__(self, cells: int, rows: int, top: float, signs: Signs) -> None:
        self._cells = cells
        self._rows = rows
        self._top = top
        self._signs = signs
        self._drawn: dict[tuple[int, int], Words] = {}

    def draw(self, one: Series, places: Places) -> None:
        """Draw a series: its ranges, the way from day to day, its marks over both."""
        points = sorted(one.points, key=lambda point: point.day)
        for point in points:
            self._draw_range(point, places[one.mark, point.day], one.ink)
        for before, after in pairwise(points):
            self._draw_way(before, after, one, places)
        for point in points:
            at = (self._row(point.best), places[one.mark, point.day])
            there = self._drawn.get(at)
            several = there is not None and there.text.isalpha() and there.text != one.mark
            self._drawn[at] = Words("*" if several else one.mark, one.ink, "bold")

    def lines(self) -> Iterator[list[Words]]:
        """Yield the rows, from the top."""
        width = len(f"{self._top:g}")
        named = {0: self._top, self._rows - 1: 0.0}
        if self._rows >= 5 and self._rows % 2 and self._top % 2 == 0:
            named[self._rows // 2] = self._top / 2
        for row in range(self._rows):
            label = f"{named[row]:g}" if row in named else ""
            yield [
                Words(f"{label:>{width}} {self._signs.upright}", "ink-muted"),
                *self._row_of(row),
            ]

    def _row_of(self, row: int) -> Iterator[Words]:
        space = Words(" ")
        yield from (self._drawn.get((row, cell), space) for cell in range(self._cells))

    def _row(self, value: float) -> int:
        return round((self._rows - 1) * (1 - min(value, self._top) / self._top))

    def _draw_range(self, point: Point, cell: int, ink: str) -> None:
        first = self._row(_highest(point))
        for row in range(first, self._row(point.low) + 1):
            self._drawn.setdefault((row, cell), Words(self._signs.range, ink))
        if point.high is None and first > 0:
            self._drawn.setdefault((first - 1, cell), Words(self._signs.open, ink))

    def _draw_way(self, before: Point, after: Point, one: Series, places: Places) -> None:
        start, end = places[one.mark, before.day], places[one.mark, after.day]
        for cell in range(start + 1, end):
            share = (cell - start) / (end - start)
            row = self._row(before.best + share * (after.best - before.best))
            self._drawn.setdefault((row, cell), Words(self._signs.path, one.ink))


def _axis(
    days: Sequence[date], places: Places, gutter: int, cells: int, signs: Signs
) -> Iterator[list[Words]]:
    line = signs.level * (cells - gutter)
    yield [Words(" " * (gutter - 1) + signs.corner + line, "ink-muted")]
    starts = {day: min(at for (_, one), at in places.items() if one == day) for day in days}
    names = ""
    for number, day in enumerate(days):
        name = _day(day)
        at = min(gutter + starts[day], cells - len(name))
        # The last day is told before those that have no room beside it.
        last = cells - len(_day(days[-1])) - 1 if number < len(days) - 1 else cells
        if at >= len(names) + bool(names) and at + len(name) <= max(last, at * (number == 0)):
            names = names.ljust(at) + name
    yield [Words(names, "ink-muted")]


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"
