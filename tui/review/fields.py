"""The fields of a form: what an item's value looks like as words, and words as a value.

A field never changes an item; what it reads goes to the store, which has the last word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from store.errors import InvalidValueError
from store.items import Fields

_MOST_SHOWN = 4
"""Options named in a remark."""
_MOST_TOLD = 3
"""Options named where there is none such, of more than are shown at once."""


class Field:
    """One line of a form."""

    __slots__ = ()

    label: str
    """What it is called."""
    between = ""
    """What parts several values; empty where there is but one."""

    @property
    def standing(self) -> str:
        """What is said of it while nothing is typed."""
        return ""

    @property
    def offers(self) -> Iterable[str]:
        """What may be written, or has been before."""
        return ()

    def show(self, fields: Fields) -> str:
        """Return the item's value as words."""
        raise NotImplementedError

    def read(self, words: str) -> Fields:
        """Return the values that the words stand for.

        Raises:
            InvalidValueError: saying what is wrong with them.
        """
        raise NotImplementedError

    def remark(self, words: str) -> str:
        """Return what the words would mean, or what could be written."""
        return ""

    def completed(self, words: str) -> str:
        """Return the words, or the one option that they begin."""
        return words


@dataclass(frozen=True, slots=True)
class Plain(Field):
    """Any words."""

    name: str
    label: str
    known: tuple[str, ...] = ()
    """Words that have been used before."""
    needed: bool = False

    @property
    def offers(self) -> Iterable[str]:
        """Words used before."""
        return self.known

    def show(self, fields: Fields) -> str:
        """Return the words as they are."""
        return str(fields.get(self.name) or "")

    def read(self, words: str) -> Fields:
        """Return the words without space around them; none for no words."""
        found = " ".join(words.split())
        if self.needed and not found:
            raise InvalidValueError("write something here")
        return {self.name: found or None}

    def remark(self, words: str) -> str:
        """Return words used before that have these in them."""
        return matching(words, self.known)


@dataclass(frozen=True, slots=True)
class OneOf(Field):
    """One of some options, of which a beginning or a part is enough."""

    name: str
    label: str
    options: Mapping[str, str]
    """Value and the words shown for it."""
    optional: bool = False
    used: tuple[str, ...] = ()
    """Values given before, those to be offered first."""

    @property
    def offers(self) -> Iterable[str]:
        """The options, those used before first."""
        used = (self.options[one] for one in self.used if one in self.options)
        return dict.fromkeys((*used, *self.options.values()))

    def show(self, fields: Fields) -> str:
        """Return the words of the value."""
        value = fields.get(self.name)
        return "" if value is None else self.options.get(str(value), str(value))

    def read(self, words: str) -> Fields:
        """Return the value of the option meant."""
        if not words.strip() and self.optional:
            return {self.name: None}
        found = self._meant(words)
        if found is None:
            raise InvalidValueError(f"one of: {self._choices(words)}")
        return {self.name: found}

    def remark(self, words: str) -> str:
        """Return the options that the words fit."""
        return matching(words, self.options.values(), exact=True)

    def completed(self, words: str) -> str:
        """Return the option meant, where one is."""
        found = self._meant(words) if words.strip() else None
        return words if found is None else self.options[found]

    def _choices(self, words: str) -> str:
        """The options if they are few, else some: those that have the words in them, if any."""
        every = list(self.options.values())
        if len(every) <= _MOST_SHOWN:
            return ", ".join(every)
        sought = words.strip().casefold()
        fitting = [text for text in every if sought and sought in text.casefold()] or every
        more = ", …" if len(fitting) > _MOST_TOLD else ""
        return ", ".join(fitting[:_MOST_TOLD]) + more

    def _meant(self, words: str) -> str | None:
        """The option that is written, begun, or has the words in it, if no other is as near."""
        sought = words.strip().casefold()
        shown = {value: text.casefold() for value, text in self.options.items()}
        tests = (str.__eq__, str.startswith, str.__contains__)
        for near in tests:
            found = [v for v, text in shown.items() if near(text, sought)]
            found = found or [v for v in shown if v.casefold() == sought]
            if len(found) == 1:
                return found[0]
        return None


@dataclass(frozen=True, slots=True)
class Number(Field):
    """A number that is not negative, or nothing."""

    name: str
    label: str
    most: float

    def show(self, fields: Fields) -> str:
        """Return the number as it is written."""
        value = fields.get(self.name)
        return "" if value is None else f"{value:g}"

    def read(self, words: str) -> Fields:
        """Return the number; none for no words."""
        if not words.strip():
            return {self.name: None}
        try:
            value = float(words.replace(",", "."))
        except ValueError:
            value = -1.0
        if not 0 <= value <= self.most:
            raise InvalidValueError(f"a number up to {self.most:g}")
        return {self.name: value}


@dataclass(frozen=True, slots=True)
class YesNo(Field):
    """True or false."""

    name: str
    label: str

    def show(self, fields: Fields) -> str:
        """Return "yes" or "no"."""
        return "yes" if fields.get(self.name) else "no"

    def read(self, words: str) -> Fields:
        """Return the answer, of which a beginning is enough."""
        answer = _answer(words)
        if answer is None:
            raise InvalidValueError("yes or no")
        return {self.name: answer == "yes"}

    def remark(self, words: str) -> str:
        """Return the two answers."""
        return "yes or no"

    def completed(self, words: str) -> str:
        """Return the answer in full."""
        return _answer(words) or words


def _answer(words: str) -> str | None:
    """The answer that the words are or begin; none where they are anything else."""
    begun = words.strip().casefold()
    return next((one for one in ("yes", "no") if begun and one.startswith(begun)), None)


def matching(words: str, known: Iterable[str], *, exact: bool = False) -> str:
    """Return some of the known words that have these in them;
    `exact` says so where there is none."""
    sought = words.strip().casefold()
    found = [one for one in dict.fromkeys(known) if sought in one.casefold()]
    if not found:
        return "none of the known ones" if exact else ""
    if [one.casefold() for one in found] == [sought]:
        return ""
    more = " …" if len(found) > _MOST_SHOWN else ""
    return " · ".join(found[:_MOST_SHOWN]) + more
