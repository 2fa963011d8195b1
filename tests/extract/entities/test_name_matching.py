"""Names in two spellings against names that look alike."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.entities.name_matching import are_variants, folded, skeleton, sounds_of, words_of

_PAIRS = tomllib.loads((Path(__file__).parent / "data" / "name_matching.toml").read_text("utf-8"))


@pytest.mark.parametrize(("one", "other"), _PAIRS["same"])
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert are_variants(one, other)


@pytest.mark.parametrize(("one", "other"), _PAIRS["same"])
def test_spellings_of_one_name_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), _PAIRS["different"])
def test_names_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert not are_variants(one, other)


def test_short_names_can_be_asked_for_more_consonants() -> None:
    assert are_variants("Lee", "Li", least=1)
    assert not are_variants("Lee", "Li", least=3)


def test_articles_are_no_words_of_a_name() -> None:
    assert words_of("Bashir al-Nouri") == ("bashir", "nouri")


def test_a_name_that_is_an_article_keeps_it() -> None:
    assert words_of("El") == ("el",)


def test_accents_and_apostrophes_do_not_part_names() -> None:
    assert folded("N’Djaména") == "ndjamena"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_strings_can_be_compared_in_either_order(one: str, other: str) -> None:
    assert are_variants(one, other) == are_variants(other, one)


@given(st.text(min_size=1, max_size=60))
def test_any_word_has_sounds(word: str) -> None:
    assert sounds_of(folded(word)) == sounds_of(folded(word))
