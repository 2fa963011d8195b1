"""What a kind of file that is kept holds, for the doors that all of them go through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from store.notes.encoding import Documents
from store.notes.storage import Tables
from store.notes.upgrades import Upgrade, upgraded, version_of

Records = TypeVar("Records")
"""What reads and writes the records of a file."""
Kept = TypeVar("Kept")
"""All that a file holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[Records, Kept]):
    """One form of file: its name and versions, its records, and what it is about."""

    name: str
    """What its files say they are."""
    newest: int
    """The schema version that this program writes."""
    upgrades: Mapping[int, Upgrade]
    """From each older version to the one after it."""
    records: Callable[[TinyDB, object], Records]
    """Return the records in a database; the second is what a message names."""
    read: Callable[[Records], Kept]
    """Return everything in a file, checked by type; raises DamagedError."""
    empty: Callable[[], Kept]
    """Return what a new file holds."""
    subject: Callable[[Documents], str | None]
    """Return what a file is about, so that it is never joined with one about something else."""
    another: str
    """What is said of a file that was replaced by one about something else."""

    def version_of(self, tables: Tables, where: object) -> int:
        """Return the schema version of a file's tables.

        Raises:
            DamagedError: if they are of another form.
        """
        return version_of(tables, where, self.name)

    def upgraded(self, tables: Tables, where: object) -> Tables:
        """Return the tables in today's form; the same object if they have it.

        Raises:
            NewerVersionError: if a newer program wrote them.
            DamagedError: if they are of another form, or no way leads from their version.
        """
        return upgraded(tables, where, form=self.name, upgrades=self.upgrades, newest=self.newest)

    def read_tables(self, tables: Tables, where: object) -> tuple[Records, Kept]:
        """Return records that no file stands behind, and all that they hold.

        Raises:
            DamagedError: if a record is not what it should be.
        """
        database = TinyDB(storage=MemoryStorage)
        database.storage.write(tables)
        records = self.records(database, where)
        return records, self.read(records)
