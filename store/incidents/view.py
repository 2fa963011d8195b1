"""One incident with all its accounts and claims: what its own screen shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.accounts import AccountKey, Link
from store.history.journal import Step
from store.incidents.accounts import AccountSummary, Claim, ReportSummary
from store.incidents.kept import Adopted, Anchor
from store.incidents.rows import IncidentRow
from store.incidents.rules import differing
from store.incidents.values import Column
from store.items import Standing


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account of an incident."""

    key: AccountKey
    report: ReportSummary
    summary: AccountSummary
    claims: tuple[Claim, ...]
    """What each of its sources says, in the order of the row's sources, the report's own last."""
    origin: int
    """Number of its report's origin, from 0: near-copies have the same."""
    standing: Standing = Standing.FIRM
    """How surely it is the account that was decided on; firm where nothing was."""


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One incident: its row, its accounts and claims, what joins them, and what was decided."""

    row: IncidentRow
    accounts: tuple[AccountView, ...]
    """In the order of publication."""
    links: tuple[Link, ...] = ()
    """Why the machine, or the person, holds them together: a line for each account but one."""
    adopted: Mapping[Column, Adopted] = field(default_factory=dict)
    """How columns came by their value that a person adopted; the others follow the rule."""
    apart: tuple[AccountKey, ...] = ()
    """Accounts of which a person has said that they are of another incident."""
    lost: tuple[Anchor, ...] = ()
    """Accounts that it was made of, and that are not found any more."""
    steps: tuple[Step, ...] = ()
    """Every step in its files, oldest first."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, account by account: the rows of the table."""
        return tuple(claim for account in self.accounts for claim in account.claims)

    @property
    def differing(self) -> frozenset[Column]:
        """Columns in which claims that say something say different things."""
        return differing(claim.values for claim in self.claims)

    @property
    def copies(self) -> tuple[tuple[str, ...], ...]:
        """Keys of its reports that carry the same text, one tuple an origin of several."""
        return copies_among((account.key.report, account.origin) for account in self.accounts)

    @property
    def copies_told(self) -> str:
        """Return "three reports, one origin" in figures; nothing where each has its own."""
        return "; ".join(f"{len(one)} reports, one origin" for one in self.copies)


def copies_among(reports: Iterable[tuple[str, int]]) -> tuple[tuple[str, ...], ...]:
    """Return the reports that share an origin with another, by origin."""
    found: dict[int, dict[str, None]] = {}
    for report, origin in reports:
        found.setdefault(origin, {})[report] = None
    return tuple(tuple(one) for one in found.values() if len(one) > 1)


def in_order_of_incidents(keys: Sequence[str], rows: Iterable[IncidentRow]) -> tuple[str, ...]:
    """Return keys of reports so that those of one incident follow one another.

    The first report of each group keeps its place in the order; those that tell of an incident of
    its news follow in the order of publication.
    """
    together: dict[str, dict[str, None]] = {}
    for row in rows:
        if len(row.reports) > 1 and not (row.background or row.aggregate):
            for report in row.reports:
                together.setdefault(report, {}).update(dict.fromkeys(row.reports))
    known = set(keys)
    found: dict[str, None] = {}
    for key in keys:
        if key not in found:
            found[key] = None
            beside = (one for one in together.get(key, ()) if one in known)
            found.update(dict.fromkeys(beside))
    return tuple(found)
