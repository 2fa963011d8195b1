"""Nouns for people are told from nouns for things, by the lists and by their ending."""

import pytest

from extract.doc.words import is_people


@pytest.mark.parametrize(
    "noun", ["villagers", "son", "Afghans", "policeman", "policemen", "paramilitaries", "Mourners"]
)
def test_nouns_for_people(noun: str) -> None:
    assert is_people(noun)


@pytest.mark.parametrize("noun", ["tankers", "convoy", "houses", "river", "numbers", ""])
def test_nouns_for_things(noun: str) -> None:
    assert not is_people(noun)
