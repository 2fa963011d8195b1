"""Parts of a whole: "half a million", "two thirds of", "one in five"."""

import re
from dataclasses import replace

from extract.lexicon import cached
from extract.quantities.numeral import HUNDRED, TEN, Kind, Numeral, Parsed, Pieces, times
from extract.quantities.words import BLANK, any_listed, listed

_GAP = rf"(?:{BLANK}{{1,2}}|[-‑])"
_AND_A_PART = re.compile(rf"{_GAP}and{_GAP}(?:(?:an?|one){_GAP})?")
_OF_A_SCALE = re.compile(rf"(?:{BLANK}{{1,2}}of{_GAP}|{_GAP})an?{_GAP}|{_GAP}")
_OF_AFTER = re.compile(rf"{BLANK}{{1,2}}of\b")
_SHARE_AFTER = re.compile(
    rf"{BLANK}{{1,2}}(?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|those\b|these\b)"
)
_ONE_BEFORE = re.compile(rf"(?<![A-Za-z])an?{BLANK}{{1,2}}$", re.IGNORECASE)
_LOOK_BACK = 12


def thirds(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """ "two thirds of the town", "three quarters of a million"; but not "two third graders"."""
    piece = pieces.lexemes[after]
    gap = pieces.text[found.end : piece.start]
    if piece.word == "half" or len(gap) != 1 or found.value >= HUNDRED:
        return found, after
    if not piece.word.endswith("s") and not _OF_AFTER.match(pieces.text, piece.end):
        return found, after
    part = replace(found, end=piece.end, value=found.value * piece.value)
    return _of_scale(pieces, part, after + 1) or (replace(part, share=True), after + 1)


def and_a_half(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """ "two and a half million", "a million and a half", "three and three quarters".

    The part is one of the last scale, unless a scale stands behind it.
    """
    parts, behind = _parts_joined(pieces, found, after)
    if not parts:
        return found, after
    whole = replace(found, end=pieces.lexemes[behind - 1].end)
    if found.scale == 1 and pieces.scale_at(behind):
        return pieces.scaled(replace(whole, value=found.value + parts), behind)
    return replace(whole, value=found.value + parts * found.scale), behind


def part_of_one(pieces: Pieces, place: int) -> Parsed:
    """ "½", "1/4", "2/3" without a number before it."""
    piece = pieces.lexemes[place]
    return Numeral(piece.start, piece.end, piece.value, share=True, digits=True), place + 1


def _parts_joined(pieces: Pieces, found: Numeral, place: int) -> tuple[float, int]:
    """What the fraction joined by "and" is worth, and the index behind it; nothing without one."""
    piece, times = pieces.at(place), 1.0
    if piece is None or not _AND_A_PART.fullmatch(pieces.text[found.end : piece.start]):
        return 0.0, place
    if piece.kind == Kind.WORD and piece.value < TEN and pieces.joint(place + 1):
        place, times = place + 1, piece.value
        piece = pieces.at(place)
    if piece is None or piece.kind != Kind.FRACTION or _SHARE_AFTER.match(pieces.text, piece.end):
        return 0.0, place
    return times * piece.value, place + 1


def _of_scale(pieces: Pieces, part: Numeral, place: int) -> tuple[Numeral, int] | None:
    """The part of a scale behind it: "three quarters of a million", "half a dozen"."""
    scale = pieces.at(place)
    if scale is None or not scale.multiplies:
        return None
    if not _OF_A_SCALE.fullmatch(pieces.text[part.end : scale.start]):
        return None
    found, after = pieces.scaled(times(part, scale), place + 1)
    # two thirds of a million are 666,667
    return replace(found, value=float(round(found.value))), after


def fraction(pieces: Pieces, place: int) -> Parsed:
    """Return a fraction that no number stands before: "half a million", "half the town",
    "a third of"."""
    piece, text = pieces.lexemes[place], pieces.text
    low = max(0, piece.start - _LOOK_BACK)
    if _no_share_before().search(text, low, piece.start):
        return None, place + 1
    found = Numeral(piece.start, piece.end, piece.value)
    of_scale = (
        _of_scale(pieces, found, place + 1) if piece.word in listed("shares", "scaled") else None
    )
    if of_scale is not None:
        return of_scale
    if piece.word == "half":
        return _half(pieces, found, place)
    if _ONE_BEFORE.search(text, low, piece.start) and _OF_AFTER.match(text, piece.end):
        return _of_scale(pieces, found, place + 1) or (replace(found, share=True), place + 1)
    return None, place + 1


def _half(pieces: Pieces, found: Numeral, place: int) -> Parsed:
    if _half_unit().match(pieces.text, found.end):
        return found, place + 1
    if _SHARE_AFTER.match(pieces.text, found.end):
        return replace(found, share=True), place + 1
    return None, place + 1


@cached
def _no_share_before() -> re.Pattern[str]:
    """Before "half" or "third", which are halves of a match or ordinals then."""
    return re.compile(rf"\b{any_listed('shares', 'no_share')}{BLANK}{{1,2}}$", re.IGNORECASE)


@cached
def _half_unit() -> re.Pattern[str]:
    """Behind "half": " a mile"."""
    return re.compile(rf"{BLANK}an?{BLANK}{any_listed('shares', 'half_unit')}")
