"""How far each article of a library is reviewed, remembered: derived, may be deleted any time."""

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from store.history.article_notes import Progress
from store.plainfiles import make_folder, read_plain, replace_plain

Stamp = tuple[int, int, int, str]
"""When a file was changed last, when anything of it was (ns), and its size; zeros where there is
none. The digest of what it holds is there where the change is so new that the clock could not tell
another from it."""
NOWHERE: Stamp = (0, 0, 0, "")
"""The stamp of no file."""
_CLOCK = 2_000_000_000
"""Nanoseconds in which a clock of files may stand still; the coarsest known has two seconds."""


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
    version: int = 4
    entries: dict[str, Entry] = field(default_factory=dict)


class Index:
    """The entries of one annotator, by article key, in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._book = self._read()
        self._changed = False

    def get(self, key: str) -> Entry | None:
        """Return what is remembered of an article, stale or not."""
        return self._book.entries.get(key)

    def entries(self) -> Iterable[Entry]:
        """Return what is remembered of all articles."""
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


def stamp(path: Path | str, *, plain: bool = False) -> Stamp:
    """Return the state of a file; take it before reading, so that it is never the newer one.

    Of a `plain` one, notes, no link is followed.
    """
    try:
        found = os.stat(path, follow_symlinks=not plain)
        new = time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _CLOCK
        digest = _digest(path, plain) if new and stat.S_ISREG(found.st_mode) else ""
    except OSError:
        return NOWHERE
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, digest)


def unchanged(path: Path | str, since: Stamp, *, plain: bool = False) -> bool:
    """Return whether a file is as it was when it was stamped."""
    try:
        found = os.stat(path, follow_symlinks=not plain)
        if (found.st_mtime_ns, found.st_ctime_ns, found.st_size) != since[:3]:
            return False
        return not since[3] or _digest(path, plain) == since[3]
    except OSError:
        return since == NOWHERE


def _digest(path: Path | str, plain: bool) -> str:
    if plain:
        return hashlib.sha256(read_plain(Path(path))).hexdigest()
    with open(path, "rb") as file:  # piece by piece: it may be larger than any report
        return hashlib.file_digest(file, "sha256").hexdigest()
