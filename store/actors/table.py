"""The table of actors of a library: `actors.toml` or `actors.csv` beside its reports."""

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from extract.errors import DatelineError
from extract.lexicon.closed import ARTICLES
from extract.vocabulary import ActorKind
from store.plainfiles import read_plain, reason
from store.tomlfiles import LARGEST, understand

TOML, CSV = "actors.toml", "actors.csv"
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

        A coded name is one of its own names.
        """
        for name in names:
            for line in self._by_name.get(_key(name), ()):
                if line.holds(day, countries):
                    return line
        return None

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[CodedActor]]:
        found: dict[str, list[CodedActor]] = {}
        for line in self.lines:
            for name in dict.fromkeys(map(_key, (*line.names, line.coded))):
                found.setdefault(name, []).append(line)
        return found


def _key(name: str) -> str:
    """A name as it is looked up: in whichever case, without an article."""
    words = name.casefold().split()
    return " ".join(words[1:] if words[:1] and words[0] in ARTICLES else words)


def read_actors(folder: Path) -> ActorTable:
    """Return the table of a library's folder; an empty one where it has none, or it is wrong.

    Of a wrong line nothing but that problem comes back; the others are used.
    """
    path = folder / TOML
    if not path.exists() and not path.is_symlink():
        path = folder / CSV
    try:
        data = read_plain(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return ActorTable()
    except OSError as error:
        return _wrong(path, f"cannot be read ({reason(error)})", "check what it is")
    rows, problems = _rows_of_toml(path, data) if path.name == TOML else _rows_of_csv(path, data)
    lines: list[CodedActor] = []
    for number, row in enumerate(rows, 1):
        try:
            lines.append(_line(row))
        except (ValueError, TypeError) as error:
            what = f"line {number} not understood and passed over ({_short(error)})"
            problems.append(DatelineError(what, path, "mend or remove it"))
    return ActorTable(tuple(lines), tuple(problems), hashlib.sha256(data).hexdigest()[:12])


def _wrong(path: Path, what: str, then: str = "mend or remove it") -> ActorTable:
    return ActorTable(problems=(DatelineError(f"{what}; nothing of it is used", path, then),))


class _File(msgspec.Struct):
    actor: list[dict[str, Any]] = []


def _rows_of_toml(path: Path, data: bytes) -> tuple[list[dict[str, Any]], list[DatelineError]]:
    found = understand(path, lambda _: data, _File, frozenset({"actor"}))
    unknown = [DatelineError(remark.removeprefix(f"{path}: "), path) for remark in found.remarks]
    return list(found.values.get("actor", ())), [*found.problems, *unknown]


def _rows_of_csv(path: Path, data: bytes) -> tuple[list[dict[str, Any]], list[DatelineError]]:
    try:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), strict=True))
    except (ValueError, csv.Error) as error:
        return [], list(_wrong(path, f"not understood ({_short(error)})").problems)
    return [{name: cell for name, cell in row.items() if cell} for row in rows], []


def _line(row: Mapping[str, Any]) -> CodedActor:
    """One line, from values as the file has them.

    Raises:
        ValueError: saying what is wrong.
    """
    if unknown := [str(name) for name in row if name not in _KNOWN]:
        raise ValueError(f"'{unknown[0]}' is not known here")
    names, coded = _texts(row, "name"), _texts(row, "coded")
    if not names or len(coded) != 1:
        raise ValueError("a line needs 'name' and 'coded'")
    first, last = _day(row.get("from"), (1, 1)), _day(row.get("to"), (12, 31))
    if first and last and first > last:
        raise ValueError("'from' is after 'to'")
    return CodedActor(
        names, coded[0], _kind(row.get("kind")), _texts(row, "associated"),
        _country(row.get("country")), first, last,
    )  # fmt: skip


def _texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The texts of a field: one, a list of them, or several with semicolons between them."""
    value = row.get(name, [])
    parts = value if isinstance(value, list) else [value]
    if not all(isinstance(part, str) for part in parts):
        raise ValueError(f"'{name}' is to be words in quotation marks")
    return tuple(filter(None, (" ".join(one.split()) for part in parts for one in part.split(";"))))


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


def _country(value: object) -> str | None:
    """The code of a country, by its name or code."""
    if value is None:
        return None
    told = str(value).strip()
    from extract.gazetteer import country_named, name_of_country  # for tables alone

    code = told.upper() if name_of_country(told.upper()) else country_named(told)
    if code is None:
        raise ValueError(f"'{told}' is no country that is known here")
    return code


def _day(value: object, edge: tuple[int, int]) -> date | None:
    """A day, or the first or last one of a year."""
    if value is None or isinstance(value, date):
        return value
    told = str(value).strip()
    if len(told) == _YEAR and told.isdigit():
        return date(int(told), *edge)
    return date.fromisoformat(told)


def _short(error: Exception) -> str:
    words = " ".join(str(error).split())
    return f"{words[:200]}…" if len(words) > 200 else words
