"""The records of joining: plain, frozen, to JSON and back by msgspec.

Nothing here names a record of a reading but by the report and the incident's id in it: entities and
sources stand under their names, so that an account can be made of corrected values too.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from extract.records import Span, Toll


class AccountKey(NamedTuple):
    """Names an account: one incident of one report."""

    report: str
    """Key of the article in its library, or id in its corpus."""
    incident: str
    """Id of the incident in that report."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one report tells of one incident, as far as joining asks. Only the ids must be given."""

    report: str
    incident: str
    published: date | None = None
    days: tuple[date, date] | None = None
    """First and last day on which it may have happened, inclusive."""
    hour: str | None = None
    """Time of day as TIMEX3 has it, "T10:00"."""
    kind: str = ""
    """ACLED event type."""
    subkind: str | None = None
    places: tuple[str, ...] = ()
    """Names of where it took place, the most exact first."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes of these places; none where the report leaves it open."""
    side_a: tuple[str, ...] = ()
    """Who did it, by name or description."""
    side_b: tuple[str, ...] = ()
    """Who or what was affected."""
    victims: tuple[str, ...] = ()
    """Names of the persons affected."""
    persons: tuple[str, ...] = ()
    """Names of the other persons whom the report tells of with it."""
    tolls: tuple[Toll, ...] = ()
    """One an outcome; `sources` are names here, `figures` ids of the reading."""
    sources: tuple[str, ...] = ()
    """Names of those who report it."""
    words: tuple[tuple[str, int], ...] = ()
    """The words that tell it, folded, in order of the alphabet, with how often each is said."""
    mentions: tuple[Span, ...] = ()
    """Where the report tells it."""
    main: bool = False
    """Whether the report is about it."""
    background: bool = False
    aggregate: bool = False
    """Whether it sums up many incidents: joined with nothing."""

    @property
    def key(self) -> AccountKey:
        """Return what names it."""
        return AccountKey(self.report, self.incident)

    def toll(self, outcome: str) -> Toll | None:
        """Return the numbers of one outcome, where any are told."""
        return next((toll for toll in self.tolls if toll.outcome == outcome), None)


@dataclass(frozen=True, slots=True)
class Telling:
    """A report as a joiner takes it: its accounts and the fingerprint of its text."""

    report: str
    accounts: tuple[Account, ...] = ()
    fingerprint: tuple[int, ...] = ()
    """As `fingerprint` makes it of the text; empty for a report that is never a near-copy."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts that are held to tell of one incident."""

    one: AccountKey
    other: AccountKey
    score: float
    """How much speaks for it, above 0; infinite where a person said so, and where an account of the
    same report tells nothing of its own."""
    why: str
    """In a line: "same day, Oshkara / Ochkara, attack, 14 of 19 killed"."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The accounts that are held to tell of one incident, and what joins them."""

    accounts: tuple[AccountKey, ...]
    """In the order of publication, then of their keys; at least one."""
    links: tuple[Link, ...] = ()
    """For each account but one, what joins it to the others most strongly: a tree over them."""

    @property
    def key(self) -> AccountKey:
        """Return its first account, by which it is named until that is taken away."""
        return self.accounts[0]

    @property
    def reports(self) -> tuple[str, ...]:
        """Return the keys of the reports that tell it, each once."""
        return tuple(dict.fromkeys(key.report for key in self.accounts))
