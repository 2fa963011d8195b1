"""What an existing file holds, told by how it begins, so that nothing else is written over it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extract.load.library import ENDINGS
from store.formats import acled, ucdp
from store.formats.tables import EVIDENCE_COLUMNS

NOTES, ROWS, READINGS, LISTING, EVIDENCE = (
    "notes",
    "rows of reports",
    "readings",
    "a listing of readings",
    "evidence",
)
"""Kinds beside the formats of exports."""

_START = 1 << 16
"""Bytes that are looked at."""


def kinds_of(path: Path) -> frozenset[str]:
    """The formats and other kinds that the file may be of; none if it is of none that is known.

    Raises:
        OSError: if it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(_START)
        line = start.split(b"\n", 1)[0]
        if len(start) == _START and b"\n" not in start:
            line += file.readline()
    text = start.decode("utf-8", "replace").lstrip("\ufeff")
    row = _object(line)
    found = {kind for kind, fits in _BY_TEXT.items() if fits(text)}
    found |= {kind for kind, fits in _BY_ROW.items() if row is not None and fits(row)}
    return frozenset(found) | _companions(path, text)


def looks_like_report(path: Path) -> bool:
    """Whether the name is that of a report, a sidecar or a word list."""
    return path.suffix.lower() in (*ENDINGS, ".toml")


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _begins(*words: str) -> Callable[[str], bool]:
    return lambda text: text.lstrip().startswith(words)


def _has(*words: str) -> Callable[[str], bool]:
    return lambda text: all(word in text for word in words)


_BY_TEXT: dict[str, Callable[[str], bool]] = {
    NOTES: lambda text: text.lstrip().startswith("{") and '"schema_version"' in text,
    "webanno": lambda text: text.lstrip().startswith("{") and '"AnnotationCollection"' in text,
    "labelstudio": lambda text: text.lstrip().startswith("[") and '"annotations"' in text,
    "conll": _begins("-DOCSTART-"),
    "inception": lambda text: text.startswith("<?xml") and ("xmi" in text or "typeSystem" in text),
    "acled": _begins(",".join(acled.COLUMNS[:5])),
    "ucdp": _begins(",".join(ucdp.COLUMNS[:5])),
    EVIDENCE: _begins(",".join(EVIDENCE_COLUMNS[:5])),
    "markdown": lambda text: text.startswith("# ") and "annotated by " in text[:4000],
    "html": _has("<!doctype html>", "Content-Security-Policy", "· annotated by "),
    "spacy": _begins("x\x01", "x^", "x\ufffd"),
    LISTING: _has("\nEvents (", "\nFigures ("),
}
_BY_ROW: dict[str, Callable[[dict[str, Any]], bool]] = {
    "jsonl": lambda row: row.get("format") == "dateline-export",
    "prodigy": lambda row: {"text", "tokens", "spans"} <= row.keys(),
    "doccano": lambda row: {"text", "entities", "relations"} <= row.keys(),
    READINGS: lambda row: {"id", "reading"} <= row.keys(),
    ROWS: lambda row: (
        isinstance(row.get("text"), str) and not {"spans", "entities", "reading"} & row.keys()
    ),
}


def _companions(path: Path, text: str) -> frozenset[str]:
    """What is known by the files beside it: brat's text, annotations and configuration."""
    if path.suffix == ".txt" and path.with_suffix(".ann").is_file():
        return frozenset({"brat"})
    if path.suffix == ".ann" and path.with_suffix(".txt").is_file():
        return frozenset({"brat"})
    if path.name == "annotation.conf" and "[entities]" in text:
        return frozenset({"brat"})
    return frozenset()
