"""Numbers in digits and words, their ranges, measures and qualifiers, by tables of sentences."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.lexicon import table
from extract.quantities import Quantity, bounds, quantities
from extract.vocabulary import PROFILES

DATA = Path(__file__).with_name("data")
PIECES = (
    *("12", "1,000", "1.5", "one", "twenty", "hundred", "million", "dozen", "half", "½", "1/2"),
    *("several", "scores", "tens", "between", "at least", "in", "out of", "a", "and", "to", "of"),
    *(" ", "\n", "\u00a0", "-", "–", ".", ",", "(", ")", "'", "×10", "№", "@", "٣"),
    *("%", "per cent", "$", "US", "m", "bn", "km", "°", "x"),
)


def cases(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))[
        "text"
    ]
    return entries


def value(found: Quantity) -> float | list[float]:
    return [found.low, found.high] if found.is_range else found.low


def only(text: str) -> Quantity:
    [found] = quantities(text)
    return found


@pytest.mark.parametrize("case", cases("numbers"), ids=lambda case: case["text"])
def test_numbers_and_their_values(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[text[q.start : q.end], value(q)] for q in quantities(text)]
    assert found == case["found"]


@pytest.mark.parametrize("case", cases("around"), ids=lambda case: case["text"])
def test_words_around_a_number_bound_it(case: dict[str, Any]) -> None:
    around = only(case["text"]).around
    assert (around.bound, around.role) == (case["bound"], case.get("role", "plain"))


@pytest.mark.parametrize("case", cases("units"), ids=lambda case: case["text"])
def test_measures_and_currencies_have_one_name(case: dict[str, Any]) -> None:
    unit = only(case["text"]).unit
    assert (unit.name if unit else "") == case["unit"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = list(quantities(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_a_number_written_with_separators_keeps_its_value(number: int) -> None:
    assert only(f"about {number:,} sheep").low == number


VAGUE = [
    ("dozens", (24, 99), (12, None), (24, None)),
    ("several", (3, 9), (3, None), (None, None)),
    ("several hundred", (300, 900), (300, None), (None, None)),
    ("Tens  of thousands", (20_000, 99_999), (10_000, None), (20_000, None)),
]


@pytest.mark.parametrize(("word", "literal", "acled", "gtd"), VAGUE)
def test_a_vague_word_has_the_bounds_of_the_profile(
    word: str, literal: tuple[int, int], acled: tuple[int, int], gtd: tuple[int, int]
) -> None:
    assert [bounds(word, profile) for profile in PROFILES] == [literal, acled, gtd]


def test_every_vague_word_has_bounds_in_every_profile() -> None:
    vague = table("numbers")["vague"]
    words = [*vague["sizes"], *vague["quantifiers"]]
    assert all(len(bounds(word, profile)) == 2 for word in words for profile in PROFILES)


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(KeyError, match="nobody"):
        bounds("dozens", "nobody")


@pytest.mark.slow
def test_a_hundred_thousand_numbers_are_read() -> None:
    assert len(list(quantities("17 geese, " * 100_000))) == 100_000
