"""Dateline's own JSON lines: all that is kept of a report, to be brought back to an equal store."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from extract.errors import DatelineError
from extract.records import Article
from store.formats.document import Document
from store.notes import Kept, document

FORMAT = "dateline-export"
VERSION = 1


class BrokenLineError(DatelineError):
    """A line of an export that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line."""

    article: Article
    annotator: str
    items: tuple[dict[str, Any], ...]
    """Every item as it stands: suggestion, decision, correction, words, offsets, notes, tags."""
    notes: Kept
    """What the annotator's file holds, journal included."""
    format: str = FORMAT
    version: int = VERSION


def lines(documents: Iterable[Document]) -> Iterator[str]:
    """One line of JSON a document; paths of this machine are left out."""
    for found in documents:
        row = Row(
            replace(found.article, path=None),
            found.annotator,
            tuple(document(item) for item in found.items),
            found.kept,
        )
        yield json.dumps(msgspec.to_builtins(row), ensure_ascii=False, separators=(",", ":"))


def row_of(line: bytes, where: object) -> Row:
    """The row in a line.

    Raises:
        BrokenLineError: if it is no line of this format, or of a newer version.
    """
    try:
        row = _decoded(line)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BrokenLineError(f"not a line of Dateline's export ({error})", where) from None
    if row.format != FORMAT:
        raise BrokenLineError(f"'{row.format}' is not Dateline's export", where)
    if row.version > VERSION:
        raise BrokenLineError(
            f"written by a newer Dateline (version {row.version})", where, "update Dateline"
        )
    return row


def _decoded(line: bytes) -> Row:
    """The row; half a surrogate pair, which the name of a file may hold, is let through."""
    if b"\\u" in line:
        return msgspec.convert(json.loads(line), Row)
    return msgspec.json.decode(line, type=Row)
