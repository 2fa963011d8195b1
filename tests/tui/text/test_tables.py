"""Tables are shown as tables: every word of a cell once, nothing too wide, offsets lead back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.load import markdown
from extract.load.plain import blocks_of
from extract.records import Block, Span
from extract.vocabulary import BlockKind
from tui.text.cells import width
from tui.text.edges import Edges
from tui.text.visible import visible
from tui.text.wrap import BULLET, Rows

CELLS = st.one_of(
    st.sampled_from(["", "17", "1,240", "Oshkara", "n/a", "armed men opened fire on a market"]),
    st.text("ab 中\u0301é", max_size=12).map(str.strip),
)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[Block]]:
    """A paragraph, a table with or without heads, a paragraph."""
    count = draw(st.integers(1, 5))
    rows = draw(st.lists(st.lists(CELLS, min_size=count, max_size=count), min_size=1, max_size=5))
    text, blocks = "Before it.\n\n", [Block(BlockKind.PARAGRAPH, 0, 10)]
    heads = draw(st.integers(0, 2))
    for number, row in enumerate(rows):
        start, cells = len(text), []
        for place, cell in enumerate(row):
            text += " | " if place else ""
            cells.append(Span(len(text), len(text) + len(cell)))
            text += cell
        level = int(number < heads)
        blocks.append(Block(BlockKind.ROW, start, len(text), level, tuple(cells)))
        text += "\n"
    blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + 6))
    return visible(f"{text}After."), blocks


@given(tables(), st.integers(12, 90))
def test_every_word_of_a_cell_is_shown_once_and_leads_back(
    table: tuple[str, list[Block]], cells: int
) -> None:
    text, blocks = table
    rows = Rows(text, blocks, cells)
    shown: list[int] = []
    for row in range(len(rows)):
        end = 0
        block = rows.block(row)
        for piece in rows.pieces(row) if block is not None else ():
            assert piece.x >= end
            end = piece.x + width(text[piece.start : piece.end])
            if not piece.is_label:
                shown += range(piece.start, piece.end)
        assert end <= max(cells, 12)
    inside = [at for block in blocks for cell in block.cells for at in range(cell.start, cell.end)]
    missing = set(inside) - set(shown)
    assert len(shown) == len(set(shown))
    assert all(text[at] == " " for at in missing)
    for at in set(shown):
        row = rows.row_at(at)
        assert row in rows.rows_of(at, at + 1)
        if width(text[at]):
            assert rows.offset_at(row, rows.cell_of(row, at)) in (at, at - 1)


SITREP = "District | Killed | Hurt\nOshkara | 17 | 31\nTalibar | 4 | 1,206\nTotal | 21 | 1,237"


def lines_of(text: str, cells: int) -> list[str]:
    rows = Rows(text, blocks_of(text), cells)
    lines = []
    for row in range(len(rows)):
        bullet = rows.bullet(row)
        line = "" if bullet is None else " " * bullet[0] + bullet[1]
        for piece in rows.pieces(row):
            line += " " * (piece.x - len(line)) + text[piece.start : piece.end]
        lines.append(line)
    return lines


def test_columns_stand_below_one_another_and_numbers_to_the_right() -> None:
    assert lines_of(SITREP, 40) == [
        "District  Killed   Hurt",
        "Oshkara       17     31",
        "Talibar        4  1,206",
        "Total         21  1,237",
    ]


def test_a_table_without_room_is_folded_under_its_heads() -> None:
    assert lines_of(SITREP, 18)[2:8] == [
        "Distri    Oshkara",
        "  Killed  17",
        "  Hurt    31",
        "Distri    Talibar",
        "  Killed  4",
        "  Hurt    1,206",
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("• a few words more", ["• a few", "  words", "  more"]),
        ("1. a few words more", ["1. a few", "   words", "   more"]),
    ],
)
def test_an_item_hangs_from_its_own_sign(words: str, expected: list[str]) -> None:
    assert lines_of(f"{words}\n\nend", 11)[:3] == expected


def test_an_item_without_a_sign_has_a_bullet() -> None:
    text = "one two\nin it"
    blocks = [Block(BlockKind.LIST_ITEM, 0, 7, 1), Block(BlockKind.LIST_ITEM, 8, 13, 2)]
    rows = Rows(text, blocks, 20)
    assert [rows.bullet(row) for row in range(len(rows))] == [(0, BULLET), (2, BULLET)]


def test_an_item_of_a_numbered_list_of_markdown_has_its_number() -> None:
    parsed = markdown.parse("9. one\n10. two words\n    - three\n")
    rows = Rows(parsed.text, parsed.blocks, 12)
    assert [rows.bullet(row) for row in range(len(rows))] == [
        (0, "9."),
        (0, "10."),
        None,
        (2, BULLET),
    ]
    assert [rows.indent(row) for row in range(len(rows))] == [3, 4, 4, 4]


def test_a_selection_goes_from_cell_to_cell() -> None:
    edges = Edges(SITREP, blocks_of(SITREP))
    span = edges.word_at(SITREP.index("Oshkara"))
    assert edges.moved(span, 1).of(SITREP) == "17"
    assert edges.end_moved(span, 1).of(SITREP) == "Oshkara | 17"
