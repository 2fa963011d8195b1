"""What the reader offers when it is called without a path: a first report, recent ones."""

import contextlib
import shutil
from pathlib import Path

from platformdirs import user_data_path

from tui.config import remember, remembered

_KEPT = 9
_NAME = "recent"
_IN_CHECKOUT = Path(__file__).parents[1] / "seeds"
_IN_WHEEL = Path(__file__).parent / "seeds"


def recent_paths() -> tuple[Path, ...]:
    """Reports and folders opened before that are still there, the last one first."""
    kept = str(remembered().get(_NAME, "")).split("\n")
    return tuple(path for path in map(Path, filter(None, kept)) if path.exists())


def remember_path(path: Path) -> None:
    """Put a report or a folder before all others opened before."""
    path = path.absolute()
    others = [other for other in recent_paths() if other != path]
    remember(_NAME, "\n".join(str(one) for one in [path, *others][:_KEPT]))


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


def _report_in(folder: Path) -> Path | None:
    return next(iter(sorted(folder.glob("*.txt"))), None)
