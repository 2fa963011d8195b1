"""A file of notes held open: its lock, its checks, and what to tell the person about it."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from store.encoding import KeptEncoding
from store.errors import DamagedError, NewerVersionError, SaveError, StoreError
from store.files import remove_stale, replace_file
from store.locks import NotesLock
from store.notes import Kept, Notes
from store.storage import AtomicStorage, Tables, read_tables
from store.upgrades import upgraded, version_of
from store.writer import Saving, WriteBehind, Writer


class Notebook:
    """One article's notes by one annotator; without a path they are in memory alone."""

    def __init__(
        self, path: Path | None = None, writer: Writer | None = None, *, reading: bool = False
    ) -> None:
        """Open the notes; `reading` leaves them, and all around them, as they are.

        Raises:
            StoreError: if the file cannot be read, and for `reading` also if it is damaged.
        """
        self.path = path
        self.messages: list[str] = []
        """What the person should know: one line each."""
        self.read_only: str | None = None
        """Why nothing can be written; none where it can."""
        self._reading = reading
        self._writer = writer or Writer()
        self._lock = NotesLock(path) if path else None
        self._storage: WriteBehind | None = None
        self._tell: Callable[[Saving], None] | None = None
        self.notes, self.kept = self._open()

    @property
    def saving(self) -> Saving:
        """How far the notes are on their way to the disk."""
        return self._storage.saving if self._storage else Saving()

    def watch(self, tell: Callable[[Saving], None]) -> None:
        """Have `tell` called, in another thread, after each attempt to save."""
        self._tell = tell
        if self._storage:
            self._storage.tell = tell

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        if self._storage:
            self._storage.retry()

    def take_over(self) -> bool:
        """Become the one who writes, if the program that was has ended; whether that came about.

        Raises:
            StoreError: if the file cannot be read.
        """
        if self.path is None or self._lock is None or self._reading:
            return False
        if self._lock.held or not self.read_only:
            return False
        if not self._take_lock(self.path, self._lock):
            return False
        self.notes, self.kept = self._open()
        return self.read_only is None

    def flush(self) -> None:
        """Wait until all is on disk.

        Raises:
            SaveError: if it cannot be.
        """
        if self._storage:
            self._storage.flush()

    def close(self) -> None:
        """Wait until all is on disk, and let others have the file.

        Raises:
            SaveError: if it cannot be put there; the file then stays this program's.
        """
        self.flush()
        self._release()

    def abandon(self) -> None:
        """Let others have the file, although not all is on disk."""
        self._release()

    def save_copy(self, path: Path) -> None:
        """Write the notes as they are now into another file, on another disk for example.

        Raises:
            SaveError: if it cannot be written there.
        """
        if self._storage is None:
            return
        if os.path.lexists(path):
            raise SaveError("is there already", path, "name another file")
        try:
            AtomicStorage(path, KeptEncoding()).write(self._storage.read())
        except OSError as error:
            reason = (error.strerror or "it failed").lower()
            raise SaveError(f"not saved ({reason})", path, "name another file") from None

    def _open(self) -> tuple[Notes, Kept]:
        if self.path is None or self._lock is None:
            return in_memory({}), Kept()
        self.read_only = "opened for reading" if self._reading else None
        if not self._reading and (self._lock.held or self._take_lock(self.path, self._lock)):
            remove_stale(self.path)
        try:
            return self._read(self.path)
        except NewerVersionError as error:
            return self._of_newer(self.path, error)
        except DamagedError as error:
            if self._reading:
                raise
            return self._without(self.path, error)
        except StoreError:
            self._release()
            raise

    def _take_lock(self, path: Path, lock: NotesLock) -> bool:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not os.access(path.parent, os.W_OK):  # a lock file may be there from before
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            taken = lock.take()
        except OSError as error:
            reason = (error.strerror or "no access").lower()
            self.read_only = f"{path.parent} cannot be written ({reason})"
            return False
        if not taken:
            holder = lock.holder()
            self.read_only = f"open in another program{f': {holder}' if holder else ''}"
        return taken

    def _read(self, path: Path) -> tuple[Notes, Kept]:
        found = read_tables(path)
        tables = upgraded(found, path) if found is not None else {}
        notes = in_memory(tables, path)
        kept = notes.read()
        if self.read_only:
            return notes, kept
        if found is not None and tables is not found:
            self._keep_backup(path, version_of(found, path))
        if self.read_only:
            return notes, kept
        return self._for_writing(path, tables), kept

    def _for_writing(self, path: Path, tables: Tables) -> Notes:
        file = AtomicStorage(path, KeptEncoding())
        storage = WriteBehind(file, self._writer, tables, self._tell)
        self._storage = storage
        return Notes(TinyDB(storage=lambda: storage), path)

    def _of_newer(self, path: Path, error: NewerVersionError) -> tuple[Notes, Kept]:
        """What can be understood of a newer program's notes, for reading."""
        self.read_only = str(error)
        self._release()
        notes = in_memory(read_tables(path) or {}, path)
        try:
            return notes, notes.read()
        except DamagedError:
            return in_memory({}), Kept()

    def _without(self, path: Path, error: DamagedError) -> tuple[Notes, Kept]:
        """New notes in place of damaged ones, which are set aside as they are."""
        if not self.read_only:
            try:
                aside = set_aside(path)
            except OSError as why:
                self.read_only = f"{path} is damaged and cannot be set aside ({why.strerror})"
                self._release()
        if self.read_only:
            self.messages.append(str(error))
            return in_memory({}), Kept()
        self.messages.append(f"{error}; set aside as {aside.name}, new notes are begun")
        return self._for_writing(path, {}), Kept()

    def _keep_backup(self, path: Path, version: int) -> None:
        backup = path.with_name(f"{path.name}.v{version}.backup")
        try:
            if (
                not backup.exists()
            ):  # the first one made is of the file as it was before all upgrades
                replace_file(backup, path.read_bytes())
        except OSError as error:
            self.read_only = f"{backup} cannot be made ({error.strerror}), so nothing is upgraded"
            self._release()
        else:
            self.messages.append(f"{path}: brought to today's form; the old file is {backup.name}")

    def _release(self) -> None:
        if self._lock:
            self._lock.release()


def in_memory(tables: Tables, where: object = None) -> Notes:
    """Notes that no file stands behind."""
    database = TinyDB(storage=MemoryStorage)
    database.storage.write(tables)
    return Notes(database, where)


def set_aside(path: Path) -> Path:
    """Rename a damaged file, so that nothing writes over it; its new path.

    Raises:
        OSError: if the folder cannot be written.
    """
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = path.with_name(f"{path.name}.damaged-{time}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{time}-{number}")
    path.rename(aside)
    return aside
