"""The places of a library: `places.toml` or `places.csv` beside its reports."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extract.errors import DatelineError
from extract.vocabulary import LocationKind
from store.plainfiles import read_plain, reason
from store.tomlfiles import LARGEST, understand

if TYPE_CHECKING:
    from extract.gazetteer import Location

TOML, CSV = "places.toml", "places.csv"
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
    path = folder / TOML
    if not path.exists() and not path.is_symlink():
        path = folder / CSV
    try:
        data = read_plain(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return PlaceTable()
    except OSError as error:
        problem = DatelineError(f"cannot be read ({reason(error)})", path, "check what it is")
        return PlaceTable(problems=(problem,))
    rows, problems = _of_toml(path, data) if path.name == TOML else _of_csv(path, data)
    from extract.gazetteer import key_of  # for tables alone: no opening needs it

    by_key: dict[str, tuple[Location, ...]] = {}
    for number, row in enumerate(rows, 1):
        try:
            location, names = _location(row), tuple(_names(row))
        except (ValueError, TypeError, OverflowError) as error:
            what = f"place {number} not understood and passed over ({_short(error)})"
            problems.append(DatelineError(what, path, "mend or remove it"))
            continue
        for key in dict.fromkeys(map(key_of, names)):
            by_key[key] = (*by_key.get(key, ()), location)
    return PlaceTable(by_key, tuple(problems))


class _File(msgspec.Struct):
    place: list[dict[str, Any]] = []


def _of_toml(path: Path, data: bytes) -> tuple[list[dict[str, Any]], list[DatelineError]]:
    found = understand(path, lambda _: data, _File, frozenset({"place"}))
    unknown = [DatelineError(remark.removeprefix(f"{path}: "), path) for remark in found.remarks]
    return list(found.values.get("place", ())), [*found.problems, *unknown]


def _of_csv(path: Path, data: bytes) -> tuple[list[dict[str, Any]], list[DatelineError]]:
    try:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), strict=True))
    except (ValueError, csv.Error) as error:
        what = f"not understood ({_short(error)}); nothing of it is used"
        return [], [DatelineError(what, path, "mend or remove it")]
    return [{name: cell for name, cell in row.items() if cell} for row in rows], []


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


def _names(row: Mapping[str, Any]) -> Iterator[str]:
    """Its name and the further ones: a list of them, or several with semicolons between them."""
    yield _text(row, "name")
    also = row.get("also", [])
    parts = also if isinstance(also, list) else [also]
    if not all(isinstance(part, str) for part in parts):
        raise ValueError("'also' is to be words in quotation marks")
    yield from (name.strip() for part in parts for name in part.split(";") if name.strip())


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
    from extract.gazetteer import country_named, name_of_country

    told = _text(row, "country", needed=False)
    if not told:
        return ""
    code = told.upper() if name_of_country(told.upper()) else country_named(told)
    if code is None:
        raise ValueError(f"'{told}' is no country that is known here")
    return code


def _degrees(row: Mapping[str, Any], name: str, most: float) -> float:
    value = row.get(name)
    if value is None or isinstance(value, bool):
        raise ValueError(f"'{name}' is missing")
    degrees = float(value)
    if not -most <= degrees <= most:
        raise ValueError(f"'{name}' is not between -{most:g} and {most:g}")
    return degrees


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
