"""Joinings compared as partitions, by the measures of coreference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.agreement.joinings import Scores, b_cubed, pairs

PARTITIONS = [
    # both the same
    (["ab", "c"], ["ab", "c"], Scores(1, 1), Scores(1, 1)),
    # the example of Bagga and Baldwin: five, two and five, of which the second joins two groups
    (
        ["abcde", "fg", "hijkl"],
        ["abcde", "fghijkl"],
        Scores(21 / 31, 1.0),
        Scores(1 / 12 * (5 + 2 * 2 / 7 + 5 * 5 / 7), 1.0),
    ),
    # nothing joined by either: no pairs, and each account in a group of its own
    (["a", "b"], ["a", "b"], Scores(None, None), Scores(1, 1)),
    (["abc"], ["a", "b", "c"], Scores(None, 0), Scores(1, 1 / 3)),
    # accounts that one alone has are left out
    (["abx", "c"], ["ab", "cy"], Scores(1, 1), Scores(1, 1)),
    ([], [], Scores(None, None), Scores(None, None)),
]


@pytest.mark.parametrize(("first", "second", "by_pairs", "by_account"), PARTITIONS)
def test_the_measures_are_those_of_the_formulas(
    first: list[str], second: list[str], by_pairs: Scores, by_account: Scores
) -> None:
    assert pairs(first, second) == by_pairs
    found = b_cubed(first, second)
    assert found.precision == pytest.approx(by_account.precision)
    assert found.recall == pytest.approx(by_account.recall)


def test_f1_is_the_harmonic_mean() -> None:
    assert Scores(0.5, 1.0).f1 == pytest.approx(2 / 3)
    assert Scores(0.0, 0.0).f1 == 0
    assert Scores(None, 1.0).f1 is None


groupings = st.lists(st.integers(0, 3), min_size=1, max_size=8)


def groups(numbers: list[int]) -> list[list[int]]:
    return [[n for n, one in enumerate(numbers) if one == group] for group in sorted(set(numbers))]


@given(groupings)
def test_whoever_is_called_first_f1_is_the_same(numbers: list[int]) -> None:
    other = sorted(numbers)
    for measure in (pairs, b_cubed):
        one, back = measure(groups(numbers), groups(other)), measure(groups(other), groups(numbers))
        assert one.f1 == pytest.approx(back.f1)
        assert (one.precision, one.recall) == pytest.approx((back.recall, back.precision))
