"""Amounts typed into a form: understood whole or refused, and read back as they are shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lexicon import table
from store.errors import InvalidValueError
from store.items import Fields
from tui.review.amounts import Amount, Numeric, settled

AMOUNT = Amount()
VAGUE = table("numbers")["vague"]
_NUMBERS = st.one_of(
    st.integers(0, 10**15),
    st.floats(0, 10**6, allow_nan=False).map(lambda value: round(value, 6)),
)
_TYPED = """
12 3 1,200 1.5 -3 2m 3k million hundred dozen dozens several twelve a two and half of in out at
least most about ~ ≥ > < + - – to or more so between from / % ² ( 0.0000001 couple
"""
_PIECES = st.sampled_from(_TYPED.split())
_NAMES = ("low", "point", "high", "vague", "qualifier")


def amount_of(words: str) -> tuple[object, ...]:
    values = AMOUNT.read(words)
    return tuple(values[name] for name in _NAMES)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a dozen", "12"),
        ("at least a dozen", "≥ 12"),
        ("around a hundred", "~100"),
        ("a dozen to two dozen", "12–24"),
        ("a quarter of a million", "250,000"),
        ("a couple of hundred", "~200"),
        ("twenty-odd", "~20"),
        ("12-odd", "~12"),
        ("circa 12", "~12"),
        ("approx. 1.2m", "~1,200,000"),
        ("close to 40", "~40"),
        ("not more than 12", "≤ 12"),
        ("no less than 12", "≥ 12"),
        ("a maximum of 12", "≤ 12"),
        ("min 12", "≥ 12"),
        ("upwards of 12", "≥ 12"),
        ("exactly 12", "12"),
        ("= 12", "12"),
        ("from 12 to 15", "12–15"),
        ("scores", "scores"),
        ("a handful", "a handful of"),
    ],
)
def test_an_amount_in_the_words_of_a_report_is_understood(words: str, shown: str) -> None:
    assert AMOUNT.show(AMOUNT.read(words)) == shown
    assert AMOUNT.remark(words) == f"= {shown}"


@pytest.mark.parametrize(
    "words",
    [
        *("12 out of 15", "12/15", "one in five", "3 in 12", "0.0000001", "a 12", "an", "a"),
        *("9" * 20000, "1 " * 20000, "five " * 5000, "at least " * 900, "²", "about at least 12"),
        *("not 12", "c12", "12 km", "$12", "hundreds of people", "1.200.000", "12..15"),
    ],
)
def test_what_could_be_another_amount_or_none_is_refused(words: str) -> None:
    with pytest.raises(InvalidValueError, match="a number: 12"):
        AMOUNT.read(words)


@pytest.mark.parametrize("word", sorted({*VAGUE["sizes"], *VAGUE["quantifiers"]} - {"tens"}))
def test_every_vague_word_that_a_report_may_have_is_read_back(word: str) -> None:
    values = AMOUNT.read(word)
    assert values["vague"]
    assert AMOUNT.read(AMOUNT.show(values)) == values


@given(
    low=_NUMBERS,
    high=_NUMBERS,
    qualifier=st.sampled_from(["exact", "at_least", "up_to", "about", "range"]),
)
def test_every_amount_that_is_shown_is_read_as_itself(
    low: float, high: float, qualifier: str
) -> None:
    low, high = sorted((low, high))
    fields: Fields = {"low": low, "point": None, "high": high, "qualifier": "range"}
    if qualifier != "range" or low == high:
        fields = {
            "low": low,
            "point": low,
            "high": low,
            "qualifier": qualifier.replace("range", "exact"),
        }
    shown = AMOUNT.show(fields)
    assert AMOUNT.show(AMOUNT.read(shown)) == shown
    assert AMOUNT.read(shown)["qualifier"] == fields["qualifier"]


@given(_NUMBERS)
def test_a_bound_that_is_shown_is_read_as_itself(value: float) -> None:
    field = Numeric("low", "low")
    assert field.read(field.show({"low": value})) == {"low": value}


@settings(deadline=None)
@given(
    st.lists(_PIECES, max_size=6).flatmap(
        lambda p: st.sampled_from([" ", ""]).map(lambda s: s.join(p))
    )
)
def test_whatever_is_understood_stands_under_the_field_and_is_read_again(words: str) -> None:
    try:
        values = AMOUNT.read(words)
    except InvalidValueError:
        return
    shown = AMOUNT.show(values)
    assert AMOUNT.remark(words) == f"= {shown}"
    assert AMOUNT.read(shown) == values


@pytest.mark.parametrize(
    ("qualifier", "bounds"),
    [
        ("at_least", (18, 18, None)),
        ("up_to", (None, 18, 18)),
        ("about", (None, 18, None)),
        ("exact", (18, 18, 18)),
    ],
)
@pytest.mark.parametrize(
    "before", [(18, 18, 18), (18, None, None), (None, None, 18), (None, 18, None)]
)
def test_another_qualifier_of_one_number_brings_its_bounds(
    qualifier: str, bounds: tuple[object, ...], before: tuple[object, ...]
) -> None:
    fields = dict(zip(("low", "point", "high"), before, strict=True))
    after = settled(fields, {"qualifier": qualifier})
    assert tuple(after[name] for name in ("low", "point", "high")) == bounds


def test_bounds_that_a_person_wrote_apart_stay_as_they_are() -> None:
    before = {"low": 12, "point": 18, "high": 18, "qualifier": "exact"}
    assert settled(before, {"qualifier": "at_least"}) == {"qualifier": "at_least"}
    assert settled(before, {"low": 11}) == {"low": 11}
