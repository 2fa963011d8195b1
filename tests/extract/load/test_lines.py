"""Bullets, rows of tables and labels with their number are blocks of their own."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.load import load, markdown
from extract.load.plain import blocks_of, cells_of
from extract.vocabulary import BlockKind

HEAD = "A storm hit the coast on Monday, the governor said, and boats were lost.\n\n"
TAIL = "\n\nMore rain is to come, the office said on Tuesday."

APART = {
    "bullets": "• Two boats sank\n• One was saved\n• Three are missing",
    "dashes": "- Two boats sank\n- One was saved",
    "stars": "* two boats sank\n* one was saved",
    "numbers": "1. Two boats sank\n2. One was saved\n3. Three are missing",
    "numbers in brackets": "1) Two boats sank\n2) One was saved",
    "long dashes": "– Two boats sank\n– One was saved",
    "bars": "Killed | 17\nInjured | 31\nMissing | 6",
    "bars at the edges": "| Killed | 17 |\n| Injured | 31 |",
    "tabs": "Killed\t17\nInjured\t31",
    "columns": "District    Killed    Injured\nSulta       17        31\nMerrow      2         6",
    "labels": "Killed: 17\nInjured: 31\nStill missing: 6",
    "labels with words behind": "Killed: 17 people\nInjured: at least: 31\nMissing: 6 (5 children)",
    "dashes for labels": "Killed - 17\nInjured - 31",
    "counts": "17 killed\n31 injured\n6 missing",
    "a bare label": "Dead 12\nWounded 34",
}


@pytest.mark.parametrize("kind", APART)
def test_each_line_is_a_block_though_the_file_has_empty_lines_elsewhere(kind: str) -> None:
    text = f"{HEAD}{APART[kind]}{TAIL}"
    blocks = [block.span.of(text).strip() for block in blocks_of(text)]
    assert blocks == [HEAD.strip(), *map(str.strip, APART[kind].split("\n")), TAIL.strip()]


TOGETHER = {
    "lines that fit a column": "The governor said that at least\n17 people had been killed and\n"
    "31 wounded by the storm.",
    "a dash that goes on": "The town of Sulta, where many\n- as elsewhere - had fled, was\nempty.",
    "a day that is no item": "The storm came on the night of March\n12. No ship had left since,"
    " said the\nmaster of the port.",
    "a colon at the end": "The governor told reporters there:\n“We have lost 17 boats.”",
    "two spaces after a stop": "It came at night.  No ship had left\nthe port.  It was dark.",
    "a bullet that goes on": "• Two boats sank off the cape, and their\n  crews were saved",
}


@pytest.mark.parametrize("kind", TOGETHER)
def test_lines_that_only_fit_a_page_read_on(kind: str) -> None:
    text = f"{HEAD}{TOGETHER[kind]}{TAIL}"
    assert [block.span.of(text) for block in blocks_of(text)][1:-1] == [TOGETHER[kind]]


def test_a_new_page_ends_a_paragraph() -> None:
    text = "One page ends here.\n\nSo it does.\n\x0cThe next begins."
    blocks = [block.span.of(text) for block in blocks_of(text)]
    assert blocks == ["One page ends here.", "So it does.", "The next begins."]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("a | b", ["a", "b"]),
        ("| a | b |", ["a", "b"]),
        ("| a | | b |", ["a", "", "b"]),
        ("\ta\tb", ["", "a", "b"]),
        ("a    12    3.5%", ["a", "12", "3.5%"]),
        ("a    word", []),
        ("a word", []),
        ("", []),
    ],
)
def test_a_row_gives_its_cells_by_column(line: str, cells: list[str]) -> None:
    assert cells_of(line) == cells


MARKDOWN = {
    "a table": (
        "| Outcome | Number |\n|---|--:|\n| Killed | 17 |\n",
        ["Outcome | Number", "Killed | 17"],
    ),
    "a table with an empty cell": (
        "| a | b | c |\n|-|-|-|\n| x | | 3 |\n",
        ["a | b | c", "x | | 3"],
    ),
    "lines": ("Killed: 17\nInjured: 31\n", ["Killed: 17", "Injured: 31"]),
    "bullets of another kind": ("• one\n• two\n", ["• one", "• two"]),
    "breaks asked for": (
        "One line  \nanother line\\\na third\n",
        ["One line", "another line", "a third"],
    ),
    "breaks by tags": (
        "Dead: 12<br>Wounded: 34<br/>Lost: 2",
        ["Dead: 12", "Wounded: 34", "Lost: 2"],
    ),
    "a list within a list": (
        "- one\n  - two\n    - three\n- four\n",
        ["one", "two", "three", "four"],
    ),
    "a new page": ("One.\n\x0cTwo.\n", ["One.", "Two."]),
    "lines that fit a page": ("the storm\ncame at night\n", ["the storm came at night"]),
}


@pytest.mark.parametrize("kind", MARKDOWN)
def test_markdown_keeps_rows_and_lines_apart(tmp_path: Path, kind: str) -> None:
    source, expected = MARKDOWN[kind]
    path = tmp_path / "r.md"
    path.write_text(source)
    article = load(path)
    assert [block.span.of(article.text) for block in article.blocks] == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_text_file_with_a_mark_is_read_by_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "r.txt").write_bytes("Žižkov is closed.".encode(encoding))
    assert load(tmp_path / "r.txt").text == "Žižkov is closed."


def test_a_text_file_is_read_as_its_sidecar_declares(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_bytes("“Café” – closed".encode("cp1252"))
    (tmp_path / "r.toml").write_text('encoding = "windows-1252"')
    assert load(tmp_path / "r.txt").text == "“Café” – closed"


Table = list[tuple[int, list[str]]]
"""Of each row whether it names the columns, and its cells."""
TABLES: dict[str, tuple[str, Table]] = {
    "bars": (
        "District | Killed\nSulta | 17\n",
        [(1, ["District", "Killed"]), (0, ["Sulta", "17"])],
    ),
    "a rule": (
        "| 2023 | 2024 |\n|------|------|\n| 3 | 4 |",
        [(1, ["2023", "2024"]), (0, ["3", "4"])],
    ),
    "no heads": ("Killed | 17\nInjured | 31", [(0, ["Killed", "17"]), (0, ["Injured", "31"])]),
    "tabs": (
        "Place\tKilled\tHurt\nSulta\t\t31\n",
        [(1, ["Place", "Killed", "Hurt"]), (0, ["Sulta", "", "31"])],
    ),
    "columns with a gap": (
        "Place        Event        Killed    Hurt\n"
        "Sulta        Ambush            3       8\n"
        "Old Merrow   Car bomb                 12\n"
        "TOTAL                          3      20\n",
        [
            (1, ["Place", "Event", "Killed", "Hurt"]),
            (0, ["Sulta", "Ambush", "3", "8"]),
            (0, ["Old Merrow", "Car bomb", "", "12"]),
            (0, ["TOTAL", "", "3", "20"]),
        ],
    ),
    "heads over several columns": (
        "Place | Killed | | Hurt\n | Men | Women\nSulta | 3 | 1 | 8\n",
        [
            (1, ["Place", "Killed", "", "Hurt"]),
            (1, ["", "Men", "Women"]),
            (0, ["Sulta", "3", "1", "8"]),
        ],
    ),
    "a table of fewer columns below": (
        "Place | Killed | Hurt\nSulta | 3 | 1\n\nHouses burned | 6\n",
        [
            (1, ["Place", "Killed", "Hurt"]),
            (0, ["Sulta", "3", "1"]),
            (0, ["Houses burned", "6"]),
        ],
    ),
    "rows that head others": (
        "PROVINCE        DEATHS   INJURED\n"
        "--------------------------------\n"
        "Northern Region\n"
        "Amral               56       310\n"
        "Besk                 9        88\n"
        "Southern Region\n"
        "Corin                2        17\n",
        [
            (1, ["PROVINCE", "DEATHS", "INJURED"]),
            (0, ["Northern Region", "", ""]),
            (0, ["Amral", "56", "310"]),
            (0, ["Besk", "9", "88"]),
            (0, ["Southern Region", "", ""]),
            (0, ["Corin", "2", "17"]),
        ],
    ),
    "a byline is none": ("By Ana Kestrel | Aug. 3, 2022 | 4 min read", []),
    "wide spaces are none": ("It was late.  He had left\nthe town.  It was dark, and 12 came.", []),
}


@pytest.mark.parametrize("around", [(HEAD, TAIL), ("", "")])
@pytest.mark.parametrize("kind", TABLES)
def test_rows_of_a_table_have_their_cells(kind: str, around: tuple[str, str]) -> None:
    words, expected = TABLES[kind]
    text = f"{around[0]}{words.rstrip()}{around[1]}"
    rows = [block for block in blocks_of(text) if block.kind is BlockKind.ROW]
    assert [(row.level, [cell.of(text) for cell in row.cells]) for row in rows] == expected


ANYTHING = st.lists(st.text("ab1 \t|-:\n•.") | st.sampled_from(["a  12", "| a |", "|--|", "-"]))


@given(ANYTHING)
def test_cells_lie_in_their_rows_in_order_and_blocks_in_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    place = 0
    for block in blocks_of(text):
        assert place <= block.start < block.end <= len(text)
        edges = [edge for cell in block.cells for edge in (cell.start, cell.end)]
        assert edges == sorted(edges)
        assert all(block.start <= edge <= block.end for edge in edges)
        assert not any("|" in cell.of(text) for cell in block.cells)
        place = block.end


@given(st.lists(st.lists(st.sampled_from(["", "a", "b c", "12"]), min_size=3, max_size=3)))
def test_cells_of_markdown_stand_where_the_text_has_them(rows: list[list[str]]) -> None:
    lines = ["| x | y | z |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    parsed = markdown.parse("\n".join(lines))
    found = [[cell.of(parsed.text) for cell in block.cells] for block in parsed.blocks]
    assert found == [["x", "y", "z"], *rows]


def test_a_bar_within_a_cell_parts_no_cells() -> None:
    parsed = markdown.parse("| a \\| b | c |\n|---|---|\n| 1 | 2 |\n")
    assert [cell.of(parsed.text) for cell in parsed.blocks[0].cells] == ["a | b", "c"]


@pytest.mark.parametrize("source", ["Killed | 17\nHurt | 31", "Place | Killed\nSulta | 3\n"])
def test_a_table_is_written_as_one_and_read_again(tmp_path: Path, source: str) -> None:
    (tmp_path / "r.txt").write_text(source)
    article = load(tmp_path / "r.txt")
    (tmp_path / "r.md").write_text(markdown.as_markdown(article))
    again = load(tmp_path / "r.md")
    told = [
        [
            (block.level, [cell.of(one.text) for cell in block.cells])
            for block in one.blocks
            if any(cell.of(one.text) for cell in block.cells)
        ]
        for one in (article, again)
    ]
    assert told[0] == told[1]
    assert len(told[0]) == 2
