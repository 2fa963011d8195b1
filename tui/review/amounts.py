"""Figures as a person types them: the whole of the words is understood, or nothing is."""

import re
from dataclasses import dataclass

from extract.quantities import Numeral, bounds, numerals
from store.errors import InvalidValueError
from store.items import Fields
from store.kinds.incident import BY_HAND
from store.wording import amount, number
from tui.review.fields import Field

_BEFORE = {
    "at_least": r"≥|>=|>|at least|not? (?:fewer|less) than|more than|over|upwards? of|from|"
    r"(?:an? )?min(?:imum)?(?: of)?",
    "up_to": r"≤|<=|<|up to|at most|as many as|not? more than|fewer than|less than|under|"
    r"(?:an? )?max(?:imum)?(?: of)?",
    "about": r"~|≈|c\.|ca\.?|circa|about|around|nearly|some|almost|roughly|close to|an estimated|"
    r"approx(?:imately|\.)?",
    "exact": r"=|exactly|precisely|just|only",
}
_AFTER = {
    "at_least": r"\+|or more|or over|at least|at the least|upwards|plus",
    "up_to": r"or fewer|or less|at most|at the most|maximum",
    "about": r"or so|or thereabouts|approximately|roughly|odd",
    "exact": r"exactly|precisely",
}
_QUALIFIED = {
    name: (
        re.compile(rf"(?:{_BEFORE[name]})\s*(?=\W?\w)"),
        re.compile(rf"\s*-?(?:{_AFTER[name]})$"),
    )
    for name in _BEFORE
}
_RANGE = re.compile(r"^(?:(?:between|from)\s+)?(.+?)\s*(?:-|–|—|\bto\b|\band\b|\bor\b)\s*(.+)$")
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009'’](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?\s?([a-z]*)")
_SUFFIXES = {"": 1, "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9}
"""What a letter behind digits multiplies them by, where nothing but an amount can stand."""
_LARGEST = 10**15
_LONGEST = 100
"""Characters that an amount may have; what is longer is none."""
_DECIMALS = 6
"""Places behind the point that are shown, and so kept."""
_ARTICLES = ("", "a ", "an ")
_PART_OF = re.compile(r"\bout of\b|\bin\b|\d\d\s?/|/\s?\d\d")
"""Twelve out of fifteen are a count of people and another one, not four fifths."""
_WANTED = "a number: 12, at least 40, 20-30, ~55,000, 1.2m, dozens"


@dataclass(frozen=True, slots=True)
class Amount(Field):
    """A figure's value as it would stand in a report: "12", "at least 40", "20-30", "dozens"."""

    label: str = "amount"

    def show(self, fields: Fields) -> str:
        """Return the value with the sign of its qualifier."""
        return amount(fields)

    def read(self, words: str) -> Fields:
        """Return bounds, value and qualifier that the words stand for.

        Raises:
            InvalidValueError: if a part of the words is not understood: "12 of 15", "3 dead".
        """
        sought = " ".join(words.split()).casefold()
        if len(sought) > _LONGEST:
            raise InvalidValueError(_WANTED)
        vague = _vague(sought)
        if vague is not None:
            low, high = bounds(vague)
            return {**_values(low, None, high, "vague"), "vague": vague}
        name, bare = _qualifier(sought)
        value = _number(bare)
        if value is not None:
            rough = name == "exact" and bare == sought and _is_rough(bare)
            return _qualified(value, "about" if rough else name)
        found = _RANGE.match(sought)
        low, high = _ends(*found.groups()) if found else (None, None)
        if low is None or high is None or low >= high:
            raise InvalidValueError(_WANTED)
        return _values(low, None, high, "range")

    def understands(self, words: str) -> bool:
        """Return whether the words stand for a value."""
        try:
            self.read(words)
        except InvalidValueError:
            return False
        return True

    def remark(self, words: str) -> str:
        """Return the value that was understood."""
        try:
            return f"= {amount(self.read(words))}"
        except InvalidValueError:
            return _WANTED.partition(": ")[2].replace(", ", " · ")


@dataclass(frozen=True, slots=True)
class Numeric(Field):
    """A number, or nothing."""

    name: str
    label: str

    def show(self, fields: Fields) -> str:
        """Return thousands parted by commas."""
        value = fields.get(self.name)
        return "" if value is None else number(value)

    def read(self, words: str) -> Fields:
        """Return the number, thousands parted or not; none for no words.

        Raises:
            InvalidValueError: if it is no number, or more than one.
        """
        if not words.strip():
            return {self.name: None}
        sought = " ".join(words.split()).casefold()
        value = _number(sought) if len(sought) <= _LONGEST else None
        if value is None:
            raise InvalidValueError("a number, such as 12 or 1,500 or 2.5")
        return {self.name: float(value)}

    def remark(self, words: str) -> str:
        """Return the number that was understood, where it is written in another way."""
        try:
            value = self.read(words)[self.name]
        except InvalidValueError:
            return "a number, such as 12 or 1,500 or 2.5"
        shown = "" if value is None else number(value)
        return "" if shown == words.strip() else f"= {shown}"


@dataclass(frozen=True, slots=True)
class Tolled(Numeric):
    """One of the numbers of a row; where a person writes it, the rule is that it was by hand."""

    rule: str = ""
    """How it was made, in words."""

    @property
    def standing(self) -> str:
        """How it was made."""
        return self.rule

    def read(self, words: str) -> Fields:
        """Return the number, and that it was made by hand."""
        head = self.name.partition("_")[0]
        return {**Numeric.read(self, words), f"{head}_rule": BY_HAND}

    def remark(self, words: str) -> str:
        """Return the number that was understood, or else how the one before was made."""
        return Numeric.remark(self, words) or self.rule


def settled(before: Fields, changed: Fields) -> Fields:
    """Return the changed values, with the bounds that go with another qualifier of the one
    number."""
    after = {**before, **changed}
    stated = (after.get(name) for name in ("low", "point", "high"))
    numbers = {float(value) for value in stated if value is not None}
    qualifier = str(changed.get("qualifier"))
    if len(numbers) != 1 or after.get("vague") or qualifier not in _BEFORE:
        return changed
    bounds_of = _qualified(numbers.pop(), qualifier)
    return {**changed, **{name: bounds_of[name] for name in ("low", "point", "high")}}


def _values(
    low: float | None, point: float | None, high: float | None, qualifier: str
) -> dict[str, object]:
    return {"low": low, "point": point, "high": high, "qualifier": qualifier, "vague": None}


def _qualifier(words: str) -> tuple[str, str]:
    """What the words say of a number's exactness, and the words without it."""
    for name, (before, after) in _QUALIFIED.items():
        found = before.match(words) or after.search(words)
        if found:
            return name, (words[: found.start()] + words[found.end() :]).strip()
    return "exact", words


def _number(words: str) -> float | None:
    """The number that all of the words are, as it is shown; none where they are anything else."""
    words = _GROUPED.sub("", words)
    digits = _DIGITS.fullmatch(words)
    if digits and digits[3] in _SUFFIXES:
        value = float(digits[1].replace(",", "") + (digits[2] or "")) * _SUFFIXES[digits[3]]
        return _rounded(value) if value <= _LARGEST else None
    if digits and digits[3].isalpha() and len(digits[3]) < 4:
        return None
    found = _numeral(words)
    return None if found is None or found.vague else _rounded(found.value)


def _rounded(value: float) -> float | None:
    """The value with the decimals that are shown; none where nothing would be left of it."""
    rounded = round(value, _DECIMALS)
    return None if value and not rounded else rounded


def _numeral(words: str) -> Numeral | None:
    """The number that all of the words are, an article before it aside."""
    found = [] if _PART_OF.search(words) or len(words) > _LONGEST else numerals(words)
    if len(found) != 1 or found[0].end != len(words):
        return None
    before = words[: found[0].start]
    return found[0] if before in _ARTICLES and not (before and found[0].digits) else None


def _is_rough(words: str) -> bool:
    """Whether a number is about as many by its own words: "a couple of hundred"."""
    found = _numeral(words)
    return found is not None and found.rough


def _ends(one: str, other: str) -> tuple[float | None, float | None]:
    """Both ends of a range; a scale at its end holds for both: "2-3 million", "2 to 3m"."""
    low, high = _number(one), _number(other)
    scale = _scale(other)
    if low is not None and high is not None and _scale(one) == 1 and low * scale < high:
        low *= scale
    return low, high


def _scale(words: str) -> float:
    digits = _DIGITS.fullmatch(_GROUPED.sub("", words))
    if digits and digits[3] in _SUFFIXES:
        return float(_SUFFIXES[digits[3]])
    return next((found.scale for found in numerals(words)), 1.0)


def _vague(words: str) -> str | None:
    """The vague amount that the words are; some are one only with what they count behind them."""
    for noun in ("", " of people", " people"):
        found = numerals(f"{words}{noun}")
        whole = len(found) == 1 and found[0].start == 0
        if whole and found[0].vague and found[0].end in (len(words), len(words) + len(" of")):
            return found[0].vague
    return None


def _qualified(value: float, qualifier: str) -> Fields:
    if qualifier == "at_least":
        return _values(value, value, None, qualifier)
    if qualifier == "up_to":
        return _values(None, value, value, qualifier)
    if qualifier == "about":
        return _values(None, value, None, qualifier)
    return _values(value, value, value, qualifier)
