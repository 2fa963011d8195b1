"""An article written as Markdown loads to the same article."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from extract.load import load
from extract.load.building import TextBuilder
from extract.load.markdown import as_markdown, parse
from extract.records import Article
from extract.vocabulary import BlockKind

AWKWARD = (
    (BlockKind.TITLE, "A *starred* title #1", 1),
    (BlockKind.PARAGRAPH, "1. No list: [no link](x) & <b>no tag</b> `code` a_b_c", 0),
    (BlockKind.PARAGRAPH, "- no item", 0),
    (BlockKind.HEADING, "Three > two", 3),
    (BlockKind.QUOTATION, "“Quoted”", 0),
    (BlockKind.LIST_ITEM, "one", 1),
    (BlockKind.LIST_ITEM, "two", 1),
)


def article() -> Article:
    builder = TextBuilder()
    for kind, words, level in AWKWARD:
        builder.add(kind, words, level)
    text, blocks = builder.done()
    return Article("k", "Another: title", text, blocks, "", date(2024, 5, 3), "Lakes Post")


def test_text_blocks_and_facts_come_back(tmp_path: Path) -> None:
    before = article()
    path = tmp_path / "k.md"
    path.write_text(as_markdown(before), encoding="utf-8")
    after = load(path)
    assert replace(after, sha256="", path=None) == before


def test_what_was_guessed_stays_guessed(tmp_path: Path) -> None:
    path = tmp_path / "k.md"
    path.write_text(as_markdown(replace(article(), guessed=("published",))), encoding="utf-8")
    assert load(path).guessed == ("published",)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1))
def test_any_words_come_back_as_they_were(words: str) -> None:
    plain = " ".join(words.split())
    parsed = parse(as_markdown(_paragraph(plain)))
    text, blocks = parsed.text, parsed.blocks
    assert text == plain
    assert len(blocks) == bool(plain)


def _paragraph(words: str) -> Article:
    builder = TextBuilder()
    builder.add(BlockKind.PARAGRAPH, words)
    text, blocks = builder.done()
    return Article("k", "T", text, blocks, "")
