"""Days as a person types them: the whole of the words is understood, or nothing is."""

from dataclasses import dataclass
from datetime import date

from extract.vocabulary import Precision
from store.errors import InvalidValueError
from store.items import Fields
from store.wording import days
from tui.review.fields import Field
from tui.review.typeddays import HYPHENS, ONE_DAY, days_typed


@dataclass(frozen=True, slots=True)
class Day(Field):
    """A date expression, resolved while it is typed: "last Tuesday", "June 25", "2018"."""

    name: str
    label: str
    published: date | None
    own: bool = False
    """The item is the date itself, and not something that has one."""

    def show(self, fields: Fields) -> str:
        """Return the day as an ISO date where it is one, else the words."""
        value = fields if self.own else fields.get(self.name)
        if not value:
            return ""
        first, last = value.get("from"), value.get("to")
        if first and last:
            return str(first) if first == last else f"{first} to {last}"
        if first:
            return f"since {first}"
        return f"until {last}" if last else str(value.get("name") or "")

    def read(self, words: str) -> Fields:
        """Return the days that the words stand for; none for no words.

        Raises:
            InvalidValueError: if a part of the words is not understood, or could mean two days.
        """
        sought = " ".join(words.translate(HYPHENS).split())
        if not sought:
            return {} if self.own else {self.name: None}
        first, last = days_typed(sought, self.published)
        values: dict[str, object] = {
            "from": first.isoformat() if first else None,
            "to": last.isoformat() if last else None,
            "precision": _precision(first, last).value,
        }
        if not self.own:
            return {self.name: {"name": sought, **values}}
        return {**values, "value": _value(first, last), "rule": "by hand"}

    def remark(self, words: str) -> str:
        """Return the days that were understood: those that would be kept."""
        if not words.strip():
            return ""
        try:
            found = self.read(words)
        except InvalidValueError as error:
            return error.what.partition(": ")[2].replace(", ", " · ") or error.what
        reference = found if self.own else found[self.name]
        iso = self.show(found)
        return f"= {days(reference)} ({iso})"


def _precision(first: date | None, last: date | None) -> Precision:
    if first is None or last is None:
        return Precision.RANGE
    if first == last:
        return Precision.DAY
    after = last + ONE_DAY
    if first.day == 1 and after.day == 1:
        if (after.year, after.month) == (first.year + first.month // 12, first.month % 12 + 1):
            return Precision.MONTH
        if first.month == 1 and after.month == 1 and after.year == first.year + 1:
            return Precision.YEAR
    if first.weekday() == 0 and (last - first).days == 6:
        return Precision.WEEK
    return Precision.RANGE


def _value(first: date | None, last: date | None) -> str | None:
    """The TIMEX3 value of a day, month or year; none for other spans."""
    precision = _precision(first, last)
    if first is None:
        return None
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}.get(precision)
    return first.isoformat()[:length] if length else None
