"""Markdown becomes plain text, blocks and facts."""

from pathlib import Path

import pytest

from extract.load import load
from extract.load.markdown import parse
from extract.vocabulary import BlockKind

REPORT = """\
---
title: Ferry sinks off Pemba
published: 2023-04-10
site: Radio Pemba
---
# Ferry *sinks*

A ferry with [120 people](http://example.org) sank,
the **port** said & confirmed.

> “Nobody warned us.”

- one boat
- two boats
  - three boats

## What next
"""


def test_marks_are_gone_and_words_are_kept() -> None:
    text = parse(REPORT).text
    assert text.split("\n\n") == [
        "Ferry sinks",
        "A ferry with 120 people sank, the port said & confirmed.",
        "“Nobody warned us.”",
        "one boat",
        "two boats",
        "three boats",
        "What next",
    ]


def test_blocks_tell_what_each_part_is() -> None:
    text = parse(REPORT).text
    blocks = parse(REPORT).blocks
    found = [(block.kind, block.level, block.span.of(text)[:5]) for block in blocks]
    assert found == [
        (BlockKind.TITLE, 1, "Ferry"),
        (BlockKind.PARAGRAPH, 0, "A fer"),
        (BlockKind.QUOTATION, 0, "“Nobo"),
        (BlockKind.LIST_ITEM, 1, "one b"),
        (BlockKind.LIST_ITEM, 1, "two b"),
        (BlockKind.LIST_ITEM, 2, "three"),
        (BlockKind.HEADING, 2, "What "),
    ]


def test_front_matter_gives_the_facts(tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.write_text(REPORT, encoding="utf-8")
    article = load(path)
    assert (article.title, article.publisher, str(article.published)) == (
        "Ferry sinks off Pemba",
        "Radio Pemba",
        "2023-04-10",
    )


@pytest.mark.parametrize("matter", ["a: [b", "just words"])
def test_front_matter_that_is_no_mapping_is_told_and_the_rest_read(matter: str) -> None:
    parsed = parse(f"---\n{matter}\n---\nText")
    assert (parsed.text, parsed.matter) == ("Text", {})
    assert "front matter" in parsed.problems[0]
