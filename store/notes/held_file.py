"""A file held open: its lock, its checks, and what to tell the person about it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Generic

from tinydb import TinyDB

from store.errors import DamagedError, NewerVersionError, SaveError, StoreError
from store.files import remove_stale
from store.notes.aside import set_aside
from store.notes.encoding import KeptEncoding, encode
from store.notes.forms import Form, Kept, Records
from store.notes.guarded import GuardedStorage, Seen, seen
from store.notes.locks import NotesLock
from store.notes.storage import Tables, read_tables
from store.notes.writer import Saving, WriteBehind, Writer
from store.plainfiles import make_folder, read_plain, reason, replace_plain


class HeldFile(Generic[Records, Kept]):
    """A file of one form held open by one program; without a path it is in memory alone."""

    def __init__(
        self,
        form: Form[Records, Kept],
        path: Path | None = None,
        writer: Writer | None = None,
        *,
        reading: bool = False,
    ) -> None:
        """Open the file; `reading` leaves it, and all around it, as it is.

        Raises:
            StoreError: if the file cannot be read, and for `reading` also if it is damaged.
        """
        self.form = form
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
        self.records, self.kept = self._open()

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
        """Become the one who writes, once the program that was has ended; return whether that came
        about.

        Raises:
            StoreError: if the file cannot be read.
        """
        if self.path is None or self._lock is None or self._reading:
            return False
        if self._lock.held or not self.read_only:
            return False
        if not self._take_lock(self.path, self._lock):
            return False
        self.records, self.kept = self._open()
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

        Where that fails the file stays ours: whoever decides goes on deciding.

        Raises:
            SaveError: if it cannot be put there.
        """
        self.flush()
        self._release()

    @property
    def unsaved_steps(self) -> int:
        """How many steps of the journal are not on disk."""
        return self._storage.unsaved_steps if self._storage else 0

    def save_copy(self, path: Path) -> None:
        """Write the notes as they stand now to a new file elsewhere.

        Raises:
            SaveError: if there is such a file already, or it cannot be written.
        """
        try:
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, "there is such a file already")
            replace_plain(path, encode(self._storage.read() if self._storage else {}))
        except OSError as error:
            raise SaveError(f"not saved ({reason(error)})", path, "choose another") from None

    def abandon(self) -> None:
        """Let go of the file without what is not on disk."""
        if self._storage:
            self._storage.abandon()
        self._release()

    def _open(self) -> tuple[Records, Kept]:
        if self.path is None or self._lock is None:
            return self._nothing()
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
            make_folder(path.parent)
            if not os.access(path.parent, os.W_OK):  # a lock file may be there from before
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            taken = lock.take()
        except OSError as error:
            self.read_only = f"{path.parent} cannot be written ({reason(error)})"
            return False
        if not taken:
            holder = lock.holder()
            self.read_only = f"open in another program{f': {holder}' if holder else ''}"
        return taken

    def _read(self, path: Path) -> tuple[Records, Kept]:
        known = _seen(path)
        found = read_tables(path)
        tables = self.form.upgraded(found, path) if found is not None else {}
        notes, kept = self.form.read_tables(tables, path)
        if self.read_only:
            return notes, kept
        if found is not None and tables is not found:
            self._keep_backup(path, self.form.version_of(found, path))
        if self.read_only:
            return notes, kept
        return self._for_writing(path, tables, known), kept

    def _for_writing(self, path: Path, tables: Tables, known: Seen) -> Records:
        file = GuardedStorage(path, KeptEncoding(), tables, known, self.form)
        storage = WriteBehind(file, self._writer, tables, self._tell)
        self._storage = storage
        return self.form.records(TinyDB(storage=lambda: storage), path)

    def _nothing(self) -> tuple[Records, Kept]:
        return self.form.read_tables({}, None)

    def _of_newer(self, path: Path, error: NewerVersionError) -> tuple[Records, Kept]:
        """What can be understood of a newer program's file, for reading."""
        self.read_only = str(error)
        self._release()
        try:
            return self.form.read_tables(read_tables(path) or {}, path)
        except DamagedError:
            return self._nothing()

    def _without(self, path: Path, error: DamagedError) -> tuple[Records, Kept]:
        """A new file in place of a damaged one, which is set aside as it is."""
        if not self.read_only:
            try:
                aside = set_aside(path)
            except OSError as why:
                self.read_only = f"{path} is damaged and cannot be set aside ({why.strerror})"
                self._release()
        if self.read_only:
            self.messages.append(str(error))
            return self._nothing()
        self.messages.append(
            f"{path}: {error.what}; set aside whole as {aside.name}, new notes are begun"
        )
        return self._for_writing(path, {}, None), self.form.empty()

    def _keep_backup(self, path: Path, version: int) -> None:
        backup = path.with_name(f"{path.name}.v{version}.backup")
        try:
            # The first one made is of the file as it was before all upgrades.
            if not os.path.lexists(backup):
                replace_plain(backup, read_plain(path))
        except OSError as error:
            self.read_only = f"{backup} cannot be made ({error.strerror}), so nothing is upgraded"
            self._release()
        else:
            self.messages.append(f"{path}: brought to today's form; the old file is {backup.name}")

    def _release(self) -> None:
        if self._lock:
            self._lock.release()


def _seen(path: Path) -> Seen:
    try:
        return seen(path)
    except OSError:  # reading it will say why
        return None
