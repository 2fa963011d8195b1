"""Several decisions on incidents at once, as they come from two other annotators."""

from collections.abc import Sequence
from dataclasses import replace

from extract.accounts import AccountKey
from store.errors import InvalidValueError
from store.history.journal import Verb
from store.incidents.changing import Naming, change
from store.incidents.kept import Adopted, Decision, Document, How, Verdict
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow
from store.incidents.values import Column

Group = tuple[AccountKey, ...]
Said = tuple[Verdict, Group, Group]
"""A word on accounts: each of these with each of those; together also among themselves."""


def parted(parts: Sequence[Group]) -> list[Said]:
    """Return what makes groups of accounts as many incidents."""
    together = [(Verdict.TOGETHER, part, ()) for part in parts if len(part) > 1]
    every = [key for part in parts for key in part]
    apart: list[Said] = []
    for part in parts[:-1]:
        every = every[len(part) :]
        apart.append((Verdict.APART, part, tuple(every)))
    return [*together, *apart]


def settle(incidents: LibraryIncidents, said: Sequence[Said], remark: str) -> IncidentRow:
    """Decide on accounts in one step, in the file of the incident that the first is of; return its
    row.

    Raises:
        InvalidValueError: if that is of no incident.
        ReadOnlyError: if the file cannot be written.
    """
    row = _row(incidents, said[0][1])
    named = tuple(dict.fromkeys(key for _, these, those in said for key in (*these, *those)))

    def made(naming: Naming) -> dict[str, Document | None]:
        by, now = naming.file.annotator, naming.file.now()
        found = [
            Decision(verdict, tuple(map(naming.named, these)), tuple(map(naming.named, those)),
                     by, now)
            for verdict, these, those in said
        ]  # fmt: skip
        return {one.id: one for one in found}

    members = _members(row, said)
    return change(incidents, row.id, Verb.DECIDE, made, named, members, remark=remark)


def adopt_as(
    incidents: LibraryIncidents,
    keys: Group,
    column: Column,
    adopted: Adopted | None,
    account: AccountKey | None,
    remark: str,
) -> IncidentRow:
    """Adopt for an incident what another annotator has, a claim whose account is gone by hand;
    return its row.

    Raises:
        InvalidValueError: if the accounts are of no incident.
        ReadOnlyError: if the file cannot be written.
    """
    row = _row(incidents, keys)
    there = account is not None and incidents.incident_of(account) is not None

    def made(naming: Naming) -> dict[str, Document | None]:
        if adopted is None:
            return {column: None}
        found = replace(adopted, by=naming.file.annotator, at=naming.file.now())
        if account is not None and there:
            found = replace(found, account=naming.named(account))
        elif found.how is How.CLAIM:
            found = replace(found, how=How.BY_HAND, account=None, source="", quote=None)
        return {column: found}

    also = (account,) if account is not None and there else ()
    return change(incidents, row.id, Verb.CORRECT, made, also, remark=remark)


def _row(incidents: LibraryIncidents, keys: Group) -> IncidentRow:
    row = incidents.incident_of(keys[0]) if keys else None
    if row is None:
        raise InvalidValueError("these accounts are not there", then="bring the list up to date")
    return row


def _members(row: IncidentRow, said: Sequence[Said]) -> Group:
    """Whom the incident is made of then, as far as what is said tells."""
    first = said[0][1][0]
    together = {first}
    apart: set[AccountKey] = set()
    for verdict, these, those in said:
        if verdict is Verdict.TOGETHER and first in (*these, *those):
            together.update(these, those)
        elif verdict is Verdict.APART and first in these:
            apart.update(those)
        elif verdict is Verdict.APART and first in those:
            apart.update(these)
    named = {key for _, these, those in said for key in (*these, *those)}
    left = (key for key in row.accounts if key not in named and key not in apart)
    return tuple(sorted(together - apart)) + tuple(left)
