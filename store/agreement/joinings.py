"""How far two annotators agree on which accounts tell of one incident.

Two joinings are compared as two partitions of the same accounts, those that both have.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

_Account = TypeVar("_Account", bound=Hashable)
Partition = Sequence[Sequence[_Account]]
"""Groups of accounts, each account in one of them."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Precision and recall of the second joining, the first taken as the standard.

    None where there is nothing to share out: no pairs, no accounts.
    """

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; the same whoever is called first."""
        if self.precision is None or self.recall is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class JoiningAgreement:
    """Everything that is told about two annotators' joinings."""

    accounts: int
    """That both have."""
    incidents: tuple[int, int]
    """Into how many each has put them."""
    pairs: Scores
    b_cubed: Scores
    kappa: float | None
    """Cohen's kappa of together against apart, on pairs that both have decided."""
    decided_by_both: int
    """Pairs of accounts."""


def pairs(first: Partition[_Account], second: Partition[_Account]) -> Scores:
    """Return how many pairs of accounts that one joins the other joins too.

    The pairwise measure of clustering (Rand 1971 counts the same four cells): precision is the
    share of the pairs that the second joins which the first joins too, recall the other way round.

    >>> pairs(["abc", "d"], ["ab", "cd"])
    Scores(precision=0.5, recall=0.3333333333333333)
    """
    of_first, of_second = _shared(first, second)
    both = sum(_pairs_in(cell) for cell in _cells(of_first, of_second))
    joined = [sum(_pairs_in(len(group)) for group in one) for one in (of_first, of_second)]
    return Scores(_share(both, joined[1]), _share(both, joined[0]))


def b_cubed(first: Partition[_Account], second: Partition[_Account]) -> Scores:
    """Return B-cubed: of each account's group, the share that the other has with it as well.

    Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998: for each account the
    number of accounts that both groups of it hold, over the size of its group in the second
    (precision) or in the first (recall), averaged over all accounts.

    >>> b_cubed(["abc", "d"], ["ab", "cd"])
    Scores(precision=0.75, recall=0.6666666666666666)
    """
    of_first, of_second = _shared(first, second)
    mine, theirs = _sizes(of_first), _sizes(of_second)
    cells = _overlaps(of_first, of_second)
    number = len(mine)
    precision = sum(cell / theirs[one] for one, cell in cells.items())
    recall = sum(cell / mine[one] for one, cell in cells.items())
    return Scores(_share(precision, number), _share(recall, number))


def _shared(
    first: Partition[_Account], second: Partition[_Account]
) -> tuple[list[list[_Account]], list[list[_Account]]]:
    """Both partitions, of the accounts that both have."""
    known = {one for group in first for one in group} & {one for group in second for one in group}
    return _only(first, known), _only(second, known)


def _only(partition: Partition[_Account], known: set[_Account]) -> list[list[_Account]]:
    groups = ([one for one in group if one in known] for group in partition)
    return [group for group in groups if group]


def _overlaps(
    first: Iterable[Sequence[_Account]], second: Iterable[Sequence[_Account]]
) -> dict[_Account, int]:
    """For each account, how many accounts its groups in both have in common, itself included."""
    other = {one: number for number, group in enumerate(second) for one in group}
    found: dict[_Account, int] = {}
    for group in first:
        sizes: dict[int, int] = {}
        for one in group:
            sizes[other[one]] = sizes.get(other[one], 0) + 1
        found.update({one: sizes[other[one]] for one in group})
    return found


def _cells(
    first: Iterable[Sequence[_Account]], second: Iterable[Sequence[_Account]]
) -> Iterable[int]:
    """How many accounts each two groups have in common, where they have any."""
    other = {one: number for number, group in enumerate(second) for one in group}
    for group in first:
        sizes: dict[int, int] = {}
        for one in group:
            sizes[other[one]] = sizes.get(other[one], 0) + 1
        yield from sizes.values()


def _sizes(groups: Iterable[Sequence[_Account]]) -> Mapping[_Account, int]:
    return {one: len(group) for group in groups for one in group}


def _pairs_in(number: int) -> int:
    return number * (number - 1) // 2


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None
