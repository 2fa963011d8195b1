"""Any sequence of decisions on incidents, undone, redone and reopened, equals a plain model."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from market import Clock, library, opened, told, write

from store.incidents import deciding
from store.incidents.kept import RULES
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow
from store.incidents.values import Column

numbers = st.integers(0, 5)
MARKET = "Traders fled the cattle market while stalls burned."
Snapshot = dict[Any, Any]


def snapshot(incidents: LibraryIncidents) -> Snapshot:
    """All that a person sees of the incidents, by their accounts."""
    return {
        row.accounts: (row.values, row.joined, row.adopted, row.note, row.tags, row.flag)
        for row in incidents.rows()
    }


class Session(RuleBasedStateMachine):
    """The incidents under test beside what was seen before each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        folder = Path(self.folder.name)
        write(folder, "wire", told(18, "Kesten", 14), MARKET, day=19)
        write(folder, "herald", told(18, "Kesten", 16), told(17, "Lorsk", 3), MARKET, day=20)
        write(folder, "courier", told(18, "Kesten", 19), told(17, "Lorsk", 4), MARKET, day=21)
        self.incidents = opened(folder)
        self.before: list[Snapshot] = []
        self.after: list[Snapshot] = []
        self.steps = 0

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.incidents.close()
        self.folder.cleanup()

    def row(self, number: int) -> IncidentRow:
        """One of the incidents there are."""
        rows = self.incidents.rows()
        return rows[number % len(rows)]

    def count(self) -> int:
        files = self.incidents.folder.files.values()
        return sum(len(file.kept.steps) for file in files)

    def act(self, act: Any, *words: Any) -> None:
        """Do something, and remember what was seen before if it was a step."""
        seen, steps = snapshot(self.incidents), self.count()
        act(self.incidents, *words)
        if self.count() > steps:
            self.before.append(seen)
            self.after.clear()

    @rule(number=numbers, other=numbers)
    def join(self, number: int, other: int) -> None:
        one, two = self.row(number), self.row(other)
        if one.id != two.id:
            self.act(deciding.join, one.id, two.id)

    @rule(number=numbers, which=numbers)
    def separate(self, number: int, which: int) -> None:
        row = self.row(number)
        if len(row.accounts) > 1:
            gone = row.accounts[which % len(row.accounts)]
            self.act(deciding.separate, row.id, [gone])
            mine = self.incidents.incident_of(gone)
            assert mine is not None
            assert set(mine.accounts) & set(row.accounts) == {gone}

    @rule(number=numbers, which=numbers)
    def leave_open(self, number: int, which: int) -> None:
        row = self.row(number)
        if len(row.accounts) > 1:
            self.act(deciding.leave_open, row.id, [row.accounts[which % len(row.accounts)]])

    @rule(number=numbers)
    def confirm(self, number: int) -> None:
        self.act(deciding.confirm, self.row(number).id)

    @rule(number=numbers, which=numbers)
    def adopt(self, number: int, which: int) -> None:
        row = self.row(number)
        claims = self.incidents.open(row.id).claims
        self.act(deciding.adopt, row.id, Column.KILLED, claims[which % len(claims)])

    @rule(number=numbers, place=st.sampled_from(["Kesten", "Bazaar", "Ös\u0301ten"]))
    def correct(self, number: int, place: str) -> None:
        self.act(deciding.correct, self.row(number).id, {Column.PLACE: place})

    @rule(number=numbers, how=st.sampled_from([None, *RULES]))
    def follow_rule(self, number: int, how: Any) -> None:
        self.act(deciding.follow_rule, self.row(number).id, Column.KILLED, how)

    @rule(number=numbers, words=st.text(max_size=5))
    def note(self, number: int, words: str) -> None:
        self.act(deciding.note, self.row(number).id, words)

    @rule(number=numbers, on=st.booleans())
    def flag(self, number: int, on: bool) -> None:
        self.act(deciding.flag, self.row(number).id, on)

    @rule()
    def undo(self) -> None:
        step = deciding.undo(self.incidents)
        assert (step is not None) == bool(self.before)
        if self.before:
            self.after.append(self.seen)
            assert snapshot(self.incidents) == self.before.pop()

    @rule()
    def redo(self) -> None:
        step = deciding.redo(self.incidents)
        assert (step is not None) == bool(self.after)
        if self.after:
            self.before.append(self.seen)
            assert snapshot(self.incidents) == self.after.pop()

    @precondition(lambda self: self.count() > 0)
    @rule(read=st.booleans())
    def reopen(self, read: bool) -> None:
        seen = snapshot(self.incidents)
        self.incidents.close()
        if read:
            self.incidents = opened(self.incidents.library.folder)
        else:
            self.incidents = LibraryIncidents(library(self.incidents.library.folder), clock=Clock())
        assert snapshot(self.incidents) == seen
        assert self.incidents.messages == []

    @invariant()
    def every_account_is_of_one_incident(self) -> None:
        keys = [key for row in self.incidents.rows() for key in row.accounts]
        assert len(keys) == len(set(keys)) == 5
        self.seen = snapshot(self.incidents)


TestAnySession = Session.TestCase
TestAnySession.settings = settings(max_examples=6, stateful_step_count=12, deadline=None)
