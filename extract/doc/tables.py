"""Tables of a report: which heads, labels and caption a cell has, and what sums up others.

Table 1: Casualties by district, as of 9 May       the blocks above it
District | Killed | Injured                        heads of columns
Kesten   | 21     | 64                             a label, which heads its row, and two values
Total    | 43     | 106                            the row of totals
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from extract.doc.doc import Doc
from extract.doc.states import state_words
from extract.doc.syntax import Sentence
from extract.doc.table_words import DATE, PLACE, head_kind, is_label, is_total, words_in
from extract.lexicon import table
from extract.records import Block, Span
from extract.vocabulary import BlockKind

_DAY = re.compile(r"\d{1,4}(?:[./-]\d{1,2}\b|[ -][^\W\d_]{3})")
_ENTRY = re.compile(r"[^\n:=]{2,70}(?:(?<!\d):|:(?!\d)|=|[^\S\n][-–—])[^\S\n]*\(?[~<>≈±+$€£]?")
"""What stands before a number in a line that is a label and its number; no colon of a time."""
_WHOLE_ENTRY = re.compile(rf"(?:\d{{1,3}}[.)]\s)?{_ENTRY.pattern}\d[\d.,]*[^\n\d]{{0,40}}")
_MOST_OF_ENTRY = 16
"""Tokens of a line that is a label and its number."""
_LONGEST_CAPTION = 240
_MOST_SUMMED = 500
"""Rows back that a total may sum up."""
_HEADS = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.STANDFIRST})


@dataclass(frozen=True, eq=False)
class Table:
    """Rows that belong together."""

    text: str
    heads: tuple[Block, ...]
    """The rows that name the columns."""
    body: tuple[Block, ...]
    above: tuple[Span, ...]
    """Its caption and the heading that it stands under, the nearest first."""

    def cell(self, row: Block, column: int) -> Span | None:
        """Return a cell with words; none where the row has none there."""
        cell = row.cells[column] if 0 <= column < len(row.cells) else None
        return cell if cell is not None and cell.start < cell.end else None

    def heads_of(self, row: Block, column: int) -> list[Span]:
        """Return what heads a column of a row, the nearest first: "Men", and "Killed" over it."""
        found = []
        for head in reversed(self.heads):
            shift = len(row.cells) - len(head.cells)
            if 0 <= shift <= 1 and column >= shift:
                cell = self.cell(head, column - shift) or self._reaching(head, column - shift)
                found += [cell] if cell else []
        return found

    def _reaching(self, head: Block, column: int) -> Span | None:
        """The head to the left that reaches over a column: one over heads that name its parts."""
        below = self.heads[self.heads.index(head) + 1 :]
        if not any(self.cell(row, column) for row in below):
            return None
        return next((c for at in range(column, 0, -1) if (c := self.cell(head, at))), None)

    @cached_property
    def kinds(self) -> dict[int, str]:
        """For each column with a head that is known what it has: place, date or code."""
        widest = max(self.body, key=lambda row: len(row.cells), default=None)
        if widest is None:
            return {}
        found = {}
        for column in range(len(widest.cells)):
            heads = self.heads_of(widest, column)
            kinds = [kind for head in heads if (kind := head_kind(head.of(self.text)))]
            if not heads and self._has_days(column):
                kinds = [DATE]
            if kinds:
                found[column] = kinds[0]
        return found

    def _has_days(self, column: int) -> bool:
        """Whether most cells of a column without a head look like days: "3 June"."""
        words = [self._words(row, column) for row in self.body]
        return 2 * sum(_DAY.match(one) is not None for one in words) > len(words)

    @cached_property
    def has_records(self) -> bool:
        """Whether its rows are things that happened: each with a place or day, and words on it."""
        return not {PLACE, DATE}.isdisjoint(self.kinds.values()) and bool(self.telling)

    @cached_property
    def telling(self) -> frozenset[int]:
        """The columns with words that are neither places, days nor codes."""
        count = max((len(row.cells) for row in self.body), default=0)
        rows = [row for row in self.body if not self.is_total(row) and len(row.cells) == count]
        return frozenset(
            column
            for column in range(count)
            if column not in self.kinds
            and 2 * sum(is_label(self._words(row, column)) for row in rows) > len(rows)
        )

    def _words(self, row: Block, column: int) -> str:
        cell = self.cell(row, column)
        return cell.of(self.text) if cell else ""

    def column(self, column: int) -> list[Span]:
        """Return the cells of a column with words, those of totals left out."""
        rows = (row for row in self.body if not self.is_total(row))
        return [cell for row in rows if (cell := self.cell(row, column))]

    def is_total(self, row: Block) -> bool:
        """Return whether a row sums up those above it: "Total", "All districts" at the end."""
        return row.start in self._totals

    @cached_property
    def _totals(self) -> frozenset[int]:
        """Where the rows of totals begin."""
        return frozenset(row.start for row in self.body if self._sums_up(row))

    def _sums_up(self, row: Block) -> bool:
        first = next((words for cell in row.cells if (words := cell.of(self.text))), "")
        if not is_label(first):
            return False
        low, lists = words_in(first)[:1], table("tabular")["total"]
        is_last = row is self.body[-1] and len(self.body) > 1
        opens = low and (low[0] in lists["words"] or (is_last and low[0] in lists["whole"]))
        return is_total(first) or bool(self.heads and opens)

    def is_total_column(self, row: Block, column: int) -> bool:
        """Return whether a column sums up the others of its row."""
        heads = [head.of(self.text) for head in self.heads_of(row, column)]
        is_last = column == len(row.cells) - 1 > 1
        whole = table("tabular")["total"]["whole"]
        return any(is_total(h) or (is_last and {*words_in(h)[:1]} & {*whole}) for h in heads)

    def summed(self, row: Block) -> list[Block]:
        """Return the rows that a row of totals sums up: those since the one before, or, where none
        stands between, all."""
        end = self._places[row.start]
        found: list[Block] = []
        for one in reversed(self.body[max(0, end - _MOST_SUMMED) : end]):
            if not self.is_total(one):
                found.append(one)
            elif found and not self.is_total(self.body[end - 1]):
                break
        return found

    @cached_property
    def _places(self) -> dict[int, int]:
        """For where a row begins its place among the rows."""
        return {row.start: place for place, row in enumerate(self.body)}

    def labels_of(self, row: Block, column: int) -> list[Span]:
        """Return what heads a row, as seen from one of its cells: labels to its left, the nearest
        first, with those that a blank at the start of the row repeats, and the row of one cell
        that heads those below. Where none stands to the left, the one to the right."""
        own = self._labels(row, range(column - 1, -1, -1))
        if not own and not self.heads:
            own = self._labels(row, range(column + 1, len(row.cells)))[:1]
        if self.is_total(row):
            return own
        repeated, section = self._carried[self._places[row.start]]
        blank = takewhile(lambda at: not self.cell(row, at), range(min(column, len(row.cells))))
        return [*own, *(repeated[at] for at in blank if at in repeated), *section]

    def _labels(self, row: Block, columns: Iterable[int]) -> list[Span]:
        cells = (self.cell(row, column) for column in columns)
        return [cell for cell in cells if cell is not None and is_label(cell.of(self.text))]

    @cached_property
    def _carried(self) -> list[tuple[dict[int, Span], list[Span]]]:
        """For each row what stands above it in each column, and the row that heads its section."""
        found = []
        above: dict[int, Span] = {}
        section: list[Span] = []
        for row in self.body:
            found.append((dict(above), section))
            filled = [(at, cell) for at, cell in enumerate(row.cells) if cell.start < cell.end]
            if len(filled) == 1 and is_label(filled[0][1].of(self.text)):
                section, above = [filled[0][1]], {}
            elif not self.is_total(row):
                above |= filled
        return found


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    table: Table
    row: Block
    column: int

    @property
    def span(self) -> Span:
        """Where its words stand."""
        return self.row.cells[self.column]

    @property
    def is_head(self) -> bool:
        """Whether it names a column."""
        return bool(self.row.level)

    @property
    def kind(self) -> str:
        """What its column has: place, date, code or "" where that is not known."""
        return self.table.kinds.get(self.column, "")

    @property
    def tells(self) -> bool:
        """Whether it tells what happened in a row of a place or a day: "Car bomb"."""
        known = self.table.has_records and self.column in self.table.telling
        return known and not self.is_head and not self.table.is_total(self.row)

    @property
    def labels(self) -> list[Span]:
        """What says what it counts: the heads of its column, then those of its row."""
        if self.is_head:
            return []
        return [
            *self.table.heads_of(self.row, self.column),
            *self.table.labels_of(self.row, self.column),
        ]

    @property
    def around(self) -> list[Span]:
        """What may tell its place and its day: its row, then its column, then what stands above."""
        if self.is_head:
            return []
        own = [cell for cell in self.row.cells if cell.start < cell.end and cell != self.span]
        own = [] if self.table.is_total(self.row) else own
        labels = [span for span in self.table.labels_of(self.row, self.column) if span not in own]
        heads = self.table.heads_of(self.row, self.column)
        return [*own, *labels, *heads, *self.table.above]

    def placed(self) -> Span | None:
        """Return the cell of its row under a head for places, whose words are a place's name: the
        one furthest to the right, which is the most exact of several. None in a row of totals."""
        if self.is_head or self.table.is_total(self.row):
            return None
        columns = (at for at, kind in reversed(self.table.kinds.items()) if kind == PLACE)
        cells = (self.table.cell(self.row, at) for at in columns)
        return next((cell for cell in cells if cell and is_label(cell.of(self.table.text))), None)


class Tables:
    """The tables of a text."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.all = list(_tables(text, blocks))
        self.captions = frozenset(one.above[0] for one in self.all if one.above)
        """What stands right above each."""
        rows = ((row, one) for one in self.all for row in (*one.heads, *one.body))
        self._rows = sorted(rows, key=lambda pair: pair[0].start)

    def at(self, offset: int) -> Cell | None:
        """Return the cell that an offset stands in; none outside of all tables."""
        place = bisect_right(self._rows, offset, key=lambda pair: pair[0].start) - 1
        row, found = self._rows[place] if place >= 0 else (None, None)
        if row is None or found is None or offset >= row.end:
            return None
        column = bisect_right(row.cells, offset, key=lambda cell: cell.start) - 1
        return Cell(found, row, column) if column >= 0 else None

    def cells(self) -> Iterator[Cell]:
        """Yield all cells with words, in order."""
        for row, found in self._rows:
            for column, cell in enumerate(row.cells):
                if cell.start < cell.end:
                    yield Cell(found, row, column)


