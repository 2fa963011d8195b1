"""Where the text of a report stands in the terminal: known before anything is laid out."""

FOCUS_BAR = 1
"""Cells left of a pane for the bar that tells that it has the keys, as in the style sheet."""
GUTTER = 5
"""Cells left of the text: air, the speaker's letter and bar, air."""
RIGHT_AIR = 2
TOP_AIR = 1
"""Rows above the first and below the last row of the text."""
READING_WIDTH = 80
"""Cells of a text column at most: lines longer than this are hard to read on from."""

NARROW = 80
"""Columns of a terminal below which the text stands without the lists."""
_LISTS, _LEAST, _MOST = 0.42, 40, 72
"""The lists' share of the columns, and the fewest and most they take, as in the style sheet."""


def text_width(cells: int) -> int:
    """Return the width of the text in a pane of so many cells."""
    return max(1, min(READING_WIDTH, cells - GUTTER - RIGHT_AIR))


def left_of(cells: int, width: int) -> int:
    """Return the column where text of that width begins in a pane:
    in the middle where there is room."""
    return GUTTER + max(0, (cells - GUTTER - width - RIGHT_AIR) // 2)


def pane(columns: int) -> int:
    """Return the cells of the article's pane in a terminal of so many columns, its bar apart."""
    lists = 0 if columns < NARROW else max(_LEAST, min(_MOST, int(columns * _LISTS)))
    return columns - lists - FOCUS_BAR
