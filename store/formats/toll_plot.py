"""Tolls by day of publication as SVG: a letter a source, so that no colour is needed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from store.incidents.tolls import Point

_WIDTH, _HEIGHT = 720, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 40, 20, 16, 28
_APART = 12
"""Pixels between what several sources say on one day."""


def svg(series: Mapping[str, Sequence[Point]]) -> str:
    """Return the drawing of what each source says, by its letter."""
    points = [point for one in series.values() for point in one]
    days = sorted({point.day for point in points})
    top = max(max(point.best, point.high or 0) for point in points) or 1
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" xmlns="http://www.w3.org/2000/svg">',
        *_axes(days, top),
    ]
    for number, (mark, one) in enumerate(series.items()):
        aside = (number - (len(series) - 1) / 2) * _APART
        parts += _drawn(mark, one, [(_x(p.day, days) + aside, _y(p.best, top)) for p in one], top)
    return "".join([*parts, "</svg>"])


def _drawn(
    mark: str, points: Sequence[Point], at: Sequence[tuple[float, float]], top: float
) -> Iterator[str]:
    """A source's ranges, the way between its numbers, and its letter at each."""
    for point, (x, _) in zip(points, at, strict=True):
        high = point.best if point.high is None else point.high
        if point.low != high:
            yield _line("range", x, _y(point.low, top), x, _y(high, top))
    for (x, y), (to_x, to_y) in pairwise(at):
        yield _line("way", x, y, to_x, to_y)
    for point, (x, y) in zip(points, at, strict=True):
        number = f"{point.best:g}" + ("+" if point.high is None else "")
        yield f'<text class="mark" x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle">{mark}</text>'
        yield f'<text class="label" x="{x + 8:.0f}" y="{y - 5:.0f}">{number}</text>'


def _axes(days: Sequence[date], top: float) -> Iterator[str]:
    base = _HEIGHT - _BOTTOM
    yield _line("axis", _LEFT, _TOP, _LEFT, base)
    yield _line("axis", _LEFT, base, _WIDTH - _RIGHT, base)
    for value in dict.fromkeys((0.0, top)):
        y = _y(value, top) + 4
        yield f'<text class="label" x="{_LEFT - 6}" y="{y:.0f}" text-anchor="end">{value:g}</text>'
    for day in days:
        x, name = _x(day, days), f"{day.day} {day:%b}"
        yield f'<text class="label" x="{x:.0f}" y="{base + 18}" text-anchor="middle">{name}</text>'


def _line(name: str, x: float, y: float, to_x: float, to_y: float) -> str:
    ends = f'x1="{x:.0f}" y1="{y:.0f}" x2="{to_x:.0f}" y2="{to_y:.0f}"'
    return f'<line class="{name}" {ends}/>'


def _x(day: date, days: Sequence[date]) -> float:
    """Where a day stands; one day alone in the middle."""
    whole = (days[-1] - days[0]).days
    share = (day - days[0]).days / whole if whole else 0.5
    return _LEFT + 60 + share * (_WIDTH - _LEFT - _RIGHT - 120)


def _y(value: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - value / top * (_HEIGHT - _TOP - _BOTTOM - 10)
