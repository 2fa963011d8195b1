"""The file of places with coordinates, looked up without making a table of it."""

import json
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from struct import calcsize, pack

from extract.gazetteer.location import Location, distance
from extract.gazetteer.places import key_of
from extract.vocabulary import LocationKind

SCALE = 1_000
"""Steps of a degree in the file: coordinates are exact to 60 m."""


class LocationFile:
    """What `train/locations.py` writes, which tells its parts."""

    def __init__(self, content: bytes) -> None:
        head, _, rest = content.partition(b"\n")
        parts = json.loads(head)
        self.countries: dict[str, tuple[int, int | None, int | None]] = parts["countries"]
        self._areas: list[tuple[str, str, int]] = parts["areas"]
        self._columns: list[array[int]] = []
        for code, size in (("H", 2), ("i", 4), ("i", 4), ("I", 4)):
            length = size * parts["rows"]
            self._columns.append(_column(code, size, rest[:length]))
            rest = rest[length:]
        self._names = rest[: parts["names"]].decode()
        self._others = rest[parts["names"] :].decode()

    @cached_property
    def _lengths(self) -> "array[int]":
        """How many characters the lines before each row's have in the names, without their ends."""
        return array("I", accumulate(map(len, self._names.split("\n")), initial=0))

    def _start(self, row: int) -> int:
        """Where a row's line begins in the names."""
        return self._lengths[row] + row

    def towns(self, key: str) -> tuple[Location, ...]:
        """Return the towns of a key, the most populous first."""
        rows = {*self._own(key), *self._under_another(key)}
        found = (self.town(row) for row in rows)
        return tuple(sorted(found, key=lambda town: (-town.population, town.country, town.admin1)))

    def _own(self, key: str) -> Sequence[int]:
        """The rows that have the key for their own name, which stand together."""
        at = _line_of(self._names, key)
        if at < 0:
            return ()
        first = bisect_left(range(len(self._columns[0])), at, key=self._start)
        last = first + 1
        while last < len(self._columns[0]) and self._names[self._start(last)] in "\t\n":
            last += 1
        return range(first, last)

    def _under_another(self, key: str) -> Iterator[int]:
        at = _line_of(self._others, key)
        if at >= 0:
            line = self._others[at : self._others.find("\n", at)]
            yield from map(int, line[len(key) + 1 :].split())

    def town(self, row: int) -> Location:
        """Return the town of a row."""
        area, north, east, population = (column[row] for column in self._columns)
        country, admin1, _ = self._areas[area]
        is_capital = self.countries.get(country, (0, None, None))[1] == row
        return Location(
            self._name(row),
            country,
            admin1,
            north / SCALE,
            east / SCALE,
            population,
            LocationKind.CAPITAL if is_capital else LocationKind.TOWN,
        )

    def _name(self, row: int) -> str:
        """The name of a row, which is written where its key does not tell it."""
        start = self._start(row)
        key, _, name = self._names[start : self._names.find("\n", start)].partition("\t")
        if name:
            return name
        while not key:
            row -= 1
            start = self._start(row)
            key = self._names[start : self._names.find("\n", start)].partition("\t")[0]
        return titled(key)

    @cached_property
    def divisions(self) -> dict[str, tuple[Location, ...]]:
        """First-order divisions by key."""
        found: dict[str, tuple[Location, ...]] = {}
        for country, name, chief in self._areas:
            if name:
                town = self.town(chief)
                division = Location(
                    name, country, name, town.latitude, town.longitude, 0, LocationKind.DIVISION
                )
                key = key_of(name)
                found[key] = (*found.get(key, ()), division)
        return found

    def middle(self, country: str) -> Location | None:
        """Return a country at the town in its middle."""
        row = self.countries.get(country, (0, None, None))[2]
        if row is None:
            return None
        town = self.town(row)
        return Location("", country, "", town.latitude, town.longitude, 0, LocationKind.COUNTRY)

    def nearest(self, latitude: float, longitude: float, within: float) -> Location | None:
        """Return the town nearest to a point in degrees, `within` kilometres."""
        _, norths, easts, _ = self._columns
        reach = within / 111.0
        low, high = round((latitude - reach) * SCALE), round((latitude + reach) * SCALE)
        near = (
            (distance(latitude, longitude, north / SCALE, easts[row] / SCALE), row)
            for row, north in enumerate(norths)
            if low <= north <= high
        )
        away, row = min(near, default=(within + 1, 0))
        return self.town(row) if away <= within else None

    def keys_like(self, first: str, pattern: re.Pattern[str]) -> set[str]:
        """Return the keys that begin with a letter and that a pattern takes whole."""
        return {
            found[0]
            for text in (self._names, self._others)
            for found in pattern.finditer(
                text, _position(text, first), _position(text, first + "~")
            )
            if _is_whole(text, found)
        }


def titled(key: str) -> str:
    """Return a key as a name that has no accents: "khan yunis" is "Khan Yunis"."""
    return " ".join(word.capitalize() for word in key.split())


def _column(code: str, size: int, planes: bytes) -> "array[int]":
    """Numbers of which all first bytes are written first, the lowest, then all second ones."""
    rows = len(planes) // size
    whole = bytearray(len(planes))
    for place in range(size):
        whole[place::size] = planes[place * rows : (place + 1) * rows]
    found = array(code)
    found.frombytes(whole)
    if pack(code, 1) != pack(f"<{code}", 1):  # this machine has the highest byte first
        found.byteswap()
    return found


def _line_of(text: str, key: str) -> int:
    """Where the line begins that has the key; -1 if there is none."""
    if not key:
        return -1
    at = _position(text, key)
    end = at + len(key)
    return at if text.startswith(key, at) and text[end : end + 1] in ("\t", "\n") else -1


def _position(text: str, key: str) -> int:
    """Where the first line begins whose key is not before another; lines without a key belong to
    the one above."""
    low, high = 0, len(text)
    while low < high:
        start = text.rfind("\n", low, (low + high) // 2) + 1 or low
        begin = start
        while begin > low and text[begin] in "\t\n":
            begin = text.rfind("\n", low, begin - 1) + 1 or low
        end = _end_of_line(text, begin)
        found = text[begin:end].partition("\t")[0]
        if found < key:
            low = _after_group(text, end + 1)
        else:
            high = begin
    return low


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _after_group(text: str, start: int) -> int:
    """The begin of the next line that has a key."""
    while start < len(text) and text[start] in "\t\n":
        start = _end_of_line(text, start) + 1
    return start


def columns_as_bytes(code: str, values: Sequence[int]) -> bytes:
    """Return numbers as the file has them: all lowest bytes first."""
    whole, size = pack(f"<{len(values)}{code}", *values), calcsize(f"<{code}")
    return b"".join(whole[place::size] for place in range(size))


def _is_whole(text: str, found: re.Match[str]) -> bool:
    """Whether what was found is all of a line's key."""
    before, behind = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return before in ("", "\n") and behind in ("\t", "\n")
