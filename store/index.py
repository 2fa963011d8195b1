"""How far each article of a library is reviewed, remembered: derived, may be deleted any time."""

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from store.plainfiles import make_folder, read_plain, replace_plain
from store.sheet import Progress

Stamp = tuple[int, int]
"""When a file was changed last (ns) and its size; zeros where there is none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was found out about one article, and the state of the files it was found in."""

    report: Stamp
    sidecar: Stamp
    notes: Stamp
    reader: str
    title: str
    published: date | None
    publisher: str | None
    progress: Progress
    names: tuple[str, ...] = ()
    """Canonical names of its entities and sources, for completion."""
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class _Book:
    version: int = 2
    entries: dict[str, Entry] = field(default_factory=dict)


class Index:
    """The entries of one annotator, by article key, in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._book = self._read()
        self._changed = False

    def get(self, key: str) -> Entry | None:
        """What is remembered of an article, stale or not."""
        return self._book.entries.get(key)

    def entries(self) -> Iterable[Entry]:
        """What is remembered of all articles."""
        return self._book.entries.values()

    def put(self, key: str, entry: Entry) -> None:
        """Remember an article."""
        if self._book.entries.get(key) != entry:
            self._book.entries[key] = entry
            self._changed = True

    def save(self) -> None:
        """Write the index down if it has changed; where that fails it is made again next time."""
        if not self._changed:
            return
        with contextlib.suppress(OSError, UnicodeEncodeError):
            make_folder(self._path.parent)
            replace_plain(self._path, msgspec.json.encode(self._book))
            self._changed = False

    def _read(self) -> _Book:
        try:
            book = msgspec.json.decode(read_plain(self._path), type=_Book)
        except (OSError, ValueError, RecursionError):
            return _Book()
        return book if book.version == _Book().version else _Book()


def stamp(path: Path | str) -> Stamp:
    """The state of a file."""
    try:
        found = os.stat(path)
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
