"""Going on with an output that was broken off."""

import json
import os
from pathlib import Path

from extract.errors import DatelineError


class OutputError(DatelineError):
    """An output file that cannot be read or written."""


def whole_ids(path: Path) -> frozenset[str]:
    """The ids of the lines that are whole in an output; a torn last line is cut off.

    Raises:
        OutputError: if the file cannot be read or cut.
    """
    if not path.exists():
        return frozenset()
    found: set[str] = set()
    try:
        with path.open("r+b") as file:
            end = 0
            for line in file:
                ident = _id_of(line)
                if ident is None:
                    break
                found.add(ident)
                end += len(line)
            file.seek(end)
            file.truncate()
            os.fsync(file.fileno())
    except OSError as error:
        reason = (error.strerror or "no access").lower()
        raise OutputError(f"cannot be gone on with ({reason})", path, "choose another") from None
    return frozenset(found)


def _id_of(line: bytes) -> str | None:
    if not line.endswith(b"\n"):
        return None
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return str(row["id"]) if isinstance(row, dict) and "id" in row else None
