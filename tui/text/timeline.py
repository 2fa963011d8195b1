"""How many incidents there were over time, in one row of bars, and where one of them stands."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from tui.text.words import Words

_BARS, _ASCII_BARS = "▁▂▃▄▅▆▇█", "12345678"
_HERE, _ASCII_HERE = "▲", "^"


def timeline(
    count: Mapping[date, int], here: date | None, cells: int, *, ascii_only: bool = False
) -> list[list[Words]]:
    """Return three rows: what a bar stands for, the bars, and below them the days at both ends.

    A bar is as many days as it takes for all to find room; `here` is marked below its bar. In ASCII
    a bar is a digit from 1 for the fewest to 8 for the most. `count` is how many there were by day.
    """
    if not count or cells < 1:
        return []
    first, last = min(count), max(count)
    each = -(-((last - first).days + 1) // cells)
    found: Counter[int] = Counter()
    for day, number in count.items():
        found[(day - first).days // each] += number
    most = max(found.values())
    bars = _ASCII_BARS if ascii_only else _BARS
    width = (last - first).days // each + 1
    heights = (-(-found[at] * len(bars) // most) for at in range(width))
    row = "".join(bars[height - 1] if height else " " for height in heights)
    span = "a day" if each == 1 else f"{each} days"
    unit = Words(f"each {'digit' if ascii_only else 'bar'} {span}, at most {most}", "ink-faint")
    return [[unit], [Words(row, "ink-key")], _ends(first, last, here, each, cells, ascii_only)]


def _ends(
    first: date, last: date, here: date | None, each: int, cells: int, ascii_only: bool
) -> list[Words]:
    """The day of one incident below its bar; the first and the last day where there is room."""
    row: list[Words] = []
    if here is not None and first <= here <= last:
        sign = _ASCII_HERE if ascii_only else _HERE
        at = (here - first).days // each
        after = at + len(sign) + 1 + len(_day(here)) <= cells
        mark = f"{sign} {_day(here)}" if after else f"{_day(here)} {sign}"
        start = at if after else max(0, at + 1 - len(mark))
        row = [Words(" " * start), Words(mark, "sign-alert", "bold")]
    begun = sum(len(one.text) for one in row)
    free = len(row[0].text) if row else cells
    if len(_day(first)) < free:
        row[:1] = [Words(_day(first).ljust(free if row else 0), "ink-muted")]
        begun = max(begun, len(_day(first)))
    if last != first and begun + len(_day(last)) < cells:
        row.append(Words(f"{_day(last):>{cells - begun}}", "ink-muted"))
    return row


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
