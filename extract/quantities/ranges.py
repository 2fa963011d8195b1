"""Two numbers that are the ends of a range: "15 to 20", "between 5% and 6%", "two or three"."""

import re

from extract.lexicon import cached, table
from extract.quantities.sized import Sized
from extract.quantities.words import BLANK

_TO = re.compile(rf"-?{BLANK}{{0,2}}(?:to|[-–—‑])-?{BLANK}{{0,2}}")
_AND = re.compile(rf"{BLANK}{{1,2}}and{BLANK}{{1,2}}(?:(?:about|around|some){BLANK})?")
_OR = re.compile(rf"{BLANK}{{1,2}}or{BLANK}{{1,2}}")
_FROM = re.compile(rf"\bfrom{BLANK}$")
_BY = re.compile(rf"\bby{BLANK}$")
_PERHAPS = re.compile(
    rf",?{BLANK}(?:and{BLANK}|or{BLANK}|but{BLANK})?(?:possibly|perhaps|maybe|potentially|probably)"
    rf"(?:{BLANK}(?:up{BLANK}to|as{BLANK}many{BLANK}as))?{BLANK}",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")
_CHANGE_REACH = 64
_LONGEST_LINK = 20
_LONE_SCALES_BELOW = 1000
_THOUSANDS = 1000
_MOST_APART = 2
"""Of ends joined by "or": "two or three", "10 or 12"."""
_NEARBY = 1.5
"""Or else the second is at most so many times the first: "15 or 20"."""

Ends = tuple[float, float]


def range_of(text: str, first: Sized, second: Sized) -> Ends | None:
    """Both ends of the range that the two make, if the words between say so."""
    if first.numeral.vague or second.numeral.vague or first.numeral.share or second.numeral.share:
        return None
    low, high = _ends(first, second)
    linked = low < high and _is_linked(text, first, second, high - low)
    if not linked or not _are_alike(first, second) or _is_change(text, first, second):
        return None
    return low, high


def _ends(first: Sized, second: Sized) -> Ends:
    """In "four to five thousand" and "89 to 93 billion" the scale is of both."""
    low, high, scale = first.numeral.value, second.numeral.value, _scale(first, second)
    lone = first.numeral.scale == 1 and low < _LONE_SCALES_BELOW
    return (low * scale if lone and low < high / scale else low), high


def _scale(first: Sized, second: Sized) -> float:
    """That of the second end; in "20 to 30,000" it is written in noughts."""
    number = second.numeral
    if number.scale == 1 and first.numeral.digits and number.digits:
        return float(_THOUSANDS) if number.value % _THOUSANDS == 0 else 1.0
    return number.scale


def _is_linked(text: str, first: Sized, second: Sized, apart: float) -> bool:
    link = text[first.end : second.start]
    if _PERHAPS.fullmatch(link):
        return True
    if len(link) > _LONGEST_LINK:
        return False
    if first.around.between and _AND.fullmatch(link):
        return True
    if _OR.fullmatch(link):
        near = second.numeral.value <= first.numeral.value * _NEARBY
        return first.unit is None and (near or apart <= _MOST_APART * _step(second))
    return bool(link.strip()) and _TO.fullmatch(link) is not None


def _step(second: Sized) -> float:
    """What one is in the words of the second end: a thousand of "two or three thousand"."""
    number = second.numeral
    return number.scale if number.scale < number.value else 1.0


def _are_alike(first: Sized, second: Sized) -> bool:
    """Whether the second end is of the same measure as the first, or brings that of both."""
    if first.unit is None:
        return True
    if second.unit is None:
        return first.unit.kind == "money" and first.unit.start < first.numeral.start
    return first.unit.name == second.unit.name


def _is_change(text: str, first: Sized, second: Sized) -> bool:
    """Whether a count went from one number to the other: "rose from 12 to 15", "by $2 to $9"."""
    start = first.around.start
    if first.unit and first.unit.kind == "money" and _BY.search(text, max(0, start - 4), start):
        return True
    low = max(0, start - 8)
    if first.unit or second.unit:
        return False
    if not _FROM.search(text, low, start) and not _BY.search(text, low, start):
        return False
    before = _WORD.findall(text, max(0, start - _CHANGE_REACH), start)
    return not _changes().isdisjoint(word.lower() for word in before)


@cached
def _changes() -> frozenset[str]:
    return frozenset(table("numbers")["roles"]["change"])
