"""Rows as a workbook, as another program reads it; and with the mark that spreadsheets know."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rows_of import reviewed

from extract.records import PageStart
from store.formats.document import Document, Table, Wishes
from store.formats.export import export
from store.formats.recognising import kinds_of
from store.formats.tables import EVIDENCE_COLUMNS

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")

TEXT = "Gunmen shot dead two traders in Gao, Mali, on Monday, the mayor said."


def book_of(form: str, document: Document) -> tuple[Any, bytes]:
    files, losses = export(form, [document], Wishes(table=Table.XLSX))
    ((name, data),) = files
    assert name == ""
    assert not [what for what in losses.counts if "cells" in what]
    return openpyxl.load_workbook(io.BytesIO(data)), data


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_the_evidence_is_the_second_sheet(form: str) -> None:
    book, _ = book_of(form, reviewed(TEXT)[0])
    assert book.sheetnames == [form, "evidence"]
    (row,) = rows(book[form])
    deaths, actor = ("fatalities", "actor1") if form == "acled" else ("best", "side_a")
    assert row[deaths] == 2, "a number is a number"
    assert row[actor] == "Unidentified Armed Group (Mali)"
    evidence = rows(book["evidence"])
    assert tuple(evidence[0]) == EVIDENCE_COLUMNS
    assert {"row": 1, "column": actor, "words": "Gunmen"}.items() <= next(
        one for one in evidence if one["column"] == actor
    ).items()


def test_the_evidence_names_the_page_of_a_report_that_has_pages() -> None:
    document, _ = reviewed(TEXT)
    article = replace(document.article, pages=(PageStart(0, 3), PageStart(TEXT.index("Gao"), 4)))
    book, _ = book_of("acled", replace(document, article=article))
    pages = {one["words"]: one["page"] for one in rows(book["evidence"])}
    assert (pages["Gunmen"], pages["Gao"]) == (3, 4)


def test_no_cell_is_a_formula_or_a_link() -> None:
    document, _ = reviewed(TEXT)
    article = replace(document.article, publisher="=1+1", url="http://x.y", title="@SUM(A1)\x07")
    book, _ = book_of("ucdp", replace(document, article=article))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert "=1+1" in {cell.value for cell in cells}


def test_the_same_rows_make_the_same_file() -> None:
    document, _ = reviewed(TEXT)
    assert book_of("acled", document)[1] == book_of("acled", document)[1]


def test_a_cell_that_is_too_long_is_cut_and_counted() -> None:
    document, _ = reviewed(TEXT)
    article = replace(document.article, publisher="x" * 40_000)
    wishes = Wishes(table=Table.XLSX)
    _, losses = export("acled", [replace(document, article=article)], wishes)
    assert losses.counts["cells (cut to 32,767 characters)"] == 1


def test_an_earlier_workbook_is_known_again(tmp_path: Path) -> None:
    _, data = book_of("acled", reviewed(TEXT)[0])
    (tmp_path / "rows.xlsx").write_bytes(data)
    assert kinds_of(tmp_path / "rows.xlsx") == {"acled"}
    (tmp_path / "other.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    assert kinds_of(tmp_path / "other.xlsx") == frozenset()


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_tables_have_the_mark_of_utf_8_where_it_is_asked_for(form: str) -> None:
    document, _ = reviewed(TEXT)
    plain, marked = (
        dict(export(form, [document], Wishes(table=table))[0])
        for table in (Table.CSV, Table.CSV_BOM)
    )
    assert {name: b"\xef\xbb\xbf" + data for name, data in plain.items()} == marked
