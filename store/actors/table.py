"""The table of actors of a library: `actors.toml` or `actors.csv` beside its reports."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from extract.errors import DatelineError
from extract.vocabulary import ActorKind
from store.library_tables import country_code, looked_up, read_table, texts

_KNOWN = frozenset({"name", "coded", "kind", "associated", "country", "from", "to"})
_YEAR = 4
"""Digits of a year alone."""


@dataclass(frozen=True, slots=True)
class CodedActor:
    """One line of the table."""

    names: tuple[str, ...]
    """What reports call the actor."""
    coded: str
    """What a coding sheet calls it: "Military Forces of Syria (2000-2024)"."""
    kind: ActorKind | None = None
    associated: tuple[str, ...] = ()
    """Who stands beside it in every row."""
    country: str | None = None
    """ISO code of the actor's country: the line is for reports on that country."""
    first: date | None = None
    last: date | None = None
    """The days on which the coded name is right, both included; none where it is open."""

    def holds(self, day: date | None, countries: frozenset[str]) -> bool:
        """Return whether it is for a day and a report's countries, as far as they are known."""
        if self.country and countries and self.country not in countries:
            return False
        if day is None:
            return True
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class ActorTable:
    """All lines of a table that can be used."""

    lines: tuple[CodedActor, ...] = ()
    problems: tuple[DatelineError, ...] = field(default=(), compare=False)
    """What of the file is passed over, since it is wrong."""
    digest: str = ""
    """Of the file; nothing without one."""

    def __bool__(self) -> bool:
        return bool(self.lines)

    def find(
        self, names: Iterable[str], day: date | None, countries: frozenset[str]
    ) -> CodedActor | None:
        """Return the line for the first of the names that has one, on a day, in countries.

        A coded name is one of its own names, also without its years. Of names that are in no line,
        what is within them is looked for: "12 regime soldiers" are the regime's forces, "three
        Hawks fighters" the Hawks.
        """
        if not self.lines:
            return None
        from extract.actors import names_within, side_within  # few libraries have a table

        names = tuple(names)
        told = (self._by_name.get(looked_up(name), ()) for name in names)
        within = (self._by_name.get(one, ()) for name in names for one in names_within(name))
        sided = (self._by_side.get(side_within(name), ()) for name in names)
        lines = (line for found in chain(told, within, sided) for line in found)
        return next((line for line in lines if line.holds(day, countries)), None)

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[CodedActor]]:
        from extract.actors import without_years

        found: dict[str, list[CodedActor]] = {}
        for line in self.lines:
            names = (*line.names, line.coded, without_years(line.coded))
            for name in dict.fromkeys(map(looked_up, names)):
                found.setdefault(name, []).append(line)
        return found

    @cached_property
    def _by_side(self) -> Mapping[tuple[str, str] | None, Sequence[CodedActor]]:
        """The lines by the sides that their names are of."""
        from extract.actors import side_within

        found: dict[tuple[str, str] | None, list[CodedActor]] = {}
        for line in self.lines:
            for side in {side_within(name) for name in line.names} - {None}:
                found.setdefault(side, []).append(line)
        return found


def joined(tables: Iterable[ActorTable]) -> ActorTable:
    """Return several tables as one; where two have a name, the first says what it is."""
    several = tuple(tables)
    return ActorTable(
        tuple(line for one in several for line in one.lines),
        tuple(problem for one in several for problem in one.problems),
        " ".join(one.digest for one in several),
    )


def read_actors(folder: Path) -> ActorTable:
    """Return the table of a library's folder; an empty one where it has none, or it is wrong.

    Of a wrong line nothing but that problem comes back; the others are used.
    """
    table = read_table(folder, "actors", _File)
    lines, problems = table.each("line", _line)
    digest = hashlib.sha256(table.data).hexdigest()[:12] if table.data else ""
    return ActorTable(lines, problems, digest)


class _File(msgspec.Struct):
    actor: list[dict[str, Any]] = []


def _line(row: Mapping[str, Any]) -> CodedActor:
    """One line, from values as the file has them.

    Raises:
        ValueError: saying what is wrong.
    """
    if unknown := [str(name) for name in row if name not in _KNOWN]:
        raise ValueError(f"'{unknown[0]}' is not known here")
    names, coded = texts(row, "name"), texts(row, "coded")
    if not names or len(coded) != 1:
        raise ValueError("a line needs 'name' and 'coded'")
    first, last = _day(row.get("from"), (1, 1)), _day(row.get("to"), (12, 31))
    if first and last and first > last:
        raise ValueError("'from' is after 'to'")
    return CodedActor(
        names, coded[0], _kind(row.get("kind")), texts(row, "associated"),
        _country(row), first, last,
    )  # fmt: skip


def _kind(value: object) -> ActorKind | None:
    """A kind by its name in the codebook or its number."""
    if value is None:
        return None
    told = str(value).strip().casefold()
    found = next((kind for kind in ActorKind if told in (kind.casefold(), str(kind.number))), None)
    if found is None:
        raise ValueError(f"'{value}' is no kind of actor; they are {_listed()}")
    return found


def _listed() -> str:
    return ", ".join(f"{kind.number} {kind}" for kind in ActorKind)


def _country(row: Mapping[str, Any]) -> str | None:
    told = row.get("country")
    return None if told is None else country_code(str(told).strip())


def _day(value: object, edge: tuple[int, int]) -> date | None:
    """A day, or the first or last one of a year."""
    if value is None or isinstance(value, date):
        return value
    told = str(value).strip()
    if len(told) == _YEAR and told.isdigit():
        return date(int(told), *edge)
    return date.fromisoformat(told)
