"""A number with the measure or currency and the words that belong to it."""

from dataclasses import dataclass, replace

from extract.quantities.numeral import Numeral
from extract.quantities.qualifiers import Around, around
from extract.quantities.units import Unit, money_before, unit_after


@dataclass(frozen=True, slots=True)
class Sized:
    """A number with what stands directly beside it."""

    numeral: Numeral
    unit: Unit | None
    around: Around

    @property
    def start(self) -> int:
        """Where it begins, a currency before it included."""
        return min(self.unit.start, self.numeral.start) if self.unit else self.numeral.start

    @property
    def end(self) -> int:
        """Where it ends, a measure behind it included."""
        return max(self.unit.end, self.numeral.end) if self.unit else self.numeral.end


def sized(text: str, numeral: Numeral) -> Sized:
    """The number with its measure and qualifiers."""
    unit = money_before(text, numeral.start) or unit_after(text, numeral.end)
    start = min(unit.start, numeral.start) if unit else numeral.start
    end = max(unit.end, numeral.end) if unit else numeral.end
    beside = around(text, start, end)
    if numeral.rough and beside.bound == "exact":
        beside = replace(beside, bound="about")
    return Sized(numeral, unit, beside)
