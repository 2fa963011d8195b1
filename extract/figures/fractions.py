"""Parts of a whole: "half a million", "two thirds of", "one in five"."""

import re
from dataclasses import replace

from extract.figures.lexemes import Lexeme
from extract.figures.numeral import HUNDRED, Numeral, Parsed, Pieces, times
from extract.figures.words import BLANK

_AND_A_HALF = re.compile(rf"{BLANK}{{1,2}}and{BLANK}{{1,2}}an?{BLANK}{{1,2}}")
_OF_AFTER = re.compile(rf"{BLANK}{{1,2}}of\b")
_SHARE_AFTER = re.compile(
    rf"{BLANK}{{1,2}}(?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|those\b|these\b)"
)
_NO_SHARE_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|better|final|last|early|late|top|bottom|opening|third|fourth)"
    rf"{BLANK}{{1,2}}$",
    re.IGNORECASE,
)
_HALF_A = re.compile(rf"(?:{BLANK}{{1,2}}|-)(?:an?{BLANK}{{1,2}})?")
_HALF_UNIT = re.compile(
    rf"{BLANK}an?{BLANK}(?:per{BLANK}?cent|percentage|point|hour|mile|kilomet|metre|meter|day|"
    r"year|century|decade)"
)
_ONE_BEFORE = re.compile(rf"(?<![A-Za-z])an?{BLANK}{{1,2}}$", re.IGNORECASE)
_LOOK_BACK = 12


def with_fraction(pieces: Pieces, found: Numeral, after: int) -> Parsed:
    """The number with a fraction behind it.

    "two thirds" is a share; "two and a half" and "two and a half million" are not.
    """
    piece = pieces.at(after)
    if piece is None or piece.kind != "fraction":
        return found, after
    gap = pieces.text[found.end : piece.start]
    if piece.word == "half" and _AND_A_HALF.fullmatch(gap):
        more = replace(found, end=piece.end, value=found.value + piece.value)
        return pieces.scaled(more, after + 1)
    if (
        piece.word != "half"
        and len(gap) == 1
        and found.value < HUNDRED
        and (piece.word.endswith("s") or _OF_AFTER.match(pieces.text, piece.end))
    ):
        value = found.value * piece.value
        return replace(found, end=piece.end, value=value, share=True), after + 1
    return found, after


def fraction(pieces: Pieces, place: int) -> Parsed:
    """A fraction that no number stands before: "half a million", "half the town", "a third of"."""
    piece, text = pieces.lexemes[place], pieces.text
    low = max(0, piece.start - _LOOK_BACK)
    if _NO_SHARE_BEFORE.search(text, low, piece.start):
        return None, place + 1
    found = Numeral(piece.start, piece.end, piece.value)
    if piece.word == "half":
        return _half(pieces, found, place)
    if _ONE_BEFORE.search(text, low, piece.start) and _OF_AFTER.match(text, piece.end):
        return replace(found, share=True), place + 1
    return None, place + 1


def _half(pieces: Pieces, found: Numeral, place: int) -> Parsed:
    scale = _scale_behind_half(pieces, found, place + 1)
    if scale is not None:
        return times(found, scale), place + 2
    if _HALF_UNIT.match(pieces.text, found.end):
        return found, place + 1
    if _SHARE_AFTER.match(pieces.text, found.end):
        return replace(found, share=True), place + 1
    return None, place + 1


def _scale_behind_half(pieces: Pieces, found: Numeral, place: int) -> Lexeme | None:
    link = _HALF_A.match(pieces.text, found.end)
    piece = pieces.at(place)
    if link is None or piece is None or piece.start != link.end():
        return None
    return piece if piece.kind in ("scale", "group") else None
