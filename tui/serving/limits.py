"""What a browser may ask of the server, however it asks."""

from collections.abc import Mapping
from dataclasses import dataclass

SESSIONS = 8
"""Readers at a time, unless told otherwise; each is a process of some 60 MB."""
MESSAGE = 256 * 1024
"""Bytes of one message; a paste is one."""
_COLUMNS = range(20, 501)
_ROWS = range(5, 201)


@dataclass(frozen=True, slots=True)
class Size:
    """Columns and rows of a terminal, within what a screen can have."""

    width: int
    height: int


def size_of(asked: Mapping[str, object]) -> Size:
    """Return the size that is asked for, brought within the limits;
    80 by 24 for what is no number."""
    return Size(_within(asked.get("width"), 80, _COLUMNS), _within(asked.get("height"), 24, _ROWS))


def _within(asked: object, usual: int, limits: range) -> int:
    try:
        wanted = int(str(asked)[:6])
    except ValueError:
        wanted = usual
    return min(max(wanted, limits.start), limits.stop - 1)
