"""Nouns are told to be plural by lists and by their ending."""

import pytest

from extract.doc.morphology import is_plural, singular


@pytest.mark.parametrize(
    ("plural", "base"),
    [
        ("villagers", "villager"),
        ("men", "man"),
        ("Gunmen", "gunman"),
        ("children", "child"),
        ("schoolchildren", "schoolchild"),
        ("deputies", "deputy"),
        ("coaches", "coach"),
    ],
)
def test_a_plural_has_a_singular(plural: str, base: str) -> None:
    assert singular(plural) == base
    assert is_plural(plural)


@pytest.mark.parametrize("noun", ["people", "townspeople", "police"])
def test_some_nouns_are_always_plural(noun: str) -> None:
    assert is_plural(noun)


@pytest.mark.parametrize("noun", ["villager", "bus", "boss", "crisis", "child", ""])
def test_a_singular_is_no_plural(noun: str) -> None:
    assert not is_plural(noun)
