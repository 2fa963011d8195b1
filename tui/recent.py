"""What was opened before and who decided there, for those who call the reader without a path."""

from collections.abc import Iterator
from pathlib import Path

from tui.config import remember, remembered

_KEPT = 9
_NAME = "recent"
_BETWEEN = "\t"
"""Between a path and the annotator."""


def recent_paths() -> tuple[Path, ...]:
    """Return reports and folders opened before that are still there, the last one first."""
    return tuple(path for path, _ in _kept())


def last_annotator(path: Path) -> str | None:
    """Return who decided where a report or folder was opened last; none where that is not known."""
    known = (who for one, who in _kept() if one == path.absolute() and who)
    return next(known, None)


def remember_path(path: Path, annotator: str = "") -> None:
    """Put a report or a folder before all others opened before, with who decides there."""
    path = path.absolute()
    others = [(other, who) for other, who in _kept() if other != path]
    kept = [(path, annotator), *others][:_KEPT]
    remember(_NAME, "\n".join(f"{one}{_BETWEEN}{who}" if who else str(one) for one, who in kept))


def _kept() -> Iterator[tuple[Path, str]]:
    for line in filter(None, str(remembered().get(_NAME, "")).split("\n")):
        path, _, who = line.partition(_BETWEEN)
        if Path(path).exists():
            yield Path(path), who
