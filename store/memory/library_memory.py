"""The memory of a library for one annotator: made of the notes, report by report, and kept.

What each report's decisions teach is remembered with the state of its notes, so that only reports
whose notes have changed are looked at again: derived, may be deleted any time.
"""

import contextlib
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from extract.errors import DatelineError
from store.items import Item
from store.library.index import Stamp, stamp, unchanged
from store.memory.evidence import Evidence, evidence_in
from store.memory.file import FoundLines, read_lines, written
from store.memory.memory import Memory
from store.notes.paths import MemoryPlaces
from store.plainfiles import make_folder, read_plain, replace_plain


@dataclass(frozen=True, slots=True)
class Taught:
    """What a report's decisions teach, and the state of the notes in which they stand."""

    notes: Stamp
    evidence: tuple[Evidence, ...] = ()


@dataclass(slots=True)
class _Book:
    version: int = 2
    reports: dict[str, Taught] = field(default_factory=dict)


class LibraryMemory:
    """What a library remembers; all methods are for any thread."""

    def __init__(
        self,
        places: MemoryPlaces,
        annotator: str,
        keys: Callable[[], Iterable[str]],
        notes_of: Callable[[str], Path],
        decided: Callable[[str], Iterable[Item]],
        *,
        off: bool = False,
    ) -> None:
        """`keys` are the reports, `notes_of` has the file of notes on one, and `decided` the items
        in it; `off` has nothing remembered. No file is opened before `now` is asked for."""
        self.file = places.file
        self._places = places
        self._annotator = annotator
        self._keys, self._notes_of, self._decided = keys, notes_of, decided
        self._off = off
        self._lock = threading.Lock()
        self._book: _Book | None = None
        self._memory = Memory()
        self._changed = False
        self._learnt = False
        self.problems: list[DatelineError] = []
        """What of the file is passed over, since it is wrong."""

    def now(self) -> Memory:
        """Return what is remembered, with the reports whose notes have changed looked at again."""
        with self._lock:
            if not self._off and self._book is None:
                self._open()
            return self._memory

    def take_problems(self) -> tuple[DatelineError, ...]:
        """Return what of the file is passed over, once."""
        with self._lock:
            found, self.problems = tuple(self.problems), []
            return found

    def learn(self, key: str, items: Iterable[Item]) -> None:
        """Take over the decisions on a report, once they are on disk."""
        with self._lock:
            if self._book is not None:
                self._put(key, Taught(stamp(self._notes_of(key), plain=True), evidence_in(items)))
                self._learnt = True

    def save(self) -> None:
        """Write the memory down, if it has changed; where that fails it is made again next time.

        The file that is for a person is written once something was decided: who only reads a
        library, as an export does, leaves no new file among the notes.
        """
        with self._lock:
            if self._book is None or not self._changed:
                return
            with contextlib.suppress(OSError, UnicodeEncodeError):
                make_folder(self._places.cache.parent)
                replace_plain(self._places.cache, msgspec.json.encode(self._book))
                self._changed = False
                if self._learnt:
                    self._write()

    def _open(self) -> None:
        kept = self._read().reports
        found = read_lines(self.file, self._annotator)
        self.problems += found.problems
        self._book = _Book()
        self._memory = Memory(own=found.lines)
        keys = [*self._keys()]
        for key in keys:
            known = kept.get(key)
            if known is None or not unchanged(self._notes_of(key), known.notes, plain=True):
                known = self._looked_at(key)
                self._changed = True
            self._book.reports[key] = known
            self._memory.put(key, known.evidence)
        self._changed |= kept.keys() != self._book.reports.keys()

    def _looked_at(self, key: str) -> Taught:
        before = stamp(self._notes_of(key), plain=True)
        try:
            return Taught(before, evidence_in(self._decided(key)))
        except DatelineError:  # told where the report is opened
            return Taught(before)

    def _put(self, key: str, taught: Taught) -> None:
        assert self._book is not None
        before = self._book.reports.get(key)
        if before != taught:
            self._book.reports[key] = taught
            self._changed = True
        if before is None or before.evidence != taught.evidence:
            self._memory.put(key, taught.evidence)

    def _read(self) -> _Book:
        try:
            book = msgspec.json.decode(read_plain(self._places.cache), type=_Book)
        except (OSError, ValueError, RecursionError):
            return _Book()
        return book if book.version == _Book().version else _Book()

    def _write(self) -> None:
        """Write the file of a person's lines and the rules; none where there is nothing to say."""
        found = read_lines(self.file, self._annotator)  # it may have been edited meanwhile
        if not self._places.whole or not found.usable:
            return
        self._renew(found)
        if self._memory:
            replace_plain(self.file, written(self._memory, self._annotator))

    def _renew(self, found: FoundLines) -> None:
        if found.lines != self._memory.own:
            reports = self._book.reports.items() if self._book else ()
            self._memory = Memory({key: one.evidence for key, one in reports}, found.lines)
