"""Incidents over time in one row of bars."""

from collections import Counter
from datetime import date, timedelta

import pytest

from tui.text.timeline import timeline

DAY = date(2025, 3, 18)


def lines(
    days: list[date], here: date | None = None, cells: int = 40, *, ascii_only: bool = False
) -> list[str]:
    rows = timeline(Counter(days), here, cells, ascii_only=ascii_only)
    return ["".join(word.text for word in row).rstrip() for row in rows]


def test_a_bar_is_as_high_as_there_were_incidents() -> None:
    unit, bars, _ = lines([DAY] * 8 + [DAY + timedelta(2)] * 4)
    assert bars == "█ ▄"
    assert unit == "each bar a day, at most 8"


def test_a_bar_stands_for_as_many_days_as_it_must() -> None:
    unit, bars, _ = lines([DAY, DAY + timedelta(399)])
    assert len(bars) == 40
    assert unit.startswith("each bar 10 days")


@pytest.mark.parametrize("after", [0, 30, 399])
def test_the_present_one_is_marked_below_its_bar(after: int) -> None:
    here = DAY + timedelta(after)
    _, bars, below = lines([DAY, here, DAY + timedelta(399)], here)
    assert below.index("▲") == after // 10
    assert bars[after // 10] != " "
    assert f"{here.day} {here:%b %Y}" in below


def test_in_ascii_bars_are_digits() -> None:
    _, bars, below = lines([DAY] * 8 + [DAY + timedelta(2)], DAY, ascii_only=True)
    assert bars == "8 1"
    assert below.startswith("^ 18 Mar 2025")


def test_no_days_are_no_timeline() -> None:
    assert lines([]) == []
