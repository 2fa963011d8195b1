"""Tables as the sheets of one Excel workbook (.xlsx), written by XlsxWriter."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from extract.errors import needs
from store.formats.escaping import unbroken
from store.formats.registry import Start

LONGEST = 32_767
"""Characters of a cell, by the limits of Excel."""

_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d+)?")
"""What becomes a number; longer ones would lose digits, and codes with a nought before them it."""
_ABOUT = "docProps/core.xml"
_TITLE = "Dateline {}"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Kept as the time of making, so that the same rows make the same file."""
_WIDTHS = 8, 48
"""Of a column, in characters."""


class Sheet(NamedTuple):
    """One table of a workbook."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


def workbook(form: str, sheets: Iterable[Sheet]) -> tuple[bytes, int]:
    """Return the workbook of an export format, and how many of its cells had to be cut.

    Words are text, whatever they begin with: no formulas, no links.

    Raises:
        MissingExtraError: if XlsxWriter is not installed.
    """
    with needs("XlsxWriter", "xlsx"):
        import xlsxwriter
    out, cut = io.BytesIO(), 0
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": _TITLE.format(form), "created": _MADE})
        head = book.add_format({"bold": True})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            for place, column in enumerate(sheet.columns):
                page.write_string(0, place, column, head)
            for number, row in enumerate(sheet.rows, 1):
                for place, value in enumerate(row):
                    cut += _write(page, number, place, value)
            for place in range(len(sheet.columns)):
                page.set_column(place, place, _width(sheet, place))
            page.autofilter(0, 0, len(sheet.rows), max(0, len(sheet.columns) - 1))
    return out.getvalue(), cut


def _write(page: Any, number: int, place: int, value: str) -> bool:
    """Write a cell; whether it had to be cut."""
    shown = unbroken(value)
    if _NUMBER.fullmatch(value):
        page.write_number(number, place, float(value))
    elif shown:
        page.write_string(number, place, shown[:LONGEST])
    return len(shown) > LONGEST


def _width(sheet: Sheet, place: int) -> int:
    least, most = _WIDTHS
    longest = max((len(row[place]) for row in (sheet.columns, *sheet.rows[:100])), default=least)
    return min(max(longest + 1, least), most)


def is_workbook(start: Start, form: str) -> bool:
    """Return whether a file is an earlier workbook of an export format."""
    if not start.text.startswith("PK"):
        return False
    try:
        with zipfile.ZipFile(start.path) as archive:
            about = archive.read(_ABOUT)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False
    return f"<dc:title>{_TITLE.format(form)}</dc:title>".encode() in about
