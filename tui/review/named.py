"""Fields that name other records of the report: one, or several."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from store.errors import InvalidValueError
from store.items import Fields
from store.references import Reference
from tui.review.fields import Field, matching

Known = Mapping[str, Reference]
"""Records that a field may name, by what they are called in it."""


@dataclass(frozen=True, slots=True)
class Named(Field):
    """Another record, by its name: one that is known, or where `free` any name."""

    name: str
    label: str
    known: Known
    free: bool = True
    used: tuple[str, ...] = ()
    """Names used before in the library, those most used first."""

    @property
    def offers(self) -> Iterable[str]:
        """The records' names, then those used before."""
        return dict.fromkeys((*self.known, *self.used))

    def show(self, fields: Fields) -> str:
        """Return what the record is called among the known ones."""
        return _called(fields.get(self.name), self.known)

    def read(self, words: str) -> Fields:
        """Return a reference to the record; none for no words."""
        told = _spelled(words, self.used) if self.free else words
        return {self.name: _reference(told, self.known, self.free) if told.strip() else None}

    def remark(self, words: str) -> str:
        """Return the names that the words fit."""
        return matching(words, self.offers, exact=not self.free)

    def completed(self, words: str) -> str:
        """Return the words as they are where any name may be written,
        else the name that they begin."""
        return words if self.free else _begun(words, self.known) or words


@dataclass(frozen=True, slots=True)
class AllNamed(Field):
    """Several records by their names, parted by semicolons."""

    name: str
    label: str
    known: Known
    used: tuple[str, ...] = ()
    """Names used before in the library, those most used first."""

    between = ";"

    @property
    def offers(self) -> Iterable[str]:
        """The records' names, then those used before."""
        return dict.fromkeys((*self.known, *self.used))

    def show(self, fields: Fields) -> str:
        """Return the names."""
        return "; ".join(_called(one, self.known) for one in fields.get(self.name) or ())

    def read(self, words: str) -> Fields:
        """Return references to the records."""
        parts = _parts(words, self.known)
        told = (_spelled(part, self.used) for part in parts)
        return {self.name: [_reference(part, self.known, True) for part in told]}

    def remark(self, words: str) -> str:
        """Return the names that the last words fit."""
        return matching(words.rpartition(";")[2], self.offers)


def _spelled(words: str, used: Iterable[str]) -> str:
    """The words as they were written before, where they differ in capitals alone."""
    told = " ".join(words.split())
    return next((one for one in used if one.casefold() == told.casefold()), told)


def with_own(known: Known, own: Iterable[Reference | None]) -> Known:
    """Return the known records, and under their names those that an item itself refers to.

    What is left as it stands is then the same reference as before, to the same place.
    """
    given = [one for one in own if one]
    return {**known, **{_called(one, known): one for one in reversed(given)}}


def _parts(words: str, known: Known) -> list[str]:
    """The names, parted by semicolons; one that has a semicolon itself is whole if it is known."""
    names = {label.casefold() for label in known}
    found: list[str] = []
    rest = words.split(";")
    while rest:
        ends = (
            n
            for n in range(len(rest), 1, -1)
            if " ".join(";".join(rest[:n]).split()).casefold() in names
        )
        end = next(ends, 1)
        found.append(";".join(rest[:end]))
        rest = rest[end:]
    return [part for part in found if part.strip()]


def _called(value: Reference | None, known: Known) -> str:
    """What a reference is called among the known ones: by its place, else by its name."""
    if not value:
        return ""
    places = (label for label, one in known.items() if one.get("start") == value.get("start"))
    here = next(places, None) if "start" in value else None
    return here or str(value["name"])


def _reference(words: str, known: Known, free: bool) -> dict[str, Any]:
    name = " ".join(words.split())
    same = [label for label in known if label.casefold() == name.casefold()]
    found = next(iter(same), None if free else _begun(name, known))
    if found is not None:
        return dict(known[found])
    if not free:
        raise InvalidValueError("none of this report has that name")
    return {"name": name}


def _begun(words: str, known: Known) -> str | None:
    """The label that the words begin, if it is the only one."""
    begun = words.strip().casefold()
    found = [label for label in known if begun and label.casefold().startswith(begun)]
    return found[0] if len(found) == 1 else None
