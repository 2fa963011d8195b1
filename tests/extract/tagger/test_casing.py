"""What capitals mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.tagger.casing import Casing, Usage, casing_of


@pytest.mark.parametrize(
    ("sentence", "casing"),
    [
        ("The army took the town on Monday", Casing.NORMAL),
        ("Rebels Seize Border Town in the South", Casing.TITLE),
        ("REBELS SEIZE BORDER TOWN IN THE SOUTH", Casing.CAPITALS),
        ("Omar Sy", Casing.NORMAL),
        ("UNHCR", Casing.NORMAL),
        ("", Casing.NORMAL),
    ],
)
def test_a_heading_is_told_by_its_capitals(sentence: str, casing: Casing) -> None:
    assert casing_of(sentence.split()) is casing


def _usage(*sentences: str) -> Usage:
    return Usage([(s.split(), casing_of(s.split())) for s in sentences])


def test_a_document_tells_which_words_it_writes_small() -> None:
    usage = _usage("Rain fell on Aden while the rain fell", "Rain Falls Across Aden Province Today")
    assert [usage.of(word) for word in ("Rain", "Aden", "Province")] == ["l", "c", ""]


def test_a_word_is_known_from_a_longer_name() -> None:
    usage = _usage("We met Omar Sy there", "Then Sy left")
    assert (usage.in_longer["Omar"], usage.in_longer["Sy"]) == ("F", "L")


@given(st.lists(st.text(min_size=1)))
def test_any_words_have_a_casing_and_a_usage(words: list[str]) -> None:
    usage = Usage([(words, casing_of(words))])
    assert all(usage.of(word) in ("", "l", "c", "lc") for word in words)
