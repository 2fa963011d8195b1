"""CSV files with a codebook's columns, and beside them the evidence for each cell."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from store.formats.claims import Incident, rows_of
from store.formats.document import Document, Wishes
from store.formats.escaping import csv_text
from store.formats.fatalities import KILLED
from store.formats.losses import PLURALS, Losses
from store.items import Item, Kind

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


def event_files(
    columns: Sequence[str],
    documents: Iterable[Document],
    wishes: Wishes,
    losses: Losses,
    *,
    row: Callable[[Incident, Document], TableRow],
    why_not: Callable[[Incident], str],
) -> Iterator[tuple[str, bytes]]:
    """Return a table with a row an incident, or event, and beside it the evidence for each cell.

    `why_not` says why one has no row, or nothing where it has one; what comes into no row is
    counted as lost.
    """
    found = [
        (document, row(incident, document))
        for document in documents
        for incident in _with_row(document, wishes, why_not, losses)
    ]
    yield "", table(columns, (row for _, row in found))
    yield "evidence.csv", evidence(found)


def _with_row(
    document: Document, wishes: Wishes, why_not: Callable[[Incident], str], losses: Losses
) -> list[Incident]:
    """Return the incidents or events that have a row, and count what no row tells."""
    found = rows_of(document, wishes.choice, wishes.unit)
    reasons = {incident.event.id: why_not(incident) for incident in found}
    told = [incident for incident in found if not reasons[incident.event.id]]
    inside = {incident.event.id for incident in told}
    inside |= {figure.id for incident in told for figure in incident.deaths}
    under = {span for incident in told if incident.is_row for span in incident.stands_on}
    beside = {figure.id for incident in told for figure in incident.figures} - inside
    for item in document.chosen(wishes.choice):
        if item.id not in inside and item.span not in under:
            reason = reasons.get(item.id) or _reason(item, item.id in beside)
            losses.add(f"{PLURALS[item.kind]} {reason}")
    return told


def _reason(item: Item, has_row: bool) -> str:
    """Return why no row tells an item that is none itself."""
    if item.kind is Kind.EVENT:
        return "(of no incident that has a row)"
    if item.kind is not Kind.FIGURE:
        return "(no rows of their own)"
    if item.fields.get("outcome") != KILLED:
        return "(no column for what is counted)"
    if has_row:
        return "(parts of other figures)"
    return "of people killed that belong to no row"


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
