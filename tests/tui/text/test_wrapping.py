"""A text wrapped for any width: nothing is lost, nothing is too wide, offsets lead back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.records import Block
from extract.vocabulary import BlockKind
from tui.text.cells import width
from tui.text.lines import wrapped
from tui.text.visible import visible
from tui.text.wrap import Rows

SAMPLES = st.text(st.one_of(st.characters(), st.sampled_from("ab  \u0301\u200d中👩é")), max_size=80)


def rows_of(text: str, cells: int) -> list[str]:
    return [text[start:end] for start, end in wrapped(text, 0, len(text), cells)]


@pytest.mark.parametrize(
    ("text", "cells", "rows"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 20, ["one two three"]),
        ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
        ("中文字符一二三", 6, ["中文字", "符一二", "三"]),
        ("中文字。符", 6, ["中文", "字。符"]),
        ("他说：“好。”", 6, ["他说：", "“好。”"]),
        ("e\u0301e\u0301e\u0301e\u0301", 3, ["e\u0301e\u0301e\u0301", "e\u0301"]),
        ("مرحبا بالعالم", 8, ["مرحبا", "بالعالم"]),
        ("", 5, []),
    ],
)
def test_rows_end_where_a_reader_expects(text: str, cells: int, rows: list[str]) -> None:
    assert rows_of(text, cells) == rows


@given(SAMPLES, st.integers(2, 40))
def test_no_row_is_wider_than_the_width(text: str, cells: int) -> None:
    shown = visible(text)
    assert all(width(row) <= cells for row in rows_of(shown, cells))


@given(SAMPLES, st.integers(1, 40))
def test_rows_leave_out_spaces_alone(text: str, cells: int) -> None:
    shown = visible(text)
    kept = "".join(rows_of(shown, cells))
    assert kept.replace(" ", "") == shown.replace(" ", "")


@given(SAMPLES.filter(str.strip), st.integers(1, 40))
def test_every_offset_leads_to_the_row_that_shows_it(text: str, cells: int) -> None:
    shown = visible(text)
    rows = Rows(shown, [Block(BlockKind.PARAGRAPH, 0, len(shown))], cells)
    for row in range(len(rows)):
        start, end = rows.span(row)
        assert {rows.row_at(offset) for offset in range(start, end)} <= {row}


def test_blocks_stand_apart_by_a_blank_row() -> None:
    blocks = [Block(BlockKind.TITLE, 0, 3), Block(BlockKind.PARAGRAPH, 4, 8)]
    rows = Rows("one two ", blocks, 20)
    assert [rows.block(row) for row in range(len(rows))] == [blocks[0], None, blocks[1]]


def test_list_items_stand_in_and_close_together() -> None:
    blocks = [Block(BlockKind.LIST_ITEM, 0, 3, 1), Block(BlockKind.LIST_ITEM, 4, 7, 2)]
    rows = Rows("one two", blocks, 20)
    assert [rows.indent(row) for row in range(len(rows))] == [2, 4]


def test_a_megabyte_in_one_line_is_wrapped() -> None:
    text = "word " * 200_000
    assert len(rows_of(text, 80)) == 12_500
