"""Who says what, construction by construction, and where nobody says anything."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said import read, shown

from extract.records import Reading, Span

DATA = Path(__file__).parent / "data"
CONSTRUCTIONS = tomllib.loads((DATA / "constructions.toml").read_text("utf-8"))["case"]
SILENCE = tomllib.loads((DATA / "silence.toml").read_text("utf-8"))["case"]
PIECES = (
    *("the army", "officials", "said", "says that", "told Reuters", "according to", "reportedly"),
    *("claim", "claims", ",", ".", ":", "“", "”", '"', "'", "he", "who", "was accused of", "by"),
    *("and", "which", "denied", "three rebels", "were killed", "\n\n"),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@pytest.mark.parametrize("case", CONSTRUCTIONS, ids=lambda case: case["title"])
def test_statements_are_found(case: dict[str, Any]) -> None:
    article, reading = read(case["text"], case.get("dates", ()))
    assert [shown(article.text, found) for found in reading.attributions] == case["says"]


DESCRIBED = [
    (case, key)
    for case in CONSTRUCTIONS
    for key in ("stance", "directness", "inherited")
    if key in case
]


@pytest.mark.parametrize(("case", "key"), DESCRIBED)
def test_statements_are_described(case: dict[str, Any], key: str) -> None:
    _, reading = read(case["text"], case.get("dates", ()))
    assert getattr(reading.attributions[-1], key) == case[key]


@pytest.mark.parametrize("case", SILENCE, ids=lambda case: case["title"])
def test_nothing_is_said(case: dict[str, Any]) -> None:
    article, reading = read(case["text"])
    assert [shown(article.text, found) for found in reading.attributions] == []


def spans_of(reading: Reading) -> list[Span]:
    found: list[Span | None] = [span for source in reading.sources for span in source.mentions]
    for attribution in reading.attributions:
        found += [*attribution.content, attribution.cue, attribution.source_span]
    return [span for span in found if span]


@given(st.one_of(WORDS, st.text(max_size=200)).filter(str.strip))
def test_every_span_lies_in_the_text(text: str) -> None:
    article, reading = read(text)
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans_of(reading))


@given(WORDS.filter(str.strip))
def test_sources_and_attributions_name_each_other(text: str) -> None:
    _, reading = read(text)
    named = {(source.id, one) for source in reading.sources for one in source.attributions}
    assert named == {(a.source, a.id) for a in reading.attributions if a.source}


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ['"yes," he said. ', "he said she said ", "said, ", "according to "]
)
def test_a_megabyte_in_one_line_is_read(unit: str) -> None:
    article, reading = read(unit * (1_000_000 // len(unit)))
    assert all(span.end <= len(article.text) for span in spans_of(reading))
