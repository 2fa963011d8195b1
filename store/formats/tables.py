"""Tables with a codebook's columns, and beside them the evidence for each cell."""

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.accounts import AccountKey
from store.formats.claims import Incident, rows_of
from store.formats.document import Document, Table, Wishes
from store.formats.escaping import csv_text
from store.formats.fatalities import KILLED
from store.formats.losses import PLURALS, Losses
from store.formats.over_reports import Account, Group, grouped
from store.formats.workbook import LONGEST, Sheet, workbook
from store.incidents.kept import Adopted
from store.incidents.values import Column
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
    "page",
    "url",
)
"""`row` is that of the table, from 1; offsets are code points, end exclusive; `page` is that of a
PDF, from 1, and blank for other reports; `url` is the address that a page states as its own."""

_EVIDENCE = "evidence"
"""Name of the sheet of evidence."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and the item it rests on; a reference names words of its own."""

    value: str
    item: Item
    start: int
    end: int

    @classmethod
    def of(cls, value: object, item: Item, reference: Mapping[str, object] | None = None) -> "Cell":
        """Return a cell that rests on an item's words, or on those that one of its fields names."""
        start, end = item.span.start, item.span.end
        if reference and isinstance(reference.get("start"), int):
            start, end = int(str(reference["start"])), int(str(reference["end"]))
        return cls(str(value), item, start, end)


@dataclass(frozen=True, slots=True)
class JoinedCell:
    """A value of a row over several reports, and what each of them has in its place."""

    value: str
    parts: tuple[tuple[Document, Cell], ...]
    adopted: Adopted | None = None
    """How a person came to adopt it; none where a rule made it of the parts."""


TableRow = Mapping[str, Cell | JoinedCell | str]
"""A row by column: plain strings rest on the article rather than on an item."""
Parted = Callable[[Incident, Document, TableRow], Sequence[TableRow]]
"""Makes several rows of one."""


@dataclass(frozen=True, slots=True)
class OfReports:
    """What a table has to know to make one row of several reports'."""

    columns: Mapping[str, Column]
    """The column of an incident that each of its columns tells, as far as it tells one."""
    listed: tuple[str, ...]
    """Columns that name reports: of several, all are named."""
    number: str = ""
    """The column that counts the sources: the reports that are no near-copies of another."""


