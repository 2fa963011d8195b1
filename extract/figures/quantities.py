"""Numbers with what belongs to them: range, unit, currency, and the words that qualify them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.figures.numeral import HYPHENS, Numeral
from extract.figures.numerals import numerals
from extract.figures.qualifiers import Around, around
from extract.figures.units import Unit, money_before, unit_after
from extract.lexicon import cached, table
from extract.records import Span

_TO = re.compile(r"-?[^\S\n]{0,2}(?:to|[-–—‑])-?[^\S\n]{0,2}")
_AND = re.compile(r"[^\S\n]{1,2}and[^\S\n]{1,2}(?:about[^\S\n]|around[^\S\n]|some[^\S\n])?")
_OR = re.compile(r"[^\S\n]{1,2}or[^\S\n]{1,2}")
_MINUS = re.compile(r"(?<![\w.%)])(?:[-−]|minus[-\s])[^\S\n]?$")
_FROM = re.compile(r"\bfrom[^\S\n]$")
_BY = re.compile(r"\bby[^\S\n]$")
_WORD = re.compile(r"[A-Za-z]+")
_SIGNED = frozenset({"share", "temperature", "money"})
_CLOSE = 64
_LONGEST_LINK = 8
_LONE_SCALES_BELOW = 1000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a report gives it."""

    start: int
    end: int
    """The number words alone; of a range, from its first to its last."""
    low: float
    high: float
    """Equal but in a range."""
    around: Around
    unit: Unit | None = None
    vague: str | None = None
    share: bool = False
    digits: bool = False
    compound: bool = False
    """Joined to the next word by a hyphen: "six-party"."""

    @property
    def after(self) -> int:
        """Where what is counted may begin."""
        behind = self.unit.end if self.unit and self.unit.start >= self.end else self.end
        return max(behind, self.around.end)

    @property
    def is_range(self) -> bool:
        """Whether the report gives two ends."""
        return self.low != self.high


def quantities(text: str, barred: Iterable[Span] = ()) -> Iterator[Quantity]:
    """The quantities of a text outside the barred spans, in order."""
    found = numerals(text, barred)
    place = 0
    while place < len(found):
        quantity, used = _quantity(text, found, place)
        if quantity is not None:
            yield quantity
            while place + used < len(found) and found[place + used].start < quantity.after:
                used += 1
        place += used


def _quantity(text: str, found: Sequence[Numeral], place: int) -> tuple[Quantity | None, int]:
    first = found[place]
    money = money_before(text, first.start)
    unit = money or unit_after(text, first.end)
    near = around(text, money.start if money else first.start, _behind(first, unit))
    end = _behind(first, unit)
    if place + 1 < len(found):
        second = found[place + 1]
        joined = _range(text, first, second, end, near, unit)
        if joined is not None:
            return joined, 2
    if text[first.end : first.end + 1].isalpha() and (unit is None or unit.start != first.end):
        return None, 1
    sign = _sign(text, first, unit)
    return (
        Quantity(
            first.start,
            first.end,
            sign * first.value,
            sign * first.value,
            near,
            unit,
            first.vague,
            first.share,
            first.digits,
            unit is None and _hyphenated(text, first.end),
        ),
        1,
    )


def _behind(numeral: Numeral, unit: Unit | None) -> int:
    return unit.end if unit and unit.start >= numeral.end else numeral.end


def _hyphenated(text: str, end: int) -> bool:
    return text[end : end + 1] in tuple(HYPHENS) and text[end + 1 : end + 2].isalpha()


def _sign(text: str, numeral: Numeral, unit: Unit | None) -> float:
    """Minus one for "-1.3%" and "minus 20 degrees", where a bullet or dash is not meant."""
    signed = (unit is not None and unit.kind in _SIGNED) or not numeral.value.is_integer()
    if signed and _MINUS.search(text, max(0, numeral.start - 8), numeral.start):
        return -1.0
    return 1.0


def _range(
    text: str, first: Numeral, second: Numeral, end: int, near: Around, unit: Unit | None
) -> Quantity | None:
    """Both numbers as one, if the words between make them the ends of a range."""
    if first.vague or second.vague or first.share or second.share:
        return None
    money = money_before(text, second.start)
    right = money.start if money else second.start
    behind = unit_after(text, second.end)
    low, high = _ends(first, second)
    link = text[end:right]
    if len(link) > _LONGEST_LINK or not low < high or not _links(link, near, low, high, unit):
        return None
    if unit and not _same_measure(unit, money, behind, second.start):
        return None
    if money and _BY.search(text, max(0, near.start - 4), near.start):
        return None
    if not (unit or behind) and _splits(text, near.start):
        return None
    return Quantity(
        first.start,
        second.end,
        low,
        high,
        replace(near, end=around(text, right, _behind(second, behind)).end),
        unit if unit and unit.kind == "money" else behind or unit,
        digits=first.digits,
        compound=behind is None and _hyphenated(text, second.end),
    )


def _same_measure(unit: Unit, money: Unit | None, behind: Unit | None, second: int) -> bool:
    """Whether the second end of a range is of the same measure as the first."""
    other = money or behind
    if other is None:
        return unit.kind == "money" and unit.end < second
    return other.name == unit.name


def _splits(text: str, start: int) -> bool:
    """Whether "from 12 to 15" is a change of a count rather than a range of it."""
    if not _FROM.search(text, max(0, start - 8), start):
        return False
    before = _WORD.findall(text, max(0, start - _CLOSE), start)
    return not _changes().isdisjoint(word.lower() for word in before)


@cached
def _changes() -> frozenset[str]:
    return frozenset(table("numbers")["roles"]["change"])


def _ends(first: Numeral, second: Numeral) -> tuple[float, float]:
    """The two ends; in "four to five thousand" and "89 to 93 billion" the scale is of both."""
    low, high = first.value, second.value
    if (
        first.scale == 1
        and second.scale > 1
        and low <= high / second.scale
        and low < _LONE_SCALES_BELOW
    ):
        low *= second.scale
    return low, high


def _links(link: str, near: Around, low: float, high: float, unit: Unit | None) -> bool:
    if near.between and _AND.fullmatch(link):
        return True
    if _OR.fullmatch(link):
        return high - low == 1 and unit is None
    return _TO.fullmatch(link) is not None and bool(link.strip())
