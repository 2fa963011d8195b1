"""Figures and dates as a person types them, read by the same rules as a report's."""

from dataclasses import dataclass
from datetime import date

from extract.dates import find_dates
from extract.figures.numerals import numerals
from extract.records import Article, Reading, When
from extract.syntax import Syntax
from store.errors import InvalidValueError
from store.items import Fields
from store.references import date_reference
from store.wording import amount, days
from tui.review.fields import Field

_QUALIFIERS = (
    ("at_least", ("≥", ">", "at least", "more than", "over", "+")),
    ("up_to", ("≤", "<", "up to", "at most", "fewer than", "less than")),
    ("about", ("~", "about", "around", "nearly", "some", "almost")),
)
_RANGE = 2
"""Numbers that make a range."""


@dataclass(frozen=True, slots=True)
class Amount(Field):
    """A figure's value as it would stand in a report: "12", "at least 40", "20-30", "dozens"."""

    label: str = "amount"

    def show(self, fields: Fields) -> str:
        """The value with the sign of its qualifier."""
        return amount(fields)

    def read(self, words: str) -> Fields:
        """Bounds, value and qualifier that the words stand for."""
        found = numerals(words)
        if not found or len(found) > _RANGE:
            raise InvalidValueError("a number: 12, at least 40, 20-30, ~55,000, dozens")
        if len(found) == _RANGE:
            low, high = sorted((found[0].value, found[1].value))
            return _values(low, None, high, "range")
        if found[0].vague:
            return {**_values(None, None, None, "vague"), "vague": found[0].vague}
        return _qualified(found[0].value, _qualifier(words))

    def understands(self, words: str) -> bool:
        """Whether the words stand for a value."""
        return 0 < len(numerals(words)) <= _RANGE

    def remark(self, words: str) -> str:
        """The value that was understood."""
        try:
            return f"= {amount(self.read(words))}"
        except InvalidValueError:
            return "12 · at least 40 · 20-30 · ~55,000 · dozens"


def _values(
    low: float | None, point: float | None, high: float | None, qualifier: str
) -> dict[str, object]:
    return {"low": low, "point": point, "high": high, "qualifier": qualifier, "vague": None}


def _qualifier(words: str) -> str:
    sought = words.strip().casefold()
    for name, signs in _QUALIFIERS:
        if any(
            sought.startswith(sign) or (sign == "+" and sought.endswith(sign)) for sign in signs
        ):
            return name
    return "exact"


def _qualified(value: float, qualifier: str) -> Fields:
    if qualifier == "at_least":
        return _values(value, value, None, qualifier)
    if qualifier == "up_to":
        return _values(None, value, value, qualifier)
    if qualifier == "about":
        return _values(None, value, None, qualifier)
    return _values(value, value, value, qualifier)


@dataclass(frozen=True, slots=True)
class Day(Field):
    """A date expression, resolved while it is typed: "last Tuesday", "June 25", "2018"."""

    name: str
    label: str
    published: date | None
    own: bool = False
    """The item is the date itself, and not something that has one."""

    def show(self, fields: Fields) -> str:
        """The day as an ISO date where it is one, else the words."""
        value = fields if self.own else fields.get(self.name)
        if not value:
            return ""
        first, last = value.get("from"), value.get("to")
        if first and first == last:
            return str(first)
        if first and last:
            return f"{first} to {last}"
        return str(value.get("name") or first or last or "")

    def read(self, words: str) -> Fields:
        """The days that the words stand for; none for no words."""
        if not words.strip():
            return {} if self.own else {self.name: None}
        when = _resolved(words, self.published)
        if when is None or (when.start is None and when.end is None):
            raise InvalidValueError("a date: 2021-07-29, June 25, last Tuesday, 2018")
        values = date_reference(when)
        if not self.own:
            del values["start"], values["end"]
            return {self.name: values}
        return {"from": values["from"], "to": values["to"], "precision": values["precision"],
                "value": when.value, "rule": "by hand"}  # fmt: skip

    def remark(self, words: str) -> str:
        """The day that was understood."""
        when = _resolved(words, self.published) if words.strip() else None
        if when is None:
            return "2021-07-29 · June 25 · last Tuesday · 2018"
        found = days({**date_reference(when), "name": ""})
        iso = when.value or ""
        return f"= {found} ({iso})" if found else "not resolved: no date of publication is known"


def _resolved(words: str, published: date | None) -> When | None:
    """The widest date among the words, seen from the day of publication."""
    text = words.strip()
    article = Article("", "", text, (), "", published)
    bare = Syntax(text, (), (), (), (), (), ())
    found = find_dates(article, Reading("", "", syntax=bare)).dates
    calendar = [when for when in found if when.calendar]
    return max(calendar, key=lambda when: when.end_offset - when.start_offset, default=None)
