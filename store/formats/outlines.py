"""The outlines of countries, drawn from Natural Earth by `train/outlines.py`."""

import json
import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("outlines.zz")


class Outline(NamedTuple):
    """A country in a frame of its own, whose units are whole."""

    west: float
    """Degrees of the frame's left side, and `north` of its upper one."""
    north: float
    degrees_across: float
    """Degrees of longitude a unit, and `degrees_down` of latitude."""
    degrees_down: float
    width: int
    height: int
    path: str
    """As SVG has it, in units from the upper left corner."""

    def place(self, latitude: float, longitude: float) -> tuple[float, float] | None:
        """Return where a point lies in the frame, in units; none where it lies outside."""
        for turn in (0, 360, -360):  # a country may cross the line of 180 degrees
            across = (longitude + turn - self.west) / self.degrees_across
            down = (self.north - latitude) / self.degrees_down
            if -1 <= across <= self.width + 1 and -1 <= down <= self.height + 1:
                return across, down
        return None


def outline_of(country: str) -> Outline | None:
    """Return the outline of a country, by its ISO 3166-1 alpha-2 code; none where none is known."""
    found = _outlines().get(country)
    return Outline(*found) if found else None


@lru_cache(maxsize=1)
def _outlines() -> dict[str, list]:  # type: ignore[type-arg]
    countries: dict[str, list] = json.loads(zlib.decompress(FILE.read_bytes()))["countries"]  # type: ignore[type-arg]
    return countries
