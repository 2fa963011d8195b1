"""What a person decides about one incident over several reports, as it is kept.

Accounts are named by anchors, never by a running id, so that a report that changes, is renamed or
disappears takes no decision with it. `docs/storage.md` describes the file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from store.history.journal import Step
from store.incidents.values import Column, typed
from store.items import Quote

ABOUT = "about"
"""Id of the one document that says whom an incident is made of, and its note, tags and flag."""


class Verdict(StrEnum):
    """What a person says of two accounts."""

    TOGETHER = "together"
    """They tell of one incident."""
    APART = "apart"
    """They do not, whatever speaks for it."""
    UNDECIDED = "undecided"
    """Left to the machine, also where it was decided before."""


class How(StrEnum):
    """How a column came by its value."""

    BY_HAND = "by hand"
    CLAIM = "claim"
    """Adopted from what one source says."""
    LATEST = "latest"
    LOWEST = "lowest"
    HIGHEST = "highest"
    BEST_GRADE = "best grade"
    """Of the source with the best grade, of several the latest."""


RULES = (How.LATEST, How.LOWEST, How.HIGHEST, How.BEST_GRADE)
"""Those that a value is worked out by, each time anew."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An account, named so that it is found again in another text, under another name."""

    report: str
    """Name of the report: its path from the folder that holds `.dateline`, without ending."""
    item: str
    """Id that its item had when it was last found."""
    sha256: str
    """Of the text that the quotes are of."""
    quotes: tuple[Quote, ...]
    line: str = ""
    """The account in words, for a person who is told that it is gone."""
    title: str = ""
    """Of the report."""
    published: date | None = None

    @property
    def id(self) -> str:
        """What decisions of the same file name it by."""
        return short_digest("a", self.report, self.item, self.sha256)


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on accounts: all of `these` and all of `those`, pair by pair.

    Where they are together, so are these among themselves, and those.
    """

    verdict: Verdict
    these: tuple[str, ...]
    """Ids of anchors."""
    those: tuple[str, ...]
    by: str
    at: datetime

    @property
    def id(self) -> str:
        """What it is kept by: no two programs give one id to two decisions."""
        parts = (self.verdict, *self.these, "|", *self.those, self.by, self.at.isoformat())
        return short_digest("d", *parts)

    def pairs(self) -> Iterable[tuple[str, str]]:
        """Return each two accounts that it is about, once."""
        if self.verdict is Verdict.TOGETHER:
            every = tuple(dict.fromkeys([*self.these, *self.those]))
            return [(one, other) for n, one in enumerate(every) for other in every[n + 1 :]]
        return [(one, other) for one in self.these for other in self.those if one != other]


@dataclass(frozen=True, slots=True)
class Adopted:
    """A value in place of the one that the library's rule gives."""

    column: Column
    how: How
    by: str
    at: datetime
    value: Any = None
    """As `store.incidents.values` has it for the column; none where a rule is to work it out."""
    account: str | None = None
    """For a claim, the id of its account's anchor."""
    source: str = ""
    """For a claim, the name of its source; empty for the report itself."""
    quote: Quote | None = None
    """The words that the claim rests on."""

    def check(self, ident: str) -> None:
        """See that what comes from a file hangs together.

        Raises:
            ValueError: if not, saying what is wrong.
        """
        if self.column != ident:
            raise ValueError(f"its column is '{self.column}'")
        if self.how in RULES:
            return
        if (self.how is How.CLAIM) != (self.account is not None):
            raise ValueError("a claim is of an account, and nothing else is")
        typed(self.column, self.value)


@dataclass(frozen=True, slots=True)
class About:
    """Which accounts an incident was made of when it was last decided on, and words about it."""

    members: tuple[str, ...] = ()
    """Ids of anchors, in the order of publication."""
    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False
    by: str | None = None
    at: datetime | None = None


Document = Decision | Adopted | About
"""What a step of the journal changes."""


@dataclass(frozen=True, slots=True)
class KeptIncident:
    """All that a file holds."""

    id: str | None = None
    """None for a new file."""
    anchors: dict[str, Anchor] = field(default_factory=dict)
    """All that decisions and values name, by id; none is ever taken out."""
    decisions: dict[str, Decision] = field(default_factory=dict)
    adopted: dict[str, Adopted] = field(default_factory=dict)
    """By column."""
    about: About = field(default_factory=About)
    steps: tuple[Step, ...] = ()


def table_of(document_id: str) -> str:
    """Return the table that a document of a step stands in: "d1f..." is a decision."""
    if document_id == ABOUT:
        return ABOUT
    return "values" if document_id in Column.__members__.values() else "decisions"


KINDS: Mapping[str, type[Document]] = {ABOUT: About, "values": Adopted, "decisions": Decision}
"""The type of the documents of each table that steps change."""


def short_digest(letter: str, *parts: str) -> str:
    """Return a letter and twelve hexadecimal digits made of some words."""
    source = "\0".join(parts).encode("utf-8", "surrogatepass")
    return letter + blake2b(source, digest_size=6).hexdigest()
