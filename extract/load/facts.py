"""What is known about a report beside its text: sidecar files, front matter, the command line."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from extract.errors import LoadError

_OTHER_NAMES = {"date": "published", "source": "publisher", "site": "publisher", "lang": "language"}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")

_LONGEST_NAME = 255
"""Bytes of a file's name on all usual file systems."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Title, publisher, date, address and language of a report, as far as they are stated."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: "Facts") -> "Facts":
        """These facts, with those of `other` where these say nothing."""
        mine = {f.name: getattr(self, f.name) for f in fields(self)}
        return Facts(**{n: v if v is not None else getattr(other, n) for n, v in mine.items()})


def sidecar(path: Path) -> Facts:
    """The facts in the TOML file of the same name beside a report; none where there is no such.

    Raises:
        LoadError: if the file is no TOML or a fact in it is of the wrong kind.
    """
    beside = path.with_suffix(".toml")
    if len(os.fsencode(beside.name)) > _LONGEST_NAME:
        return Facts()  # no file can be called so
    try:
        return stated(tomllib.loads(beside.read_text(encoding="utf-8-sig")), beside)
    except FileNotFoundError:
        return Facts()
    except UnicodeDecodeError:
        raise LoadError("not UTF-8 text", beside, "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise LoadError(f"not TOML ({error})", beside, "mend or remove it") from None


def stated(values: Mapping[str, Any], where: object) -> Facts:
    """The facts among named values; names that are no fact are passed over.

    Raises:
        LoadError: if a fact is of the wrong kind.
    """
    known = {f.name for f in fields(Facts)}
    found: dict[str, Any] = {}
    for name, value in values.items():
        fact = _OTHER_NAMES.get(name.lower(), name.lower())
        if fact in known and value is not None:
            found[fact] = _day(value, where) if fact == "published" else _words(fact, value, where)
    return Facts(**found)


def day_of(words: str, where: object) -> date:
    """The day that an ISO date, with or without a time behind it, names.

    Raises:
        LoadError: if the words are no such date.
    """
    match = _ISO.match(words.strip())
    try:
        return date.fromisoformat(match.group()) if match else date.fromisoformat(words.strip())
    except ValueError:
        raise LoadError(f"'{words}' is no date", where, "write it as YYYY-MM-DD") from None


def _day(value: Any, where: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return day_of(str(value), where)


def _words(fact: str, value: Any, where: object) -> str:
    if not isinstance(value, str):
        raise LoadError(f"'{fact}' is not text", where, f'write {fact} = "..."')
    return value
