"""The file of one incident: TinyDB tables, checked by type when read and when written.

The tables are `dateline` (what the file is), `accounts` (anchors), `decisions`, `values`, `about`
and `journal`; document ids are names of our own.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypedDict, get_type_hints

import msgspec
from tinydb import TinyDB

from store.errors import DamagedError
from store.history.journal import Step, plain
from store.incidents.kept import (
    ABOUT,
    KINDS,
    About,
    Adopted,
    Anchor,
    Decision,
    Document,
    KeptIncident,
    table_of,
)
from store.notes.encoding import Documents
from store.notes.forms import Form
from store.notes.records import RecordFile

FORMAT = "dateline-incident"
SCHEMA_VERSION = 1
"""Of the files this program writes; raised with every change that an older program cannot read."""

_DECISION: Any = TypedDict("_DECISION", get_type_hints(Decision), total=False)  # type: ignore[misc]
_ADOPTED: Any = TypedDict("_ADOPTED", get_type_hints(Adopted), total=False)  # type: ignore[misc]
_ABOUT: Any = TypedDict("_ABOUT", get_type_hints(About), total=False)  # type: ignore[misc]
_SOME: Mapping[str, Any] = {ABOUT: _ABOUT, "values": _ADOPTED, "decisions": _DECISION}
"""Some of the values of a document, as steps of the journal have them."""


class _Named(msgspec.Struct):
    incident: str
    annotator: str


class IncidentRecords(RecordFile):
    """Reads and writes the records of one file; the database is handed in."""

    def __init__(self, database: TinyDB, where: object = None) -> None:
        super().__init__(database, where)
        self._head = self.table("dateline")
        self._anchors = self.table("accounts")
        self._tables = {name: self.table(name) for name in ("decisions", "values", ABOUT)}

    def read(self) -> KeptIncident:
        """Return everything in the file; an empty `KeptIncident` for a new one.

        Raises:
            DamagedError: if a record is not what it should be.
        """
        head = self._head.documents().get("notes")
        if head is None:
            return KeptIncident()
        found = KeptIncident(
            self.typed(head, _Named, "dateline.notes").incident,
            self.all_of(self._anchors, Anchor),
            self.all_of(self._tables["decisions"], Decision),
            self.all_of(self._tables["values"], Adopted),
            self.all_of(self._tables[ABOUT], About).get(ABOUT, About()),
            self._read_steps(),
        )
        self._check(found)
        return found

    def start(self, incident: str, annotator: str) -> None:
        """Write down what the file is about."""
        head = {
            "format": FORMAT,
            "schema_version": SCHEMA_VERSION,
            "annotator": annotator,
            "incident": incident,
        }
        self._head.put({"notes": head})

    def put(
        self,
        anchors: Mapping[str, Anchor],
        documents: Mapping[str, Document | None],
        steps: Iterable[Step],
    ) -> None:
        """Write anchors, changed documents (none to remove one) and the steps that changed them."""
        with self.together():
            if anchors:
                self._anchors.put({ident: plain(one) for ident, one in anchors.items()})
            for ident, document in documents.items():
                written = None if document is None else plain(document)
                self._tables[table_of(ident)].put({ident: written})
            self.journal.put({str(step.number): plain(step) for step in steps})

    def _read_steps(self) -> tuple[Step, ...]:
        steps = self.steps()
        for step in steps:
            self._check_changes(step)
        return steps

    def _check_changes(self, step: Step) -> None:
        for change in step.changes:
            table = table_of(change.id)
            for values, other in ((change.was, change.now), (change.now, change.was)):
                if values is not None:
                    kind = KINDS[table] if other is None else _SOME[table]
                    self.typed(values, kind, f"journal.{step.number}")

    def _check(self, kept: KeptIncident) -> None:
        """See that all that is named is there, and that values are those of their columns."""
        for ident, anchor in kept.anchors.items():
            self._hold(bool(anchor.quotes), f"accounts.{ident}: it stands nowhere")
            ends = all(0 <= one.start <= one.end for one in anchor.quotes)
            self._hold(ends, f"accounts.{ident}: it ends before it begins")
        for ident, decision in kept.decisions.items():
            named = {*decision.these, *decision.those}
            self._hold(named <= kept.anchors.keys(), f"decisions.{ident}: an account is not there")
        members = set(kept.about.members)
        self._hold(members <= kept.anchors.keys(), "about: an account is not there")
        for ident, adopted in kept.adopted.items():
            self._check_value(ident, adopted, kept)

    def _check_value(self, ident: str, adopted: Adopted, kept: KeptIncident) -> None:
        try:
            adopted.check(ident)
        except (ValueError, RecursionError) as error:
            raise DamagedError(f"values.{ident}: {error}", self.where) from None
        known = adopted.account is None or adopted.account in kept.anchors
        self._hold(known, f"values.{ident}: its account is not there")

    def _hold(self, holds: bool, what: str) -> None:
        if not holds:
            raise DamagedError(what, self.where)


def _subject(tables: Documents) -> str | None:
    head = tables.get("dateline", {}).get("notes")
    incident: str | None = head["incident"] if head else None
    return incident


FORM = Form(
    name=FORMAT,
    newest=SCHEMA_VERSION,
    upgrades=MappingProxyType({}),
    records=IncidentRecords,
    read=IncidentRecords.read,
    empty=KeptIncident,
    subject=_subject,
    another="the file was replaced by that of another incident",
)
"""What a file of one incident holds."""
