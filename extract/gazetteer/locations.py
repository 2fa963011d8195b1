"""Places with their coordinates: towns from 500 people on, first-order divisions, countries.

Beside `places`, which every reading asks, and apart from it: this file is larger and is opened only
when somebody asks where a place is.
"""

import re
import zlib
from functools import lru_cache
from pathlib import Path

from extract.gazetteer.location import Location
from extract.gazetteer.location_file import LocationFile
from extract.gazetteer.places import key_of

FILE = Path(__file__).with_name("locations.zz")


@lru_cache(maxsize=4096)  # the choice of one place asks for its neighbours again and again
def towns_named(name: str) -> tuple[Location, ...]:
    """Return the towns that go by the name, under whichever spelling the gazetteer has,
    the most populous first."""
    return _file().towns(key_of(name))


def divisions_named(name: str) -> tuple[Location, ...]:
    """Return the first-order divisions of the name, at the place of their most populous town."""
    return _file().divisions.get(key_of(name), ())


def divisions_with(word: str) -> tuple[Location, ...]:
    """Return the first-order divisions that have the word in their name: "Darfur"."""
    wanted = set(key_of(word).split())
    parts = _file().divisions.items()
    return tuple(one for key, found in parts if wanted <= set(key.split()) for one in found)


def divisions_like(pattern: re.Pattern[str]) -> tuple[Location, ...]:
    """Return the first-order divisions whose key a pattern takes whole."""
    found = _file().divisions.items()
    return tuple(one for key, some in found if pattern.fullmatch(key) for one in some)


def middle_of(country: str) -> Location | None:
    """Return a country, by its ISO 3166-1 alpha-2 code, at the town nearest to the middle of its
    towns; none where it has none."""
    return _file().middle(country)


def iso_number(country: str) -> int | None:
    """Return the ISO 3166-1 numeric code of a country given by its alpha-2 code."""
    known = _file().countries.get(country)
    return known[0] if known else None


def town_nearest(latitude: float, longitude: float, within: float = 50) -> Location | None:
    """Return the town nearest to a point, at most so many kilometres away."""
    return _file().nearest(latitude, longitude, within)


def names_like(first: str, pattern: re.Pattern[str]) -> set[str]:
    """Return the keys of towns that begin with a letter and that a pattern takes whole."""
    return _file().keys_like(first, pattern)


@lru_cache(maxsize=1)
def _file() -> LocationFile:
    return LocationFile(zlib.decompress(FILE.read_bytes()))