def event_files(
    form: str,
    columns: Sequence[str],
    documents: Iterable[Document],
    wishes: Wishes,
    losses: Losses,
    *,
    row: Callable[[Incident, Document], TableRow],
    why_not: Callable[[Incident], str],
    of_reports: OfReports,
    marks: bool = False,
    parted: Parted | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Return a table with a row an incident, or event, and beside it the evidence for each cell,
    as `event_rows` has them."""
    found = event_rows(
        documents,
        wishes,
        losses,
        row=row,
        why_not=why_not,
        of_reports=of_reports,
        marks=marks,
        parted=parted,
    )
    return row_files(form, columns, found, wishes, losses)


def row_files(
    form: str,
    columns: Sequence[str],
    found: Sequence[tuple[Document, TableRow]],
    wishes: Wishes,
    losses: Losses,
) -> Iterator[tuple[str, bytes]]:
    """Return rows as a table with the evidence for each cell beside it, or as a workbook."""
    unplaced = sum(not row.get("latitude") for _, row in found)
    losses.mention("rows without coordinates (their place is not known)", unplaced)
    if wishes.table is Table.XLSX:
        yield "", _book(form, columns, found, losses)
        return
    mark = codecs.BOM_UTF8 if wishes.table is Table.CSV_BOM else b""
    yield "", mark + table(columns, (row for _, row in found))
    yield "evidence.csv", mark + evidence(found)


def _book(
    form: str, columns: Sequence[str], found: Sequence[tuple[Document, TableRow]], losses: Losses
) -> bytes:
    """The rows and their evidence as the two sheets of a workbook."""
    rows = [_cells(columns, row) for _, row in found]
    sheets = (
        Sheet(form, columns, rows),
        Sheet(_EVIDENCE, EVIDENCE_COLUMNS, list(_evidence_lines(found))),
    )
    data, cut = workbook(form, sheets)
    losses.add(f"cells (cut to {LONGEST:,} characters)", cut)
    return data


def event_rows(
    documents: Iterable[Document],
    wishes: Wishes,
    losses: Losses,
    *,
    row: Callable[[Incident, Document], TableRow],
    why_not: Callable[[Incident], str],
    of_reports: OfReports,
    marks: bool = False,
    parted: Parted | None = None,
) -> list[tuple[Document, TableRow]]:
    """Return a row an incident, or event, each with the first report that tells it.

    `why_not` says why one has no row, or nothing where it has one; what comes into no row is
    counted as lost, and where rows have `marks` so are notes and tags of what is no row. Accounts
    of one incident in several reports are one row. `parted` makes several rows of one.
    """
    documents = tuple(documents)
    accounts = [
        Account(document, incident)
        for document in documents
        for incident in rows_of(document, wishes.choice, wishes.unit)
    ]
    groups = grouped(accounts, wishes.over, wishes.numbers)
    reasons = {
        account.key: reason
        for group in groups
        for reason in (why_not(group.incident),)
        for account in group.accounts
    }
    for document in documents:
        mine = [one.incident for one in accounts if one.document is document]
        in_rows = _count_untold(document, mine, wishes, reasons, losses)
        if marks:
            _count_marks(document, in_rows, wishes, losses)
    told = [group for group in groups if not reasons[group.accounts[0].key]]
    _tell_joined(told, losses)
    return [
        (group.accounts[0].document, part)
        for group in told
        for part in _parts(group, _row_of(group, row, of_reports), parted)
    ]


def _parts(group: Group, row: TableRow, parted: Parted | None) -> Sequence[TableRow]:
    return parted(group.incident, group.accounts[0].document, row) if parted else (row,)


def _row_of(
    group: Group, row: Callable[[Incident, Document], TableRow], of_reports: OfReports
) -> TableRow:
    """The row of an incident: its own, or one made of those of its accounts."""
    if group.over is None:
        (account,) = group.accounts
        return row(account.incident, account.document)
    parts = [(one.document, row(one.incident, one.document)) for one in group.accounts]
    whole = dict(row(group.incident, parts[-1][0]))
    for column, cell in whole.items():
        if column in of_reports.listed:
            values = dict.fromkeys(shown(part.get(column, "")) for _, part in parts)
            whole[column] = "; ".join(one for one in values if one)
        elif column == of_reports.number:
            whole[column] = str(group.over.row.origins)
        elif isinstance(cell, Cell):
            known = tuple((of, had) for of, part in parts
                          if isinstance(had := part.get(column), Cell))  # fmt: skip
            adopted = group.over.adopted.get(of_reports.columns.get(column, Column.KIND))
            is_told = column in of_reports.columns
            whole[column] = JoinedCell(cell.value, known, adopted if is_told else None)
    return whole


def _tell_joined(groups: Iterable[Group], losses: Losses) -> None:
    """Say how many rows are of several reports by the machine's word alone."""
    undecided = sum(group.undecided for group in groups)
    losses.mention("rows of several reports that nobody has said are one incident", undecided)


def _count_untold(
    document: Document,
    found: Sequence[Incident],
    wishes: Wishes,
    of_accounts: Mapping[AccountKey, str],
    losses: Losses,
) -> frozenset[str]:
    """Count what of a report comes into no row; return the ids of what is one."""
    key = document.article.key
    reasons = {one.event.id: of_accounts[AccountKey(key, one.event.id)] for one in found}
    told = [incident for incident in found if not reasons[incident.event.id]]
    inside = {incident.event.id for incident in told}
    inside |= {figure.id for incident in told for figure in incident.deaths}
    under = {span for incident in told if incident.is_row for span in incident.stands_on}
    beside = {figure.id for incident in told for figure in incident.figures} - inside
    for item in document.chosen(wishes.choice):
        if item.id not in inside and item.span not in under:
            if item.kind is Kind.VICTIM:
                losses.mention("victims (each has a row in the format victims)")
                continue
            reason = reasons.get(item.id) or _reason(item, item.id in beside)
            losses.add(f"{PLURALS[item.kind]} {reason}")
    return frozenset(incident.event.id for incident in told)


def _count_marks(document: Document, told: frozenset[str], wishes: Wishes, losses: Losses) -> None:
    """Count notes and tags of what goes out and is no row of its own."""
    for item in document.chosen(wishes.choice):
        if item.id not in told:
            losses.add("notes", bool(item.note))
            losses.add("tags", len(item.tags))


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
    """Return the rows as CSV (RFC 4180) with a header; columns that a row lacks stay blank."""
    return csv_text(
        columns,
        (_cells(columns, row) for row in rows),
    ).encode()


def _cells(columns: Sequence[str], row: TableRow) -> list[str]:
    return [shown(row.get(column, "")) for column in columns]


def evidence(rows: Iterable[tuple[Document, TableRow]]) -> bytes:
    """Return for each cell that rests on an item the words, offsets, decision and annotator, as
    CSV."""
    return csv_text(EVIDENCE_COLUMNS, _evidence_lines(rows)).encode()


def _evidence_lines(rows: Iterable[tuple[Document, TableRow]]) -> Iterator[list[str]]:
    for number, (document, row) in enumerate(rows, 1):
        for column, cell in row.items():
            if isinstance(cell, Cell) and cell.value:
                yield [str(number), column, cell.value, *_backing(document, cell)]
            elif isinstance(cell, JoinedCell):
                yield from _of_joined(str(number), column, cell)


def _of_joined(number: str, column: str, cell: JoinedCell) -> Iterator[list[str]]:
    """The word of the person that adopted a value, then what each report has in its place."""
    if cell.adopted:
        yield [number, column, cell.value, *_backing_of_adopted(cell.adopted)]
    for document, part in cell.parts:
        if part.value:
            yield [number, column, part.value, *_backing(document, part)]


def _backing_of_adopted(adopted: Adopted) -> list[str]:
    quote = adopted.quote
    words = [quote.exact, str(quote.start), str(quote.end)] if quote else ["", "", ""]
    how = f"adopted: {adopted.how}"
    return ["", "", "", *words, how, adopted.by, adopted.at.isoformat(), "", ""]


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
        str(document.article.page_at(cell.start) or ""),
        document.article.url or "",
    ]


def shown(cell: Cell | JoinedCell | str) -> str:
    """Return the value of a cell."""
    return cell if isinstance(cell, str) else cell.value
