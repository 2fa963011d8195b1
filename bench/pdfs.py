"""PDFs as agencies, monitors and ministries make them, each with the paragraphs that it tells."""

import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from fpdf import FPDF, XPos, YPos
from fpdf.enums import Align

WIDE = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
"""A font with Arabic letters; where it is not installed that document is not made."""

FIRST = (
    "Shelling of the northern districts of Oshkara killed 17 people and wounded 31 on Monday, the "
    "health directorate said. Six people are still missing under a collapsed bakery in the old "
    "town, according to rescuers who worked through the night."
)
SECOND = (
    "The governor, Marat Ilves, blamed the Nahr Front for the attack. A spokesman for the group "
    "denied that and said that its fighters had left the valley two weeks before."
)
THIRD = (
    "In Merrow, about 40 kilometres to the south, gunmen stopped a bus on Tuesday and abducted "
    "four traders. Two of them were released on Wednesday, their families said."
)
FOURTH = (
    "Relief workers counted 2,300 families in the schools of the town. Water is brought by lorry, "
    "and the road to the east remains closed after the bridge at Talibar was destroyed."
)
STORY = (FIRST, SECOND, THIRD, FOURTH)
TABLE = (
    ("District", "Killed", "Injured", "Missing"),
    ("Oshkara", "17", "31", "6"),
    ("Merrow", "0", "2", "4"),
    ("Wadi Serin", "5", "12", "0"),
    ("Total", "22", "45", "10"),
)


def _new(size: float = 11, **options: object) -> FPDF:
    pdf = FPDF(**options)
    pdf.set_margin(20)
    pdf.add_page()
    pdf.set_font("Times", size=size)
    return pdf


