"""The decisions of all reports counted, and what a person wrote over them."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from store.memory.evidence import Evidence, Table
from store.memory.features import REJECTED, is_of_every, kind_of

_SHOWN = 2
"""Reports that are named where it is said from which decisions something comes."""


@dataclass(frozen=True, slots=True)
class Needed:
    """From how many equal decisions on, in how many reports, something is a rule."""

    decisions: int
    reports: int


NEEDED: Mapping[Table, Needed] = {
    # What is true of a name whatever happens: one decision is a beginning, another one stops it.
    Table.LABEL: Needed(1, 1),
    Table.MAP: Needed(1, 1),
    Table.SOURCE_KIND: Needed(1, 1),
    Table.RELIABILITY: Needed(1, 1),
    # What may be true of one report alone: several reports have to agree.
    Table.CANONICAL: Needed(2, 2),
    Table.ACTOR: Needed(2, 2),
    Table.SUB_TYPE: Needed(2, 2),
    Table.PLACE: Needed(3, 3),
    # A word or a name; for whole kinds see `store.memory.folds`.
    Table.REJECTED: Needed(3, 2),
}
AGREED = 0.8
"""The least share of the decisions on something that a value must have: all of up to four."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file that a person wrote: it goes before what decisions say."""

    table: Table
    of: str
    value: str
    use: bool = True
    """Whether it says what to do, or that nothing is to be done."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """The answer to a question, and where it comes from."""

    value: str
    times: int = 0
    of: int = 0
    """How often it was decided so, of how many decisions; none where a person wrote it."""
    reports: tuple[str, ...] = ()
    """Keys of the reports, the last ones first."""

    @property
    def told(self) -> str:
        """From which decisions it comes: "4 of 4 times before: a.txt, b.txt and 2 more"."""
        if not self.times:
            return "your memory.toml says"
        more = len(self.reports) - _SHOWN
        named = ", ".join(self.reports[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
        return f"{self.times} of {self.of} time{'s' * (self.of != 1)} before: {named}"


class Memory:
    """What the decisions of a library come to; false where that is nothing."""

    def __init__(
        self, evidence: Mapping[str, Iterable[Evidence]] | None = None, own: Iterable[Line] = ()
    ) -> None:
        """`evidence` has by report what its decisions teach; `own` are a person's lines."""
        self._of_report: dict[str, tuple[Evidence, ...]] = {}
        self._tallies: defaultdict[tuple[Table, str], Counter[tuple[str, str]]]
        self._tallies = defaultdict(Counter)
        self._owned: Counter[tuple[Table, str]] = Counter()
        """How many of the answers to a question were others than the reading's."""
        self._given: Counter[tuple[Table, str]] = Counter()
        """How often a value was given in place of the reading's."""
        self._decided: Counter[tuple[str, str]] = Counter()
        """By kind of item how many were rejected and kept."""
        self._own = {(line.table, line.of): line for line in own}
        for report, found in (evidence or {}).items():
            self.put(report, found)

    def __bool__(self) -> bool:
        return bool(self._tallies or self._own)

    def put(self, report: str, evidence: Iterable[Evidence]) -> None:
        """Take in what the decisions on a report teach, in place of what they did before."""
        for table, of, value, is_own in self._of_report.pop(report, ()):
            self._given[table, value] -= is_own
            self._owned[table, of] -= is_own
            tally = self._tallies[table, of]
            tally[value, report] -= 1
            if tally[value, report] <= 0:
                del tally[value, report]
            if not tally:
                del self._tallies[table, of]
            self._count(table, of, value, -1)
        found = tuple(evidence)
        if found:
            self._of_report[report] = found
        for table, of, value, is_own in found:
            self._given[table, value] += is_own
            self._owned[table, of] += is_own
            self._tallies[table, of][value, report] += 1
            self._count(table, of, value, 1)

    def _count(self, table: Table, of: str, value: str, by: int) -> None:
        """Count an item once: by the feature that names all of its kind."""
        if table is Table.REJECTED and is_of_every(of):
            self._decided[kind_of(of), value] += by

    def rate(self, kind: str) -> float:
        """Return the share of a kind's suggestions that is rejected, whatever they are like: a
        half where nothing is decided; never 0 or 1."""
        rejected, kept = (self._decided[kind, value] for value in (REJECTED, "kept"))
        return (rejected + 1) / (rejected + kept + 2)

    def find(self, table: Table, of: str, needed: Needed | None = None) -> Remembered | None:
        """Return the answer on which enough decisions agree; none where there is none.

        `of` is as `looked_up` gives it; `needed` is another number of decisions than the usual.
        """
        line = self._own.get((table, of))
        if line is not None:
            return Remembered(line.value) if line.use else None
        tally = self._tallies.get((table, of))
        return _agreed(tally, needed or NEEDED[table]) if tally else None

    def used(self, table: Table) -> list[str]:
        """Return the values of a table to complete what is typed: those that a person gave in place
        of the reading's, then the others, each those of most reports first."""
        reports: defaultdict[str, set[str]] = defaultdict(set)
        for (told, _), tally in self._tallies.items():
            if told is table:
                for value, report in tally:
                    reports[value].add(report)
        given = self._given
        return sorted(
            reports, key=lambda value: (given[table, value] <= 0, -len(reports[value]), value)
        )

    def answers(self, table: Table) -> Iterator[tuple[str, Remembered]]:
        """Yield all that decisions agree on in a table, in order, whatever a person wrote; nothing
        where they were never others than what was read."""
        for told, of in sorted(self._tallies):
            known = told is table and self._owned[told, of] > 0
            if known and (found := _agreed(self._tallies[told, of], NEEDED[table])):
                yield of, found

    def places(self) -> dict[str, dict[str, Any]]:
        """Return the places on the map by their folded names: values of an incident's `located`."""
        names = {of for table, of in (*self._tallies, *self._own) if table is Table.MAP}
        found = {of: self.find(Table.MAP, of) for of in names}
        return {of: json.loads(one.value) for of, one in found.items() if one is not None}

    @property
    def own(self) -> tuple[Line, ...]:
        """The lines that a person wrote."""
        return tuple(self._own.values())


def _agreed(tally: Mapping[tuple[str, str], int], needed: Needed) -> Remembered | None:
    times: Counter[str] = Counter()
    for (value, _), number in tally.items():
        times[value] += number
    value, number = times.most_common(1)[0]
    reports = tuple(report for told, report in reversed([*tally]) if told == value)
    of = times.total()
    enough = number >= needed.decisions and len(reports) >= needed.reports
    return Remembered(value, number, of, reports) if enough and number >= AGREED * of else None
