"""Numbers in digits: "11,000", "1.2 million", "2.7m", "2½"."""

import re
from dataclasses import replace

from extract.lexicon import cached
from extract.lexicon.patterns import alternation
from extract.quantities.lengths import is_length
from extract.quantities.numeral import (
    GREATEST,
    HUNDRED,
    HYPHENS,
    Kind,
    Lexeme,
    Numeral,
    Parsed,
    Pieces,
)
from extract.quantities.units import money_before, money_letters
from extract.quantities.words import BLANK, any_listed, number_words

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
