"""The straight lines that are drawn on a page, among them the sides of boxes."""

import ctypes
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

Edge = tuple[float, float, float, float]
"""Left, top, right and bottom of a line that is level or upright."""
_MOST = 20_000
"""Lines of a page beyond which they are a drawing, such as a map, that is not looked at further."""
_MOST_OBJECTS = 100_000
"""Things on a page, pieces of text among them, beyond which none is looked at."""
_STRAIGHT = 1.0
_SHORTEST = 3.0
_DEEPEST = 3
"""Drawings within drawings."""


def drawn_on(
    raw: Any, page: Any, upright: Callable[[float, float], tuple[float, float]]
) -> tuple[list[Edge], int]:
    """Return the lines of a page as its words are read, and how many pictures it has."""
    edges: list[Edge] = []
    pictures = 0
    if raw.FPDFPage_CountObjects(page.raw) > _MOST_OBJECTS:
        return edges, pictures
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for found in page.get_objects(filter=kinds, max_depth=_DEEPEST):
        if found.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif len(edges) < _MOST:
            edges += islice(_edges(raw, found, upright), _MOST)
    return edges if len(edges) < _MOST else [], pictures


def _edges(
    raw: Any, path: Any, upright: Callable[[float, float], tuple[float, float]]
) -> Iterator[Edge]:
    matrix = path.get_matrix()
    begun = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(raw.FPDFPath_CountSegments(path.raw)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = upright(*matrix.on_point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO:
            yield from _edge(last, here)
        elif kind == raw.FPDF_SEGMENT_MOVETO:
            begun = here
        last = here
        if raw.FPDFPathSegment_GetClose(segment):
            yield from _edge(last, begun)
            last = begun


def _edge(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Edge]:
    wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
    if min(wide, high) <= _STRAIGHT and max(wide, high) >= _SHORTEST:
        (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        yield x0, y0, x1, y1
