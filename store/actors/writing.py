"""A name put into a library's table of actors, or taken out of it, by a key.

The rest of the file stays as it is, with its comments. A line that is put goes before all others,
so that it holds before them; what a person wrote is not changed.
"""

import csv
import io
import re
import tomllib
from pathlib import Path

from store.errors import InvalidValueError, StoreError
from store.files import replace_file
from store.plainfiles import read_plain, reason
from store.tomlfiles import LARGEST, basic_string

_COLUMNS = ("name", "coded")
_LONGEST = 200
"""Of a name, in characters."""
_PARTED = ";"
"""What parts several names in one."""


def put_name(folder: Path, name: str, coded: str) -> None:
    """Have the table of a folder say what a name is called; nothing takes its line out.

    It goes into `actors.toml`, or `actors.csv` where there is only that.

    Raises:
        InvalidValueError: if one of the names cannot stand in the table.
        StoreError: if the table is wrong, or cannot be read or written.
    """
    name, coded = (" ".join(one.split()) for one in (name, coded))
    for one in (name, coded):
        if _PARTED in one or len(one) > _LONGEST:
            what = f"no name for the table of actors: it has '{_PARTED}', or is too long"
            raise InvalidValueError(what, one[:60])
    path = folder / "actors.toml"
    if not path.exists() and (folder / "actors.csv").exists():
        path = folder / "actors.csv"
    told = _read(path)
    made = _in_csv if path.suffix == ".csv" else _in_toml
    after = made(path, told, name, coded)
    if after == told:
        return
    try:
        replace_file(path, after.encode())
    except OSError as error:
        raise StoreError(f"cannot be written ({reason(error)})", path, "check the folder") from None


def _read(path: Path) -> str:
    try:
        return read_plain(path, LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise StoreError("not UTF-8 text", path, "save it as UTF-8") from None
    except OSError as error:
        raise StoreError(f"cannot be read ({reason(error)})", path, "check what it is") from None


def _in_toml(path: Path, told: str, name: str, coded: str) -> str:
    head = f"[[actor]]\nname = [{basic_string(name)}]\ncoded = "
    rest = re.sub(rf'^{re.escape(head)}"(?:[^"\\\n]|\\.)*"\n\n?', "", told, flags=re.MULTILINE)
    after = f"{head}{basic_string(coded)}\n\n{rest}" if coded else rest
    try:
        tomllib.loads(after)
    except tomllib.TOMLDecodeError as error:
        raise StoreError(f"not understood ({error})", path, "mend it first") from None
    return after


def _in_csv(path: Path, told: str, name: str, coded: str) -> str:
    try:
        rows = list(csv.reader(io.StringIO(told), strict=True))
    except csv.Error as error:
        raise StoreError(f"not understood ({error})", path, "mend it first") from None
    columns, *others = rows or [list(_COLUMNS)]
    if not set(_COLUMNS) <= set(columns):
        raise StoreError("it has no columns 'name' and 'coded'", path, "mend it first")
    line = ["" for _ in columns]
    line[columns.index("name")], line[columns.index("coded")] = name, coded
    is_ours = [_is_put(dict(zip(columns, row, strict=False)), name) for row in others]
    kept = [row for row, ours in zip(others, is_ours, strict=True) if not ours]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([columns, *([line] if coded else []), *kept])
    return out.getvalue()


def _is_put(row: dict[str, str], name: str) -> bool:
    """Whether a row says nothing but what that one name is called."""
    return row.get("name") == name and not any(row[one] for one in row.keys() - set(_COLUMNS))