def tables_of(doc: Doc) -> Tables:
    """Return the tables of a document, looked for once for all rules."""
    if Tables not in doc.kept:
        doc.kept[Tables] = Tables(doc.text, doc.article.blocks)
    found: Tables = doc.kept[Tables]
    return found


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[Table]:
    rows: list[Block] = []
    first = 0
    for number, block in enumerate([*blocks, Block(BlockKind.PARAGRAPH, len(text), len(text))]):
        if rows and not _belongs(block, rows):
            yield _table(text, rows, blocks[:first])
            rows = []
        if block.kind is BlockKind.ROW:
            first = first if rows else number
            rows.append(block)


def _belongs(row: Block, rows: Sequence[Block]) -> bool:
    """Whether a block is a row of the table of those before it."""
    if row.kind is not BlockKind.ROW or row.level > rows[-1].level:
        return False
    filled = sum(cell.start < cell.end for cell in row.cells)
    heads = [len(one.cells) for one in rows if one.level]
    return filled < 2 or not heads or 0 <= len(row.cells) - heads[-1] <= 1


def _table(text: str, rows: Sequence[Block], before: Sequence[Block]) -> Table:
    heads = tuple(row for row in rows if row.level)
    return Table(text, heads, tuple(rows[len(heads) :]), tuple(_above(text, before)))


