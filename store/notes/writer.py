"""One thread that puts notes on disk, so that no key waits for it."""

import atexit
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tinydb.storages import Storage

from store.errors import SaveError
from store.notes.storage import AtomicStorage, Tables


@dataclass(frozen=True, slots=True)
class Saving:
    """Where the notes of one file are on their way to the disk."""

    handed: int = 0
    """Number of the newest state handed over."""
    saved: int = 0
    """Number of the newest state on disk."""
    at: datetime | None = None
    """When that was put there, UTC; none if nothing was written yet."""
    trouble: SaveError | None = None
    """Why the last attempt failed; none if it did not."""

    joined: int = 0
    """How often changes that another program had made in the file were taken in."""

    @property
    def done(self) -> bool:
        """Whether all is on disk."""
        return self.saved == self.handed


class Writer:
    """Writes what it is handed, the newest state of each file only, in a thread of its own.

    A state that cannot be written is kept and tried again with the next one, at `retry` and at
    `flush`.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: dict[int, Callable[[], None]] = {}
        self._busy: int | None = None
        self._thread: threading.Thread | None = None
        self._closing = False

    def submit(self, owner: int, write: Callable[[], None]) -> None:
        """Have `write` called soon, in place of an earlier one of the same owner not yet called."""
        with self._changed:
            # In place of an older state: what it holds is in the newer one as well.
            self._waiting[owner] = write
            if self._thread is None:
                self._closing = False
                # A daemon, so that a screen that fails can end; what is left is written at exit.
                self._thread = threading.Thread(target=self._run, name="notes", daemon=True)
                self._thread.start()
                atexit.register(self.close)
            self._changed.notify_all()

    def wait(self, owner: int) -> None:
        """Return when nothing of the owner's is left to do."""
        with self._changed:
            self._changed.wait_for(lambda: owner not in self._waiting and self._busy != owner)

    def close(self) -> None:
        """Finish what was submitted and end the thread."""
        with self._changed:
            thread = self._thread
            self._closing = True
            self._changed.notify_all()
        if thread:
            thread.join()
            atexit.unregister(self.close)

    def _run(self) -> None:
        try:
            while (job := self._next()) is not None:
                job()
        finally:  # whatever ends this thread, the next state gets a new one
            with self._changed:
                if self._thread is threading.current_thread():
                    self._busy, self._thread = None, None
                self._changed.notify_all()

    def _next(self) -> Callable[[], None] | None:
        with self._changed:
            self._busy = None
            self._changed.notify_all()
            self._changed.wait_for(lambda: bool(self._waiting) or self._closing)
            if not self._waiting:
                self._thread = None
                return None
            self._busy = next(iter(self._waiting))
            return self._waiting.pop(self._busy)


class WriteBehind(Storage):
    """TinyDB's storage that hands every write to a `Writer` and reads what was handed last.

    It starts with `tables`, the present content of the file.
    """

    def __init__(
        self,
        storage: AtomicStorage,
        writer: Writer,
        tables: Tables,
        tell: Callable[[Saving], None] | None = None,
    ) -> None:
        self.tell = tell
        """Called after every attempt, in the writer's thread."""
        self._storage = storage
        self._writer = writer
        self._tables = tables
        self._held = 0
        self._abandoned = False
        self._steps_saved = len(tables.get("journal", {}))
        self._lock = threading.Lock()
        self._saving = Saving()

    @property
    def saving(self) -> Saving:
        """How far the notes are on their way."""
        return self._saving

    def read(self) -> Tables:
        """Return the tables as they were written last, on disk or not."""
        return dict(self._tables)

    def write(self, data: Mapping[str, Mapping[Any, Any]]) -> None:
        """Take over the tables, and see that they get to the disk."""
        self._tables = {name: dict(table) for name, table in data.items()}
        if not self._held:
            self._hand_over()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Within it, several writes become one."""
        self._held += 1
        before = self._tables
        try:
            yield
        finally:
            self._held -= 1
            if not self._held and self._tables is not before:
                self._hand_over()

    def retry(self) -> None:
        """Try again to write what could not be written."""
        if self._saving.trouble:
            self._hand_over()

    def flush(self) -> None:
        """Wait until all is on disk, trying again once what could not be written.

        Raises:
            SaveError: if it still cannot.
        """
        self._writer.wait(id(self))
        if not self._saving.done:
            self._hand_over()
            self._writer.wait(id(self))
        if not self._saving.done:
            raise self._saving.trouble or SaveError("not saved", self._storage.path)

    @property
    def unsaved_steps(self) -> int:
        """How many steps of the journal are not on disk."""
        if self._saving.done:
            return 0
        return len(self._tables.get("journal", {})) - self._steps_saved

    def abandon(self) -> None:
        """Write nothing any more, not even what waits; return when no write is under way."""
        self._abandoned = True
        self._writer.wait(id(self))

    def close(self) -> None:
        """Wait until all is on disk.

        Raises:
            SaveError: if it cannot be written.
        """
        self.flush()

    def _hand_over(self) -> None:
        # Read in another thread from here on, so documents are replaced and never edited.
        tables = self._tables
        number = self._saving.handed + 1
        self._update(handed=number)
        self._writer.submit(id(self), lambda: self._save(tables, number))

    def _save(self, tables: Tables, number: int) -> None:
        """In the writer's thread: write, and say how it went."""
        if self._abandoned:
            return
        try:
            self._storage.write(tables)
        except OSError as error:
            self._update(trouble=_trouble(error, self._storage))
        else:
            self._steps_saved = len(tables.get("journal", {}))
            self._update(saved=number, at=datetime.now(UTC), trouble=None, joined=self._joined())
        if self.tell:
            self.tell(self._saving)

    def _joined(self) -> int:
        return getattr(self._storage, "times_joined", 0)

    def _update(self, **values: Any) -> None:
        with self._lock:
            old = self._saving
            kept: dict[str, Any] = {"handed": old.handed, "saved": old.saved, "at": old.at}
            kept |= {"trouble": old.trouble, "joined": old.joined}
            self._saving = Saving(**{**kept, **values})


def _trouble(error: OSError, storage: AtomicStorage) -> SaveError:
    reason = (error.strerror or "it failed").lower()
    return SaveError(f"not saved ({reason})", storage.path, "decisions are kept and tried again")
