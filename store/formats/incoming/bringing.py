"""A file of another program into a library: read whole, placed whole, then written."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from extract.errors import DatelineError, LoadError, MissingReportError
from extract.records import Article
from store.errors import StoreError
from store.formats import lossless
from store.formats.incoming.brat import brat
from store.formats.incoming.placing import Placer
from store.formats.incoming.proposal import Incoming, UnreadableImportError
from store.formats.incoming.rows import doccano, prodigy
from store.formats.incoming.webanno import webanno
from store.items import Item
from store.library import Library

OWN = "jsonl"
FORMATS = (OWN, "webanno", "brat", "prodigy", "doccano")
"""What can be imported, by the names that export has for it."""

_READERS: dict[str, Callable[[bytes, str], Iterator[Incoming | UnreadableImportError]]] = {
    "webanno": webanno,
    "prodigy": prodigy,
    "doccano": doccano,
}


@dataclass(slots=True)
class Brought:
    """What an import comes to, before anything is written."""

    items: dict[str, list[Item]] = field(default_factory=dict)
    """By the article's key."""
    rows: list[lossless.Row] = field(default_factory=list)
    """Whole files of notes, of Dateline's own format."""
    problems: list[DatelineError] = field(default_factory=list)


def format_of(path: Path) -> str:
    """The format of a file, by its name and what it begins with.

    Raises:
        MissingReportError: if there is no such file.
        StoreError: if it looks like none of the formats.
    """
    if not path.exists():
        raise MissingReportError("no such file", path, "check the name")
    if path.is_dir() or path.suffix == ".ann":
        return "brat"
    if path.suffix in (".jsonld", ".json"):
        return "webanno"
    with path.open("rb") as file:
        found = _row_format(next((line for line in file if line.strip()), b""))
    if found is None:
        raise StoreError("this is no format that can be imported", path, "say which with --format")
    return found


def _row_format(line: bytes) -> str | None:
    try:
        row: Any = json.loads(line)
    except ValueError:
        return None
    if not isinstance(row, dict):
        return None
    if row.get("format") == lossless.FORMAT:
        return OWN
    signs = {"prodigy": ("spans", "tokens", "answer"), "doccano": ("entities", "label")}
    return next((form for form, names in signs.items() if any(n in row for n in names)), None)


def read(path: Path, form: str, library: Library, decided_by: str | None, at: datetime) -> Brought:
    """Everything in a file with its place in the library's reports; nothing is written.

    Raises:
        LoadError: if the file cannot be read.
    """
    brought = Brought()
    finder = _Finder(library)
    for found in _incoming(path, form):
        if isinstance(found, UnreadableImportError):
            brought.problems.append(found)
            continue
        article = finder.article(found)
        if article is None:
            brought.problems.append(
                UnreadableImportError("the library has no such report", found.where)
            )
            continue
        for item in Placer(found, article, form).items(decided_by, at):
            if isinstance(item, UnreadableImportError):
                brought.problems.append(item)
            else:
                brought.items.setdefault(article.key, []).append(item)
    return brought


def read_own(path: Path) -> Brought:
    """The rows of Dateline's own export.

    Raises:
        LoadError: if the file cannot be read.
    """
    brought = Brought()
    for number, line in enumerate(_data(path).splitlines(), 1):
        if line.strip():
            try:
                brought.rows.append(lossless.row_of(line, f"{path}, line {number}"))
            except lossless.BrokenLineError as error:
                brought.problems.append(error)
    return brought


def _incoming(path: Path, form: str) -> Iterator[Incoming | UnreadableImportError]:
    if form == "brat":
        return brat(path)
    return _READERS[form](_data(path), str(path))


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise LoadError(f"cannot be read ({reason})", path, "check its name") from None


class _Finder:
    """Finds the report that a file speaks of: by key, else by hash or text."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_text: dict[str | None, str] | None = None

    def article(self, found: Incoming) -> Article | None:
        """The report, if the library has it."""
        key = found.key if found.key in self._library.keys else self._key(found)
        try:
            return self._library.article(key) if key else None
        except LoadError:
            return None

    def _key(self, found: Incoming) -> str | None:
        if self._by_text is None:
            self._by_text = dict(self._texts())
        signs = (found.sha256, found.text, found.key)
        return next((self._by_text[sign] for sign in signs if sign in self._by_text), None)

    def _texts(self) -> Iterator[tuple[str, str]]:
        for key in self._library.keys:
            try:
                article = self._library.article(key)
            except LoadError:
                continue
            yield article.sha256, key
            yield article.text, key
            if article.url:
                yield article.url, key