def _titled(pdf: FPDF, title: str = "Shelling kills 17 in Oshkara") -> None:
    pdf.set_font("Helvetica", "B", 18)
    pdf.multi_cell(0, 9, title, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(3)
    pdf.set_font("Times", size=11)


def _paragraph(pdf: FPDF, words: str, align: str = "J") -> None:
    pdf.multi_cell(0, 5, words, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.ln(3)


def _bytes(pdf: FPDF) -> bytes:
    pdf.set_creation_date(datetime(2025, 3, 20, 18))
    return bytes(pdf.output())


def one_column() -> bytes:
    """A title and paragraphs."""
    pdf = _new()
    _titled(pdf)
    for words in STORY:
        _paragraph(pdf, words)
    return _bytes(pdf)


def two_columns() -> bytes:
    """A title over two columns, as a newspaper sets it."""
    pdf = _new()
    _titled(pdf)
    with pdf.text_columns(ncols=2, gutter=8, text_align="J", line_height=1.2) as columns:
        for words in STORY:
            with columns.paragraph(bottom_margin=3) as paragraph:
                paragraph.write(words)
        columns.new_column()
        for words in reversed(STORY):
            with columns.paragraph(bottom_margin=3) as paragraph:
                paragraph.write(words)
    return _bytes(pdf)


def ruled_table() -> bytes:
    """A table with lines between two paragraphs."""
    pdf = _new()
    _titled(pdf)
    _paragraph(pdf, FIRST)
    with pdf.table(width=150, text_align="LEFT") as table:
        for cells in TABLE:
            table.row(cells)
    pdf.ln(5)
    _paragraph(pdf, SECOND)
    return _bytes(pdf)


def bare_table() -> bytes:
    """A table whose columns are only aligned."""
    pdf = _new()
    _titled(pdf)
    _paragraph(pdf, FIRST)
    for cells in TABLE:
        for width, cell in zip((50, 30, 30, 30), cells, strict=True):
            pdf.cell(width, 6, cell)
        pdf.ln(6)
    pdf.ln(5)
    _paragraph(pdf, SECOND)
    return _bytes(pdf)


def footnotes() -> bytes:
    """Raised numbers in the words, and the notes below a paragraph that goes on overleaf."""
    pdf = _new()
    _titled(pdf)
    for words in STORY:
        _paragraph(pdf, words)
    pdf.set_y(238)
    first, rest = SECOND.split(" A spokesman")
    pdf.write(5, first)
    pdf.char_vpos = "SUP"
    pdf.write(5, "1")
    pdf.char_vpos = "LINE"
    pdf.write(5, " A spokesman for the group denied that")
    pdf.set_xy(20, 268)
    pdf.set_font_size(7)
    pdf.write(4, "1 Statement of the governor's office, 19 March 2025.")
    pdf.set_auto_page_break(True, 10)
    pdf.add_page()
    pdf.set_font_size(11)
    _paragraph(pdf, rest.split("denied that ")[1])
    _paragraph(pdf, THIRD)
    return _bytes(pdf)


def arabic() -> bytes:
    """Names and a sentence in Arabic."""
    pdf = _new()
    _titled(pdf)
    pdf.add_font("Wide", fname=WIDE)
    pdf.set_font("Wide", size=11)
    pdf.set_text_shaping(True)
    _paragraph(pdf, f"{ARABIC[0]}", align="L")
    _paragraph(pdf, ARABIC[1], align="R")
    return _bytes(pdf)


ARABIC = (
    "Fighters shelled the village of تل رفعت (Tell Rifaat) on Monday, a doctor there said.",
    "قتل خمسة أشخاص في مدينة حلب يوم الاثنين",
)


def rotated() -> bytes:
    """A first page as usual, a second that is turned with the table on it."""
    pdf = _new()
    _titled(pdf)
    _paragraph(pdf, FIRST)
    pdf.add_page()
    with pdf.rotation(90, x=105, y=148):
        pdf.set_xy(0, 80)
        pdf.set_left_margin(0)
        pdf.multi_cell(160, 5, SECOND, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(3)
        pdf.multi_cell(160, 5, THIRD, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    return _bytes(pdf)


class _Headed(FPDF):  # type: ignore[misc]
    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, f"Nahr Valley Monitor - Weekly brief No. {12}", align=Align.L)
        self.ln(10)
        self.set_font("Times", size=11)

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("Helvetica", size=8)
        self.cell(0, 5, f"Page {self.page_no()} of {{nb}}", align=Align.C)


def running_heads(pages: int = 3) -> bytes:
    """The same line at the head of each page, the number of the page below."""
    pdf = _Headed()
    pdf.set_margin(20)
    pdf.add_page()
    _titled(pdf)
    for number in range(pages * 7):
        _paragraph(pdf, STORY[number % 4])
    return _bytes(pdf)


HYPHENATED = (
    "Government artillery shelled the ware-|houses of the harbour on Fri-|day, killing four "
    "passen-|gers of a bus, the Al-|Nahr hospital said. Twenty-|five people were treated for the "
    "self-|made gas."
)
UNHYPHENATED = (
    "Government artillery shelled the warehouses of the harbour on Friday, killing four passengers "
    "of a bus, the Al-Nahr hospital said. Twenty-five people were treated for the self-made gas."
)


def hyphenated() -> bytes:
    """Words broken at the ends of lines."""
    pdf = _new()
    _titled(pdf)
    for line in HYPHENATED.split("|"):
        pdf.cell(0, 5, line, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    return _bytes(pdf)


def lists() -> bytes:
    """Headings, and points with a second line."""
    pdf = _new()
    _titled(pdf, "Situation report No. 4")
    pdf.set_font("Helvetica", "B", 13)
    pdf.cell(0, 8, "Highlights", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font("Times", size=11)
    for words in (FIRST, SECOND):
        pdf.set_x(25)
        pdf.cell(5, 5, "\x95")
        pdf.set_left_margin(30)
        pdf.multi_cell(0, 5, words, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.set_left_margin(20)
        pdf.set_x(20)
        pdf.ln(2)
    return _bytes(pdf)


def encrypted(user: str = "secret") -> bytes:
    """One that opens with a password alone."""
    pdf = _new()
    pdf.set_encryption(owner_password="owner", user_password=user)
    _paragraph(pdf, FIRST)
    return _bytes(pdf)


def scanned(pages: int = 2) -> bytes:
    """Pictures of pages."""
    pdf = FPDF()
    for _ in range(pages):
        pdf.add_page()
        pdf.image(_picture(), x=0, y=0, w=210, h=297)
    return _bytes(pdf)


def _picture() -> bytes:
    """A grey PNG of 8 x 8."""
    rows = b"".join(b"\x00" + b"\x80" * 8 for _ in range(8))

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    size = (8).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def long_report(pages: int) -> bytes:
    """Many pages with heads, columns of numbers and paragraphs, to take the time with."""
    pdf = _Headed()
    pdf.set_margin(20)
    pdf.add_page()
    _titled(pdf)
    number = 0
    while pdf.page_no() < pages:
        _paragraph(pdf, STORY[number % 4])
        if number % 29 == 28:
            with pdf.table(width=150, text_align="LEFT") as table:
                for cells in TABLE:
                    table.row(cells)
            pdf.ln(5)
        number += 1
    return _bytes(pdf)


def _column(pdf: FPDF, x: float, y: float, story: Sequence[str], leading: float) -> None:
    for words in story:
        pdf.set_xy(x, y)
        pdf.multi_cell(78, leading, words, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        y = pdf.get_y() + 3


def out_of_step() -> bytes:
    """Two columns whose lines do not stand beside one another, and below them a table."""
    pdf = _new()
    _titled(pdf)
    _column(pdf, 20, 40, STORY[:3], 5)
    _column(pdf, 110, 41, STORY[1:], 5.6)
    pdf.set_xy(20, 122)
    pdf.set_font("Helvetica", "B", 11)
    pdf.cell(0, 6, "Casualties", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pdf.set_font("Times", size=11)
    with pdf.table(width=80, align="LEFT", text_align="LEFT") as table:
        for cells in TABLE:
            table.row(cells)
    return _bytes(pdf)


WRAPPED = (
    ("Place", "What happened", "Killed"),
    ("Tarvin", "Armed men attacked the village|and burned forty houses", "11"),
    ("Kelu", "A lorry hit a mine", "2"),
    ("Sulta", "Shots were fired at a|checkpoint of the police", "0"),
)


def wrapped_cells() -> bytes:
    """A table without lines, some of whose cells have two."""
    pdf = _new()
    _titled(pdf)
    for cells in WRAPPED:
        lines = [cell.split("|") for cell in cells]
        for number in range(max(map(len, lines))):
            for width, cell in zip((40, 70, 30), lines, strict=True):
                pdf.cell(width, 5, cell[number] if number < len(cell) else "")
            pdf.ln(5)
    return _bytes(pdf)


TOWNS = tuple((f"{n % 28 + 1} March", f"Town {n}", str(n % 7)) for n in range(60))


def table_overleaf() -> bytes:
    """A table that goes on on the next page, where its head is told again."""
    pdf = _Headed()
    pdf.set_margin(20)
    pdf.add_page()
    _titled(pdf)
    with pdf.table(width=120, text_align="LEFT") as table:
        for cells in (("Day", "Place", "Killed"), *TOWNS):
            table.row(cells)
    pdf.ln(5)
    _paragraph(pdf, THIRD)
    return _bytes(pdf)


def _told(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(" ".join(row).replace("|", " ") for row in rows)


_FOOTED = SECOND.replace("attack.", "attack.[1]")
TOLD: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "one column": (one_column, STORY),
    "two columns": (two_columns, (*STORY, *reversed(STORY))),
    "a ruled table": (ruled_table, (FIRST, *_told(TABLE), SECOND)),
    "an aligned table": (bare_table, (FIRST, *_told(TABLE), SECOND)),
    "cells of two lines": (wrapped_cells, _told(WRAPPED)),
    "a table overleaf": (
        table_overleaf,
        (*_told((("Day", "Place", "Killed"), *TOWNS)), THIRD),
    ),
    "columns out of step": (
        out_of_step,
        (*STORY[:3], *STORY[1:], "Casualties", *_told(TABLE)),
    ),
    "footnotes": (
        footnotes,
        (*STORY, _FOOTED, "[1] Statement of the governor's office, 19 March 2025.", THIRD),
    ),
    "a turned page": (rotated, (FIRST, SECOND, THIRD)),
    "running heads": (running_heads, tuple(STORY[n % 4] for n in range(21))),
    "hyphens": (hyphenated, (UNHYPHENATED,)),
    "lists": (lists, ("Highlights", FIRST, SECOND)),
}
"""By kind the document and the paragraphs that it tells behind its title, in their order."""
if Path(WIDE).exists():
    TOLD["Arabic"] = (arabic, ARABIC)
