"""How many cells of the terminal a text takes."""

import re

from rich.cells import cell_len, get_character_cell_size

_SINGLE = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2190-\u2199\u2400-\u2426"
    "\u2500-\u25fc]*"
)


def single(text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether every character in the range takes exactly one cell."""
    stop = len(text) if end is None else end
    found = _SINGLE.match(text, start, stop)
    return found is not None and found.end() == stop


def width(text: str) -> int:
    """Return cells that a text takes."""
    return len(text) if single(text) else cell_len(text)


def character_width(character: str) -> int:
    """Return cells of one character: 0, 1 or 2."""
    return get_character_cell_size(character)


def fitted(text: str, cells: int, *, ellipsis: str = "…") -> str:
    """Return the text in exactly so many cells: padded, or cut with an ellipsis."""
    taken = width(text)
    if taken <= cells:
        return text + " " * (cells - taken)
    if cells <= 0:
        return ""
    kept = text[: index_at(text, cells - width(ellipsis))].rstrip()
    return fitted(kept + ellipsis, cells, ellipsis="")


def index_at(text: str, cells: int) -> int:
    """Return index of the character that stands at a cell, counted from 0; the length if beyond."""
    if single(text):
        return max(0, min(cells, len(text)))
    taken = 0
    for index, character in enumerate(text):
        taken += character_width(character)
        if taken > cells:
            return index
    return len(text)
