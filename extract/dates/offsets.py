"""Days counted from a date that stands behind: "two days before Christmas"."""

from extract.dates import calendar
from extract.dates.calendar import Period
from extract.dates.found import Context, Found
from extract.dates.units import counted_by_halves, moved_by_halves
from extract.records import Precision

_OFFSETS = frozenset({"offset", "few-beside"})


def leads_to(rule: str, found: Found, behind: Found | None) -> bool:
    """Whether what a rule found counts from the date that stands right behind it."""
    if rule not in _OFFSETS or behind is None or behind.first < found.last:
        return False
    return found.scan.classes[found.last : behind.first] in ("", "t")


def counted_from(found: Found, base: Period) -> Period | None:
    """The day so long before or after a day; none from what is no single day."""
    if base.precision is not Precision.DAY or base.start is None:
        return None
    if found.has("few"):
        return Period(None, None, Precision.UNKNOWN, None)
    sign = -1 if found.words("way").lower() == "before" else 1
    if found.kind("one") == "P":
        return calendar.day(calendar.shifted(base.start, sign)).at(found.code("one"))
    halves, part = (2, "one") if found.has("one") else (found.halves, "unit")
    code = found.code(part)
    return counted_by_halves(moved_by_halves(base.start, sign * halves, code), halves, code)


def without_base(found: Found, context: Context) -> None:
    """Nothing: with no day behind them, the words are no date."""
    return None


def untold(found: Found, context: Context) -> Period:
    """ "a few days before": nobody can tell when."""
    return Period(None, None, Precision.UNKNOWN, None)
