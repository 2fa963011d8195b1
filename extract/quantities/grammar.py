"""The rules of numbers, in their order: patterns over the kinds of their pieces.

`{digits}` is a kind of piece, by its name in `extract.quantities.numeral`. A number begins as the
first of the openings says whose pattern is there, and goes on as each of the continuations says,
one after the other. Cardinals are read by `cardinals.py`, parts of a whole ("2½", "two thirds of",
"one in five") here.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from extract.doc.class_patterns import class_pattern
from extract.lexicon import cached
from extract.quantities.cardinals import in_digits, in_words, vague, with_part, with_suffix
from extract.quantities.numeral import (
    HUNDRED,
    KINDS,
    TEN,
    Kind,
    Numeral,
    Parsed,
    Pieces,
    pieces_of,
    times,
)
from extract.quantities.units import unit_after
from extract.quantities.words import BLANK, any_listed, listed
from extract.records import Span

_RATIO = re.compile(rf"{BLANK}(?:in|out{BLANK}of){BLANK}(?:every{BLANK})?")
_LARGEST_RATIO = 1000
"""One in so many is the least share."""
_ROUND_WHOLES = (10.0, 100.0, 1000.0)
_OPENING_LOOK_BACK = 24
"""Characters before a number that opens its clause."""


_PIECES = {"ADDED": "{digits|sign|slashed|word|scale|group}"}
"""What rules share, by the name that it has in them: the last piece of what a part is added to."""


@dataclass(frozen=True, slots=True)
class NumberRule:
    """One way in which a text writes a number, or goes on with one."""

    name: str
    pattern: re.Pattern[str]
    """Over the kinds of pieces: for a continuation, of those behind the number."""
    example: str
    expected: float
    """Value of the number in the example; of a vague word, that of the scale beside it."""


@dataclass(frozen=True, slots=True)
class Opening(NumberRule):
    """How a number begins; reads it from the piece at an index on."""

    read: Callable[[Pieces, int], Parsed]


@dataclass(frozen=True, slots=True)
class Continuation(NumberRule):
    """How a number goes on; reads on from the piece at an index."""

    read: Callable[[Pieces, Numeral, int], tuple[Numeral, int]]


def numerals(text: str, barred: Iterable[Span] = ()) -> list[Numeral]:
    """Return the numbers of the text outside the barred spans, in order, none inside another."""
    pieces = pieces_of(text, barred)
    found: list[Numeral] = []
    place = 0
    while place < len(pieces.lexemes):
        numeral, after = _number(pieces, place)
        if numeral is not None:
            numeral, after = _continued(pieces, numeral, after, RATIOS)
            found.append(numeral)
        place = max(after, place + 1)
    return found


def _number(pieces: Pieces, place: int) -> Parsed:
    """The number that begins at the piece, without what it is taken of: "one" of "one in five"."""
    rule = next(rule for rule in OPENINGS if rule.pattern.match(pieces.classes, place))
    found, after = rule.read(pieces, place)
    if found is None:
        return None, after
    return _continued(pieces, found, after, CONTINUATIONS)


def _continued(
    pieces: Pieces, found: Numeral, after: int, rules: Sequence[Continuation]
) -> tuple[Numeral, int]:
    """The number as the rules go on with it; a share or a vague number goes on as nothing more."""
    for rule in rules:
        if not (found.share or found.vague) and rule.pattern.match(pieces.classes, after):
            found, after = rule.read(pieces, found, after)
    return found, after


def _ratio(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """ "one in five", "three out of ten" are one share."""
    link = _RATIO.match(pieces.text, found.end)
    if link is None or after >= len(pieces.lexemes) or pieces.lexemes[after].start != link.end():
        return found, after
    whole, behind = _number(pieces, after)
    if whole is None or whole.vague or not found.value < whole.value <= _LARGEST_RATIO:
        return found, after
    if "out" not in link[0] and not _is_rate(pieces.text, found, whole, link[0]):
        return found, after
    return replace(found, end=whole.end, value=found.value / whole.value, share=True), behind


def _scaled(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """ "2 hundred thousand": times the scales that follow."""
    return pieces.scaled(found, after)


def _is_rate(text: str, found: Numeral, whole: Numeral, link: str) -> bool:
    """Whether "in" makes a share: "one in five", "nine in ten homes", but not "9 in 10 days".

    Two to nine must open their clause, and ten or a hundred be the whole: "killing two in three
    villages" counts.
    """
    if unit_after(text, whole.end):
        return False
    if found.value == 1 or "every" in link:
        return True
    opens = _opens().search(text, max(0, found.start - _OPENING_LOOK_BACK), found.start) is not None
    return opens and (whole.value in _ROUND_WHOLES or not (found.digits or whole.digits))


@cached
def _opens() -> re.Pattern[str]:
    """Before a number that opens its clause."""
    opening = any_listed("shares", "opening")
    return re.compile(rf"(?:^|[\n.;:,“\"(]\s{{0,2}}|\b{opening}\s)$", re.IGNORECASE)


_GAP = rf"(?:{BLANK}{{1,2}}|[-‑])"
_AND_A_PART = re.compile(rf"{_GAP}and{_GAP}(?:(?:an?|one){_GAP})?")
_OF_A_SCALE = re.compile(rf"(?:{_GAP}of{_GAP}|{_GAP})an?{_GAP}|{_GAP}")
_OF_AFTER = re.compile(rf"{BLANK}{{1,2}}of\b")
_SHARE_AFTER = re.compile(
    rf"{BLANK}{{1,2}}(?:of\b|the\b|its\b|their\b|his\b|her\b|our\b|those\b|these\b)"
)
_ONE_BEFORE = re.compile(rf"(?<![A-Za-z])an?{BLANK}{{1,2}}$", re.IGNORECASE)
_FRACTION_LOOK_BACK = 12
"""Characters before a fraction."""


def thirds(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """Return so many parts: "two thirds of the town", "three quarters of a million".

    But not "two third graders".
    """
    piece = pieces.lexemes[after]
    gap = pieces.text[found.end : piece.start]
    if piece.word == "half" or len(gap) != 1 or found.value >= HUNDRED:
        return found, after
    if not piece.word.endswith("s") and not _OF_AFTER.match(pieces.text, piece.end):
        return found, after
    part = replace(found, end=piece.end, value=found.value * piece.value)
    return _of_scale(pieces, part, after + 1) or (replace(part, share=True), after + 1)


def and_a_half(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """Return the number with a part behind it: "two and a half million", "a million and a half".

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
    """Return the part of one that no number stands before: "½", "1/4", "2/3"."""
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
    low = max(0, piece.start - _FRACTION_LOOK_BACK)
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


