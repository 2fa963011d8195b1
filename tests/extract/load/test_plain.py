"""Plain text falls into title, standfirst, crossheads and paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.load.plain import blocks_of
from extract.vocabulary import BlockKind

LONG = "Officials said on Monday that the bridge had been closed after the flood reached it."
LATER = "Engineers will inspect the pillars before any lorry may cross again, they added."


def kinds(text: str, title: str | None = None) -> list[str]:
    return [block.kind.value for block in blocks_of(text, title)]


def test_without_a_blank_line_every_line_is_a_paragraph() -> None:
    assert kinds(f"{LONG}\n{LATER}") == ["paragraph", "paragraph"]


def test_with_blank_lines_a_wrapped_paragraph_stays_whole() -> None:
    text = f"{LONG[:40]}\n{LONG[40:]}\n\n{LATER}"
    assert [text[b.start : b.end] for b in blocks_of(text)] == [
        f"{LONG[:40]}\n{LONG[40:]}",
        LATER,
    ]


def test_a_first_line_that_ends_like_a_heading_is_the_title() -> None:
    assert kinds(f"Flood closes bridge in Malanje\n{LONG}\n{LATER}") == [
        "title",
        "paragraph",
        "paragraph",
    ]


def test_a_known_title_decides_whether_the_first_line_is_it() -> None:
    text = f"Malanje, Thursday\n{LONG}\n{LATER}"
    assert kinds(text, "Flood closes bridge")[0] == "paragraph"
    assert kinds(text, "Malanje, Thursday")[0] == "title"


@pytest.mark.parametrize(
    "second",
    [
        "A bridge in the north is closed",
        "Officials said the bridge had been closed after the flood.",
    ],
    ids=["without an end", "repeated below"],
)
def test_a_line_that_sums_up_is_the_standfirst(second: str) -> None:
    assert kinds(f"Flood closes bridge\n{second}\n{LONG}\n{LATER}")[1] == "standfirst"


def test_an_ordinary_first_sentence_is_no_standfirst() -> None:
    assert kinds(f"Flood closes bridge\n{LONG}\n{LATER}\n{LATER}")[1] == "paragraph"


def test_a_short_line_between_paragraphs_is_a_crosshead() -> None:
    assert kinds(f"{LONG}\nHundreds stranded\n{LATER}") == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize("line", ["He left.", "The council said:", "“We are cut off”"])
def test_a_short_sentence_is_no_crosshead(line: str) -> None:
    assert kinds(f"{LONG}\n{line}\n{LATER}")[1] == "paragraph"


@given(st.text())
def test_blocks_stand_in_order_and_leave_out_only_space(text: str) -> None:
    blocks = blocks_of(text)
    edges = [edge for block in blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    kept = "".join(text[b.start : b.end] for b in blocks)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(block.kind in BlockKind for block in blocks)
