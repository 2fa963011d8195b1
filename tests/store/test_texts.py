"""The text of a document stays as it was first read, for all who share the notes."""

from pathlib import Path

import pytest

from extract.load.converting import Converted
from store.library.library import Library

MARKDOWN = (
    "<!-- page 1 -->\n\n# Attack in Oshkara\n\nA bomb exploded on Monday, <!-- page 2 -->police "
    "said.\n\nGunmen shot dead two traders in Gao, Mali, on Tuesday, the mayor said.\n"
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Documents that were taken apart; another version would read them otherwise each time."""
    found: list[str] = []

    def convert(path: Path) -> Converted:
        found.append(path.name)
        return Converted(f"{MARKDOWN}\nVersion {len(found)}.\n")

    monkeypatch.setattr("store.library.texts.convert_apart", convert)
    return found


def library(folder: Path) -> Library:
    (folder / "report.pdf").write_bytes(b"%PDF-1.7 made up")
    return Library(folder, "kim")


def test_a_document_is_read_once(tmp_path: Path, asked: list[str]) -> None:
    texts = {library(tmp_path).article("report").text for _ in range(3)}
    assert asked == ["report.pdf"]
    assert len(texts) == 1
    assert Library(tmp_path, "kim").annotators() == ()


def test_what_was_kept_and_is_damaged_is_read_anew(tmp_path: Path, asked: list[str]) -> None:
    library(tmp_path).article("report")
    (kept,) = (tmp_path / ".dateline" / "_texts").iterdir()
    kept.write_bytes(b'{"converted": 1}')
    assert library(tmp_path).article("report").text.endswith("Version 2.")


def test_a_paragraph_of_a_document_has_its_page(tmp_path: Path, asked: list[str]) -> None:
    article = library(tmp_path).article("report")
    words = ("Attack", "A bomb", "police", "two traders")
    assert [article.page_at(article.text.index(one)) for one in words] == [1, 1, 2, 2]
