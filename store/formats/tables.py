"""CSV files with a codebook's columns, and beside them the evidence for each cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from store.formats.document import Document
from store.formats.escaping import csv_text
from store.items import Item

EVIDENCE_COLUMNS = (
    "row",
    "column",
    "value",
    "article",
    "sha256",
    "item",
    "words",
    "start",
    "end",
    "state",
    "annotator",
    "decided_at",
)
"""`row` is that of the table, from 1; offsets are code points, end exclusive."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and the item it rests on; a reference names words of its own."""

    value: str
    item: Item
    start: int
    end: int

    @classmethod
    def of(cls, value: object, item: Item, reference: Mapping[str, object] | None = None) -> "Cell":
        """A cell that rests on an item's words, or on those that one of its fields names."""
        start, end = item.span.start, item.span.end
        if reference and isinstance(reference.get("start"), int):
            start, end = int(str(reference["start"])), int(str(reference["end"]))
        return cls(str(value), item, start, end)


TableRow = Mapping[str, Cell | str]
"""A row by column: plain strings rest on the article rather than on an item."""


def table_files(
    columns: Sequence[str], rows: Iterable[tuple[Document, TableRow]]
) -> Iterator[tuple[str, bytes]]:
    """Return the table without a name of its own, and the evidence that goes beside it."""
    found = list(rows)
    yield "", table(columns, (row for _, row in found))
    yield "evidence.csv", evidence(found)


def table(columns: Sequence[str], rows: Iterable[TableRow]) -> bytes:
    """The rows as CSV (RFC 4180) with a header; columns that a row lacks stay blank."""
    return csv_text(
        columns,
        ([_shown(row.get(column, "")) for column in columns] for row in rows),
    ).encode()


def evidence(rows: Iterable[tuple[Document, TableRow]]) -> bytes:
    """For each cell that rests on an item: the words, offsets, decision and annotator."""
    return csv_text(EVIDENCE_COLUMNS, _evidence_lines(rows)).encode()


def _evidence_lines(rows: Iterable[tuple[Document, TableRow]]) -> Iterator[list[str]]:
    for number, (document, row) in enumerate(rows, 1):
        for column, cell in row.items():
            if isinstance(cell, Cell) and cell.value:
                yield [str(number), column, cell.value, *_backing(document, cell)]


def _backing(document: Document, cell: Cell) -> list[str]:
    item = cell.item
    return [
        document.article.key,
        document.article.sha256,
        item.id,
        document.article.text[cell.start : cell.end],
        str(cell.start),
        str(cell.end),
        item.state.value,
        item.by or document.annotator,
        item.at.isoformat() if item.at else "",
    ]


def _shown(cell: Cell | str) -> str:
    return cell.value if isinstance(cell, Cell) else cell
