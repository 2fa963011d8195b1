"""Tables that a person keeps beside the reports of a library, as TOML or CSV: actors, places.

A file that is wrong is passed over and named, and so is each wrong line; the others are used.
"""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from extract.errors import DatelineError
from extract.lexicon.closed import ARTICLES
from store.plainfiles import read_plain, reason
from store.tomlfiles import LARGEST, short, understand

Row = Mapping[str, Any]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class LibraryTable:
    """The rows of a file, with values as it has them."""

    path: Path
    data: bytes = b""
    """The file as it is; nothing where there is none that can be read."""
    rows: tuple[Row, ...] = ()
    problems: tuple[DatelineError, ...] = ()
    """What of the file is passed over, since it is wrong."""

    def each(
        self, noun: str, made: Callable[[Row], _T]
    ) -> tuple[tuple[_T, ...], tuple[DatelineError, ...]]:
        """Return what is made of each row, and the problems of the file and of its rows; `noun` is
        what these call one ("line", "place")."""
        found: list[_T] = []
        problems = list(self.problems)
        for number, row in enumerate(self.rows, 1):
            try:
                found.append(made(row))
            except (ValueError, TypeError, OverflowError) as error:
                what = f"{noun} {number} not understood and passed over ({short(error)})"
                problems.append(DatelineError(what, self.path, "mend or remove it"))
        return tuple(found), tuple(problems)


def read_table(folder: Path, name: str, row: type[Any]) -> LibraryTable:
    """Return the table `name` of a library's folder: of its `.toml`, else of its `.csv`.

    `row` is the structure of the TOML file, with one field that holds the list of rows. There are
    no rows where the folder has no such file, or a wrong one.
    """
    path = folder / f"{name}.toml"
    if not path.exists() and not path.is_symlink():
        path = folder / f"{name}.csv"
    try:
        data = read_plain(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        return LibraryTable(path)
    except OSError as error:
        return _wrong(path, f"cannot be read ({reason(error)})", "check what it is")
    return _of_toml(path, data, row) if path.suffix == ".toml" else _of_csv(path, data)


def _of_toml(path: Path, data: bytes, row: type[Any]) -> LibraryTable:
    (key,) = row.__struct_fields__
    found = understand(path, lambda _: data, row, frozenset({key}))
    unknown = (DatelineError(remark.removeprefix(f"{path}: "), path) for remark in found.remarks)
    rows = tuple(found.values.get(key, ()))
    return LibraryTable(path, data, rows, (*found.problems, *unknown))


def _of_csv(path: Path, data: bytes) -> LibraryTable:
    try:
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), strict=True))
    except (ValueError, csv.Error) as error:
        found = _wrong(path, f"not understood ({short(error)})", "mend or remove it")
        return replace(found, data=data)
    filled = ({name: cell for name, cell in row.items() if cell} for row in rows)
    return LibraryTable(path, data, tuple(filled))


def _wrong(path: Path, what: str, then: str) -> LibraryTable:
    problem = DatelineError(f"{what}; nothing of it is used", path, then)
    return LibraryTable(path, problems=(problem,))


def texts(row: Row, name: str) -> tuple[str, ...]:
    """Return the texts of a field: one, a list of them, or several with semicolons between them.

    Raises:
        ValueError: if a value is no text.
    """
    value = row.get(name, [])
    parts = value if isinstance(value, list) else [value]
    if not all(isinstance(part, str) for part in parts):
        raise ValueError(f"'{name}' is to be words in quotation marks")
    return tuple(filter(None, (" ".join(one.split()) for part in parts for one in part.split(";"))))


def looked_up(name: str) -> str:
    """Return a name as it is looked up: in whichever case, without an article."""
    words = name.casefold().split()
    return " ".join(words[1:] if words[1:] and words[0] in ARTICLES else words)


def country_code(told: str) -> str:
    """Return the ISO code of a country, by its name or code.

    Raises:
        ValueError: if no such country is known.
    """
    from extract.gazetteer import country_named, name_of_country  # no opening of a report needs it

    code = told.upper() if name_of_country(told.upper()) else country_named(told)
    if code is None:
        raise ValueError(f"'{told}' is no country that is known here")
    return code
