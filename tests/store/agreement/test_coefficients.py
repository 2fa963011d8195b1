"""The coefficients equal published values and those of other libraries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.agreement.coefficients import cohens_kappa, krippendorffs_alpha


def test_kappa_of_a_case_worked_by_hand() -> None:
    # 20 both yes, 15 both no, 5 and 10 apart: observed 0.7, expected 0.5
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)


@pytest.mark.parametrize("pairs", [[], [("a", "a")] * 3])
def test_kappa_is_not_defined_without_a_choice(pairs: list[tuple[str, str]]) -> None:
    assert cohens_kappa(pairs) is None


def test_alpha_of_krippendorffs_own_example() -> None:
    # Two observers, ten units, binary: example A in Krippendorff (2011), alpha = 0.095
    first, second = "0100000000", "1110010010"
    assert krippendorffs_alpha(list(zip(first, second, strict=True))) == pytest.approx(
        0.095, abs=0.0005
    )


def test_alpha_of_the_nominal_example_with_missing_values() -> None:
    # Four observers, twelve units: example C in Krippendorff (2011), alpha = 0.743
    observers = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    units = [
        tuple(value for value in unit if value != ".") for unit in zip(*observers, strict=True)
    ]
    assert krippendorffs_alpha(units) == pytest.approx(0.743, abs=0.0005)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2))
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[str, str]]) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    ours = cohens_kappa(pairs)
    if ours is not None:
        theirs = metrics.cohen_kappa_score(*zip(*pairs, strict=True))
        assert ours == pytest.approx(theirs)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=3, max_size=3), min_size=2, max_size=9))
def test_alpha_is_that_of_the_krippendorff_package(units: list[list[str]]) -> None:
    krippendorff = pytest.importorskip("krippendorff")
    ours = krippendorffs_alpha(units)
    if ours is not None:
        codes = [
            ["abc".index(value) for value in observer] for observer in zip(*units, strict=True)
        ]
        theirs = krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal")
        assert ours == pytest.approx(theirs)