def _opening(
    name: str, template: str, read: Callable[[Pieces, int], Parsed], example: str, value: float
) -> Opening:
    return Opening(name, class_pattern(template, KINDS, _PIECES), example, value, read)


def _continuation(
    name: str,
    template: str,
    read: Callable[[Pieces, Numeral, int], tuple[Numeral, int]],
    example: str,
    value: float,
) -> Continuation:
    return Continuation(name, class_pattern(template, KINDS, _PIECES), example, value, read)


OPENINGS = (
    _opening("words", "{word|scale|group}", in_words, "twenty-eight thousand six hundred", 28_600),
    _opening("digits", "{digits}", in_digits, "11,000", 11_000),
    _opening("vague", "{size|quantifier}", vague, "several hundred", 100),
    _opening("fraction", "{fraction}", fraction, "half a million", 500_000),
    _opening("part of one", "{sign|slashed}", part_of_one, "½", 0.5),
)
"""How a number begins."""

CONTINUATIONS = (
    _continuation("part behind digits", "(?<={digits}){sign|slashed}", with_part, "2½", 2.5),
    _continuation(
        "scale", "(?<={digits|sign|slashed}){scale|group}", _scaled, "1.2 million", 1_200_000
    ),
    _continuation("letters", "(?<={digits|sign|slashed})", with_suffix, "$5bn", 5_000_000_000),
    _continuation(
        "and a half",
        "(?<={ADDED}){word}?{fraction}",
        and_a_half,
        "two and a half million",
        2_500_000,
    ),
    _continuation("thirds", "(?<={ADDED}){fraction}", thirds, "two thirds of them", 2 / 3),
)
"""How a number goes on."""

RATIOS = (_continuation("ratio", "", _ratio, "one in five", 0.2),)
"""How a number becomes a share."""

RULES: tuple[NumberRule, ...] = (*OPENINGS, *CONTINUATIONS, *RATIOS)
