"""Words broken into lines of a width, by the cells that their characters take."""

from collections.abc import Iterator

from tui.text.cells import character_width, single

_NEVER_FIRST = frozenset(")]}.,;:!?%’”»、。，．：；！？）】」』〉》")


def wrapped(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Yield rows of at most `width` cells that tile a range, spaces at their ends left out."""
    cut = _cut_single if single(text, start, end) else _cut_cells
    while start < end:
        stop = cut(text, start, end, width)
        yield start, _without_space(text, start, stop)
        start = _next_word(text, stop, end)


def _cut_single(text: str, start: int, end: int, width: int) -> int:
    """Where a row ends when every character takes one cell."""
    if end - start <= width:
        return end
    space = text.rfind(" ", start + 1, start + width + 1)
    return space if space > start else start + width


def _cut_cells(text: str, start: int, end: int, width: int) -> int:
    """Where a row ends when characters take from none to two cells."""
    taken, chance = 0, start
    for index in range(start, end):
        character = text[index]
        cells = character_width(character)
        if index > start and _may_break(text, index, cells):
            chance = index
        taken += cells
        if taken > width:
            return chance if chance > start else max(index, start + 1)
    return end


def _may_break(text: str, index: int, cells: int) -> bool:
    """Whether a row may end before a character: at a space, or beside a wide one."""
    character = text[index]
    if character == " ":
        return True
    if cells == 0 or character in _NEVER_FIRST:
        return False
    return cells == 2 or character_width(text[index - 1]) == 2


def _without_space(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1] == " ":
        stop -= 1
    return stop


def _next_word(text: str, stop: int, end: int) -> int:
    while stop < end and text[stop] == " ":
        stop += 1
    return stop
