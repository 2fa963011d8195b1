"""Who is speaking, row by row: what the margin shows beside the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.text.marks import Marks

COLOURS = 8
"""How many colours sources take in turn; the letter tells apart those that share one."""

_NAME_PART = re.compile(r"[^\W\d_]+")
_SPARE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Voice:
    """One source, as the margin shows it."""

    letter: str
    colour: int
    """From 0, below `COLOURS`."""


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of the text that a source stands behind."""

    start: int
    end: int
    name: str
    bar: str
    """The sign beside its rows, which tells quoted, reported and inherited apart."""
    id: str = ""
    """Of the statement."""


def voices_of(names: Iterable[str]) -> dict[str, Voice]:
    """Return a letter and a colour for each source, in the order they first speak."""
    voices: dict[str, Voice] = {}
    taken: set[str] = set()
    for number, name in enumerate(dict.fromkeys(names)):
        letter = _letter(name, taken)
        taken.add(letter)
        voices[name] = Voice(letter, number % COLOURS)
    return voices


def _letter(name: str, taken: set[str]) -> str:
    parts = [part for part in _NAME_PART.findall(name) if part.casefold() not in _ARTICLES]
    initials = [part[0].upper() for part in parts]
    rest = [letter.upper() for part in parts for letter in part[1:]]
    free = (letter for letter in (*initials, *rest, *_SPARE) if letter not in taken)
    return next(free, "*")


class Margin:
    """Which source stands behind the larger part of a range.

    Statements in `hidden`, given by their ids, are passed over; that may change at any time.
    """

    def __init__(self, said: Iterable[Said] = (), voices: dict[str, Voice] | None = None) -> None:
        self._said = [one for one in said if one.end > one.start]
        self._voices = voices or {}
        self.hidden: set[str] = set()
        self._marks = Marks(((one.start, one.end) for one in self._said), (0 for _ in self._said))

    def at(self, start: int, end: int) -> tuple[Voice, str] | None:
        """Return the voice and the sign for a row; none where no source stands behind it."""
        best, most = None, 0
        for number in self._marks.touching(start, end):
            one = self._said[number]
            shared = min(one.end, end) - max(one.start, start)
            if shared > most and one.id not in self.hidden:
                best, most = one, shared
        return (self._voices[best.name], best.bar) if best else None
