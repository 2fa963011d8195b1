"""The folder of an annotator's incidents: which files there are, and which accounts they name."""

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from extract.accounts import AccountKey
from store.errors import DamagedError, StoreError
from store.incidents.following import Followed, Reports, told
from store.incidents.incident_file import IncidentFile, utc_now
from store.incidents.kept import Anchor, KeptIncident, Verdict
from store.incidents.records import FORM, IncidentRecords
from store.notes.held_file import HeldFile
from store.notes.paths import INCIDENT
from store.notes.writer import Writer

FOLDER = "incidents"
_NAME = re.compile(rf"(?P<id>n[0-9a-f]{{12}}(?:-[0-9]+)?){re.escape(INCIDENT)}")

Pair = tuple[AccountKey, AccountKey]


class IncidentFolder:
    """All files of one annotator, and where the accounts that they name are now."""

    def __init__(
        self,
        folder: Path,
        annotator: str,
        *,
        writer: Writer | None = None,
        clock: Callable[[], datetime] = utc_now,
        reading: bool = False,
    ) -> None:
        """Read what is in a folder of notes; damaged files are set aside, not so for `reading`."""
        self._folder = folder / annotator / FOLDER
        self._annotator = annotator
        self._writer = writer or Writer()
        self._clock = clock
        self._reading = reading
        self.messages: list[str] = []
        """What the person should know: one line each."""
        self.files: dict[str, IncidentFile] = {}
        self.followed: dict[str, Followed] = {}
        for ident in sorted(_ids(self._folder)):
            self._open(ident)

    def file(self, ident: str) -> IncidentFile:
        """Return the file of an incident, a new one where there is none.

        Raises:
            StoreError: if it cannot be read.
        """
        if ident not in self.files:
            self.files[ident] = self._read(ident)
            self.followed[ident] = Followed()
        return self.files[ident]

    def free(self, ident: str) -> str:
        """Return an id that no file has: the one given, or one made of it."""
        number, free = 1, ident
        while free in self.files:
            number += 1
            free = f"{ident}-{number}"
        return free

    def follow(self, reports: Reports, *, keep: bool) -> list[str]:
        """Find out where all accounts are that files name; a line for each that is gone or unsure.

        With `keep`, anchors of accounts that have moved are written anew.
        """
        lines: list[str] = []
        for ident in self.files:
            lines += self.follow_one(ident, reports, keep=keep)
        return lines

    def follow_report(self, name: str, reports: Reports) -> list[str]:
        """Find out anew where the accounts of one report are, in the files that name it."""
        lines: list[str] = []
        for ident, file in self.files.items():
            if any(anchor.report == name for anchor in file.kept.anchors.values()):
                lines += self.follow_one(ident, reports, keep=False)
        return lines

    def follow_one(self, ident: str, reports: Reports, *, keep: bool) -> list[str]:
        """Find out where the accounts of one file are, as `follow` does."""
        file = self.files[ident]
        anchors = file.kept.anchors
        found = self.followed[ident] = reports.find(anchors)
        if keep and found.moved and not self._reading:
            file.follow(found.moved)
        return list(told(found, _named(file.kept, anchors)))

    def decided(self) -> dict[Pair, Verdict]:
        """Return what was decided last on each two accounts, the lesser key first."""
        every = [
            (decision, self.followed[ident].keys)
            for ident, file in self.files.items()
            for decision in file.kept.decisions.values()
        ]
        found: dict[Pair, Verdict] = {}
        for decision, keys in sorted(every, key=lambda one: one[0].at):
            for one, other in decision.pairs():
                if one in keys and other in keys and keys[one] != keys[other]:
                    pair = _pair(keys[one], keys[other])
                    found.pop(pair, None)
                    found[pair] = decision.verdict
        return found

    def close(self) -> None:
        """Wait until all is on disk, and let others have the files.

        Raises:
            SaveError: if something cannot be put there; the other files are let go.
        """
        trouble: StoreError | None = None
        for file in self.files.values():
            try:
                file.close()
            except StoreError as error:
                trouble = error
        if trouble is not None:
            raise trouble
        self._writer.close()

    def _open(self, ident: str) -> None:
        try:
            self.files[ident] = self._read(ident)
            self.followed[ident] = Followed()
        except DamagedError as error:
            if self._reading:
                self.messages.append(str(error))
            else:
                self._set_aside(ident)
        except StoreError as error:
            self.messages.append(str(error))

    def _read(self, ident: str) -> IncidentFile:
        return IncidentFile(
            ident, self._annotator, self._path(ident), writer=self._writer, clock=self._clock,
            reading=self._reading,
        )  # fmt: skip

    def _set_aside(self, ident: str) -> None:
        """Put a damaged file where nothing writes over it, as opening it for writing does."""
        try:
            held: HeldFile[IncidentRecords, KeptIncident] = HeldFile(
                FORM, self._path(ident), self._writer
            )
            self.messages += held.messages
            held.abandon()
        except StoreError as error:
            self.messages.append(str(error))

    def _path(self, ident: str) -> Path:
        return self._folder / f"{ident}{INCIDENT}"


def _ids(folder: Path) -> Iterator[str]:
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            match = _NAME.fullmatch(entry.name)
            if match:
                yield match["id"]


def _named(kept: KeptIncident, anchors: dict[str, Anchor]) -> dict[str, Anchor]:
    """The anchors that something still rests on; others were only named by what was taken back."""
    used = set(kept.about.members)
    for decision in kept.decisions.values():
        used.update(decision.these, decision.those)
    used |= {one.account for one in kept.adopted.values() if one.account}
    return {ident: anchor for ident, anchor in anchors.items() if ident in used}


def _pair(one: AccountKey, other: AccountKey) -> Pair:
    return (one, other) if one < other else (other, one)
