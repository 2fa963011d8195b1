"""One incident as one annotator has decided on it: changed, taken back, on its way to the disk."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from store.errors import DamagedError, ReadOnlyError
from store.history.journal import Change, Journal, Step, Verb, changed, difference
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
from store.incidents.records import FORM, IncidentRecords
from store.notes.held_file import HeldFile
from store.notes.writer import Writer

Documents = Mapping[str, Document | None]
"""Documents by id; none where there is to be none."""


def utc_now() -> datetime:
    """Return the time in UTC, to the microsecond, since it orders decisions."""
    return datetime.now(UTC)


class IncidentFile:
    """Every change goes through here: into memory, into the journal, on its way to the disk.

    Held for writing from its first change on; until then others may have it.
    """

    def __init__(
        self,
        ident: str,
        annotator: str,
        path: Path | None = None,
        *,
        writer: Writer | None = None,
        clock: Callable[[], datetime] = utc_now,
        reading: bool = False,
    ) -> None:
        """Read what is kept, for `reading` alone or not; without a path it is in memory alone.

        Raises:
            StoreError: if the file cannot be read, or is damaged.
        """
        self.id = ident
        self.path = path
        self.annotator = annotator
        self._writer = writer
        self._clock = clock
        self._reading = reading
        self._held: HeldFile[IncidentRecords, KeptIncident] | None = None
        opened: HeldFile[IncidentRecords, KeptIncident] = HeldFile(FORM, path, reading=True)
        self._kept = opened.kept
        self._take(opened.kept)

    @property
    def kept(self) -> KeptIncident:
        """What stands now, on disk or on its way there."""
        return self._kept

    def take_messages(self) -> list[str]:
        """Return what the person should know and was not told yet: one line each."""
        found = list(self._held.messages) if self._held else []
        if self._held:
            self._held.messages.clear()
        return found

    @property
    def unsaved(self) -> bool:
        """Whether something is not on disk yet."""
        return self._held is not None and not self._held.saving.done

    @property
    def trouble(self) -> str:
        """Why the last attempt to save failed; empty if it did not."""
        found = self._held.saving.trouble if self._held else None
        return str(found) if found else ""

    @property
    def last(self) -> datetime | None:
        """When the newest step was made."""
        return self._kept.steps[-1].at if self._kept.steps else None

    def now(self) -> datetime:
        """Return the time, later than that of every step before."""
        time = self._clock()
        if self.last is not None and time <= self.last:
            return self.last + timedelta(microseconds=1)
        return time

    def hold(self) -> bool:
        """Become the one who writes; return whether somebody else had changed the file meanwhile.

        Raises:
            ReadOnlyError: if the file cannot be written.
        """
        if self._held is not None:
            return False
        if self._reading:
            raise ReadOnlyError("opened for reading", self.path)
        held: HeldFile[IncidentRecords, KeptIncident] = HeldFile(FORM, self.path, self._writer)
        if held.read_only:
            raise ReadOnlyError(held.read_only, self.path)
        self._held = held
        if held.kept == self._kept:
            return False
        self._take(held.kept)
        return True

    def change(
        self,
        verb: Verb,
        documents: Documents,
        anchors: Iterable[Anchor] = (),
        remark: str = "",
    ) -> bool:
        """Put documents in place of what was, in one step; return whether anything is another now.

        Raises:
            ReadOnlyError: if the file cannot be written; nothing is changed.
        """
        self.hold()
        new = {one.id: one for one in anchors if one.id not in self._kept.anchors}
        changes = self._changes(documents)
        if not changes:
            return False
        self._make(self._step(verb, changes, remark=remark), documents, new)
        return True

    def undo(self) -> Step | None:
        """Take back the last step; return that step, or none if there is none.

        Raises:
            ReadOnlyError: if the file cannot be written.
        """
        return self._replay(Verb.UNDO, self.journal.next_undo)

    def redo(self) -> Step | None:
        """Do again what was taken back last; return that step, or none if there is none.

        Raises:
            ReadOnlyError: if the file cannot be written.
        """
        return self._replay(Verb.REDO, self.journal.next_redo)

    def follow(self, moved: Mapping[str, Anchor]) -> None:
        """Put anchors where their accounts are now, by the ids that they had; no step of a person.

        What cannot be written now is found again next time.
        """
        try:
            self.hold()
        except ReadOnlyError:
            return
        self._kept = replace(self._kept, anchors={**self._kept.anchors, **moved})
        self._records.put(moved, {}, ())

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        if self._held:
            self._held.retry()

    def flush(self) -> None:
        """Wait until all is on disk.

        Raises:
            SaveError: if it cannot be.
        """
        if self._held:
            self._held.flush()

    def close(self) -> None:
        """Wait until all is on disk, and let others have the file.

        Raises:
            SaveError: if it cannot be put there.
        """
        if self._held:
            self._held.close()
            self._held = None

    def documents(self) -> dict[str, Document]:
        """Return what steps change, by id."""
        kept = self._kept
        return {**kept.decisions, **kept.adopted, ABOUT: kept.about}

    def _take(self, kept: KeptIncident) -> None:
        self._kept = kept
        self.journal = Journal(kept.steps)

    @property
    def _records(self) -> IncidentRecords:
        if self._held is None:
            raise ReadOnlyError("not held", self.path)
        return self._held.records

    def _replay(self, verb: Verb, step: Step | None) -> Step | None:
        self.hold()
        if step is None or step not in self.journal:
            return None
        back = verb is Verb.UNDO
        now = self.documents()
        try:
            after = {
                change.id: _changed(now.get(change.id), change.was if back else change.now, change)
                for change in step.changes
            }
        except ValueError as error:
            what = f"journal.{step.number}: {error}"
            then = "nothing was changed; decide anew in place of going back"
            raise DamagedError(what, self.path, then) from None
        changes = self._changes(after)
        self._make(self._step(verb, changes, of=step.number), after, {})
        return step

    def _changes(self, documents: Documents) -> tuple[Change, ...]:
        now = self.documents()
        return tuple(
            difference(ident, now.get(ident), new)
            for ident, new in documents.items()
            if now.get(ident) != new
        )

    def _step(
        self, verb: Verb, changes: tuple[Change, ...], *, of: int | None = None, remark: str = ""
    ) -> Step:
        number = self.journal.next_number
        return Step(number, verb, self.annotator, self.now(), changes, of, remark)

    def _make(self, step: Step, documents: Documents, anchors: Mapping[str, Anchor]) -> None:
        """Carry a step out, in memory and on its way to the disk."""
        self.journal.add(step)
        kept = self._kept
        new = kept.id is None
        self._kept = _with(kept, documents, anchors, step, self.id)
        with self._records.together():
            if new:
                self._records.start(self.id, self.annotator)
            self._records.put(anchors, documents, (step,))


def _changed(document: Document | None, values: Any, change: Change) -> Document | None:
    return changed(document, values, KINDS[table_of(change.id)])


def _with(
    kept: KeptIncident,
    documents: Documents,
    anchors: Mapping[str, Anchor],
    step: Step,
    ident: str,
) -> KeptIncident:
    decisions, adopted = dict(kept.decisions), dict(kept.adopted)
    about = kept.about
    for name, document in documents.items():
        decisions.pop(name, None)
        adopted.pop(name, None)
        if isinstance(document, Decision):
            decisions[name] = document
        elif isinstance(document, Adopted):
            adopted[name] = document
        elif name == ABOUT:
            about = document if isinstance(document, About) else About()
    return KeptIncident(
        ident, {**kept.anchors, **anchors}, decisions, adopted, about, (*kept.steps, step)
    )
