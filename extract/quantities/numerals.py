"""The numbers of a text, in digits and in words, with their values: "1.2 million", "two dozen"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from extract.quantities.digits import in_digits
from extract.quantities.fractions import fraction
from extract.quantities.lexemes import Lexeme, lexemes
from extract.quantities.numeral import Numeral, Parsed, Pieces
from extract.quantities.outcome_words import outcome_told_by
from extract.quantities.spelled import in_words
from extract.quantities.units import unit_after
from extract.quantities.words import BLANK
from extract.records import Span

_RATIO = re.compile(rf"{BLANK}(?:in|out{BLANK}of){BLANK}(?:every{BLANK})?")
_WORD_BEFORE = re.compile(rf"([^\W\d_]+){BLANK}$")
_LARGEST_RATIO = 1000
_ROUND_WHOLES = (10.0, 100.0, 1000.0)
_LOOK_BACK = 24
_OPENS = re.compile(
    r"(?:^|[\n.;:,“\"(]\s{0,2}|\b(?:that|than|and|but|about|around|some|nearly|almost|roughly|least|to|with|"
    r"while|where|as|for)\s)$",
    re.IGNORECASE,
)
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
    if "out" not in link[0] and not _is_rate(pieces.text, found, whole, link[0]):
        return found, after
    return replace(found, end=whole.end, value=found.value / whole.value, share=True), behind


def _counts_scores(text: str, piece: Lexeme) -> bool:
    """Whether "scores" are many and no results: "scores of villagers", "killing scores"."""
    if _SCORES_AFTER.match(text, piece.end):
        return True
    before = _WORD_BEFORE.search(text, max(0, piece.start - _LOOK_BACK), piece.start)
    return before is not None and outcome_told_by(before[1]) is not None


def _is_rate(text: str, found: Numeral, whole: Numeral, link: str) -> bool:
    """Whether "in" makes a share: "one in five", "nine in ten homes", but not "9 in 10 days".

    Two to nine must open their clause, and ten or a hundred be the whole: "killing two in three
    villages" counts.
    """
    if unit_after(text, whole.end):
        return False
    if found.value == 1 or "every" in link:
        return True
    opens = _OPENS.search(text, max(0, found.start - _LOOK_BACK), found.start) is not None
    return opens and (whole.value in _ROUND_WHOLES or not (found.digits or whole.digits))


def _vague(pieces: Pieces, place: int) -> Parsed:
    """ "dozens", "tens of thousands", "several", "several hundred"."""
    piece = pieces.lexemes[place]
    word = " ".join(piece.word.split())
    if word == "tens" or (word == "scores" and not _counts_scores(pieces.text, piece)):
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
