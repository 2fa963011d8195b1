"""Agreement corrected for chance."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import permutations


def cohens_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Return Cohen's kappa (1960) of two annotators' categories for the same units, -1 to 1.

    None where there is nothing to compare, or where both use one and the same category throughout,
    for which it is not defined.
    """
    if not pairs:
        return None
    number = len(pairs)
    observed = sum(one == other for one, other in pairs) / number
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    expected = sum(first[category] * second[category] for category in first) / number**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorffs_alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Return Krippendorff's alpha for nominal data, any number of annotators, values missing or
    not.

    `units` has the values given to each unit; units with fewer than two tell nothing. Computed from
    the coincidence matrix (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011).
    None where nothing can be compared or all values are alike.
    """
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for values in units:
        if len(values) > 1:
            for pair in permutations(values, 2):
                coincidences[pair] += 1 / (len(values) - 1)  # type: ignore[assignment]
    totals: Counter[Hashable] = Counter()
    for (value, _), weight in coincidences.items():
        totals[value] += weight
    number = sum(totals.values())
    if number <= 1 or len(totals) < 2:
        return None
    differing = sum(weight for (one, other), weight in coincidences.items() if one != other)
    by_chance = (number**2 - sum(total**2 for total in totals.values())) / (number - 1)
    return 1 - differing / by_chance
