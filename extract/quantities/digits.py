"""Numbers in digits and parts of a whole: "11,000", "2.7m", "2½", "two thirds of"."""

import re
from dataclasses import replace

from extract.lexicon import cached
from extract.lexicon.using import alternation
from extract.quantities.numeral import (
    GREATEST,
    HUNDRED,
    HYPHENS,
    TEN,
    Kind,
    Lexeme,
    Numeral,
    Parsed,
    Pieces,
    times,
)
from extract.quantities.shapes import is_length
from extract.quantities.units import money_before, money_letters
from extract.quantities.words import BLANK, any_listed, listed, number_words

_LETTERS_BEFORE = re.compile(r"(?<![^\W_])[A-Za-z]{1,3}$")
_LONGEST_PREFIX = 7


def in_digits(pieces: Pieces, place: int) -> Parsed:
    """Return the number that begins with digits at the piece."""
    first = pieces.lexemes[place]
    if not _stands_free(pieces.text, first):
        return None, place + 1
    return Numeral(first.start, first.end, first.value, digits=True), place + 1


def hangs_on_name(text: str, hyphen: int) -> bool:
    """Return whether letters before a hyphen make a name of the number: "F-16",
    but not "sub-500"."""
    if not text[max(0, hyphen - 1) : hyphen].isalpha():
        return False
    return _open_hyphen().search(text, max(0, hyphen - _LONGEST_PREFIX), hyphen) is None


def with_part(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """With a part of one behind it: "2½", "1 1/2"."""
    part = pieces.at(after)
    if part is None or part.kind not in (Kind.SIGN, Kind.SLASHED) or part.value >= 1:
        return found, after
    gap = pieces.text[found.end : part.start]
    if gap and not (gap == " " and found.value.is_integer() and found.value < HUNDRED):
        return found, after
    return replace(found, end=part.end, value=found.value + part.value), after + 1


def _stands_free(text: str, piece: Lexeme) -> bool:
    """Whether no letter, digit or point beside them makes the digits part of something else."""
    after = text[piece.end : piece.end + 2]
    if after[:1] in tuple("/.,:_") and after[1:].isdigit():
        return False
    before = text[max(0, piece.start - 1) : piece.start]
    if not before:
        return True
    if before in "_@\\" or (before.isalnum() and not _currency_before(text, piece.start)):
        return False
    if before in ".,:/" and text[max(0, piece.start - 2) : piece.start - 1].isalnum():
        return False
    return not (before in HYPHENS and hangs_on_name(text, piece.start - 1))


def _currency_before(text: str, start: int) -> bool:
    letters = _LETTERS_BEFORE.search(text, max(0, start - 4), start)
    return letters is not None and letters[0] in money_letters()


def with_suffix(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """With letters that stand for a scale: "5bn"; the "m" of "300m from" stays a metre."""
    return _with_letters(pieces.text, found), after


def _with_letters(text: str, found: Numeral) -> Numeral:
    match = _suffix().match(text, found.end)
    if match is None:
        return found
    letters = match[1].lower()
    money = money_before(text, found.start) is not None
    if match.start(1) > found.end and len(letters) == 1 and not (match[1].isupper() or money):
        return found
    if not money and is_length(text, found.start, match.end(), letters, found.value):
        return found
    factor = number_words().suffixes[letters]
    if found.value * factor > GREATEST:
        return found
    return replace(found, end=match.end(1), value=found.value * factor, scale=factor)


@cached
def _open_hyphen() -> re.Pattern[str]:
    """Letters that a hyphen joins to digits which stay a number."""
    return re.compile(rf"(?<![A-Za-z]){any_listed('words', 'hyphened')}$", re.IGNORECASE)


@cached
def _suffix() -> re.Pattern[str]:
    """Letters behind digits that stand for a scale."""
    letters = alternation(number_words().suffixes)
    return re.compile(rf"{BLANK}?({letters})(?!\w)", re.IGNORECASE)


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
