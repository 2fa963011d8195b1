"""What an existing file holds, told by its name and how it begins.

An export asks, so that nothing else is written over; an import asks which format it has before it.
"""

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from extract.errors import MissingReportError
from extract.load import ENDINGS
from store.errors import StoreError
from store.formats.codecs import EXPORTS, IMPORTS
from store.formats.incoming.proposal import UnreadableImportError
from store.formats.incoming.values import data_of, json_of
from store.formats.registry import Row, Start, never
from store.formats.tables import EVIDENCE_COLUMNS

NOTES, ROWS, READINGS, LISTING, EVIDENCE = (
    "notes",
    "rows of reports",
    "readings",
    "a listing of readings",
    "evidence",
)
"""Kinds of files beside the formats of exports."""

_OTHERS: dict[str, Callable[[Start], bool]] = {
    NOTES: lambda start: start.has("{", '"schema_version"'),
    EVIDENCE: lambda start: start.has(",".join(EVIDENCE_COLUMNS[:5])),
    LISTING: lambda start: start.has("", "\nEvents (", "\nFigures ("),
    READINGS: lambda start: {"id", "reading"} <= start.row.keys(),
    ROWS: lambda start: (
        isinstance(start.row.get("text"), str)
        and not {"spans", "entities", "reading"} & start.row.keys()
    ),
}
_START = 1 << 16
"""Bytes that are looked at."""
_SEARCHED = 20
"""Rows that are looked at for one that tells the format."""
_THEN = "say which it is with --format"


def kinds_of(path: Path) -> frozenset[str]:
    """Return the formats and other kinds that the file may be of; none if none is known.

    Raises:
        OSError: if it cannot be read.
    """
    start = _start_of(path)
    found = {name for name, form in EXPORTS.items() if form.is_own(start)}
    return frozenset(found | {kind for kind, is_it in _OTHERS.items() if is_it(start)})


def looks_like_report(path: Path) -> bool:
    """Return whether the name is that of a report, a sidecar or a word list."""
    return path.suffix.lower() in (*ENDINGS, ".toml")


def format_of(path: Path) -> str:
    """Return the format in which a file is to be imported.

    Raises:
        MissingReportError: if there is no such file.
        LoadError: if it cannot be read.
        StoreError: if it is none of the formats; it says what was expected.
    """
    if not path.exists():
        raise MissingReportError("no such file", path, "check the name")
    if path.is_dir():
        return _of_folder(path)
    found = _by_ending(path) or _by_content(path)
    if found is None:
        raise StoreError(f"no format that can be imported: expected {_expected(path)}", path, _THEN)
    return found


def _start_of(path: Path) -> Start:
    with path.open("rb") as file:
        start = file.read(_START)
        line = start.split(b"\n", 1)[0]
        if len(start) == _START and b"\n" not in start:
            line += file.readline()
    return Start(path, start.decode("utf-8", "replace").lstrip("\ufeff"), _object(line))


def _object(line: bytes) -> Row:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _of_folder(path: Path) -> str:
    known = {form.ending: name for name, form in IMPORTS.items() if form.ending}
    for ending, name in known.items():
        if next(path.rglob(f"*{ending}"), None) is not None:
            return name
    expected = ", or ".join(IMPORTS[name].expected for name in known.values())
    what = f"no {' or '.join(known)} file in this folder: expected {expected}"
    raise StoreError(what, path, "name the folder that holds them, or a file")


def _by_ending(path: Path) -> str | None:
    return next((name for name, form in IMPORTS.items() if path.suffix == form.ending != ""), None)


def _by_content(path: Path) -> str | None:
    data = data_of(path).removeprefix(b"\xef\xbb\xbf")
    return _by_rows(data) or _by_value(data)


def _by_rows(data: bytes) -> str | None:
    rows = (line for line in data.split(b"\n") if line.strip())
    return next(filter(None, map(_by_row, islice(rows, _SEARCHED))), None)


def _by_row(line: bytes) -> str | None:
    try:
        row = json_of(line, "")
    except UnreadableImportError:
        return None
    if not isinstance(row, dict):
        return None
    return next((name for name, form in IMPORTS.items() if form.is_row(row)), None)


def _by_value(data: bytes) -> str | None:
    try:
        value = json_of(data, "")
    except UnreadableImportError:
        return None
    return next((name for name, form in IMPORTS.items() if form.is_value(value)), None)


def _expected(path: Path) -> str:
    """Return what would have been understood: one JSON value by the name, else rows as well."""
    values = [f.expected for f in IMPORTS.values() if not f.ending and f.is_value is not never]
    rows = [f.expected for f in IMPORTS.values() if not f.ending and f.is_row is not never]
    return ", or ".join(values if path.suffix in (".json", ".jsonld") else [*rows, *values])
