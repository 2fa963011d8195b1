"""Dateline's own JSON lines: all that is kept of a report, to be brought back to an equal store."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from extract.records import Article
from store.formats.document import Document
from store.notes import Kept, document

FORMAT = "dateline-export"
VERSION = 2
"""Raised with every change that an older program could not read."""


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
