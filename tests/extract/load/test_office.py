"""Word files, ODT files, books and mails are reports with headings, lists and tables."""

import io
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from extract.errors import LoadError
from extract.load import load
from extract.load.apart import convert_apart
from extract.load.converting import convert
from extract.load.office import packed
from extract.records import Article

docx = pytest.importorskip("docx")
odfdo = pytest.importorskip("odfdo")
pytest.importorskip("mammoth")
pytest.importorskip("markdownify")

TITLE = "Flash update: *Oshkara*"
WORDS = "Shelling killed 17 people in the [old] town on Monday | the directorate_said."
ITEMS = ("17 killed", "31 wounded")
ROWS = (("District", "Killed"), ("Oshkara", "17"), ("Merrow", "0"))


def word() -> bytes:
    made = docx.Document()
    made.add_heading(TITLE, 0)
    made.add_paragraph(WORDS)
    for item in ITEMS:
        made.add_paragraph(item, style="List Bullet")
    table = made.add_table(len(ROWS), 2)
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    return written(made.save)


def odt() -> bytes:
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Header(1, TITLE))
    made.body.append(odfdo.Paragraph(WORDS))
    made.body.append(odfdo.List(list(ITEMS)))
    table = odfdo.Table("T")
    for cells in ROWS:
        row = odfdo.Row()
        for words in cells:
            row.append_cell(odfdo.Cell(words))
        table.append(row)
    made.body.append(table)
    return written(made.save)


def written(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


MARKUP = (
    f"<h1>{TITLE}</h1><p>{WORDS}</p><ul><li>{ITEMS[0]}</li><li>{ITEMS[1]}</li></ul><table>"
    + "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in ROWS)
    + "</table>"
)
CONTAINER = '<container xmlns="c"><rootfile full-path="OEBPS/a.opf"/></container>'
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="d"><metadata><dc:date>2025-03-20T08:00'
    "</dc:date><dc:publisher>Nahr Monitor</dc:publisher><dc:language>en</dc:language></metadata>"
    '<manifest><item id="n" properties="nav" href="n.xhtml"/><item id="b" href="b%20b.xhtml"/>'
    '<item id="a" href="a.xhtml"/></manifest>'
    '<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>'
)


def epub() -> bytes:
    first, second = MARKUP.split("<ul>")
    return zipped(
        {
            "META-INF/container.xml": CONTAINER,
            "OEBPS/a.opf": PACKAGE,
            "OEBPS/n.xhtml": "<p>Contents</p>",
            "OEBPS/a.xhtml": f'<?xml version="1.0" encoding="utf-8"?><html>{first}</html>',
            "OEBPS/b b.xhtml": f"<html><ul>{second}</html>",
        }
    )


