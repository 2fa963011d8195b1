"""The values of an incident over several reports as a person types them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.claims import Number
from store.errors import InvalidValueError
from store.incidents.values import OUTCOMES, Column, Days, Values
from store.incidents.wording import adopted_told, heading
from store.items import Fields
from tui.review.amounts import Amount
from tui.review.days import Day
from tui.review.fields import Field, Plain

_WITH_RANGE = re.compile(r"(?P<best>.+?)\s*\((?P<range>.+)\)")


@dataclass(frozen=True, slots=True)
class Range(Field):
    """A number with its range: "17", "14-19", "17 (14-19)", "at least 14"."""

    name: str
    label: str

    def show(self, fields: Fields) -> str:
        """Return the number, and its range where it has one."""
        toll = fields.get(self.name)
        return adopted_told(toll) if isinstance(toll, Number) else ""

    def read(self, words: str) -> Fields:
        """Return low, best and high; none for no words.

        Raises:
            InvalidValueError: if it is no number.
        """
        if not words.strip():
            return {self.name: None}
        both = _WITH_RANGE.fullmatch(words.strip())
        found = _toll(both["range"] if both else words)
        if both:
            best = _toll(both["best"]).best
            found = replace(found, best=best)
            low, most = found.low or 0, found.high if found.high is not None else best
            if best is None or most is None or not low <= best <= most:
                raise InvalidValueError("the best number lies outside its range")
        return {self.name: found}

    def remark(self, words: str) -> str:
        """Return the three numbers that would be kept."""
        try:
            toll = self.read(words)[self.name]
        except InvalidValueError as error:
            return error.what
        if not isinstance(toll, Number):
            return "empty: the library's rule"
        named = (("low", toll.low), ("best", toll.best), ("high", toll.high))
        return "= " + ", ".join(f"{name} {'none' if n is None else f'{n:g}'}" for name, n in named)


@dataclass(frozen=True, slots=True)
class Parties(Field):
    """Names, parted by semicolons."""

    name: str
    label: str
    known: tuple[str, ...] = ()
    between: str = ";"

    @property
    def offers(self) -> Iterable[str]:
        """The names that claims have."""
        return self.known

    def show(self, fields: Fields) -> str:
        """Return the names."""
        return "; ".join(fields.get(self.name) or ())

    def read(self, words: str) -> Fields:
        """Return the names; none for no words."""
        return {self.name: tuple(filter(None, (part.strip() for part in words.split(";")))) or None}


@dataclass(frozen=True, slots=True)
class OneOrMoreDays(Field):
    """The first and the last day."""

    name: str
    label: str
    day: Day

    def show(self, fields: Fields) -> str:
        """Return the days as they are typed."""
        days = fields.get(self.name)
        return self.day.show({"when": {"from": days.first, "to": days.last}}) if days else ""

    def read(self, words: str) -> Fields:
        """Return the days; none for no words."""
        when = self.day.read(words)["when"]
        return {self.name: Days(when["from"], when["to"]) if when else None}

    def remark(self, words: str) -> str:
        """Return the days that would be kept."""
        return self.day.remark(words)


def fields_of(columns: Iterable[Column], claims: Iterable[Values]) -> tuple[Field, ...]:
    """Return a line of a form for each column, with the names that claims have to complete it."""
    said = tuple(claims)
    return tuple(_field(column, said) for column in columns)


def _field(column: Column, claims: tuple[Values, ...]) -> Field:
    name, label = column.value, heading(column)
    if column in OUTCOMES:
        return Range(name, label)
    if column is Column.DAY:
        return OneOrMoreDays(name, label, Day("when", label, None))
    if column in (Column.SIDE_A, Column.SIDE_B):
        known = dict.fromkeys(one for values in claims for one in values.get(column))
        return Parties(name, label, tuple(known))
    known = dict.fromkeys(values.get(column) for values in claims if values.get(column))
    return Plain(name, label, tuple(known))


def _toll(words: str) -> Number:
    found = Amount().read(words)
    if found.get("vague"):
        raise InvalidValueError("write it in digits")
    low, best, high = (found.get(name) for name in ("low", "point", "high"))
    return Number(low, best, high)
