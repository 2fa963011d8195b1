"""The tables of one file and what is read from them, checked by type: for every form of file."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.table import Table

from store.errors import DamagedError
from store.history.journal import Step

_T = TypeVar("_T")
Document = dict[str, Any]


class Records(Table):
    """A table whose document ids are strings, changed by replacing whole documents."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB's own hook, typed for int alone

    def put(self, documents: Mapping[str, Document | None]) -> None:
        """Replace documents, or remove those given as none, in one write."""

        # Table.update would merge fields and change documents that the writer is writing.
        def replace(table: dict[Any, Any]) -> None:
            for ident, document in documents.items():
                if document is None:
                    table.pop(ident, None)
                else:
                    table[ident] = document

        self._update_table(replace)

    def documents(self) -> dict[str, Document]:
        """Return all documents by id, in the order they were first put in."""
        return {str(document.doc_id): dict(document) for document in self}


class RecordFile:
    """The tables of one file; the database is handed in."""

    def __init__(self, database: TinyDB, where: object = None) -> None:
        self.where = where
        self.database = database
        self.journal = self.table("journal")

    def table(self, name: str) -> Records:
        """Return the table of a name."""
        return Records(self.database.storage, name)

    def together(self) -> AbstractContextManager[object]:
        """Within it, several writes reach the disk as one."""
        together: Callable[[], AbstractContextManager[object]]
        together = getattr(self.database.storage, "together", nullcontext)
        return together()

    def close(self) -> None:
        """Write what is left and let go of the file."""
        self.database.close()

    def all_of(self, table: Records, kind: type[_T]) -> dict[str, _T]:
        """Return all documents of a table by id.

        Raises:
            DamagedError: if one is not of that type.
        """
        found = table.documents().items()
        return {ident: self.typed(one, kind, f"{table.name}.{ident}") for ident, one in found}

    def steps(self) -> tuple[Step, ...]:
        """Return the journal, oldest first.

        Raises:
            DamagedError: if it has what is no step, or one under another's name.
        """
        found = self.all_of(self.journal, Step)
        if any(str(step.number) != number for number, step in found.items()):
            raise DamagedError("journal: a step's number is not its name", self.where)
        return tuple(sorted(found.values(), key=lambda step: step.number))

    def typed(self, value: Any, kind: type[_T], place: str) -> _T:
        """Return a value as one of a type; `place` says where it stands.

        Raises:
            DamagedError: if it is none.
        """
        try:
            return msgspec.convert(value, kind)
        except (msgspec.ValidationError, RecursionError, UnicodeEncodeError) as error:
            what = f"{place}: {str(error)[:1].lower()}{str(error)[1:]}"
            raise DamagedError(what, self.where) from None
