"""The machine's joining of a library's accounts, under a person's decisions: derived."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from extract.accounts import AccountKey, Joined, Joiner, Telling
from store.incidents.account_index import AccountIndex, Joining
from store.incidents.folder import Pair
from store.incidents.kept import Verdict

_FEW = 200
"""Reports that are joined while a key waits: a fraction of a second."""


class Machine:
    """Joins all accounts, as suggestions; what a person has decided holds."""

    def __init__(self, index: AccountIndex) -> None:
        self._index = index
        self._joiner: Joiner | None = None
        self._fresh: set[str] = set()
        """Reports that the joiner does not have as they are now."""

    def changed(self, report: str) -> None:
        """Say that a report is new, another, or gone."""
        self._fresh.add(report)

    def holds(self, decided: Mapping[Pair, Verdict]) -> bool:
        """Return whether what is remembered is the joining of all reports under the decisions."""
        return self._index.joining.under == _under(self._index, decided)

    @property
    def joins_at_once(self) -> bool:
        """Whether there are so few reports that all are joined anew after a decision."""
        return sum(1 for _ in self._index.keys) <= _FEW

    def under(self, decided: Mapping[Pair, Verdict]) -> str:
        """Return what a joining made now is known by; nothing where it was not of all reports."""
        whole = self._joiner is not None and not self._fresh
        return _under(self._index, decided) if whole else ""

    def join(self, decided: Mapping[Pair, Verdict]) -> Joining:
        """Return the joining of all accounts that are remembered, made anew only where it must."""
        under = _under(self._index, decided)
        if self._index.joining.under == under:
            return self._index.joining
        joiner = self._whole()
        joiner.constrain(*_constraints(decided))
        incidents = tuple(joiner.incidents())
        self._index.joining = Joining(incidents, _copies(joiner, self._index.keys), under)
        return self._index.joining

    def rejoin(self, touched: Iterable[Joined], decided: Mapping[Pair, Verdict]) -> list[Joined]:
        """Return what becomes of some incidents after a decision on their accounts.

        Only these are joined anew where the joiner of the whole library is not there yet: no key
        waits for ten thousand reports. The whole follows when the library is next brought up to
        date.
        """
        keys = {key for one in touched for key in one.accounts}
        if self._joiner is not None and not self._fresh:
            self._joiner.constrain(*_constraints(decided))
            found = {id(one): one for one in map(self._joiner.incident_of, sorted(keys))}
            return list(found.values())
        joiner = Joiner(*_constraints(decided))
        for report in sorted({key.report for key in keys}):
            whole = self._index.whole(report)
            if whole is not None:
                accounts = tuple(one for one in whole.telling.accounts if one.key in keys)
                joiner.add(Telling(report, accounts))
        return joiner.incidents()

    def remembered(self) -> list[Joined]:
        """Return what was said last, as far as the accounts are still there."""
        there = {
            AccountKey(key, account.item)
            for key in self._index.keys
            if (summary := self._index.summary(key))
            for account in summary.accounts
        }
        found = [_without(one, there) for one in self._index.joining.incidents]
        known = {key for one in found for key in one.accounts}
        return [one for one in found if one.accounts] + [
            Joined((key,)) for key in sorted(there - known)
        ]

    def _whole(self) -> Joiner:
        if self._joiner is None:
            held = map(self._index.whole, sorted(self._index.keys))
            self._joiner = Joiner.over(whole.telling for whole in held if whole is not None)
            self._fresh.clear()
        for report in sorted(self._fresh):
            whole = self._index.whole(report)
            if whole is not None:
                self._joiner.add(whole.telling)
            elif report in self._joiner:
                self._joiner.remove(report)
        self._fresh.clear()
        return self._joiner


def _constraints(decided: Mapping[Pair, Verdict]) -> tuple[list[Pair], list[Pair]]:
    together = [pair for pair, said in decided.items() if said is Verdict.TOGETHER]
    return together, [pair for pair, said in decided.items() if said is Verdict.APART]


def _copies(joiner: Joiner, reports: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(group for group in joiner.origins.among(reports) if len(group) > 1)


def _under(index: AccountIndex, decided: Mapping[Pair, Verdict]) -> str:
    """What a joining depends on: the reports as they are remembered, and the decisions."""
    digest = blake2b(index.digest.encode(), digest_size=12)
    for pair in sorted(decided):
        digest.update(f"{pair}{decided[pair]}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def keys_of(joined: Iterable[Joined]) -> dict[AccountKey, Joined]:
    """Return the incident of each account."""
    return {key: one for one in joined for key in one.accounts}


def _without(joined: Joined, there: set[AccountKey]) -> Joined:
    """An incident without accounts that are gone, and without what joined them."""
    if all(key in there for key in joined.accounts):
        return joined
    links = tuple(link for link in joined.links if link.one in there and link.other in there)
    return Joined(tuple(key for key in joined.accounts if key in there), links)
