"""Where two annotators joined accounts differently, or adopted other values, before a third.

Knows no Textual. The two's incidents are opened for reading, where no key waits for them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from extract.accounts import AccountKey
from store.incidents.adjudicating import (
    JoiningAdjudication,
    JoiningDifference,
    ValueDifference,
)
from store.incidents.kept import Adopted, How, Verdict
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow
from store.incidents.values import typed
from store.incidents.wording import heading, told
from store.library.library import Library
from tui.session.all_incidents import AllIncidents

_RULE = "by the rule"
_OPEN = Verdict.UNDECIDED


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the two see differently, in words."""

    row: IncidentRow | None
    """The third's incident of its first account."""
    what: str
    """What it is about: "accounts", or the name of a column."""
    sides: tuple[str, str]
    settled: bool
    """Whether the third has decided on it."""


class Joinings:
    """The differences of two annotators over the incidents of a library, and their settling."""

    def __init__(self, work: AllIncidents, between: tuple[str, str]) -> None:
        self.between = between
        self._work = work
        self._sides: tuple[LibraryIncidents, ...] = ()
        self._libraries: list[Library] = []
        self._adjudication: JoiningAdjudication | None = None
        self._found: list[JoiningDifference | ValueDifference] = []

    def read(self) -> Callable[[], None]:
        """Open the incidents of both, in any thread; return what lays them side by side.

        Raises:
            DatelineError: if they cannot be read.
        """
        for who in self.between:
            self._libraries.append(self._work.library.under(who))
        sides = [LibraryIncidents(one, reading=True) for one in self._libraries]
        for side in sides:
            for _ in side.bring_up_to_date():
                pass

        def lay() -> None:
            adjudication = JoiningAdjudication(self._work.kept, *sides)
            adjudication.begin()
            self._adjudication = adjudication
            self._found = [*adjudication.differences(), *adjudication.value_differences()]

        return lay

    @property
    def is_read(self) -> bool:
        """Whether the two are side by side."""
        return self._adjudication is not None

    def differences(self) -> list[Difference]:
        """Return all differences, those on accounts first, as they stand now."""
        known = self._work.kept.folder.decided()
        return [self._told(one, known) for one in self._found]

    def take(self, index: int, which: int) -> None:
        """Settle a difference as the first (1) or the second (2) has it.

        Raises:
            InvalidValueError: if the third has no such incident.
            ReadOnlyError: if the third's files cannot be written.
        """
        found = self._found[index]
        if self._adjudication is None:
            return
        if isinstance(found, JoiningDifference):
            self._adjudication.take(found, which)
        else:
            self._adjudication.take_value(found, which)

    def close(self) -> None:
        """Let go of what was opened."""
        for one in self._libraries:
            one.close()

    def _told(
        self,
        found: JoiningDifference | ValueDifference,
        known: Mapping[tuple[AccountKey, AccountKey], Verdict],
    ) -> Difference:
        row = self._work.kept.incident_of(found.accounts[0])
        if isinstance(found, JoiningDifference):
            sides = _groups(found.first), _groups(found.second)
            pairs = combinations(sorted(found.accounts), 2)
            settled = all(known.get(pair, _OPEN) is not _OPEN for pair in pairs)
            return Difference(row, "accounts", sides, settled)
        column = found.column
        values = _value(found, found.first), _value(found, found.second)
        settled = row is not None and column in row.adopted
        return Difference(row, heading(column), values, settled)


def _groups(groups: Sequence[Sequence[AccountKey]]) -> str:
    """Groups of accounts by their reports: "wire + herald | courier"."""
    return " | ".join(" + ".join(key.report for key in group) for group in groups)


def _value(found: ValueDifference, adopted: Adopted | None) -> str:
    if adopted is None:
        return _RULE
    if adopted.how in (How.BY_HAND, How.CLAIM):
        return told(found.column, typed(found.column, adopted.value)) or "nothing"
    return f"by the {adopted.how} rule"
