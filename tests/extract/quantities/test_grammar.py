"""Each rule of numbers reads its own example, and without it the example is read otherwise."""

import re
from dataclasses import replace

import pytest

from extract.quantities import grammar, numerals, quantities
from extract.quantities.grammar import RULES, NumberRule
from extract.quantities.numeral import SHAPES, Shape, expression, odd_digits


def name(rule: NumberRule | Shape) -> str:
    return rule.name


def values(text: str) -> list[float]:
    return [numeral.value for numeral in numerals(text)]


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_rule_reads_its_example(rule: NumberRule) -> None:
    assert values(rule.example) == [pytest.approx(rule.expected)]


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_without_its_rule_an_example_is_read_otherwise(
    rule: NumberRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = numerals(rule.example)
    for table in ("OPENINGS", "CONTINUATIONS", "RATIOS"):
        kept = [_silenced(one) if one is rule else one for one in getattr(grammar, table)]
        monkeypatch.setattr(grammar, table, kept)
    assert numerals(rule.example) != before


def _silenced(rule: NumberRule) -> NumberRule:
    """The rule, finding nothing and going on with nothing."""
    if isinstance(rule, grammar.Opening):
        return replace(rule, read=lambda pieces, place: (None, place + 1))
    assert isinstance(rule, grammar.Continuation)
    return replace(rule, read=lambda pieces, found, after: (found, after))


@pytest.mark.parametrize("shape", SHAPES, ids=name)
def test_digits_of_a_shape_count_nothing(shape: Shape) -> None:
    assert list(quantities(shape.example)) == []
    assert any(char.isdigit() for char in shape.example) or shape.name == "year in words"


@pytest.mark.parametrize("shape", SHAPES, ids=name)
def test_a_shape_covers_its_own_example(shape: Shape) -> None:
    first, *others = odd_digits(shape.example)
    assert others == []
    assert first.of(shape.example) == _matched(shape)


def _matched(shape: Shape) -> str:
    match = re.search(expression(shape), shape.example, re.MULTILINE)
    assert match is not None
    return match[0]


def test_names_of_rules_and_shapes_are_told_apart() -> None:
    for table in (RULES, SHAPES):
        assert len({one.name for one in table}) == len(table)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dozens in 20 villages were hurt.", [1.0, 20.0]),
        ("About two thirds in 10 districts fled.", [pytest.approx(2 / 3), 10.0]),
    ],
)
def test_what_is_vague_or_a_share_is_taken_of_nothing_more(text: str, found: list[float]) -> None:
    assert values(text) == found
