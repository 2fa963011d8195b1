"""Which format a file is in, by its name and what it holds."""

from itertools import islice
from pathlib import Path
from typing import Any

from extract.errors import MissingReportError
from store.errors import StoreError
from store.formats import lossless
from store.formats.incoming.proposal import UnreadableImportError
from store.formats.incoming.raw import data_of, json_of
from store.formats.incoming.webanno import WANTED, is_webanno

OWN = "jsonl"
FORMATS = (OWN, "webanno", "brat", "prodigy", "doccano")
"""What can be imported, by the names that export has for it."""

_SIGNS = {
    "prodigy": ("spans", "tokens", "answer"),
    "doccano": ("entities", "label", "labels"),
}
_ROWS = "rows of JSON with spans (Prodigy) or entities (doccano), or Dateline's own"
_SEARCHED = 20
"""Rows that are looked at for one that tells the format."""


def format_of(path: Path) -> str:
    """The format of a file.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read.
        StoreError: if it is none of the formats; it says what was expected.
    """
    if not path.exists():
        raise MissingReportError("no such file", path, "check the name")
    if path.is_dir():
        return _of_folder(path)
    if path.suffix == ".ann":
        return "brat"
    data = data_of(path).removeprefix(b"\xef\xbb\xbf")
    rows = (line for line in data.split(b"\n") if line.strip())
    found = next(filter(None, map(_row_format, islice(rows, _SEARCHED))), None)
    if found is None and _is_webanno(data):
        found = "webanno"
    if found is None:
        raise StoreError(f"no format that can be imported: expected {_expected(path)}", path, _THEN)
    return found


_THEN = "say which it is with --format"


def _of_folder(path: Path) -> str:
    if next(path.rglob("*.ann"), None) is None:
        what = "no .ann file in this folder: expected brat's standoff, a .txt and an .ann a report"
        raise StoreError(what, path, "name the folder that holds them, or a file")
    return "brat"


def _expected(path: Path) -> str:
    return WANTED if path.suffix in (".json", ".jsonld") else f"{_ROWS}, or {WANTED}"


def _is_webanno(data: bytes) -> bool:
    try:
        return is_webanno(json_of(data, ""))
    except UnreadableImportError:
        return False


def _row_format(line: bytes) -> str | None:
    try:
        row: Any = json_of(line, "")
    except UnreadableImportError:
        return None
    if not isinstance(row, dict):
        return None
    if row.get("format") == lossless.FORMAT:
        return OWN
    if not isinstance(row.get("text"), str):
        return None
    return next((form for form, names in _SIGNS.items() if any(n in row for n in names)), None)