def zipped(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, words in files.items():
            book.writestr(name, words)
    return file.getvalue()


def mail(kind: str = "html", subject: str = TITLE, attached: Sequence[str] = ()) -> bytes:
    made = EmailMessage()
    made["From"] = "Duty Desk <desk@monitor.example>"
    made["Subject"] = subject
    made["Date"] = "Thu, 20 Mar 2025 23:30:00 -0500"
    laid_out = f"<style>p {{}}</style><table><tr><td>{MARKUP}</td></tr></table>"
    made.set_content(laid_out if kind == "html" else WORDS, subtype=kind)
    for name in attached:
        made.add_attachment(b"%PDF" * 500, maintype="application", subtype="pdf", filename=name)
    return bytes(made)


MADE = {".docx": word, ".odt": odt, ".epub": epub, ".eml": mail}


def read(data: bytes, ending: str, folder: Path) -> Article:
    path = folder / f"report{ending}"
    path.write_bytes(data)
    return load(path)


@pytest.mark.parametrize("ending", MADE)
def test_a_document_has_its_title_paragraphs_lists_and_tables(ending: str, tmp_path: Path) -> None:
    article = read(MADE[ending](), ending, tmp_path)
    blocks = [(block.kind.value, block.span.of(article.text)) for block in article.blocks]
    assert blocks[:4] == [
        ("title", TITLE),
        ("paragraph", WORDS),
        ("list_item", ITEMS[0]),
        ("list_item", ITEMS[1]),
    ]
    table = article.text[article.blocks[4].start :].split()
    assert [word for word in table if word != "|"] == [cell for row in ROWS for cell in row]
    assert article.title == TITLE


def test_a_mail_has_the_day_and_sender_that_it_states(tmp_path: Path) -> None:
    article = read(mail(), ".eml", tmp_path)
    assert (str(article.published), article.publisher) == ("2025-03-20", "Duty Desk")
    assert article.guessed == ()


def test_what_hangs_on_a_mail_is_named_and_not_opened(tmp_path: Path) -> None:
    article = read(mail("plain", attached=("map.pdf", "b.pdf")), ".eml", tmp_path)
    assert article.text == f"{TITLE}\n\n{WORDS}"
    assert [line.split(": ", 1)[1] for line in article.problems] == [
        "not opened: map.pdf (2 kB), b.pdf (2 kB)"
    ]


def test_a_book_states_its_day_and_publisher(tmp_path: Path) -> None:
    article = read(epub(), ".epub", tmp_path)
    assert (str(article.published), article.publisher) == ("2025-03-20", "Nahr Monitor")


def test_the_day_on_which_a_file_was_saved_is_a_guess(tmp_path: Path) -> None:
    assert read(word(), ".docx", tmp_path).guessed == ("published",)


def test_a_document_made_anew_years_later_lends_no_day(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.modified = datetime(2026, 5, 4)
    made.add_heading("Incidents in March 2025", 0)
    made.add_paragraph(WORDS)
    assert read(written(made.save), ".docx", tmp_path).published is None
    made.add_paragraph("Revised in April 2026.")
    assert str(read(written(made.save), ".docx", tmp_path).published) == "2026-05-04"


ENTITIES = "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "aaaaaaaaaa"}">' for n in range(9)
)
BOMB = f"<!DOCTYPE x [{ENTITIES}]><x>&a8;</x>"
HOSTILE = {
    "no packed file, .docx": (".docx", b"hello", "no Word file, or a damaged one"),
    "no packed file, .odt": (".odt", b"", "no ODT file, or a damaged one"),
    "half a file": (".docx", word()[:3000], "no Word file, or a damaged one"),
    "another packed file": (".docx", zipped({"a.txt": "hello"}), "no Word file"),
    "an ODT file called a Word file": (".docx", odt(), "no Word file"),
    "entities of entities, .docx": (".docx", zipped({"word/document.xml": BOMB}), "no Word file"),
    "entities of entities, .odt": (".odt", zipped({"content.xml": BOMB}), "no ODT file"),
    "a book without chapters": (
        ".epub",
        zipped({"META-INF/container.xml": CONTAINER, "OEBPS/a.opf": PACKAGE}),
        "no text in the book",
    ),
    "a book of entities": (".epub", zipped({"META-INF/container.xml": BOMB}), "no book"),
    "a way out of the book": (
        ".epub",
        zipped({"META-INF/container.xml": CONTAINER.replace("OEBPS/a.opf", "../../etc/passwd")}),
        "no book",
    ),
    "no mail": (".eml", b"hello\n\nthere", "no mail: it has no sender, day or subject"),
    "a mail without words": (".eml", b"Subject: a\n\n", "no words in the mail"),
    "parts within parts": (
        ".eml",
        b"Subject: a\n"
        + b"".join(
            b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
        ),
        "more parts within parts than any mail",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_cannot_be_read_says_so_in_one_line(kind: str, tmp_path: Path) -> None:
    ending, data, why = HOSTILE[kind]
    with pytest.raises(LoadError) as told:
        read(data, ending, tmp_path)
    assert why in str(told.value)
    assert "\n" not in str(told.value)


def test_what_grows_beyond_all_bounds_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "LARGEST", 1_000_000)
    with pytest.raises(LoadError, match="unpacked larger than 1 MB"):
        read(zipped({"word/document.xml": "a" * 1_000_001}), ".docx", tmp_path)


def test_a_document_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(mail("plain"))
    assert convert_apart(path) == convert(path)
    path.write_bytes(b"hello\n\nthere")
    with pytest.raises(LoadError, match=r"mail\.eml: no mail: it has no sender"):
        convert_apart(path)


def ended(what: object) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        if isinstance(what, BaseException):
            raise what
        return subprocess.CompletedProcess(command, -11, b"", b"")

    return run


ENDS = {
    "it breaks": (ended(None), "damaged, or larger than fits into memory"),
    "it takes too long": (ended(subprocess.TimeoutExpired("x", 1)), "not read within 300 seconds"),
}


@pytest.mark.parametrize("way", ENDS)
def test_a_process_that_does_not_end_well_is_one_line(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, why = ENDS[way]
    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(LoadError, match=why):
        convert_apart(tmp_path / "a.pdf")
