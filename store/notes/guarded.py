"""A file of notes that is never written over when somebody else has changed it meanwhile."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from store.errors import DamagedError, StoreError
from store.history.reconciling import joined
from store.notes.aside import set_aside
from store.notes.encoding import Documents
from store.notes.forms import Form
from store.notes.storage import AtomicStorage, Tables, read_tables

Seen = tuple[int, int, int] | None
"""What a file was when it was looked at: when changed (ns), size and number; none for no file."""


class GuardedStorage(AtomicStorage):
    """Looks before each write whether the file is the one it knows, and joins what is in another.

    `git pull` and programs that keep folders alike replace files without asking for the lock.
    """

    def __init__(
        self,
        path: Path,
        encode: Callable[[Documents], Iterable[bytes]],
        first: Tables,
        known: Seen,
        form: Form[Any, Any],
    ) -> None:
        """Guard a file that held `first` when it was `known`."""
        super().__init__(path, encode)
        self._form = form
        self.times_joined = 0
        """How often somebody else's changes were taken in."""
        self._first = first
        self._known = known
        self._theirs: Tables | None = None

    def write(self, data: Documents) -> None:
        """Replace the file, with what others have put in it.

        Raises:
            OSError: if that fails, or what is there cannot be joined; the file is as it was.
        """
        if seen(self.path) != self._known:
            self._take_in(data)
        whole = joined(self._first, data, self._theirs) if self._theirs is not None else data
        super().write(whole)
        self._known = seen(self.path)
        if self._theirs is not None:
            self._theirs = {name: dict(table) for name, table in whole.items()}

    def _take_in(self, ours: Documents) -> None:
        try:
            theirs = read_tables(self.path)
            if theirs is not None:
                theirs = self._form.upgraded(theirs, self.path)
                self._check_same(ours, theirs)
        except DamagedError:
            set_aside(self.path)
            return
        except StoreError as error:
            raise OSError(None, error.what) from None
        if theirs is not None:
            self._theirs = theirs
            self.times_joined += 1

    def _check_same(self, ours: Documents, theirs: Tables) -> None:
        """See that both files are about one thing, such as one text."""
        self._form.read_tables(theirs, self.path)
        if self._form.subject(ours) not in (None, self._form.subject(theirs)):
            raise StoreError(self._form.another)


def seen(path: Path) -> Seen:
    """Return what a file is now.

    Raises:
        OSError: if that cannot be told.
    """
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
