"""Words sought as a reader means them."""

import pytest

from tui.text.cells import fitted, index_at, width
from tui.text.finding import hits

TEXT = "The city’s “old” port. THE port-side:  ports (a.b)"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the", ["The", "THE"]),
        ("The", ["The"]),
        ("city's", ["city’s"]),
        ('"old"', ["“old”"]),
        ("port–side", ["port-side"]),
        ("(a.b)", ["(a.b)"]),
        ("a?b", []),
        ("", []),
    ],
)
def test_hits(words: str, found: list[str]) -> None:
    assert [TEXT[start:end] for start, end in hits(TEXT, words)] == found


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("short", 8, "short   "),
        ("much too long", 8, "much to…"),
        ("中文字符", 5, "中文…"),
        ("中文字符", 4, "中… "),
        ("any", 0, ""),
    ],
)
def test_a_text_is_fitted_into_cells(text: str, cells: int, shown: str) -> None:
    assert fitted(text, cells) == shown
    assert width(fitted(text, cells)) == cells


def test_a_cell_leads_to_the_character_that_covers_it() -> None:
    assert [index_at("a中b", cell) for cell in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("in Bogota\u0301 today", "bogotá", [(3, 10)]),
        ("in Bogotá today", "bogota\u0301", [(3, 9)]),
        ("a cafe\u0301", "cafe", []),
        ("a cafe\u0301 and a cafe", "cafe", [(14, 18)]),
    ],
)
def test_an_accent_is_found_however_it_is_written(
    text: str, words: str, found: list[tuple[int, int]]
) -> None:
    assert list(hits(text, words)) == found
