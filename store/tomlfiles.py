"""TOML that a person writes: what is right in a file is used, what is wrong in it is named."""

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from extract.errors import DatelineError
from store.plainfiles import reason

LARGEST = 1 << 18
"""Bytes of the largest file of settings: hundreds of keys and labels are a tenth of it."""
_DEEPEST = 20
"""Parts of the longest key: reading a key takes the square of their number."""
_IN_QUOTES = re.compile(
    r'"""[\s\S]*?(?:"""|\Z)|'
    r"'''[\s\S]*?(?:'''|\Z)|"
    r'"(?:[^"\\\n]++|\\.)*+"?|'
    r"'[^'\n]*+'?|#[^\n]*+"
)
"""Strings and comments; one without its end goes on to the end, so that none is looked at twice."""
_LONG_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{_DEEPEST}}}")
_NAMED = 5
"""Unknown names that one line tells of."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file says."""

    values: dict[str, Any] = field(default_factory=dict)
    """By name those that are known and of the right type."""
    remarks: tuple[str, ...] = ()
    """A line about names that mean nothing."""
    problems: tuple[DatelineError, ...] = ()
    """What is passed over, since it is wrong."""
    lost: frozenset[str] = frozenset()
    """The names known here of which it is not known what the file says."""


def understand(
    path: Path, read: Callable[[Path], bytes], kind: type[Any], names: frozenset[str]
) -> Understood:
    """Return what a file says of the fields of a dataclass all of which may be left out.

    Of a file that cannot be read, or is no TOML, nothing but that problem comes back.
    """
    try:
        data = read(path)
        if len(data) > LARGEST:
            return _wrong(path, names, f"larger than {LARGEST >> 10} KB")
        table = tomllib.loads(_shallow(data.decode()))
    except (FileNotFoundError, NotADirectoryError):
        return Understood()
    except OSError as error:
        return _wrong(
            path, names, f"cannot be read ({reason(error)})", "check what it is and its permissions"
        )
    except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, a number too long, depth
        return _wrong(path, names, f"not understood ({short(error)})")
    return _told(path, table, kind, names)


def _told(path: Path, table: dict[str, Any], kind: type[Any], names: frozenset[str]) -> Understood:
    values: dict[str, Any] = {}
    problems: list[DatelineError] = []
    for name in sorted(names & table.keys()):
        try:
            values[name] = getattr(msgspec.convert({name: table[name]}, kind), name)
        except (ValueError, RecursionError) as error:
            what = f"'{name}' not understood and passed over ({short(error)})"
            problems.append(DatelineError(what, path, "mend or remove it"))
    remarks = _unknown(path, sorted(table.keys() - names))
    return Understood(values, remarks, tuple(problems), (names & table.keys()) - values.keys())


def _unknown(path: Path, names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    named = ", ".join(f"'{name[:80]}'" for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return (f"{path}: {named}{more} not known here and passed over; check the spelling",)


def _wrong(
    path: Path, names: frozenset[str], what: str, then: str = "mend or remove it"
) -> Understood:
    problem = DatelineError(f"{what}; nothing of it is used", path, then)
    return Understood(problems=(problem,), lost=names)


def _shallow(text: str) -> str:
    """The text, if no key in it has more parts than any that means something.

    Raises:
        ValueError: if one has.
    """
    if _LONG_KEY.search(_IN_QUOTES.sub("s", text)):
        raise ValueError(f"a key of more than {_DEEPEST} parts")
    return text


def short(error: Exception) -> str:
    """Return the words of an error in one line, cut where they are long."""
    words = " ".join(str(error).split())
    return f"{words[:200]}…" if len(words) > 200 else words


def basic_string(text: str) -> str:
    """Return text as TOML writes it in quotation marks, on one line."""
    # JSON's escapes are TOML's, but for the one control character that JSON lets stand.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
