"""All incidents of a library over its reports: listed, opened, kept up to date report by report.

`store.incidents.deciding` has what a person does with them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from extract.accounts import AccountKey, Joined
from extract.claims import Number
from extract.errors import DatelineError
from extract.records import Reading
from store.contents import Contents
from store.errors import UnknownItemError
from store.formats.over_reports import Over
from store.incidents.account_index import AccountIndex, Joining
from store.incidents.accounts import ReportAccounts, ReportSummary
from store.incidents.assembling import Assembler, attached
from store.incidents.folder import IncidentFolder, Pair
from store.incidents.following import ReportNames, Reports
from store.incidents.incident_file import IncidentFile, utc_now
from store.incidents.kept import How, Verdict, short_digest
from store.incidents.machine import Machine, keys_of
from store.incidents.making import report_accounts
from store.incidents.opening import Opener
from store.incidents.rows import Counts, IncidentRow, Wanted, counts, shown
from store.incidents.view import IncidentView, in_order_of_incidents
from store.library.library import Library
from store.notes.paths import CACHE

_ALL = Wanted()
_FEW = 20
"""Reports that are taken over one by one; for more all rows are made anew."""


class LibraryIncidents:
    """The incidents of a library as one annotator has them.

    What is remembered is there at once; `bring_up_to_date` looks at what has changed since. All
    methods are for one thread.
    """

    def __init__(
        self,
        library: Library,
        *,
        clock: Callable[[], datetime] = utc_now,
        reading: bool = False,
    ) -> None:
        """Put together what is remembered; no report is read, for `reading` no decision changed.

        Accounts that were decided on and are not found any more are told in `messages`.
        """
        self.library = library
        home = library.notes
        self._names = ReportNames(library.folder, home)
        self._index = AccountIndex(home / CACHE, library.annotator, self._names.mark)
        for key in set(self._index.keys) - set(library.keys):
            self._index.remove(key)
        self.folder = IncidentFolder(home, library.annotator, clock=clock, reading=reading)
        self._machine = Machine(self._index)
        self._reports: Reports | None = None
        self._measured: set[str] = set()
        """Reports that were measured since all were joined."""
        self._told: set[str] = set()
        self.messages = self.folder.messages
        """What the person should know, one line each; to be cleared by whoever tells it."""
        self._incident_of: dict[AccountKey, Joined] = {}
        self._put_together(self._machine.remembered())

    # The list

    def __contains__(self, ident: str) -> bool:
        return ident in self._rows

    def rows(self, wanted: Wanted = _ALL) -> list[IncidentRow]:
        """Return the incidents that are wanted, in the order that is wanted."""
        return shown(self._rows.values(), wanted)

    def counts(self) -> Counts:
        """Return how many incidents there are, and of which kinds."""
        return counts(self._rows.values())

    def row(self, ident: str) -> IncidentRow:
        """Return one incident in short.

        Raises:
            UnknownItemError: if there is none of that id (any more).
        """
        if ident not in self._rows:
            raise UnknownItemError(f"there is no incident '{ident}'", then="choose another")
        return self._rows[ident]

    def incident_of(self, key: AccountKey) -> IncidentRow | None:
        """Return the incident that an account is of, if it is one of these."""
        joined = self._incident_of.get(key)
        return self._rows[self._ids[joined.key]] if joined else None

    def of_report(self, key: str) -> dict[str, IncidentRow]:
        """Return the incidents that a report tells of, by the ids of its items."""
        summary = self._index.summary(key)
        found = {
            one.item: self.incident_of(AccountKey(key, one.item))
            for one in (summary.accounts if summary else ())
        }
        return {item: row for item, row in found.items() if row is not None}

    def order(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Return keys of reports so that those of one incident follow one another."""
        return in_order_of_incidents(keys, self._rows.values())

    # One of them

    def open(self, ident: str) -> IncidentView:
        """Return an incident with all its accounts and claims.

        Raises:
            UnknownItemError: if there is none of that id.
        """
        row = self.row(ident)
        joined = self._incident_of.get(row.accounts[0]) if row.accounts else None
        opener = Opener(self._index, self.folder, self._assembler)
        return opener.view(row, self.files_of(ident), joined)

    def among(self, killed: Mapping[AccountKey, Number]) -> list[Over]:
        """Return the incidents that some accounts make, as exports ask.

        Values and sources are of these accounts alone, with the numbers of people killed given.
        """
        decided = self.folder.decided()
        found: list[Over] = []
        firsts = {self._incident_of[key].key for key in killed if key in self._incident_of}
        for first in sorted(firsts, key=lambda key: self._ids[key]):
            joined, files = self._incident_of[first], self._attached.get(first, ())
            keys = [key for key in joined.accounts if key in killed]
            row = self._assembler.row(self._ids[first], keys, files, decided, killed)
            found.append(Over(row, self._assembler.adopted(files)))
        return found

    def files_of(self, ident: str) -> tuple[str, ...]:
        """Return the ids of the files that are about an incident, the first one first."""
        row = self.row(ident)
        if not row.accounts:
            return (ident,)
        return tuple(self._attached.get(row.accounts[0], ()))

    # Kept up to date

    def stale(self) -> tuple[str, ...]:
        """Return the keys of reports that are not remembered as they are now."""
        return tuple(key for key in self.library.keys if self._is_stale(key))

    @property
    def complete(self) -> bool:
        """Whether the joining is that of all reports as they are remembered."""
        return self._machine.holds(self.folder.decided())

    def measure(self, key: str) -> None:
        """Take over a report as it is now, which is joined by the next `join`.

        Raises:
            DatelineError: if the report or its notes cannot be read; it has no accounts then.
        """
        stamps = self.library.stamps(key)
        try:
            article = self.library.article(key)
            reading = self.library.reading(article)
            found = report_accounts(self.library.look(article, reading=reading), reading)
        except DatelineError:
            self._index.remove(key)
            self._machine.changed(key)
            self._measured.add(key)
            raise
        self._index.put(stamps, self.library.shown_version, found)
        self._machine.changed(key)
        self._measured.add(key)

    def take_in(self, notes: Contents, reading: Reading) -> None:
        """Take over a report that is open, with what was decided in it, and join it."""
        key = notes.article.key
        stamps = self.library.stamps(key)
        self._index.put(stamps, self.library.shown_version, report_accounts(notes, reading))
        self._machine.changed(key)
        self._measured.add(key)
        self.join()

    def bring_up_to_date(self) -> Iterator[str | DatelineError]:
        """Measure every report that has changed, then join all; yield each key, or why it cannot
        be.

        Takes a reading of each where none is kept, so call it in another thread, with these
        incidents for it alone.
        """
        stale = self.stale()
        for key in stale:
            try:
                self.measure(key)
                yield key
            except DatelineError as error:
                yield error
        if stale or not self.complete:
            self.join()
        self._index.save()

    def join(self) -> None:
        """Join all accounts as they are remembered now."""
        summaries = [self._index.summary(key) for key in sorted(self._measured)]
        # A report that is new may be one that was renamed: all files are looked through for it.
        known = [one for one in summaries if one and self._assembler.has(one.key)]
        if len(known) < len(summaries) or len(known) > _FEW:
            self._put_together(None)
        else:
            self._renew(known)

    def close(self) -> None:
        """Wait until all is on disk, and write down what can be made again.

        Raises:
            SaveError: if a decision cannot be put on disk.
        """
        self._index.save()
        self.folder.close()

    def anchors_of(self, file: str, keys: Iterable[AccountKey]) -> Mapping[AccountKey, str]:
        """Return the ids by which a file names accounts, as far as it does."""
        wanted = set(keys)
        known = self.folder.followed[file].keys.items()
        return {key: ident for ident, key in known if key in wanted}

    def whole(self, report: str) -> ReportAccounts | None:
        """Return all that is known of a report's accounts; none where it is to be measured."""
        return self._index.whole(report)

    @property
    def reports(self) -> Reports:
        """The reports as anchors name them."""
        if self._reports is None:
            summaries = (self._index.summary(key) for key in self._index.keys)
            found = (one for one in summaries if one is not None)
            self._reports = Reports(found, self._index.whole, self._names)
        return self._reports

    def hold(self, file: IncidentFile) -> None:
        """Become the one who writes a file; what another program put there is taken over.

        Raises:
            ReadOnlyError: if it cannot be written.
        """
        taken_over = file.hold()
        self.messages += file.take_messages()
        if taken_over:
            self.folder.follow_one(file.id, self.reports, keep=False)
            self.decided(self.folder.followed[file.id].keys.values())

    def decided(self, touched: Iterable[AccountKey]) -> None:
        """Put together anew what a decision on some accounts has changed."""
        decided = self.folder.decided()
        keys = [key for key in dict.fromkeys(touched) if key in self._incident_of]
        changed = {self._incident_of[key].key for key in keys}
        if decided != self._decided:
            changed |= self._joined_under(decided, keys)
        self._make_rows(changed | self._attach(), decided)

    def _joined_under(
        self, decided: Mapping[Pair, Verdict], keys: Iterable[AccountKey]
    ) -> set[AccountKey]:
        """Join anew under other decisions on some accounts; the keys of what that changes."""
        if self._machine.joins_at_once:
            return self._joined_as(self._machine.join(decided).incidents)
        before = {id(one): one for one in map(self._incident_of.__getitem__, keys)}
        after = self._machine.rejoin(before.values(), decided)
        for one in after:
            self._incident_of.update(dict.fromkeys(one.accounts, one))
        self._keep_joining(decided)
        return {one.key for one in after}

    def _joined_as(self, joined: Sequence[Joined]) -> set[AccountKey]:
        """Take over how all accounts are joined now; return the keys of what that changes."""
        before, self._incident_of = self._incident_of, keys_of(joined)
        changed = {one.key for one in joined if before.get(one.key) != one}
        changed |= {key for key in self._ids if key not in self._incident_of}
        known = self._ids.keys() & self._incident_of.keys()
        return changed | {key for key in known if self._incident_of[key].key != key}

    def _put_together(self, joined: Sequence[Joined] | None) -> None:
        """Make all rows; joined anew where what the machine said is not given."""
        self._reports = None
        # A report that was not looked at yet is not gone.
        known = all(self._index.entry(key) for key in self.library.keys)
        lines = self.folder.follow(self.reports, keep=known)
        self._tell(lines if known else [])
        self._measured.clear()
        decided = self.folder.decided()
        if joined is None:
            joined = self._machine.join(decided).incidents
        rule = How(self.library.settings.adopt)
        self._assembler = Assembler(self._index, self.folder, rule)
        self._decided: Mapping[Pair, Verdict] = decided
        self._incident_of = keys_of(joined)
        self._rows: dict[str, IncidentRow] = {}
        self._ids: dict[AccountKey, str] = {}
        self._attached: dict[AccountKey, list[str]] = {}
        self._lost: list[str] = []
        self._attach()
        for one in joined:
            self._add_row(one, decided)
        self._add_lost()

    def copies_of(self, report: str) -> tuple[str, ...]:
        """Return the keys of the reports that carry the same text as one, it included; nothing
        where it is the only one."""
        return next((one for one in self._index.joining.copies if report in one), ())

    def _renew(self, summaries: Sequence[ReportSummary]) -> None:
        """Join anew with some reports as they are now, and make the rows that this changes."""
        copies = self._index.joining.copies
        for one in summaries:
            self.reports.take(one)
            lines = self.folder.follow_report(self._names.name_of(one.key), self.reports)
            self.messages += [line for line in lines if line not in self._told]
            self._told.update(lines)
        decided = self.folder.decided()
        joined = self._machine.join(decided)
        if joined.copies != copies:
            self._put_together(joined.incidents)
            return
        self._measured.clear()
        for one in summaries:
            self._assembler.take(one)
        self._take_over(joined.incidents, summaries, decided)

    def _take_over(
        self,
        joined: Sequence[Joined],
        summaries: Sequence[ReportSummary],
        decided: Mapping[Pair, Verdict],
    ) -> None:
        """Make the rows of incidents that are others now, or are told by some reports."""
        changed = self._joined_as(joined)
        told = (AccountKey(report.key, one.item) for report in summaries for one in report.accounts)
        changed |= {self._incident_of[key].key for key in told}
        self._make_rows(changed | self._attach(), decided)

    def _tell(self, lines: Iterable[str]) -> None:
        """Tell what was not told before."""
        now = set(lines)
        self.messages += [line for line in dict.fromkeys(lines) if line not in self._told]
        self._told = now

    def _make_rows(self, changed: set[AccountKey], decided: Mapping[Pair, Verdict]) -> None:
        """Make those rows anew whose first account is, or was, one of some."""
        self._decided = decided
        for key in changed:
            self._rows.pop(self._ids.pop(key, ""), None)
        for key in sorted(changed):
            joined = self._incident_of.get(key)
            if joined is not None and joined.key == key:
                self._add_row(joined, decided)
        self._add_lost()

    def _attach(self) -> set[AccountKey]:
        """Find out which files are of which incidents; first accounts of those that have others."""
        before = self._attached
        self._attached, self._lost = attached(self.folder, self._incident_of)
        keys = before.keys() | self._attached.keys()
        return {key for key in keys if before.get(key) != self._attached.get(key)}

    def _add_row(self, joined: Joined, decided: Mapping[Pair, Verdict]) -> None:
        files = self._attached.get(joined.key, ())
        ident = files[0] if files else self._free(joined.key)
        self._ids[joined.key] = ident
        self._rows[ident] = self._assembler.row(ident, joined.accounts, files, decided)

    def _free(self, key: AccountKey) -> str:
        ident = short_digest("n", self._names.name_of(key.report), key.incident)
        return self.folder.free(ident)

    def _add_lost(self) -> None:
        """Rows of incidents all of whose accounts are gone."""
        for ident in [ident for ident, row in self._rows.items() if not row.accounts]:
            del self._rows[ident]
        for ident in self._lost:
            self._rows[ident] = self._assembler.row(ident, (), (ident,), {})

    def _keep_joining(self, decided: Mapping[Pair, Verdict]) -> None:
        firsts = {one.key: one for one in self._incident_of.values()}
        copies = self._index.joining.copies
        under = self._machine.under(decided)
        self._index.joining = Joining(tuple(firsts.values()), copies, under)

    def _is_stale(self, key: str) -> bool:
        entry = self._index.entry(key)
        return (
            entry is None
            or entry.reader != self.library.shown_version
            or not self.library.unchanged(key, entry.stamps)
        )
