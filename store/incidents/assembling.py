"""The incidents of a library put together: the machine's joining with what a person has kept."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.accounts import AccountKey, Joined
from extract.claims import Number
from store.incidents.account_index import AccountIndex
from store.incidents.accounts import AccountSummary, ReportSummary
from store.incidents.folder import IncidentFolder, Pair
from store.incidents.kept import RULES, About, Adopted, How, Verdict
from store.incidents.rows import IncidentRow, searched
from store.incidents.rows import Joined as JoinedBy
from store.incidents.rules import Told, adopted_over, differing, of_column, ruled
from store.incidents.values import Column, Values
from store.items import Standing, State

_HELD = (State.ACCEPTED, State.CORRECTED, State.ADDED)


def attached(
    folder: IncidentFolder, incident_of: Mapping[AccountKey, Joined]
) -> tuple[dict[AccountKey, list[str]], list[str]]:
    """Return the files of each incident by its first account, and files none of whose is left.

    A file is of the incident that has the most of the accounts that it was about. Of several
    files of one incident the one with the most of them comes first, then the oldest.
    """
    ranked: dict[AccountKey, list[tuple[int, str, str]]] = {}
    lost: list[str] = []
    for ident, file in folder.files.items():
        keys = folder.followed[ident].keys
        named = file.kept.about.members or file.kept.anchors
        members = [keys[one] for one in named if one in keys]
        count = Counter(incident_of[key].key for key in members if key in incident_of)
        if count:
            (first, number), *_ = count.most_common()
            began = file.kept.steps[0].at.isoformat() if file.kept.steps else ""
            ranked.setdefault(first, []).append((-number, began, ident))
        elif file.kept.about.members and not _is_outside(folder, ident):
            lost.append(ident)
    return {key: [ident for *_, ident in sorted(found)] for key, found in ranked.items()}, lost


def _is_outside(folder: IncidentFolder, ident: str) -> bool:
    """Whether all of an incident's reports are outside the folder that is open."""
    standing = folder.followed[ident].standing
    return not any(one in standing for one in folder.files[ident].kept.about.members)


class Assembler:
    """Makes the rows of incidents."""

    def __init__(
        self,
        index: AccountIndex,
        folder: IncidentFolder,
        rule: How,
    ) -> None:
        """Look up accounts in what is remembered; numbers follow the rule."""
        self._index = index
        self._folder = folder
        self._rule = rule
        self._items: dict[AccountKey, tuple[ReportSummary, AccountSummary]] = {}
        self._of_report: dict[str, list[AccountKey]] = {}
        for report in index.keys:
            summary = index.summary(report)
            if summary is not None:
                self.take(summary)
        self._origin = {
            report: number
            for number, copies in enumerate(index.joining.copies)
            for report in copies
        }

    def has(self, report: str) -> bool:
        """Return whether a report has been taken over."""
        return report in self._of_report

    def take(self, summary: ReportSummary) -> None:
        """Take over a report as it is now."""
        for key in self._of_report.get(summary.key, ()):
            del self._items[key]
        found = {AccountKey(summary.key, one.item): (summary, one) for one in summary.accounts}
        self._items.update(found)
        self._of_report[summary.key] = list(found)

    def told(self, keys: Iterable[AccountKey]) -> list[Told]:
        """Return accounts with their reports and origins, near-copies of one origin alike."""
        numbers: dict[int | str, int] = {}
        found = []
        for key in keys:
            summary, account = self._items[key]
            origin = self._origin.get(key.report, key.report)
            found.append(Told(summary, account, numbers.setdefault(origin, len(numbers))))
        return found

    def row(
        self,
        ident: str,
        keys: Sequence[AccountKey],
        files: Sequence[str],
        decided: Mapping[Pair, Verdict],
        killed: Mapping[AccountKey, Number] | None = None,
    ) -> IncidentRow:
        """Return the row of an incident, made of accounts and of what its files keep.

        `killed` is counted in place of what the accounts themselves count.
        """
        told = self.told(keys)
        if killed is not None:
            told = [_counting(one, killed[key]) for one, key in zip(told, keys, strict=True)]
        about = self.about(files)
        adopted = self.adopted(files)
        values = self._values(told, adopted)
        reports = tuple(dict.fromkeys(key.report for key in keys))
        several = len(told) > 1
        return IncidentRow(
            ident,
            tuple(keys),
            values,
            reports,
            len({one.origin for one in told}),
            differing(one.account.values for one in told) if several else frozenset(),
            _joined(keys, decided) if several else JoinedBy.SINGLE,
            {column: one.how for column, one in adopted.items()},
            sum(one.account.state in _HELD for one in told),
            bool(told) and all(one.account.background for one in told),
            bool(told) and all(one.account.aggregate for one in told),
            about.note,
            about.tags,
            about.flag,
            self._lost(files),
            _words(told, values, about),
        )

    def adopted(self, files: Iterable[str]) -> dict[Column, Adopted]:
        """Return what was adopted in each column; where several files say so, in the first."""
        found: dict[Column, Adopted] = {}
        for ident in files:
            for one in self._folder.files[ident].kept.adopted.values():
                found.setdefault(one.column, one)
        return found

    def about(self, files: Iterable[str]) -> About:
        """Return note, tags and flag of an incident, those of all its files together."""
        every = [self._folder.files[ident].kept.about for ident in files]
        return About(
            note=" · ".join(dict.fromkeys(one.note for one in every if one.note)),
            tags=tuple(dict.fromkeys(tag for one in every for tag in one.tags)),
            flag=any(one.flag for one in every),
        )

    def _values(self, told: Sequence[Told], adopted: Mapping[Column, Adopted]) -> Values:
        values = told[0].account.values if len(told) == 1 else ruled(told, self._rule)
        if not adopted:
            return values
        by_rule = {c: of_column(c, told, one.how) for c, one in adopted.items() if one.how in RULES}
        given = {c: one for c, one in adopted.items() if one.how not in RULES}
        return adopted_over(values, given, {c: value for c, value in by_rule.items() if value})

    def _lost(self, files: Iterable[str]) -> int:
        return sum(
            self._folder.followed[ident].standing.get(one) is Standing.ORPHAN
            for ident in files
            for one in self._folder.files[ident].kept.about.members
        )


def _counting(one: Told, killed: Number) -> Told:
    """An account that counts other numbers of people killed."""
    tolls = dict(one.account.values.tolls)
    tolls.pop(Column.KILLED, None)
    if killed != Number():
        tolls[Column.KILLED] = killed
    values = replace(one.account.values, tolls=tolls)
    return replace(one, account=replace(one.account, values=values))


def _joined(keys: Sequence[AccountKey], decided: Mapping[Pair, Verdict]) -> JoinedBy:
    """Whether a person's words hold all accounts together."""
    if not decided:
        return JoinedBy.UNDECIDED
    reached, left = {keys[0]}, [keys[0]]
    while left:
        one = left.pop()
        for other in keys:
            pair = (one, other) if one < other else (other, one)
            if other not in reached and decided.get(pair) is Verdict.TOGETHER:
                reached.add(other)
                left.append(other)
    return JoinedBy.TOGETHER if len(reached) == len(keys) else JoinedBy.UNDECIDED


def _words(told: Sequence[Told], values: Values, about: About) -> str:
    titles = dict.fromkeys(one.report.title for one in told)
    publishers = dict.fromkeys(one.report.publisher for one in told)
    places = dict.fromkeys(one.account.values.place for one in told)
    names = (values.place, *places, values.kind, values.subkind, *values.side_a, *values.side_b)
    return searched((*names, *titles, *publishers, about.note, *about.tags))
