"""The numbers of a text, in digits and in words, with their values: "1.2 million", "two dozen"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from extract.figures.digits import in_digits
from extract.figures.fractions import fraction
from extract.figures.lexemes import lexemes
from extract.figures.numeral import Numeral, Parsed, Pieces
from extract.figures.spelled import in_words
from extract.figures.units import unit_after
from extract.figures.words import BLANK
from extract.records import Span

_RATIO = re.compile(rf"{BLANK}(?:in|out{BLANK}of){BLANK}(?:every{BLANK})?")
_LARGEST_RATIO = 1000
_SCORES_AFTER = re.compile(
    rf"{BLANK}(?:of{BLANK}(?!\d)|(?:more|others|dead|killed|wounded|injured|hurt|missing|arrested|"
    r"detained|feared|displaced|trapped)\b|(?<=S\w{5}.)(?:were|are|have|had)\b)"
)


def numerals(text: str, barred: Iterable[Span] = ()) -> list[Numeral]:
    """All numbers of the text outside the barred spans, in order, none inside another."""
    pieces = Pieces(text, list(lexemes(text, barred)))
    found: list[Numeral] = []
    place = 0
    while place < len(pieces.lexemes):
        numeral, after = _numeral(pieces, place)
        if numeral is not None:
            numeral, after = _ratio(pieces, numeral, after)
            found.append(numeral)
        place = max(after, place + 1)
    return found


def _numeral(pieces: Pieces, place: int) -> Parsed:
    piece = pieces.lexemes[place]
    if piece.kind in ("word", "scale", "group"):
        return in_words(pieces, place)
    if piece.kind == "digits":
        return in_digits(pieces, place)
    if piece.kind in ("size", "quantifier"):
        return _vague(pieces, place)
    if piece.kind == "fraction":
        return fraction(pieces, place)
    return Numeral(piece.start, piece.end, piece.value, share=True, digits=True), place + 1


def _ratio(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """ "one in five", "three out of ten" are one share."""
    link = _RATIO.match(pieces.text, found.end)
    if link is None or after >= len(pieces.lexemes) or pieces.lexemes[after].start != link.end():
        return found, after
    whole, behind = _numeral(pieces, after)
    if whole is None or whole.vague or not found.value < whole.value <= _LARGEST_RATIO:
        return found, after
    if "out" not in link[0] and (found.value != 1 or unit_after(pieces.text, whole.end)):
        return found, after
    return replace(found, end=whole.end, value=found.value / whole.value, share=True), behind


def _vague(pieces: Pieces, place: int) -> Parsed:
    """ "dozens", "tens of thousands", "several", "several hundred"."""
    piece = pieces.lexemes[place]
    word = " ".join(piece.word.split())
    if word == "tens" or (word == "scores" and not _SCORES_AFTER.match(pieces.text, piece.end)):
        return None, place + 1
    found = Numeral(piece.start, piece.end, 1.0, vague=word)
    following = place + 1
    if piece.kind == "size" or not pieces.joint(following):
        return found, following
    scale = pieces.lexemes[following]
    if scale.kind == "size":
        return replace(found, end=scale.end, vague=scale.word), following + 1
    if pieces.scale_at(following):
        vague = f"{word} {scale.word}"
        return replace(found, end=scale.end, vague=vague, value=scale.value), following + 1
    return found, following
