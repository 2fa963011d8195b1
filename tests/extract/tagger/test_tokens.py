"""Words, numbers and marks of a text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.tagger.tokens import spans_in

_FILE = Path(__file__).parent / "data" / "tokens.toml"
_CASES = tomllib.loads(_FILE.read_text("utf-8"))["case"]


def _tokens(text: str) -> list[str]:
    return [text[start:end] for start, end in spans_in(text, 0, len(text))]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: str(case["about"]))
def test_a_text_is_parted_as_the_treebanks_part_it(case: dict[str, str]) -> None:
    assert "|".join(_tokens(case["text"])) == case["tokens"]


@given(st.text())
def test_every_character_but_space_stands_in_exactly_one_token(text: str) -> None:
    covered = [place for start, end in spans_in(text, 0, len(text)) for place in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(text[place].isspace() for place in set(range(len(text))) - set(covered))


@given(st.text("aA1.-'’ \n&@:/,!?\"“”", max_size=60))
def test_no_token_is_empty_or_begins_or_ends_with_space(text: str) -> None:
    assert all(token and token == token.strip() for token in _tokens(text))


@given(st.text(), st.text(), st.text())
def test_tokens_of_a_part_stay_in_the_part(before: str, part: str, after: str) -> None:
    text, start, end = before + part + after, len(before), len(before) + len(part)
    assert all(start <= left < right <= end for left, right in spans_in(text, start, end))


@pytest.mark.parametrize("unit", ["a", "a-", "a.", "a'", "'", "1-", "1,", "a@", "http://", "."])
def test_a_long_line_of_anything_is_parted(unit: str) -> None:
    text = unit * 50_000
    assert sum(end - start for start, end in spans_in(text, 0, len(text))) == len(text)
