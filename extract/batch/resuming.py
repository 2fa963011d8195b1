"""Going on with an output that was broken off."""

import json
import os
import re
from pathlib import Path
from typing import BinaryIO

from extract.errors import DatelineError

_BEGINNING = b'{"id"'
"""How the line of a reading begins."""
_ROW = re.compile(rb'\{"id": ?"(?:[^"\\]|\\.)*", ?"text"')
"""How a row of a report may begin."""


class OutputError(DatelineError):
    """An output file that cannot be read or written."""


def whole_ids(path: Path) -> frozenset[str]:
    """Return the ids of the lines that are whole in an output; a torn last line is cut off.

    Raises:
        OutputError: if the file cannot be read or cut, or holds anything but readings.
    """
    if not path.is_file():  # a pipe or a device keeps nothing
        return frozenset()
    try:
        with path.open("r+b") as file:
            found, end = _whole(file, path)
            file.seek(end)
            file.truncate()
            os.fsync(file.fileno())
    except OSError as error:
        reason = (error.strerror or "no access").lower()
        raise OutputError(f"cannot be gone on with ({reason})", path, "choose another") from None
    return found


def _whole(file: BinaryIO, path: Path) -> tuple[frozenset[str], int]:
    """The ids of the whole lines, and where they end."""
    found: set[str] = set()
    end = 0
    for line in file:
        ident = _id_of(line)
        if ident is None:
            if not _is_torn(line):
                raise OutputError("holds something else than readings", path, "choose another name")
            break
        found.add(ident)
        end += len(line)
    return frozenset(found), end


def _is_torn(line: bytes) -> bool:
    """Whether it is the beginning of the line of a reading, and no more."""
    begins = line.startswith(_BEGINNING) or _BEGINNING.startswith(line)
    return begins and not line.endswith(b"\n") and not _ROW.match(line)


def _id_of(line: bytes) -> str | None:
    """The id in the line of a reading; none if it is torn or of another kind."""
    if not line.endswith(b"\n"):
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    known = isinstance(row, dict) and "id" in row and "text" not in row
    return str(row["id"]) if known else None
