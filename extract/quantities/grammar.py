"""The rules of numbers, in their order: patterns over the kinds of their pieces.

`{digits}` is a kind of piece, by its name in `extract.quantities.numeral`. A number begins as the
first of the openings says whose pattern is there, and goes on as each of the continuations says,
one after the other.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from extract.doc.class_patterns import class_pattern
from extract.lexicon import cached
from extract.quantities.digits import (
    and_a_half,
    fraction,
    in_digits,
    part_of_one,
    thirds,
    with_part,
    with_suffix,
)
from extract.quantities.numeral import KINDS, Numeral, Parsed, Pieces, pieces_of
from extract.quantities.spelled import in_words, vague
from extract.quantities.units import unit_after
from extract.quantities.words import BLANK, any_listed
from extract.records import Span

_RATIO = re.compile(rf"{BLANK}(?:in|out{BLANK}of){BLANK}(?:every{BLANK})?")
_LARGEST_RATIO = 1000
_ROUND_WHOLES = (10.0, 100.0, 1000.0)
_LOOK_BACK = 24


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
    opens = _opens().search(text, max(0, found.start - _LOOK_BACK), found.start) is not None
    return opens and (whole.value in _ROUND_WHOLES or not (found.digits or whole.digits))


@cached
def _opens() -> re.Pattern[str]:
    """Before a number that opens its clause."""
    opening = any_listed("shares", "opening")
    return re.compile(rf"(?:^|[\n.;:,“\"(]\s{{0,2}}|\b{opening}\s)$", re.IGNORECASE)


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
