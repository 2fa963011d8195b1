"""The joining of a library: kept up to date report by report."""

from collections.abc import Iterable

from extract.accounts.account import Account, AccountKey, Joined, Link, Telling
from extract.accounts.agreement import agreement, why
from extract.accounts.clustering import ALWAYS, NEVER, Pairs, clusters, tree
from extract.accounts.facts import Blocks, Facts, facts_of
from extract.accounts.near_copies import Origins
from extract.accounts.words import Counts, counts_of

Pair = tuple[AccountKey, AccountKey]
_SAID = "put together by hand"


class Joiner:
    """Joins the accounts of many reports into incidents, as suggestions.

    What it says depends on the reports it holds, on the constraints and on the counts by which
    words are weighed, not on the order in which they came. Derived: it can be thrown away and made
    again.
    """

    def __init__(
        self,
        together: Iterable[Pair] = (),
        apart: Iterable[Pair] = (),
        counts: Counts | None = None,
    ) -> None:
        self._counts = counts or Counts()
        self._reports: dict[str, Telling] = {}
        self._facts: dict[AccountKey, Facts] = {}
        self._blocks = Blocks()
        self._pairs: dict[AccountKey, dict[AccountKey, float]] = {}
        self._joined: dict[AccountKey, Joined] = {}
        self._stale: set[AccountKey] = set()
        self._said: dict[AccountKey, dict[AccountKey, float]] = {}
        self.origins = Origins(self._counts.boilerplate)
        self.constrain(together, apart)

    @classmethod
    def over(
        cls,
        tellings: Iterable[Telling],
        together: Iterable[Pair] = (),
        apart: Iterable[Pair] = (),
    ) -> "Joiner":
        """Return a joiner that holds some reports and weighs words by how many of them have each.

        Reports added later do not change these weights.
        """
        held = list(tellings)
        counts = counts_of(
            ([account.words for account in told.accounts], told.fingerprint) for told in held
        )
        joiner = cls(together, apart, counts)
        for told in held:
            joiner.add(told)
        return joiner

    def __contains__(self, report: str) -> bool:
        return report in self._reports

    def add(self, telling: Telling) -> None:
        """Take a report in; one of the same key that is held already is replaced."""
        if telling.report in self._reports:
            self.remove(telling.report)
        self._reports[telling.report] = telling
        self.origins.add(telling.report, telling.fingerprint)
        held = [facts_of(account, self._counts) for account in telling.accounts]
        self._facts.update((facts.key, facts) for facts in held)
        for facts in held:
            self._compare(facts)
        self._stale.update(facts.key for facts in held)

    def remove(self, report: str) -> None:
        """Take a report out.

        Raises:
            KeyError: if it is not held.
        """
        telling = self._reports.pop(report)
        self.origins.remove(report)
        for account in telling.accounts:
            self._make_stale(account.key)
        for account in telling.accounts:
            self._remove(account.key)

    def constrain(self, together: Iterable[Pair], apart: Iterable[Pair]) -> None:
        """Set which pairs must be together and which apart, in place of those set before.

        Pairs of accounts that are not held wait for them. Where the two contradict each other,
        together holds.
        """
        said: dict[AccountKey, dict[AccountKey, float]] = {}
        for score, pairs in ((NEVER, apart), (ALWAYS, together)):
            for one, other in pairs:
                said.setdefault(one, {})[other] = said.setdefault(other, {})[one] = score
        either = self._said.keys() | said.keys()
        changed = {key for key in either if self._said.get(key) != said.get(key)}
        for held in (self._said, said):  # what hung together before, and what will
            self._said = held
            for key in changed & self._facts.keys():
                self._make_stale(key)

    def account(self, key: AccountKey) -> Account:
        """Return an account that is held.

        Raises:
            KeyError: if there is none.
        """
        return self._facts[key].account

    def incident_of(self, key: AccountKey) -> Joined:
        """Return the incident that an account is of.

        Raises:
            KeyError: if there is no such account.
        """
        self._bring_up_to_date()
        return self._joined[key]

    def incidents(self) -> list[Joined]:
        """Return all incidents, those told first in order of publication first."""
        self._bring_up_to_date()
        found = {id(joined): joined for joined in self._joined.values()}
        return sorted(found.values(), key=lambda joined: self._order(joined.key))

    def _compare(self, facts: Facts) -> None:
        key = facts.key
        self._pairs[key] = {}
        for other in self._blocks.near(facts):
            score = agreement(facts, self._facts[other])
            self._pairs[key][other] = self._pairs[other][key] = score
        self._blocks.add(facts)

    def _remove(self, key: AccountKey) -> None:
        self._stale.discard(key)
        self._joined.pop(key, None)
        for other in self._pairs.pop(key):
            del self._pairs[other][key]
        self._blocks.remove(self._facts.pop(key))

    def _near(self, key: AccountKey) -> Iterable[AccountKey]:
        """The accounts that may be of the same incident."""
        near = {other for other, score in self._pairs[key].items() if score > 0}
        said = {other for other, score in self._said.get(key, {}).items() if score == ALWAYS}
        return near | (said & self._facts.keys())

    def _make_stale(self, key: AccountKey) -> None:
        """Have all accounts that hang together with one joined anew, also when it is gone."""
        self._stale.add(key)
        self._stale.update(self._near(key))

    def _part_of(self, key: AccountKey) -> set[AccountKey]:
        found, left = {key}, [key]
        while left:
            near = set(self._near(left.pop())) - found
            found |= near
            left.extend(near)
        return found

    def _bring_up_to_date(self) -> None:
        while self._stale:
            part = self._part_of(next(iter(self._stale)))
            self._stale -= part
            pairs = {key: self._pairs[key] | self._said.get(key, {}) for key in part}
            for members in clusters(pairs, pairs, self._score):
                joined = self._made(members, pairs)
                self._joined.update(dict.fromkeys(joined.accounts, joined))

    def _score(self, one: AccountKey, other: AccountKey) -> float:
        """How well two accounts agree that share no key."""
        return agreement(self._facts[one], self._facts[other])

    def _made(self, members: list[AccountKey], pairs: Pairs) -> Joined:
        """The incident of some accounts."""
        links = tuple(self._link(*pair) for pair in tree(members, pairs))
        return Joined(tuple(sorted(members, key=self._order)), links)

    def _link(self, one: AccountKey, other: AccountKey, score: float) -> Link:
        said = _SAID if score == ALWAYS else why(self._facts[one], self._facts[other])
        return Link(one, other, score, said)

    def _order(self, key: AccountKey) -> tuple[int, AccountKey]:
        return self._facts[key].published or 0, key
