"""The incidents of a library under review: which are listed, and kept in step with its reports.

Knows no Textual. Reports are read where no key waits for them (`read`); all else is for the thread
of the screen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from extract.accounts import AccountKey
from extract.errors import DatelineError
from extract.records import Article
from store.errors import ReadOnlyError
from store.incidents.kept import How
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow, Order, Wanted
from store.incidents.same_text import same_text
from store.items import Item
from store.library.library import Library
from store.notes.paths import CACHE

_AT_ONCE = 2_000
"""Accounts that are joined while keys wait: some tenths of a second."""


def is_remembered(library: Library) -> bool:
    """Return whether the incidents of a library were joined before."""
    cache = library.notes / CACHE
    return len(library.keys) > 1 and any(cache.glob(f"incidents-{library.annotator}*.json"))


class AllIncidents:
    """The incidents of a library, those that are wanted, and the one that is looked at."""

    def __init__(self, library: Library) -> None:
        """Open what is remembered; no report is read."""
        self.library = library
        self.kept = LibraryIncidents(library)
        self.wanted = Wanted(order=Order.DAY)
        self.joining = False
        """Whether all are being joined in another thread, so that nothing can be decided."""
        self.current: str | None = None
        """Id of the incident under the cursor."""
        self._troubles: list[str] = []

    def told_in(self, report: str) -> dict[str, str]:
        """Return for items of a report that others tell of as well, in how many these are."""
        found = self.kept.of_report(report)
        return {item: row.told for item, row in found.items() if row.told}

    def checked(self, article: Article) -> tuple[Item, ...]:
        """Return what a reader of one report should question, for what others of them say."""
        return same_text(article, self.kept.copies_of(article.key))

    @property
    def rule(self) -> How:
        """The library's rule for numbers that several reports give."""
        return How(self.library.settings.adopt)

    def rows(self) -> list[IncidentRow]:
        """Return the incidents that are wanted, in their order."""
        return self.kept.rows(self.wanted)

    def want(self, **changed: object) -> None:
        """Want others: fields of `Wanted` by name."""
        self.wanted = replace(self.wanted, **changed)  # type: ignore[arg-type]

    def unwant(self) -> None:
        """Want all, in the same order."""
        self.wanted = Wanted(order=self.wanted.order, falling=self.wanted.falling)

    @property
    def is_narrowed(self) -> bool:
        """Whether only some are wanted."""
        return self.wanted != Wanted(order=self.wanted.order, falling=self.wanted.falling)

    def incident_of(self, report: str, item: str) -> IncidentRow | None:
        """Return the incident that an item of a report is an account of."""
        return self.kept.incident_of(AccountKey(report, item))

    def neighbours(self, ident: str) -> Sequence[IncidentRow]:
        """Return all others, those nearest in time first: what an account may be of instead."""
        day = _first(self.kept.row(ident))
        others = [row for row in self.kept.rows() if row.id != ident]
        return sorted(others, key=lambda row: _apart(_first(row), day))

    # In step with the reports

    def stale(self) -> tuple[str, ...]:
        """Return the keys of reports that have changed since they were looked at."""
        return self.kept.stale()

    def read(self, key: str) -> None:
        """Have a report read, in any thread; what cannot be is told by `take_in`."""
        try:
            self.library.reading(self.library.article(key))
        except DatelineError:
            return

    def read_all(self, keys: Iterable[str]) -> None:
        """Have reports read, in any thread."""
        for key in keys:
            self.read(key)

    def take_in(self, key: str) -> None:
        """Take over a report that is read."""
        try:
            self.kept.measure(key)
        except DatelineError as error:
            self._troubles.append(str(error))

    @property
    def is_quickly_joined(self) -> bool:
        """Whether no key has to wait for the joining of all."""
        return len(self.kept.rows()) < _AT_ONCE

    def join(self) -> None:
        """Join all accounts anew; in any thread, while `joining` is set."""
        self.kept.join()

    def check_changeable(self) -> None:
        """See that decisions can be made.

        Raises:
            ReadOnlyError: while all are being joined.
        """
        if self.joining:
            then = "decide once that is done"
            raise ReadOnlyError("all incidents are being joined", then=then)

    def messages(self) -> list[str]:
        """Return what the person should know, once."""
        told = [*self._troubles, *self.kept.messages]
        self._troubles.clear()
        self.kept.messages.clear()
        return told

    def close(self) -> None:
        """Let go of everything, once it is on disk.

        Raises:
            SaveError: if something cannot be put there.
        """
        self.kept.close()


def _first(row: IncidentRow) -> str:
    days = row.values.day
    return (days.first or days.last or "") if days else ""


def _apart(one: str, other: str) -> tuple[bool, int]:
    """How far two ISO days are apart, those that are not known last."""
    if not one or not other:
        return True, 0
    return False, abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
