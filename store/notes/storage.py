"""TinyDB's storage on one JSON file: replaced whole or not at all, read once."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from store.errors import DamagedError, StoreError
from store.notes.encoding import Documents, encode
from store.plainfiles import read_plain, reason, replace_plain

Tables = dict[str, dict[str, Any]]
_SHAPE = dict[str, dict[str, dict[str, Any]]]
_DEEPEST = 24
"""How deep the values of a document may be nested: far deeper than any that is written, and far
less deep than what a stack can bear when they are compared, copied and written down again."""


class AtomicStorage(Storage):
    """Keeps tables in a JSON file with one document a line.

    The file belongs to this program alone (see `store.notes.locks`), so it is read once and what
    was written last is what the next read gives.
    """

    def __init__(self, path: Path, encode: Callable[[Documents], Iterable[bytes]] = encode) -> None:
        self.path = path
        self._encode = encode
        self._tables: Tables | None = None

    def read(self) -> Tables | None:
        """Return the tables; none if there is no file.

        Raises:
            DamagedError: if the file is no JSON of tables and documents.
            StoreError: if it cannot be read at all.
        """
        if self._tables is None:
            self._tables = read_tables(self.path)
        return None if self._tables is None else dict(self._tables)

    def write(self, data: Documents) -> None:
        """Replace the file.

        Raises:
            OSError: if that fails; the file is as it was.
        """
        replace_plain(self.path, self._encode(data))
        self._tables = {name: dict(table) for name, table in data.items()}


def read_tables(path: Path) -> Tables | None:
    """Return the tables in a file; none if there is no file.

    Raises:
        DamagedError: if the file is no JSON of tables and documents.
        StoreError: if it cannot be read at all.
    """
    try:
        data = read_plain(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        what = f"cannot be read ({reason(error)})"
        raise StoreError(what, path, "check what it is and its permissions") from None
    return _checked(_decoded(data, path), path)


def _decoded(data: bytes, path: Path) -> Any:
    try:
        return msgspec.json.decode(data)
    except (ValueError, RecursionError):
        pass
    try:  # slower, but it knows half a surrogate pair, and the line of an error
        return json.loads(data, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        what = f"not JSON at line {error.lineno}, column {error.colno} ({error.msg})"
        raise DamagedError(what, path) from None
    except (ValueError, RecursionError) as error:  # bytes, a number of thousands of digits, depth
        raise DamagedError(f"not JSON ({type(error).__name__})", path) from None


def _checked(value: Any, path: Path) -> Tables:
    try:
        tables = msgspec.convert(value, _SHAPE)
    except (msgspec.ValidationError, UnicodeEncodeError, RecursionError) as error:
        raise DamagedError(f"holds no tables of documents ({error})", path) from None
    if _is_deep(value):
        raise DamagedError(f"nested deeper than {_DEEPEST}", path)
    return tables


def _is_deep(value: Any) -> bool:
    """Whether values are nested too deep; a level at a time, since a stack would end first."""
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            part
            for outer in level
            for part in (outer.values() if type(outer) is dict else outer)
            if type(part) is dict or type(part) is list
        ]
    return bool(level)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")
