"""A number as the text writes it, and the pieces that it is read from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.quantities.lexemes import Lexeme
from extract.quantities.words import BLANK

HYPHENS = "-‑"
TEN, HUNDRED, THOUSAND = 10, 100, 1000
GREATEST = 1e15
"""No count is larger; floats still tell whole numbers apart up to here."""
_JOINT = re.compile(rf"{BLANK}{{1,2}}|[-‑]|{BLANK}{{1,2}}and{BLANK}{{1,2}}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as the text writes it."""

    start: int
    end: int
    value: float
    """Of a vague word: of the scale beside it, or 1."""
    vague: str | None = None
    """The vague word, with its scale where it has one: "several hundred"."""
    share: bool = False
    """A part of a whole: "half of", "two thirds", "one in five"."""
    digits: bool = False
    scale: float = 1.0
    """The scale word: a million of "1.2 million", twelve of "two dozen"."""
    rough: bool = False
    """About as many by its own words: "a couple of hundred"."""


Parsed = tuple[Numeral | None, int]
"""A number, if there is one, and the index of the piece after it."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text and the pieces of its numbers."""

    text: str
    lexemes: Sequence[Lexeme]

    def at(self, place: int) -> Lexeme | None:
        """The piece at the index; none behind the last."""
        return self.lexemes[place] if place < len(self.lexemes) else None

    def joint(self, place: int) -> str | None:
        """What stands between the piece and the one before it, if that may join them."""
        if place >= len(self.lexemes):
            return None
        gap = self.text[self.lexemes[place - 1].end : self.lexemes[place].start]
        return gap if _JOINT.fullmatch(gap) else None

    def scale_at(self, place: int) -> Lexeme | None:
        """A scale or group that the words before multiply: "million", "dozen"."""
        gap = self.joint(place)
        if gap is None or "and" in gap:
            return None
        piece = self.lexemes[place]
        return piece if piece.kind in ("scale", "group") and piece.word != "couple" else None

    def scaled(self, found: Numeral, after: int) -> tuple[Numeral, int]:
        """Times the scales that follow: "2 hundred thousand"."""
        while (piece := self.scale_at(after)) and found.value * piece.value <= GREATEST:
            found = times(found, piece)
            after += 1
        return found, after


def times(found: Numeral, piece: Lexeme) -> Numeral:
    """The number multiplied by a scale behind it."""
    return replace(
        found, end=piece.end, value=found.value * piece.value, scale=found.scale * piece.value
    )
