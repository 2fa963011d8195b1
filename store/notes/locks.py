"""One program at a time for one file of notes."""

import contextlib
import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from store.plainfiles import check_regular, read_plain, write_plain


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file of notes open."""

    pid: int
    host: str
    since: str
    """ISO time, UTC."""

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host} since {self.since}"


class NotesLock:
    """Held as long as the notes are open for writing; freed by the system if the program dies."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".lock")
        # Not bound to a thread: the screen opens notes in one and may close them in another.
        self._lock = FileLock(self._path, thread_local=False)
        self._name_plate = path.with_name(path.name + ".holder")

    @property
    def held(self) -> bool:
        """Whether this program has it."""
        return self._lock.is_locked

    def take(self) -> bool:
        """Take the lock if it is free; return whether it is ours now.

        Raises:
            OSError: if the folder cannot be written.
        """
        check_regular(self._path)
        # The file stays when the lock is let go: removing it would let two hold one name.
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            return False
        self._sign()
        return True

    def release(self) -> None:
        """Let others have it."""
        if self.held:
            with contextlib.suppress(OSError):
                self._name_plate.unlink()
            self._lock.release()

    def holder(self) -> Holder | None:
        """Return who has it, as far as can be told."""
        try:
            return Holder(**json.loads(read_plain(self._name_plate, 4096)))
        except (OSError, ValueError, TypeError, RecursionError):
            return None

    def _sign(self) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        holder = Holder(os.getpid(), socket.gethostname(), now)
        with contextlib.suppress(OSError):  # the lock holds without a name on it
            write_plain(self._name_plate, json.dumps(asdict(holder)).encode())
