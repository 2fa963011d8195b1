"""Accounts into incidents, by how well they agree: the best pairs first, averages over groups.

Groups merge while the average agreement over all pairs between them is above 0 (average linkage):
one account that agrees with two incidents does not make them one. The outcome depends on the pairs
alone, not on the order in which they came. Accounts of one report stay
apart, since it tells them apart, unless they surely belong together.
"""

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush
from itertools import combinations

from extract.accounts.account import AccountKey

_UNKNOWN = -0.25
"""Agreement of two accounts that are not compared, since their groups are too large."""
_BEST = 1.0
"""What accounts that share no key agree at best."""
_MOST = 400
"""Pairs between two groups, up to which all are compared."""
NEVER = float("-inf")
ALWAYS = float("inf")

Pairs = Mapping[AccountKey, Mapping[AccountKey, float]]
"""How well two accounts agree, under both; none for those that were not compared."""


Score = Callable[[AccountKey, AccountKey], float]


def clusters(keys: Iterable[AccountKey], pairs: Pairs, score: Score) -> list[list[AccountKey]]:
    """Return the accounts in groups, each in order of its keys, the groups by their first.

    `score` says how well two accounts agree that were not compared before.
    """
    groups = _Groups(sorted(keys), pairs, score)
    groups.merge()
    return sorted(sorted(members) for members in groups.members.values())


class _Groups:
    """Groups of accounts that merge, the two that agree best first."""

    def __init__(self, keys: list[AccountKey], pairs: Pairs, score: Score) -> None:
        self.members: dict[int, list[AccountKey]] = {n: [key] for n, key in enumerate(keys)}
        self._pairs, self._score = pairs, score
        number = {key: n for n, key in enumerate(keys)}
        self._reports = {n: {key.report} for n, key in enumerate(keys)}
        self._next = len(keys)
        self._sums: dict[int, dict[int, tuple[float, int]]] = {
            n: {number[o]: (s, 1) for o, s in pairs.get(key, {}).items() if o in number}
            for key, n in number.items()
        }
        """For two groups the sum of what is known between them, and how many pairs that is."""

    def merge(self) -> None:
        """Merge until no two groups agree."""
        heap = [
            (-average, one, other)
            for one, near in self._sums.items()
            for other in near
            if one < other and (average := self._average(one, other)) > 0
        ]
        heapify(heap)
        while heap:
            _, one, other = heappop(heap)
            if one in self.members and other in self.members:
                merged = self._join(one, other)
                for near in self._sums[merged]:
                    average = self._average(near, merged)
                    if average > 0:
                        heappush(heap, (-average, near, merged))

    def _average(self, one: int, other: int) -> float:
        total, known = self._sums[one][other]
        if total != ALWAYS and self._reports[one] & self._reports[other]:
            return NEVER
        many = len(self.members[one]) * len(self.members[other])
        if abs(total) == ALWAYS or known == many:
            return total if abs(total) == ALWAYS else total / many
        if total + _BEST * (many - known) > 0:
            total, known = self._filled(one, other)
        return (total + _UNKNOWN * (many - known)) / many

    def _filled(self, one: int, other: int) -> tuple[float, int]:
        """The sum of two groups with the pairs that nobody compared, unless these are very many."""
        total, known = self._sums[one][other]
        if len(self.members[one]) * len(self.members[other]) > _MOST:
            return total, known
        for mine in self.members[one]:
            held = self._pairs.get(mine, {})
            for theirs in self.members[other]:
                if theirs not in held:
                    total, known = total + self._score(mine, theirs), known + 1
        self._sums[one][other] = self._sums[other][one] = total, known
        return total, known

    def _join(self, one: int, other: int) -> int:
        merged = self._next
        self._next += 1
        self.members[merged] = self.members.pop(one) + self.members.pop(other)
        self._reports[merged] = self._reports.pop(one) | self._reports.pop(other)
        mine, theirs = self._sums.pop(one), self._sums.pop(other)
        near = (mine.keys() | theirs.keys()) - {one, other}
        self._sums[merged] = {}
        for group in near:
            total, known = _both(mine.get(group), theirs.get(group))
            self._sums[merged][group] = total, known
            beside = self._sums[group]
            beside.pop(one, None)
            beside.pop(other, None)
            beside[merged] = total, known
        return merged


def _both(one: tuple[float, int] | None, other: tuple[float, int] | None) -> tuple[float, int]:
    """The sums of two groups together; "always" outweighs "never", and that all others."""
    found = [known for known in (one, other) if known]
    totals = [total for total, _ in found]
    surely = next((sure for sure in (ALWAYS, NEVER) if sure in totals), None)
    return sum(totals) if surely is None else surely, sum(known for _, known in found)


def tree(keys: Iterable[AccountKey], pairs: Pairs) -> list[tuple[AccountKey, AccountKey, float]]:
    """Return the pairs that agree best and connect the accounts of a group, each with its sum."""
    at = {key: key for key in keys}

    def top(key: AccountKey) -> AccountKey:
        """Return the account that stands for those that an account is connected to so far."""
        while at[key] != key:
            key = at[key]
        return key

    known = [
        (-(pairs.get(one, {}).get(other, _UNKNOWN)), one, other)
        for one, other in combinations(sorted(at), 2)
    ]
    found = []
    for negative, one, other in sorted(known):
        if top(one) != top(other):
            at[top(one)] = top(other)
            found.append((one, other, -negative))
    return found
