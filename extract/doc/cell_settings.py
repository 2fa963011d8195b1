"""Where and when what stands in a cell took place or was counted: by its row, its column, and the
caption and heading above the table."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeVar

from extract.doc.doc import Doc
from extract.doc.tables import Cell, tables_of
from extract.records import Party, Span, When

_T = TypeVar("_T", Party, When)


class CellSettings:
    """The places and dates that the tables of a document have around their cells."""

    def __init__(self, doc: Doc, places: Sequence[Party], dates: Sequence[When]) -> None:
        self._tables = tables_of(doc)
        self._places = sorted(places, key=lambda place: place.span) if self._tables.all else []
        self._dates = sorted(dates, key=lambda when: when.span) if self._tables.all else []

    def cell_at(self, offset: int) -> Cell | None:
        """Return the cell that an offset stands in; none outside of all tables."""
        return self._tables.at(offset)

    def place(self, cell: Cell) -> Party | None:
        """Return the place that a cell is of: the one under a head for places, which need not be
        known, else the nearest that its row, its column or what stands above names."""
        named = cell.placed()
        if named is not None:
            return _first(self._places, [named]) or Party(named.start, named.end)
        return _first(self._places, cell.around)

    def when(self, cell: Cell) -> When | None:
        """Return the date that a cell is of: the nearest that its row, its column or what stands
        above tells."""
        return _first(self._dates, cell.around)


def _first(found: Sequence[_T], spans: Iterable[Span]) -> _T | None:
    """The first of places or dates, in the order of the text, that stands in one of the spans."""
    for span in spans:
        place = bisect_left(found, span.start, key=lambda one: one.span.start)
        if place < len(found) and found[place].span.end <= span.end:
            return found[place]
    return None
