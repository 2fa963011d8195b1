"""What ships to try the reader on: a first report, and a library of reports on one attack."""

import contextlib
import shutil
from pathlib import Path

from platformdirs import user_data_path

from store.errors import StoreError
from store.files import replace_file

EXAMPLE = "oshkara"
"""The example library: three made-up reports of one attack and of what happened around it."""
_IN_CHECKOUT = Path(__file__).parents[1] / "seeds"
_IN_WHEEL = Path(__file__).parent / "seeds"


def seed_report() -> Path | None:
    """Return the report that ships, where notes can be kept beside it; none if it is not to be had.

    From an installed package it is copied to the user's data, once.
    """
    if not _IN_WHEEL.is_dir():
        return _report_in(_IN_CHECKOUT)
    own = user_data_path("dateline") / "seeds"
    if not own.exists():
        with contextlib.suppress(OSError):
            shutil.copytree(_IN_WHEEL, own)
    return _report_in(own)


def write_example(folder: Path) -> tuple[Path, ...]:
    """Write the example library into a new or an empty folder; return the reports that were
    written.

    Raises:
        StoreError: if something stands there, or it cannot be written.
    """
    shipped = (_IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT) / EXAMPLE
    try:
        if folder.is_symlink() or (folder.exists() and _holds_something(folder)):
            raise StoreError("something stands here already", folder, "name a new folder")
        folder.mkdir(parents=True, exist_ok=True)
        for file in sorted(shipped.glob("*.t*")):
            replace_file(folder / file.name, file.read_bytes())
    except OSError as error:
        reason = (error.strerror or "not writable").lower()
        raise StoreError(f"cannot be written ({reason})", folder, "name another folder") from None
    return tuple(sorted(folder.glob("*.txt")))


def _holds_something(folder: Path) -> bool:
    return not folder.is_dir() or any(folder.iterdir())


def _report_in(folder: Path) -> Path | None:
    return next(iter(sorted(folder.glob("*.txt"))), None)
