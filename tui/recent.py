"""What was opened before, for those who call the reader without a path."""

from pathlib import Path

from tui.config import remember, remembered

_KEPT = 9
_NAME = "recent"


def recent_paths() -> tuple[Path, ...]:
    """Return reports and folders opened before that are still there, the last one first."""
    kept = str(remembered().get(_NAME, "")).split("\n")
    return tuple(path for path in map(Path, filter(None, kept)) if path.exists())


def remember_path(path: Path) -> None:
    """Put a report or a folder before all others opened before."""
    path = path.absolute()
    others = [other for other in recent_paths() if other != path]
    remember(_NAME, "\n".join(str(one) for one in [path, *others][:_KEPT]))
