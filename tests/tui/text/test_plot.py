"""Numbers by day, drawn with characters."""

from datetime import date

from store.incidents.tolls import Point
from tui.text.plot import ASCII, Series, plotted
from tui.text.words import Words


def point(day: int, best: float, low: float | None = None, high: float | None = -1) -> Point:
    """A number of a day in March; its range where one is given."""
    top = best if high == -1 else high
    return Point(date(2025, 3, day), best if low is None else low, best, top)


def series(mark: str, *points: Point) -> Series:
    return Series(mark, f"source {mark}", "voice-0", points)


def lines(rows: list[list[Words]]) -> list[str]:
    return ["".join(word.text for word in row).rstrip() for row in rows]


def test_each_source_has_its_letter_at_the_height_of_its_number() -> None:
    drawn = lines(plotted([series("A", point(19, 0)), series("B", point(21, 20))], 30, 8))
    assert drawn[0].startswith("20 │")
    assert drawn[0].endswith("B")
    assert drawn[5].startswith(" 0 │A")
    assert drawn[7].split("  ")[-1].strip() == "21 Mar"


def test_days_stand_as_far_apart_as_they_are() -> None:
    marks = [series(mark, point(day, 5)) for mark, day in (("A", 1), ("B", 2), ("C", 21))]
    row = next(line for line in lines(plotted(marks, 60, 8)) if "A" in line)
    assert row.index("C") - row.index("B") > 5 * (row.index("B") - row.index("A"))


def test_what_several_say_on_one_day_stands_side_by_side() -> None:
    marks = [series("A", point(19, 5)), series("B", point(19, 5)), series("C", point(20, 9))]
    assert any("A B" in line for line in lines(plotted(marks, 40, 8)))


def test_a_range_is_drawn_and_an_open_top_has_an_arrow() -> None:
    marks = [series("A", point(19, 10, 5, 20)), series("B", point(20, 5, 5, None))]
    drawn = "\n".join(lines(plotted(marks, 30, 10)))
    assert "┊" in drawn
    assert "↑" in drawn


def test_the_numbers_of_one_source_are_joined_by_a_path() -> None:
    drawn = "\n".join(lines(plotted([series("A", point(19, 5), point(25, 9))], 40, 8)))
    assert "·····" in drawn


def test_in_ascii_nothing_else_is_drawn() -> None:
    marks = [series("A", point(19, 10, 5, 20), point(22, 4)), series("B", point(20, 5, 5, None))]
    assert "".join(lines(plotted(marks, 40, 9, ASCII))).isascii()


def test_numbers_stand_there_where_there_is_no_room_to_draw() -> None:
    marks = [
        series("A", point(19, 14, 14, None), point(20, 17)),
        series("B", point(19, 16, 14, 18)),
    ]
    assert lines(plotted(marks, 40, 4)) == ["19 Mar  A 14+  B 14–18", "20 Mar  A 17"]


def test_one_day_alone_is_told_in_numbers() -> None:
    assert lines(plotted([series("A", point(9, 3))], 40, 12)) == [" 9 Mar  A 3"]


def test_fifty_sources_on_ten_days_find_room() -> None:
    marks = [series(chr(65 + n % 26), point(1 + n % 10, n + 1)) for n in range(50)]
    assert all(len(line) <= 44 for line in lines(plotted(marks, 44, 9)))
