"""Numbers with what belongs to them: range, unit, currency, and the words that qualify them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.quantities.grammar import numerals
from extract.quantities.numeral import HYPHENS, Numeral
from extract.quantities.units import Unit, money_before, unit_after
from extract.quantities.words import BLANK, any_listed
from extract.records import Span
from extract.vocabulary import FigureRole

_QUALIFIER_REACH = 48
"""Characters before a number that one qualifier may take."""
_MOST_WORDS = 4
"""Qualifiers before a number, one behind the other."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the words beside a number say of it."""

    start: int
    """Where those before it begin."""
    end: int
    """Where those after it end."""
    bound: str = "exact"
    """exact, at_least, more_than, up_to, fewer_than or about."""
    role: str = FigureRole.PLAIN
    """plain, additive, subset or cumulative, as on `Figure`."""
    between: bool = False
    """"between" stands before it."""


def around(text: str, start: int, end: int) -> Around:
    """Return what the words on both sides of a number say, its currency included in the offsets."""
    bound, role, left, between = "exact", FigureRole.PLAIN, start, False
    for _ in range(_MOST_WORDS):
        match = _before().search(text, max(0, left - _QUALIFIER_REACH), left)
        if match is None:
            break
        left = match.start()
        kind = match.lastgroup or ""
        if kind in (FigureRole.ADDITIVE, FigureRole.SUBSET):
            role = FigureRole(kind)
        elif kind == "between":
            between = True
        elif kind != "passed" and bound in ("exact", "about"):
            bound = kind
    right, after = _behind(text, end)
    return Around(left, right, after if bound == "exact" and after else bound, role, between)


def _behind(text: str, end: int) -> tuple[int, str | None]:
    match = _after().match(text, end)
    if match is None:
        return end, None
    bounds = {"plus": "at_least", "strong": None}
    return match.end(), bounds.get(match.lastgroup or "", match.lastgroup)


def bound_behind(text: str, end: int) -> tuple[str, int] | None:
    """Return the bound that stands behind what is counted, and where its words end.

    "at least" counts only where nothing follows that it could be said of instead.
    """
    match = _loose().match(text, end)
    return (match.lastgroup or "", match.end()) if match else None


@cached
def _loose() -> re.Pattern[str]:
    groups, goes_on = table("numbers")["qualifiers"]["behind"], any_listed("counted", "goes_on")
    joined = "|".join(f"(?P<{name}>{alternation(words)})" for name, words in groups.items())
    return re.compile(
        rf"(?:[^\S\n]{{1,2}}|,[^\S\n]{{1,2}}(?=[^,.;:\n]{{1,32}}[,.;:)])|[^\S\n]?\([^\S\n]?)"
        rf"(?:{joined})(?=[^\S\n]*(?:[.,;:)!?\n–—-]|$)|[^\S\n]+(?:{goes_on}|[a-z]{{3,12}}ed)\b)[,)]?",
        re.IGNORECASE,
    )


@cached
def _before() -> re.Pattern[str]:
    lists = table("numbers")
    groups = {name: list(words) for name, words in lists["qualifiers"]["before"].items()}
    groups[FigureRole.ADDITIVE] = lists["roles"]["additive_before"]
    groups[FigureRole.SUBSET] = lists["roles"]["subset_before"]
    for name in ("between", "passed"):
        groups[name] = table("figures")["counted"][name]
    joined = "|".join(f"(?P<{name}>{alternation(words)})" for name, words in groups.items())
    return re.compile(rf"(?<!\w)(?:{joined})[^\S\n]{{0,2}}[-‑]?$", re.IGNORECASE)


@cached
def _after() -> re.Pattern[str]:
    groups = table("numbers")["qualifiers"]["after"]
    joined = "|".join(f"(?P<{name}>{alternation(words)})" for name, words in groups.items())
    return re.compile(rf"[^\S\n]{{0,2}}(?:(?:{joined})(?!\w)|(?P<plus>\+))", re.IGNORECASE)


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
    """Return the number with its measure and qualifiers."""
    unit = money_before(text, numeral.start) or unit_after(text, numeral.end)
    start = min(unit.start, numeral.start) if unit else numeral.start
    end = max(unit.end, numeral.end) if unit else numeral.end
    beside = around(text, start, end)
    if numeral.rough and beside.bound == "exact":
        beside = replace(beside, bound="about")
    return Sized(numeral, unit, beside)


_MINUS = re.compile(r"(?<![\w.%)])(?:[-−]|minus[-\s])[^\S\n]?$")
_SIGNED = frozenset({"share", "temperature", "money"})
_LONGEST_MINUS = 8
"""Characters before a number that its sign may take."""


_TO = re.compile(rf"-?{BLANK}{{0,2}}(?:to|[-–—‑])-?{BLANK}{{0,2}}")
_AND = re.compile(rf"{BLANK}{{1,2}}and{BLANK}{{1,2}}(?:(?:about|around|some){BLANK})?")
_OR = re.compile(rf"{BLANK}{{1,2}}or{BLANK}{{1,2}}")
_FROM = re.compile(rf"\bfrom{BLANK}$")
_BY = re.compile(rf"\bby{BLANK}$")
_WORD = re.compile(r"[A-Za-z]+")
_CHANGE_REACH = 64
"""Characters before "from" or "by" among which a word of change stands."""
_LONGEST_LINK = 20
"""Characters between the ends of a range."""
_LONE_SCALES_BELOW = 1000
"""Only a lower end below this may share the scale of the upper one."""
_THOUSANDS = 1000
_MOST_APART = 2
"""Of ends joined by "or": "two or three", "10 or 12"."""
_NEARBY = 1.5
"""Or else the second is at most so many times the first: "15 or 20"."""

Ends = tuple[float, float]


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
    """Yield the quantities of a text outside the barred spans, in order."""
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


def range_of(text: str, first: Sized, second: Sized) -> Ends | None:
    """Return both ends of the range that the two make, if the words between say so."""
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


@cached
def _perhaps() -> re.Pattern[str]:
    """Between a number and another for the same: ", and perhaps as many as"."""
    words = alternation(table("outcomes")["perhaps"]["words"], BLANK)
    return re.compile(
        rf",?{BLANK}(?:and{BLANK}|or{BLANK}|but{BLANK})?{words}"
        rf"(?:{BLANK}(?:up{BLANK}to|as{BLANK}many{BLANK}as))?{BLANK}",
        re.IGNORECASE,
    )


def _is_linked(text: str, first: Sized, second: Sized, apart: float) -> bool:
    link = text[first.end : second.start]
    if _perhaps().fullmatch(link):
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
