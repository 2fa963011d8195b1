"""Numbers with what belongs to them: range, unit, currency, and the words that qualify them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.quantities.numeral import HYPHENS
from extract.quantities.numerals import numerals
from extract.quantities.qualifiers import Around
from extract.quantities.ranges import range_of
from extract.quantities.sized import Sized, sized
from extract.quantities.units import Unit
from extract.records import Span

_MINUS = re.compile(r"(?<![\w.%)])(?:[-−]|minus[-\s])[^\S\n]?$")
_SIGNED = frozenset({"share", "temperature", "money"})
_LONGEST_MINUS = 8


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
    found = [sized(text, numeral) for numeral in numerals(text, barred)]
    place = end = 0
    while place < len(found):
        following = found[place + 1] if place + 1 < len(found) else None
        quantity = _range(text, found[place], following) if following else None
        place += 1 if quantity is None else 2
        quantity = quantity or _single(text, found[place - 1])
        # "parts per million" is a measure: its million is no number of its own
        if quantity is not None and quantity.start >= end:
            yield quantity
            end = quantity.after


def _range(text: str, first: Sized, second: Sized) -> Quantity | None:
    ends = range_of(text, first, second)
    if ends is None:
        return None
    unit = second.unit if first.unit is None or first.unit.kind != "money" else first.unit
    return Quantity(
        first.numeral.start,
        second.numeral.end,
        *ends,
        around=replace(first.around, end=second.around.end),
        unit=unit,
        digits=first.numeral.digits,
        compound=second.unit is None and _hyphenated(text, second.around.end),
    )


def _single(text: str, found: Sized) -> Quantity | None:
    numeral = found.numeral
    letters = text[numeral.end : numeral.end + 1].isalpha()
    if letters and (found.unit is None or found.unit.start != numeral.end):
        return None
    value = _sign(text, found) * numeral.value
    return Quantity(
        numeral.start,
        numeral.end,
        value,
        value,
        around=found.around,
        unit=found.unit,
        vague=numeral.vague,
        share=numeral.share,
        digits=numeral.digits,
        compound=found.unit is None and _hyphenated(text, found.around.end),
    )


def _hyphenated(text: str, end: int) -> bool:
    return text[end : end + 1] in tuple(HYPHENS) and text[end + 1 : end + 2].isalpha()


def _sign(text: str, found: Sized) -> float:
    """Minus one for "-1.3%" and "minus 20 degrees", where a bullet or dash is not meant."""
    start = found.numeral.start
    measured = found.unit is not None and found.unit.kind in _SIGNED
    if (measured or not found.numeral.value.is_integer()) and _MINUS.search(
        text, max(0, start - _LONGEST_MINUS), start
    ):
        return -1.0
    return 1.0
