"""What is known about a report beside its text: sidecar files, front matter, the command line."""

import os
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from extract.errors import LoadError

_PASSED = "so passed over"
_MEND = "mend or remove it"
_DEEPEST = 40
_OTHER_NAMES = {"date": "published", "source": "publisher", "site": "publisher", "lang": "language"}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_SHOWN = 40
_LONGEST = 2000
_NO_DAY = 10**8
_YEARS = range(1000, 3000)
"""In which a report can have appeared; nothing can be counted from the ends of the calendar."""
LARGEST = 1_000_000
"""Bytes of a sidecar, and code points of front matter, beyond which none is read."""

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
    encoding: str | None = None
    """How the report's file is encoded, where it is not UTF-8."""

    def over(self, other: "Facts") -> "Facts":
        """Return these facts, with those of `other` where these say nothing."""
        mine = {f.name: getattr(self, f.name) for f in fields(self)}
        return Facts(**{n: v if v is not None else getattr(other, n) for n, v in mine.items()})


_FACTS = frozenset(f.name for f in fields(Facts))


def sidecar(path: Path) -> tuple[Facts, tuple[str, ...]]:
    """Return the facts in the TOML file of the same name beside a report,
    and what is wrong with it.

    What cannot be used is said in one line each, and passed over.
    """
    beside = path.with_suffix(".toml")
    if len(os.fsencode(beside.name)) > _LONGEST_NAME:
        return Facts(), ()  # no file can be called so
    try:
        return usable(_toml(beside), beside)
    except LoadError as error:
        return Facts(), (str(error),)


def _toml(beside: Path) -> dict[str, Any]:
    try:
        if not stat.S_ISREG(beside.stat().st_mode):
            raise LoadError("not a file, so passed over", beside, "move it away")
        if beside.stat().st_size > LARGEST:
            raise LoadError("too long for a few facts, so passed over", beside, "shorten it")
        return tomllib.loads(beside.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise LoadError(
            f"cannot be read ({reason}), so passed over", beside, "check its permissions"
        ) from None
    except UnicodeDecodeError:
        raise LoadError("not UTF-8 text, so passed over", beside, "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        what = f"not TOML ({error}), so passed over"
        raise LoadError(what, beside, "mend or remove it") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, lists without end
        what = "holds what no fact is, so passed over"
        raise LoadError(what, beside, "mend or remove it") from None


def usable(values: Mapping[str, Any], where: object) -> tuple[Facts, tuple[str, ...]]:
    """Return the facts among named values that can be used, and one line on each that cannot.

    Names that are no fact are passed over.
    """
    found: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in values.items():
        try:
            fact = stated({name: value}, where)
        except LoadError as error:
            problems.append(f"{error}; read without it")
        else:
            found.update({k: v for k in _FACTS if (v := getattr(fact, k)) is not None})
    return Facts(**found), tuple(problems)


def stated(values: Mapping[str, Any], where: object) -> Facts:
    """Return the facts among named values; names that are no fact are passed over.

    Raises:
        LoadError: if a fact is of the wrong kind.
    """
    found: dict[str, Any] = {}
    for name, value in values.items():
        fact = _OTHER_NAMES.get(name.lower(), name.lower())
        if fact in _FACTS and value is not None:
            found[fact] = _day(value, where) if fact == "published" else _words(fact, value, where)
    return Facts(**found)


def day_of(words: str, where: object) -> date:
    """Return the day that an ISO date, with or without a time behind it, names.

    Raises:
        LoadError: if the words are no such date.
    """
    words = words.strip()
    match = _ISO.match(words)
    try:
        found = date.fromisoformat(match.group() if match else words)
    except ValueError:
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        raise LoadError(f"'{shown}' is no date", where, "write it as YYYY-MM-DD") from None
    return _possible(found, where)


def is_possible(day: date) -> bool:
    """Return whether a report can have appeared on a day."""
    return day.year in _YEARS


def _possible(day: date, where: object) -> date:
    if not is_possible(day):
        what = f"no report appeared on {day.isoformat()}"
        raise LoadError(what, where, "write the day of publication as YYYY-MM-DD")
    return day


def _day(value: Any, where: object) -> date:
    if isinstance(value, datetime):
        return _possible(value.date(), where)
    if isinstance(value, date):
        return _possible(value, where)
    if not isinstance(value, str) and not (isinstance(value, int) and value < _NO_DAY):
        raise LoadError("the date is not text", where, "write it as YYYY-MM-DD")
    return day_of(str(value), where)


def _words(fact: str, value: Any, where: object) -> str:
    if not isinstance(value, str):
        raise LoadError(f"'{fact}' is not text", where, f'write {fact} = "..."')
    if len(value) > _LONGEST:
        raise LoadError(f"'{fact}' is too long", where, "shorten it")
    return value


_ODD = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError)
"""What PyYAML fails with on words that are not of the type that is written before them."""


def front_matter(content: str, where: object) -> dict[str, Any]:
    """Return the named values of front matter.

    A value that is no YAML of its own, such as the day 2024-02-31, comes as the words that stand
    there. Aliases are refused: a few lines of them stand for more than any memory holds.

    Raises:
        LoadError: if it is no YAML mapping, has aliases, or is longer or deeper than facts are.
    """
    import yaml  # only reports with front matter pay for it

    if len(content) > LARGEST:
        raise LoadError(f"front matter is too long, {_PASSED}", where, _MEND)
    try:
        _check(yaml.parse(content, Loader=yaml.SafeLoader), where)
        loader = _forgiving(yaml.SafeLoader)(content)
        found = loader.get_single_data()
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise LoadError(
            f"front matter is not YAML (line {line}), {_PASSED}", where, _MEND
        ) from None
    except (*_ODD, RecursionError):
        raise LoadError(f"front matter holds what no fact is, {_PASSED}", where, _MEND) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        what = f"front matter is not a list of 'name: value', {_PASSED}"
        raise LoadError(what, where, _MEND)
    return {str(key): _plain(value) for key, value in found.items()}


def _check(events: Any, where: object) -> None:
    """Refuse aliases and depth as they come, before anything is built of them."""
    import yaml

    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise LoadError(f"front matter has aliases, {_PASSED}", where, "write the values out")
        if depth > _DEEPEST:
            raise LoadError(f"front matter is too deep, {_PASSED}", where, _MEND)


def _forgiving(base: Any) -> Any:
    """A loader that gives the words of what cannot be a date or a number."""

    class Forgiving(base):  # type: ignore[misc]
        def construct_object(self, node: Any, deep: bool = False) -> Any:
            try:
                return super().construct_object(node, deep)
            except _ODD:
                if not isinstance(node.value, str):
                    raise
                return node.value

    return Forgiving


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value
