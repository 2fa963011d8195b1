"""The incidents of a library in short: one row each, for lists, filters and orders."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from extract.accounts import AccountKey
from store.incidents.kept import How
from store.incidents.values import OUTCOMES, Column, Values
from store.wording import filled


class Joined(StrEnum):
    """How far a person has decided which accounts an incident is made of."""

    SINGLE = "single"
    """One account: there is nothing to decide."""
    UNDECIDED = "undecided"
    """The machine holds some of them together, and nobody has said so."""
    TOGETHER = "together"
    """A person has said so of all."""


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident over all its reports, as the list shows it."""

    id: str
    """Stays while its file or its first account does; what `Incidents.open` takes."""
    accounts: tuple[AccountKey, ...]
    """In the order of publication; none where all its reports are gone and a decision is kept."""
    values: Values
    """Those adopted over those of the rule."""
    reports: tuple[str, ...] = ()
    """Keys, in the order of publication."""
    origins: int = 0
    """How many of the reports are no near-copies of another: the number of sources."""
    differing: frozenset[Column] = frozenset()
    """Columns in which its accounts say different things."""
    joined: Joined = Joined.SINGLE
    adopted: Mapping[Column, How] = field(default_factory=dict)
    """How those columns came by their value in which a person adopted one."""
    decided: int = 0
    """How many of its accounts are accepted, corrected or added in their reports."""
    background: bool = False
    """Whether all its reports only recall it."""
    aggregate: bool = False
    """Whether it sums up many incidents, so that it is none."""
    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False
    lost: int = 0
    """How many accounts that were decided on are not found any more."""
    words: str = ""
    """What a search looks in: names, titles and publishers, in lower case."""

    @property
    def rival_tolls(self) -> bool:
        """Whether its accounts count different numbers of people."""
        return any(column in self.differing for column in OUTCOMES)

    @property
    def told(self) -> str:
        """Return in how many reports it is: "in 3 reports"; nothing for one."""
        return f"in {len(self.reports)} reports" if len(self.reports) > 1 else ""


class Order(StrEnum):
    """What a list of incidents is sorted by."""

    DAY = "day"
    PLACE = "place"
    KIND = "kind"
    KILLED = "killed"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents a list shows, and in which order; all may be left out."""

    words: str = ""
    """Each of them stands somewhere in its names, titles or publishers."""
    first: date | None = None
    """The incident may have happened on this day or later."""
    last: date | None = None
    place: str = ""
    """Part of the name of its place."""
    kind: str = ""
    """Part of its type or sub-type."""
    party: str = ""
    """Part of the name of one of either side."""
    killed: float | None = None
    """At least so many were killed, by the highest number that stands in its row."""
    several: bool = False
    """More than one report tells of it."""
    undecided: bool = False
    """It has joins that nobody has decided on."""
    rival_tolls: bool = False
    aggregates: bool = False
    """Sums over many incidents are shown as well."""
    order: Order = Order.DAY
    falling: bool = False
    """Latest, highest, last of the alphabet first."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many incidents there are, and of which kinds; for the head of the list."""

    all: int = 0
    several: int = 0
    undecided: int = 0
    rival_tolls: int = 0
    flagged: int = 0
    lost: int = 0


def shown(rows: Iterable[IncidentRow], wanted: Wanted) -> list[IncidentRow]:
    """Return the rows that are wanted, in the order that is wanted."""
    found = list(rows)
    for test in _tests(wanted):
        found = [row for row in found if test(row)]
    # Those that have nothing to sort by stand last, whichever way.
    known = [row for row in found if _has(row, wanted.order)]
    empty = [row for row in found if not _has(row, wanted.order)] if len(known) < len(found) else []
    known.sort(key=_KEYS[wanted.order], reverse=wanted.falling)
    return known + empty


def counts(rows: Iterable[IncidentRow]) -> Counts:
    """Return how many rows there are of each kind that the list tells apart."""
    found = [row for row in rows if not row.aggregate]
    return Counts(
        len(found),
        sum(len(row.reports) > 1 for row in found),
        sum(row.joined is Joined.UNDECIDED for row in found),
        sum(row.rival_tolls for row in found),
        sum(row.flag for row in found),
        sum(bool(row.lost) for row in found),
    )


_Test = Callable[[IncidentRow], bool]


def _tests(wanted: Wanted) -> list[_Test]:
    tests: list[_Test] = [_has_word(word) for word in wanted.words.casefold().split()]
    if not wanted.aggregates:
        tests.append(lambda row: not row.aggregate)
    if wanted.first or wanted.last:
        tests.append(lambda row: _in_days(row, wanted.first, wanted.last))
    if wanted.place:
        tests.append(lambda row: wanted.place.casefold() in row.values.place.casefold())
    if wanted.kind:
        tests.append(lambda row: _is_of(row, wanted.kind.casefold()))
    if wanted.party:
        tests.append(lambda row: _has_party(row, wanted.party.casefold()))
    if wanted.killed is not None:
        least = wanted.killed
        tests.append(lambda row: killed(row) >= least)
    flags: tuple[tuple[bool, _Test], ...] = (
        (wanted.several, lambda row: len(row.reports) > 1),
        (wanted.undecided, lambda row: row.joined is Joined.UNDECIDED),
        (wanted.rival_tolls, lambda row: row.rival_tolls),
    )
    return tests + [test for on, test in flags if on]


def _has_word(word: str) -> _Test:
    return lambda row: word in row.words


def killed(row: IncidentRow) -> float:
    """Return the highest number of people killed that stands in a row; -1 where none does."""
    toll = row.values.tolls.get(Column.KILLED)
    known = [one for one in (toll.low, toll.best, toll.high) if one is not None] if toll else []
    return max(known, default=-1)


def _in_days(row: IncidentRow, first: date | None, last: date | None) -> bool:
    days = row.values.day
    if days is None:
        return False
    starts, ends = days.first or days.last or "", days.last or days.first or ""
    return (first is None or ends >= first.isoformat()) and (
        last is None or starts <= last.isoformat()
    )


def _is_of(row: IncidentRow, kind: str) -> bool:
    return kind in row.values.kind.casefold() or kind in row.values.subkind.casefold()


def _has_party(row: IncidentRow, party: str) -> bool:
    return any(party in one.casefold() for one in (*row.values.side_a, *row.values.side_b))


def _first_day(row: IncidentRow) -> str:
    days = row.values.day
    return (days.first or days.last or "") if days else ""


def _type(row: IncidentRow) -> str:
    return row.values.subkind or row.values.kind


_KEYS: dict[Order, Callable[[IncidentRow], Any]] = {
    Order.DAY: lambda row: (_first_day(row), row.values.place.casefold(), row.id),
    Order.PLACE: lambda row: (row.values.place.casefold(), _first_day(row), row.id),
    Order.KIND: lambda row: (_type(row).casefold(), _first_day(row), row.id),
    Order.KILLED: lambda row: (killed(row), _first_day(row), row.id),
    Order.REPORTS: lambda row: (len(row.reports), _first_day(row), row.id),
}


def _has(row: IncidentRow, order: Order) -> bool:
    if order is Order.DAY:
        return bool(_first_day(row))
    if order is Order.PLACE:
        return bool(row.values.place)
    return order is not Order.KILLED or killed(row) >= 0


def searched(parts: Iterable[str]) -> str:
    """Return what a search looks in: the parts in lower case, with breaks between them."""
    return "\n".join(filled(*parts)).casefold()
