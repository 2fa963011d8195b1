"""Where two annotators differ on incidents over several reports, and a third who settles it.

The third's files are an annotator's like any other. What both have decided alike is decided in them
from the start; where the two differ, the third takes the one's word or the other's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.accounts import AccountKey
from store.incidents.comparing import Group, groups_of
from store.incidents.kept import Adopted, Verdict
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow, Wanted
from store.incidents.settling import Said, adopt_as, parted, settle
from store.incidents.values import Column


@dataclass(frozen=True, slots=True)
class JoiningDifference:
    """Accounts that the two put together differently."""

    accounts: Group
    first: tuple[Group, ...]
    """The groups that the first makes of them."""
    second: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class ValueDifference:
    """A column of an incident that both see alike, in which they have adopted different values."""

    accounts: Group
    column: Column
    first: Adopted | None
    """None where the first leaves it to the rule."""
    second: Adopted | None
    rests_on: tuple[AccountKey | None, AccountKey | None] = (None, None)
    """The accounts of the claims that they have adopted."""


class JoiningAdjudication:
    """The third's session over two annotators' incidents, which are opened for reading."""

    def __init__(
        self, result: LibraryIncidents, first: LibraryIncidents, second: LibraryIncidents
    ) -> None:
        """Lay the two side by side; `result` has the third's incidents of the same library."""
        self.result = result
        self.names = (first.library.annotator, second.library.annotator)
        self._both = (first, second)

    def begin(self) -> int:
        """Decide what both have decided alike and the third has not; return in how many steps.

        Raises:
            ReadOnlyError: if the third's files cannot be written.
        """
        said = [*self._agreed_together(), *self._agreed_apart()]
        for one in said:
            settle(self.result, [one], f"of {self.names[0]} and {self.names[1]}")
        return len(said)

    def differences(self) -> tuple[JoiningDifference, ...]:
        """Return where the two put accounts together differently, in the order of the list."""
        mine, theirs = (self._groups(one) for one in self._both)
        of_mine = {key: group for group in mine for key in group}
        of_theirs = {key: group for group in theirs for key in group}
        found: list[JoiningDifference] = []
        seen: set[AccountKey] = set()
        for group in mine:
            if group[0] in seen:
                continue
            part = _hanging_together(group[0], of_mine, of_theirs)
            seen |= part
            first, second = _groups_in(mine, part), _groups_in(theirs, part)
            if set(map(frozenset, first)) != set(map(frozenset, second)):
                found.append(JoiningDifference(tuple(sorted(part)), first, second))
        return tuple(found)

    def value_differences(self) -> tuple[ValueDifference, ...]:
        """Return the columns in which the two have adopted different values for one incident."""
        theirs = {frozenset(group): group for group in self._groups(self._both[1])}
        alike = [group for group in self._groups(self._both[0]) if frozenset(group) in theirs]
        return tuple(one for group in alike for one in self._values(group))

    def take(self, difference: JoiningDifference, which: int) -> None:
        """Put accounts together as the first (1) or the second (2) has them, in one step.

        Raises:
            ReadOnlyError: if the third's files cannot be written.
        """
        parts = (difference.first, difference.second)[which - 1]
        settle(self.result, parted(parts), f"as {self.names[which - 1]} has it")

    def take_value(self, difference: ValueDifference, which: int) -> IncidentRow:
        """Adopt the value that the first (1) or the second (2) has, in one step; return the row.

        Raises:
            InvalidValueError: if the third has no such incident.
            ReadOnlyError: if the third's files cannot be written.
        """
        adopted = (difference.first, difference.second)[which - 1]
        account = difference.rests_on[which - 1]
        remark = f"as {self.names[which - 1]} has it"
        return adopt_as(
            self.result, difference.accounts, difference.column, adopted, account, remark
        )

    def _groups(self, incidents: LibraryIncidents) -> list[Group]:
        """The groups of an annotator, of the accounts that the third has too."""
        mine = {key for row in self.result.rows(Wanted(aggregates=True)) for key in row.accounts}
        other = self._both[0] if incidents is self._both[1] else self._both[1]
        known = mine & {key for group in groups_of(other) for key in group}
        groups = (tuple(k for k in group if k in known) for group in groups_of(incidents))
        return [group for group in groups if group]

    def _agreed_together(self) -> Iterator[Said]:
        """What both hold together, each group that hangs together once."""
        near: dict[AccountKey, set[AccountKey]] = {}
        for one, other in self._agreed(Verdict.TOGETHER):
            near.setdefault(one, {one}).add(other)
            near.setdefault(other, {other}).add(one)
        groups = {key: tuple(sorted(group)) for key, group in near.items()}
        seen: set[AccountKey] = set()
        for key in sorted(groups):
            if key not in seen:
                part = _hanging_together(key, groups, {})
                seen |= part
                yield Verdict.TOGETHER, tuple(sorted(part)), ()

    def _agreed_apart(self) -> Iterator[Said]:
        near: dict[AccountKey, list[AccountKey]] = {}
        for one, other in self._agreed(Verdict.APART):
            near.setdefault(one, []).append(other)
        for key, others in near.items():
            yield Verdict.APART, (key,), tuple(others)

    def _agreed(self, verdict: Verdict) -> Iterator[tuple[AccountKey, AccountKey]]:
        first, second = (one.folder.decided() for one in self._both)
        known = self.result.folder.decided()
        for pair, said in first.items():
            is_open = known.get(pair, Verdict.UNDECIDED) is Verdict.UNDECIDED
            if said is verdict and second.get(pair) is verdict and is_open and self._has(pair):
                yield pair

    def _has(self, keys: Sequence[AccountKey]) -> bool:
        return all(self.result.incident_of(key) is not None for key in keys)

    def _values(self, group: Group) -> Iterator[ValueDifference]:
        first, second = (_adopted(one, group[0]) for one in self._both)
        for column in Column:
            mine, theirs = first.get(column), second.get(column)
            if _said(mine) != _said(theirs):
                rests_on = tuple(
                    _account(incidents, group[0], adopted)
                    for incidents, adopted in zip(self._both, (mine, theirs), strict=True)
                )
                yield ValueDifference(group, column, mine, theirs, (rests_on[0], rests_on[1]))


def _adopted(incidents: LibraryIncidents, key: AccountKey) -> dict[Column, Adopted]:
    row = incidents.incident_of(key)
    return dict(incidents.open(row.id).adopted) if row else {}


def _account(
    incidents: LibraryIncidents, key: AccountKey, adopted: Adopted | None
) -> AccountKey | None:
    """The account that an adopted claim is of, where it is still there."""
    row = incidents.incident_of(key)
    if row is None or adopted is None or adopted.account is None:
        return None
    followed = (incidents.folder.followed[one].keys for one in incidents.files_of(row.id))
    return next((keys[adopted.account] for keys in followed if adopted.account in keys), None)


def _said(adopted: Adopted | None) -> object:
    return (adopted.how, adopted.value, adopted.source) if adopted else None


def _hanging_together(
    start: AccountKey, mine: dict[AccountKey, Group], theirs: dict[AccountKey, Group]
) -> set[AccountKey]:
    found, left = {start}, [start]
    while left:
        one = left.pop()
        near = {*mine.get(one, ()), *theirs.get(one, ())} - found
        found |= near
        left.extend(near)
    return found


def _groups_in(groups: Sequence[Group], part: set[AccountKey]) -> tuple[Group, ...]:
    return tuple(group for group in groups if group[0] in part)
