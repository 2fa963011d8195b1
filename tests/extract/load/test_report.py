"""A report comes whole from its file, or with one line that says why not."""

import json
from datetime import date
from pathlib import Path

import pytest

from extract.errors import EmptyLibraryError, LoadError, MissingReportError
from extract.load import find_reports, key_of, load, read_row
from extract.vocabulary import BlockKind

SEED = Path(__file__).parents[3] / "seeds" / "000_82356d672ab70ae1.txt"


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_the_seed_has_title_standfirst_and_crosshead() -> None:
    article = load(SEED)
    kinds = [block.kind for block in article.blocks]
    assert kinds[:2] == [BlockKind.TITLE, BlockKind.STANDFIRST]
    crossheads = [b.span.of(article.text) for b in article.blocks if b.kind is BlockKind.HEADING]
    assert crossheads == ["Scores of civilians killed"]
    assert (article.publisher, article.published) == ("Al Jazeera", date(2021, 7, 29))


def test_byte_order_mark_and_carriage_returns_stay_outside(tmp_path: Path) -> None:
    article = load(write(tmp_path / "r.txt", b"\xef\xbb\xbfOne line.\r\nAnother.\rThird.\n"))
    assert article.text == "One line.\nAnother.\nThird.\n"


def test_the_date_given_wins_over_the_sidecar(tmp_path: Path) -> None:
    path = write(tmp_path / "r.txt", "Words.")
    write(tmp_path / "r.toml", 'published = 2020-01-02\ntitle = "T"')
    assert load(path).published == date(2020, 1, 2)
    assert load(path, published=date(2021, 1, 1)).published == date(2021, 1, 1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"caf\xe9 closed", r"not UTF-8 text \(byte 4, line 1\)"),
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"%PDF-1.4 x", "not a text file"),
        (b"a\x00\x00\x00", "not a text file"),
    ],
)
def test_what_is_no_text_is_told_in_one_line(tmp_path: Path, data: bytes, why: str) -> None:
    path = write(tmp_path / "r.txt", data)
    with pytest.raises(LoadError, match=why) as caught:
        load(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("sidecar", "why"),
    [
        ("published = ", "not TOML"),
        ('published = "soon"', "'soon' is no date"),
        ("title = 3", "'title' is not text"),
    ],
)
def test_a_broken_sidecar_is_told_and_the_report_read(
    tmp_path: Path, sidecar: str, why: str
) -> None:
    write(tmp_path / "r.toml", sidecar)
    article = load(write(tmp_path / "r.txt", "Words."))
    assert article.text == "Words."
    assert why in article.problems[0]
    assert "r.toml" in article.problems[0]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingReportError):
        load(tmp_path / "none.txt")


def test_a_folder_gives_its_reports_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.md", ".dateline/x.txt", "README.md", "notes.csv"):
        write(tmp_path / name, "Words.")
    found = find_reports(tmp_path)
    assert [key_of(path, tmp_path) for path in found] == ["a/c", "b"]


def test_a_folder_without_a_report_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmptyLibraryError, match=r"put \.txt or \.md files into it"):
        find_reports(tmp_path)


def test_a_row_keeps_its_text_exactly() -> None:
    text = " A row.\r\nKept. "
    line = json.dumps({"id": "x", "date": "2020-02-03", "text": text}).encode()
    article = read_row(line, "f, line 1")
    assert (article.text, article.key, article.published) == (text, "x", date(2020, 2, 3))


@pytest.mark.parametrize("line", [b"{broken", b"[]", b"{}", b'{"text": 3}', b"\xff"])
def test_a_broken_row_is_told_with_its_line(line: bytes) -> None:
    with pytest.raises(LoadError, match="line 7"):
        read_row(line, "f, line 7")
