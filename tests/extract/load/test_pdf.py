"""PDFs read as a person reads them: down the columns, without what comes again on each page."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

pytest.importorskip("pypdfium2")
pytest.importorskip("pdfplumber")
pytest.importorskip("fpdf")

from bench import pdfs
from extract.errors import LoadError
from extract.load import converting, load
from extract.load.markdown import as_markdown
from extract.load.pdf import words
from extract.records import Article


def read(data: bytes, folder: Path) -> Article:
    path = folder / "report.pdf"
    path.write_bytes(data)
    return load(path)


def flat(text: str) -> str:
    return " ".join(text.replace("|", " ").replace("•", " ").split())


@pytest.mark.parametrize("kind", pdfs.TOLD)
def test_a_pdf_tells_its_paragraphs_in_their_order(kind: str, tmp_path: Path) -> None:
    made, told = pdfs.TOLD[kind]
    article = read(made(), tmp_path)
    title, rest = article.text.split("\n\n", 1)
    assert title in ("Shelling kills 17 in Oshkara", "Situation report No. 4")
    assert flat(rest) == flat(" ".join(told))


@pytest.mark.parametrize(
    "kind", ["footnotes", "a turned page", "running heads", "a table overleaf"]
)
def test_each_paragraph_has_its_page_also_when_it_was_added_as_markdown(
    kind: str, tmp_path: Path
) -> None:
    article = read(pdfs.TOLD[kind][0](), tmp_path)
    assert article.page_at(0) == 1
    assert article.page_at(len(article.text) - 1) == article.pages[-1].page > 1
    assert all(one.start < other.start for one, other in pairwise(article.pages))
    copy = tmp_path / "copy.md"
    copy.write_text(as_markdown(article), encoding="utf-8")
    again = load(copy)
    assert (again.text, again.pages) == (article.text, article.pages)


def test_a_note_below_a_paragraph_that_goes_on_overleaf_has_its_own_page(tmp_path: Path) -> None:
    article = read(pdfs.footnotes(), tmp_path)
    told = ("denied", "weeks before.\n\n[1]", "[1] St")
    assert [article.page_at(article.text.index(one)) for one in told] == [1, 2, 1]


def test_day_and_title_of_the_file_are_guesses(tmp_path: Path) -> None:
    article = read(pdfs.one_column(), tmp_path)
    assert (str(article.published), article.guessed) == ("2025-03-20", ("published",))
    assert article.title == "Shelling kills 17 in Oshkara"


def test_the_same_file_reads_the_same(tmp_path: Path) -> None:
    one, other = (read(pdfs.running_heads(), tmp_path) for _ in range(2))
    assert replace(one, path=None) == replace(other, path=None)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a scan": (pdfs.scanned, "2 pages of pictures and no text: a scan; read it with OCR"),
    "one with a password": (pdfs.encrypted, "locked with a password; save it without"),
    "half a file": (lambda: pdfs.one_column()[:400], "no PDF, or a damaged one"),
    "nothing": (lambda: b"", "no PDF, or a damaged one"),
    "another kind": (lambda: b"PK\x03\x04" + b"x" * 200, "no PDF, or a damaged one"),
    "pages that are their own parents": (
        lambda: (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9999999/Parent 2 0 R>>endobj\n"
            b"trailer<</Root 1 0 R>>\n%%EOF"
        ),
        ";",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_cannot_be_read_says_why_in_one_line(kind: str, tmp_path: Path) -> None:
    made, why = HOSTILE[kind]
    with pytest.raises(LoadError) as told:
        read(made(), tmp_path)
    assert why in str(told.value)
    assert "\n" not in str(told.value)


def test_a_page_with_more_letters_than_any_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_LETTERS", 100)
    with pytest.raises(LoadError, match=r"page 1 has .* letters, more than any report"):
        read(pdfs.one_column(), tmp_path)


def test_a_file_larger_than_any_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(converting.LARGEST + 1)
    with pytest.raises(LoadError, match="larger than 300 MB"):
        load(path)
