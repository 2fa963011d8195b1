"""Times that are no dates of events: durations, ages, how often, "now" and "recently"."""

from extract.dates.calendar import Period
from extract.dates.rule import Context, Found
from extract.dates.units import moved_by_halves
from extract.vocabulary import Precision


def _timeless(value: str | None) -> Period:
    return Period(None, None, Precision.UNKNOWN, value)


def duration(found: Found, context: Context) -> Period:
    """ "three days", "a 16-hour siege", "a few weeks", "35-year-old"."""
    return _timeless(_value(found))


def age(found: Found, context: Context) -> None:
    """ "27 years old", "a six-year-old": the age of someone, which is a figure and no time."""
    return None


def span_beside(found: Found, context: Context) -> Period:
    """ "the past three months", "the next two weeks": up to the day of publication, or from it."""
    if context.published is None or found.has("few"):
        return _timeless(_value(found))
    ahead = found.kind("step") == "X"
    halves = found.halves if _is_counted(found) else 2
    other = moved_by_halves(context.published, halves if ahead else -halves, found.code("unit"))
    start, end = sorted((context.published, other))
    return Period(start, end, Precision.RANGE, _value(found))


def reference(found: Found, context: Context) -> Period:
    """ "now", "recently", "the future"."""
    return _timeless(found.code("reference"))


def moment(found: Found, context: Context) -> Period:
    """ "this moment", "at the moment"."""
    return _timeless("PRESENT_REF")


def long_ago(found: Found, context: Context) -> Period:
    """ "several years ago", "a few days later": nobody can tell when."""
    return _timeless("PAST_REF" if found.kind("way") == "G" else None)


def how_often(found: Found, context: Context) -> Period:
    """ "daily", "every week", "each Friday", "Mondays"."""
    if found.has("unit"):
        return _timeless(f"P{_letters('1', found.code('unit'))}")
    return _timeless(found.code("set") if found.has("set") else "P1W")


def _value(found: Found) -> str:
    """P35D, PT16H, P2W; PXD for a number of days that is not told."""
    halves = found.halves if _is_counted(found) else 2
    count, code = str(halves // 2), found.code("unit")
    if halves % 2:
        if code == "TH":
            return f"PT{30 * halves}M"
        return f"P{_letters(f'{halves // 2}.5', code)}"
    if found.has("few"):
        count = "X"
    return f"P{_letters(count, found.code('unit'))}"


def _is_counted(found: Found) -> bool:
    return found.has("count") or found.has("half")


def _letters(count: str, code: str) -> str:
    """The count and the unit as ISO 8601 has them; what it has no letter for in smaller units."""
    if code in _IN_SMALLER and count != "X":
        factor, code = _IN_SMALLER[code]
        count = f"{float(count) * factor:g}"
    if code.startswith("T"):
        return f"T{count}{code[1:]}"
    return f"{count}{code}"


_IN_SMALLER = {"E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M"), "F": (2, "W"), "WE": (2, "D")}
