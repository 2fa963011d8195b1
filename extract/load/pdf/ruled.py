"""Tables that have lines drawn around their cells, as pdfplumber finds cells in lines."""

from collections.abc import Iterator
from typing import Any

from extract.errors import needs
from extract.load.pdf.drawn import Edge
from extract.load.pdf.layout import Table
from extract.load.pdf.lines import stretches
from extract.load.pdf.words import Page, Word

_FEWEST = 4
"""Lines that a table has at least."""
_MOST = 3000
_NEAR = 3.0
"""Points by which lines may miss one another that meet."""

Cell = tuple[float, float, float, float]


def take_tables(page: Page) -> list[Table]:
    """Return the ruled tables of a page, and take their words out of it."""
    if not _FEWEST <= len(page.edges) <= _MOST or not page.words:
        return []
    tables = [_table(page, rows) for rows in _found(page.edges)]
    return [table for table in tables if table is not None]


def _found(edges: list[Edge]) -> Iterator[list[list[Cell | None]]]:
    """The boxes of the cells of each table, row by row."""
    with needs("pdfplumber", "pdf"):
        from pdfplumber import table  # slow to load, and few pages have lines
    merged = table.merge_edges([_told(edge) for edge in edges], _NEAR, _NEAR, _NEAR, _NEAR)
    meeting = table.edges_to_intersections(merged, _NEAR, _NEAR)
    for cells in table.cells_to_tables(table.intersections_to_cells(meeting)):
        yield [row.cells for row in table.Table(None, cells).rows]


def _told(edge: Edge) -> dict[str, Any]:
    x0, top, x1, bottom = edge
    level = x1 - x0 > bottom - top
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if level else "v",
    }


def _table(page: Page, rows: list[list[Cell | None]]) -> Table | None:
    """The words in the cells, taken out of the page; none where there are not several cells."""
    told: list[tuple[str, ...]] = []
    taken: list[Word] = []
    for row in rows:
        inside = [_inside(page.words, cell) for cell in row]
        taken += [word for cell in inside for word in cell]
        told.append(tuple(_text(cell) for cell in inside))
    told = [row for row in told if any(row)]
    used = sum(any(column) for column in zip(*told, strict=True)) if told else 0
    if len(told) < 2 or used < 2:
        return None
    gone = set(map(id, taken))
    page.words = [word for word in page.words if id(word) not in gone]
    boxes = [cell for row in rows for cell in row if cell]
    x0, x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
    y0, y1 = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return Table(tuple(told), x0, x1, y0, y1)


def _inside(words: list[Word], box: Cell | None) -> list[Word]:
    if box is None:
        return []
    left, top, right, bottom = box
    return [
        word
        for word in words
        if left <= (word.x0 + word.x1) / 2 <= right and top <= word.y - word.size / 3 <= bottom
    ]


def _text(words: list[Word]) -> str:
    return " ".join(one.text for line in stretches(words) for one in line) if words else ""