def _above(text: str, before: Sequence[Block]) -> Iterator[Span]:
    """The caption right above a table, if there is one, and the heading it stands under."""
    last = before[-1] if before else None
    if last is not None and last.kind in (BlockKind.PARAGRAPH, *_HEADS):
        words = last.span.of(text)
        if len(words) <= _LONGEST_CAPTION and not words.endswith("."):
            yield last.span
    heading = next((block for block in reversed(before) if block.kind in _HEADS), None)
    if heading is not None and heading.kind is BlockKind.HEADING and heading is not last:
        yield heading.span


def is_entry(doc: Doc, sentence: Sentence, tables: Tables) -> bool:
    """Return whether a sentence tells nothing that happened: a label and its number, all of a
    line, "Killed: 17 people", or the caption of a table that says as of when it holds."""
    block = doc.article.blocks[sentence.block]
    if block.span in tables.captions:
        return state_words().search(doc.text, block.start, block.end) is not None
    if sentence.last - sentence.first > _MOST_OF_ENTRY or block.kind in _HEADS:
        return False
    words = doc.text[sentence.start : block.end]
    return sentence.end == block.end and _WHOLE_ENTRY.fullmatch(words) is not None


def is_labelled(doc: Doc, span: Span) -> bool:
    """Return whether a number stands in a cell, or behind a label in a line of its own:
    "- Killed: 17"."""
    if tables_of(doc).at(span.start) is not None:
        return True
    start = doc.text.rfind("\n", 0, span.start) + 1
    return _ENTRY.fullmatch(doc.text, start, span.start) is not None
