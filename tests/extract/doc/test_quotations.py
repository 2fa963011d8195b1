"""Quotation marks in pairs."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.doc.quotations import Quotation, find_quotations, outermost
from extract.load.plain import blocks_of
from extract.records import Block
from extract.vocabulary import BlockKind

CASES = tomllib.loads((Path(__file__).parent / "data" / "quotations.toml").read_text("utf-8"))
MARKS = st.text(st.sampled_from("\"“”„«»'‘’` ,.ab\n"), max_size=60)


def whole(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, 0, len(text)),)


def shown(text: str, quotation: Quotation) -> str:
    signs = [
        *("1" * quotation.depth),
        *("u" * (not quotation.closed)),
        *("c" * quotation.carried),
        *("s" * quotation.single),
    ]
    return "|".join([quotation.span.of(text), *(["".join(signs)] if signs else [])])


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["title"])
def test_marks_are_paired(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find_quotations(text, blocks_of(text, ""))
    assert [shown(text, quotation) for quotation in found] == case["quotations"]


@given(MARKS)
def test_quotations_lie_in_the_text_in_order(text: str) -> None:
    found = find_quotations(text, whole(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert [q.start for q in found] == sorted({q.start for q in found})


@given(MARKS)
def test_quotations_are_nested_or_apart(text: str) -> None:
    found = find_quotations(text, whole(text))
    assert all(not a.span.overlaps(b.span) or a.span.holds(b.span) for a, b in pairwise(found))


@given(MARKS)
def test_outermost_quotations_do_not_overlap(text: str) -> None:
    found = outermost(find_quotations(text, whole(text)))
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(find_quotations(text, whole(text)), tuple)


@pytest.mark.parametrize("unit", ['"a" ', "“", "«“", "”", "'a ", "s' a", "‘a ” “ "])
def test_fifty_thousand_marks_are_paired(unit: str) -> None:
    text = unit * 50_000
    found = find_quotations(text, whole(text))
    assert all(q.end <= len(text) for q in found)
