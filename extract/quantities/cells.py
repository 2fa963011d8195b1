"""Numbers in cells of tables: what they count by their column, their row and what stands above.

District | Killed | Displaced (thousands)
Kesten   | 21     | 2.3                       21 killed; 2,300 displaced
Total    | 43     | 5.4                       sums, of which those above are parts
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.doc.morphology import is_plural
from extract.doc.table_words import CODE, DATE, head_kind, is_label, words_in
from extract.doc.tables import Cell, tables_of
from extract.doc.words import is_people
from extract.lexicon import table
from extract.quantities.quantity import Quantity
from extract.quantities.tabled import (
    Told,
    adjusted,
    is_value,
    label_of,
    named_by,
    outcomes_in,
    told_by,
)
from extract.quantities.units import Unit, outcome_of_kind, unit_after
from extract.quantities.words import number_words
from extract.records import Figure, Reading, Span
from extract.vocabulary import FigureRole, Label

_SIGNS = re.compile(r"[\s~<>≈±+(\[$€£]*")
_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_MOST_WORDS = 8
"""Of a cell that only names others; a longer one tells something."""
_CASUALTIES = frozenset({"killed", "wounded"})


class Cells:
    """What the tables of a document say of the numbers in them."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self._text = doc.text
        self._tables = tables_of(doc)
        named = (e.mentions for e in reading.entities if e.label is Label.PLACE)
        places = (mention.span for mentions in named for mention in mentions)
        self._places = frozenset(places) if self._tables.all else frozenset()

    def at(self, offset: int) -> Cell | None:
        """Return the cell that an offset stands in; none outside of all tables."""
        return self._tables.at(offset)

    def is_silent(self, cell: Cell) -> bool:
        """Return whether numbers of a cell count nothing: in heads and labels, under "No."."""
        words = cell.span.of(self._text)
        names = is_label(words) and not cell.tells and len(words.split()) <= _MOST_WORDS
        labelled = ":" in words or not any(map(str.isdigit, words))
        return cell.is_head or cell.kind in (CODE, DATE) or (names and not labelled)

    def told(self, found: Quantity, cell: Cell) -> Told | None:
        """Return what is said of a number that is all of its cell; none where it is not."""
        text, span = self._text, cell.span
        if not _SIGNS.fullmatch(text, span.start, found.around.start):
            return label_of(text, span, found)
        if not is_value(text, span, found):
            return None
        labels = [one for one in cell.labels if len(one.of(text).split()) <= _MOST_WORDS]
        told = self._of(labels, cell)
        unit, scale = self._measure(labels, found)
        measure = unit or found.unit
        if measure is not None:
            told = replace(told, outcome=_outcome_of(measure, told.outcome), counted=None)
        sums_up = self._is_in_total_column(cell) or self._is_sum_of_column(cell, told.outcome)
        return replace(told, unit=unit, scale=scale, sums_up=sums_up)

    def _of(self, labels: Sequence[Span], cell: Cell) -> Told:
        found = next((told for label in labels if (told := told_by(self._text, label))), None)
        counted = found.counted if found else None
        counted = counted or next(self._counted(labels), None)
        if found is not None:
            return found if counted == found.counted else adjusted(found, self._text, counted)
        outcome = self._of_columns(cell) if self._is_in_total_column(cell) else None
        near = outcomes_in(self._text, cell.table.above[:1])
        above = near or outcomes_in(self._text, cell.table.above)
        outcome = outcome or (next(iter(above)) if len(above) == 1 else "other")
        return Told(outcome, counted)

    def _counted(self, labels: Iterable[Span]) -> Iterator[Span]:
        """What labels without an outcome name that can be counted: people, and things in the
        plural that are no places."""
        for label in labels:
            named = named_by(self._text, label)
            if named is None or told_by(self._text, label):
                continue
            low = words_in(named.of(self._text))
            if head_kind(named.of(self._text)) or low[:1] == [] or low[0] in _whole():
                continue
            last = named.of(self._text).split()[-1]
            is_place = any(place.overlaps(named) for place in self._places)
            if is_people(last) or (is_plural(last) and not is_place):
                yield named

    def _is_in_total_column(self, cell: Cell) -> bool:
        return cell.table.is_total_column(cell.row, cell.column)

    def _is_sum_of_column(self, cell: Cell, outcome: str) -> bool:
        """Whether a total is that of all who have an outcome: not of men alone, beside women."""
        row, held = cell.row, cell.table
        if not held.is_total(row):
            return False
        heads = (held.heads_of(row, at) for at in range(len(row.cells)))
        return sum(outcome in outcomes_in(self._text, found) for found in heads) < 2

    def _of_columns(self, cell: Cell) -> str | None:
        """What a column of totals counts: what the others do."""
        row, held = cell.row, cell.table
        columns = (at for at in range(len(row.cells)) if not held.is_total_column(row, at))
        found = outcomes_in(self._text, (h for at in columns for h in held.heads_of(row, at)))
        if found == _CASUALTIES:
            return "casualties"
        return next(iter(found)) if len(found) == 1 else None

    def _measure(self, labels: Iterable[Span], found: Quantity) -> tuple[Unit | None, float]:
        """The unit and the scale that a head tells in brackets, or begins with: "(USD million)"."""
        unit, scale = None, 1.0
        for label in labels:
            aside = [Span(*match.span(1)) for match in _ASIDE.finditer(self._text, *_ends(label))]
            for part in aside:
                scale = max(scale, _scale(part.of(self._text)))
            starts = [part.start for part in aside] or [label.start]
            unit = unit or next(filter(None, (self._unit(at, label) for at in starts)), None)
        return (unit if found.unit is None else None), scale

    def _unit(self, start: int, label: Span) -> Unit | None:
        if self._text[start - 1 : start].isalnum():
            return None
        unit = unit_after(self._text, start)
        whole = unit is not None and unit.end <= label.end and unit.start < unit.end
        return unit if whole and unit is not None and unit.kind != "other" else None

    def with_totals(self, figures: Sequence[Figure]) -> list[Figure]:
        """Return the figures, those that a total sums up as its parts."""
        by_cell: dict[tuple[int, int], Figure] = {}
        totals: list[Cell] = []
        for figure in figures if self._tables.all else ():
            cell = self._tables.at(figure.start)
            if cell is not None and (cell.row.start, cell.column) not in by_cell:
                by_cell[cell.row.start, cell.column] = figure
                if cell.table.is_total(cell.row) or self._is_in_total_column(cell):
                    totals.append(cell)
        whole: dict[str, str] = {}
        for cell in totals:
            total = by_cell[cell.row.start, cell.column]
            for key in _parts(cell):
                part = by_cell.get(key)
                if part is not None and (part.outcome, part.unit) == (total.outcome, total.unit):
                    whole.setdefault(part.id, total.id)
        return [_as_part(figure, whole) for figure in figures]


def _parts(total: Cell) -> Iterator[tuple[int, int]]:
    """The cells that one sums up: those above it, or else those of its row."""
    held, row = total.table, total.row
    if held.is_total(row):
        yield from ((one.start, total.column) for one in held.summed(row))
    if held.is_total_column(row, total.column):
        columns = (at for at in range(len(row.cells)) if not held.is_total_column(row, at))
        yield from ((row.start, at) for at in columns)


def _as_part(figure: Figure, whole: dict[str, str]) -> Figure:
    if figure.part_of or figure.id not in whole:
        return figure
    role = figure.role if figure.role == FigureRole.CUMULATIVE else FigureRole.SUBSET
    return replace(figure, part_of=whole[figure.id], role=role)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _scale(words: str) -> float:
    lists, scales = table("tabular")["scale"], number_words().scales
    low = set(words_in(words))
    return max(
        (float(scales[name]) for name, known in lists.items() if low & set(known)), default=1
    )


def _outcome_of(unit: Unit, outcome: str) -> str:
    return outcome_of_kind(unit.kind) or outcome


def _whole() -> list[str]:
    """What a label of a sum may open with: "All districts"."""
    words: list[str] = table("tabular")["total"]["whole"]
    return words
