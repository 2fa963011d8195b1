"""Accounts and claims: what one report tells of one incident, and what each of its sources says.

All of these are derived from the items of a report and can be made again.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from extract.accounts import AccountKey, Telling
from extract.records import Span
from store.incidents.values import Column, Values
from store.items import Quote, State


class Charged(NamedTuple):
    """A party that a source accuses, or that claims or denies the deed."""

    name: str
    stance: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's word in an account: one row of the claims of an incident."""

    account: AccountKey
    """Of which report and incident in it (the id of its item)."""
    publisher: str
    """Who published the report; its title where that is not known."""
    published: date | None
    source: str
    """The source's canonical name; empty where the report says it on its own account."""
    source_kind: str
    """As `extract.vocabulary.SourceKind` has it; "report" for the report itself."""
    grade: str
    """On the Admiralty scale, "B2"; empty where none was given."""
    values: Values
    quote: Quote
    """The words that make the claim."""
    sentence: Span
    """The sentence that they stand in."""
    words: str
    """The sentence itself."""
    quotes: dict[Column, Quote] = field(default_factory=dict)
    """For each column the words that its value rests on, where it has words of its own."""
    charges: tuple[Charged, ...] = ()
    """Whom this source holds to have done it, which is no fact."""

    @property
    def id(self) -> str:
        """What names the claim while its report stays as it is."""
        return f"{self.account.report}\n{self.account.incident}\n{self.source}"


@dataclass(frozen=True, slots=True)
class AccountSummary:
    """What the list of all incidents has to know of an account."""

    item: str
    """Id of the item in its report."""
    values: Values
    """As the report's row has them, corrections over the machine's."""
    state: State = State.UNDECIDED
    main: bool = False
    background: bool = False
    aggregate: bool = False
    """Whether it sums up many incidents: joined with nothing, and no row."""
    grade: str = ""
    """The best grade among its sources."""
    tags: tuple[str, ...] = ()
    line: str = ""
    """It in words, for one that is looked for and not found."""


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What the list of all incidents has to know of a report."""

    key: str
    sha256: str
    """Of its text."""
    title: str
    publisher: str = ""
    published: date | None = None
    url: str = ""
    accounts: tuple[AccountSummary, ...] = ()

    @property
    def label(self) -> str:
        """Who published it, or else what it is called."""
        return self.publisher or self.title


@dataclass(frozen=True, slots=True)
class Account:
    """The whole of an account: where it stands, and what each source claims."""

    item: str
    quotes: tuple[Quote, ...]
    """The words that tell it, with what stands around them; at least one."""
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ReportAccounts:
    """All that joining and the incident's screen ask of a report."""

    summary: ReportSummary
    telling: Telling
    accounts: tuple[Account, ...]
    """In the order of the text, as in the summary."""

    def account(self, item: str) -> Account | None:
        """Return the account that an item is, if there is one."""
        return next((one for one in self.accounts if one.item == item), None)
