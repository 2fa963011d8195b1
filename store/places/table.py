"""The places of a library: `places.toml` or `places.csv` beside its reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extract.errors import DatelineError
from extract.vocabulary import LocationKind
from store.library_tables import country_code, read_table, texts

if TYPE_CHECKING:
    from extract.gazetteer import Location

_KNOWN = frozenset({"name", "also", "latitude", "longitude", "country", "admin1"})
_NORTH, _EAST = 90.0, 180.0


@dataclass(frozen=True)
class PlaceTable:
    """All lines of a table that can be used."""

    by_key: "Mapping[str, tuple[Location, ...]]" = field(default_factory=dict)
    """Places by the key of each of their names."""
    problems: tuple[DatelineError, ...] = ()
    """What of the file is passed over, since it is wrong."""


def read_places(folder: Path) -> PlaceTable:
    """Return the places of a library's folder; none where it has no file of them, or a wrong one.

    Of a wrong line nothing but that problem comes back; the others are used.
    """
    from extract.gazetteer import key_of  # for tables alone: no opening needs it

    places, problems = read_table(folder, "places", _File).each("place", _place)
    by_key: dict[str, tuple[Location, ...]] = {}
    for location, names in places:
        for key in dict.fromkeys(map(key_of, names)):
            by_key[key] = (*by_key.get(key, ()), location)
    return PlaceTable(by_key, problems)


class _File(msgspec.Struct):
    place: list[dict[str, Any]] = []


def _place(row: Mapping[str, Any]) -> "tuple[Location, tuple[str, ...]]":
    """The place of a line, with its names."""
    return _location(row), (_text(row, "name"), *texts(row, "also"))


def _location(row: Mapping[str, Any]) -> "Location":
    """The place of a line, from values as the file has them.

    Raises:
        ValueError: saying what is wrong.
    """
    from extract.gazetteer import Location

    if unknown := [str(name) for name in row if name not in _KNOWN]:
        raise ValueError(f"'{unknown[0]}' is not known here")
    return Location(
        _text(row, "name"),
        _country(row),
        _text(row, "admin1", needed=False),
        _degrees(row, "latitude", _NORTH),
        _degrees(row, "longitude", _EAST),
        kind=LocationKind.OWN,
    )


def _text(row: Mapping[str, Any], name: str, needed: bool = True) -> str:
    from extract.gazetteer import key_of

    value = row.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"'{name}' is to be words in quotation marks")
    told = " ".join(value.split())
    if needed and not key_of(told):
        raise ValueError(f"'{name}' is missing")
    return told


def _country(row: Mapping[str, Any]) -> str:
    """The code of a country, by its name or code; nothing where none is given."""
    told = _text(row, "country", needed=False)
    return country_code(told) if told else ""


def _degrees(row: Mapping[str, Any], name: str, most: float) -> float:
    value = row.get(name)
    if value is None or isinstance(value, bool):
        raise ValueError(f"'{name}' is missing")
    degrees = float(value)
    if not -most <= degrees <= most:
        raise ValueError(f"'{name}' is not between -{most:g} and {most:g}")
    return degrees
