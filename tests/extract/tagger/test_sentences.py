"""Where sentences end."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.records import Block
from extract.tagger.layout import Layout, lay_out
from extract.tagger.tokens import LONGEST
from extract.vocabulary import BlockKind

_FILE = Path(__file__).parent / "data" / "sentences.toml"
_CASES = tomllib.loads(_FILE.read_text("utf-8"))["case"]


def _laid_out(*blocks: str) -> tuple[str, Layout]:
    text, kinds, start = "\n".join(blocks), [], 0
    for block in blocks:
        kinds.append(Block(BlockKind.PARAGRAPH, start, start + len(block)))
        start += len(block) + 1
    return text, lay_out(text, kinds)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: str(case["about"]))
def test_sentences_end_where_a_reader_ends_them(case: dict[str, Any]) -> None:
    text, layout = _laid_out(case["text"])
    assert [text[s.start : s.end] for s in layout.sentences] == case["sentences"]


def test_a_sentence_ends_with_its_block_even_without_a_stop() -> None:
    text, layout = _laid_out("Town falls", "It fell on Monday")
    assert [text[s.start : s.end] for s in layout.sentences] == ["Town falls", "It fell on Monday"]


@given(st.lists(st.text(max_size=80), max_size=5))
def test_sentences_tile_their_blocks(blocks: list[str]) -> None:
    text, layout = _laid_out(*blocks)
    tiled = [place for s in layout.sentences for place in range(s.first, s.last)]
    assert tiled == list(range(len(layout.starts)))
    outside = set(range(len(text)))
    for sentence in layout.sentences:
        outside -= set(range(sentence.start, sentence.end))
    assert all(text[place].isspace() for place in outside)


@given(st.lists(st.text('aB1.?!…"”“() \n', max_size=60), min_size=1, max_size=4))
def test_no_sentence_crosses_the_border_of_a_block(blocks: list[str]) -> None:
    _, layout = _laid_out(*blocks)
    borders = [0]
    for block in blocks:
        borders.append(borders[-1] + len(block) + 1)
    assert all(
        borders[s.block] <= s.start < s.end <= borders[s.block + 1] for s in layout.sentences
    )


def test_a_line_without_a_stop_is_cut() -> None:
    _, layout = _laid_out("word " * (3 * LONGEST))
    assert [s.last - s.first for s in layout.sentences] == [LONGEST] * 3


@pytest.mark.parametrize("unit", [". ", '." ', '"', "A. ", "? “", "U.S. "])
def test_a_long_line_of_stops_and_marks_is_laid_out(unit: str) -> None:
    _, layout = _laid_out(unit * 50_000)
    assert layout.sentences[-1].last == len(layout.starts)
