"""Reports that come into a folder while it is watched, through watchfiles (extra
`dateline[watch]`)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.errors import LoadError
from extract.load import is_report

_QUIET = 1000
"""Milliseconds for which a file must not change before it is taken for whole."""

Changes = Iterable[set[tuple[int, str]]]
"""What watchfiles yields: kinds of changes with paths, an empty set where nothing changed for a
while."""
_DELETED = 3


def changes_in(folder: Path) -> Changes:
    """Return the changes in a folder and below it, until ctrl+c ends them.

    Raises:
        LoadError: if watchfiles is not installed, or there is no such folder.
    """
    try:
        from watchfiles import watch
    except ImportError:
        then = "pip install 'dateline[watch]'"
        raise LoadError("watching a folder needs watchfiles", folder, then) from None
    if not folder.is_dir():
        raise LoadError("no such folder", folder, "check the name")
    changes: Changes = watch(
        folder, rust_timeout=_QUIET, yield_on_timeout=True, raise_interrupt=False
    )
    return changes


def come_to_rest(changes: Changes) -> Iterator[Path]:
    """Yield reports that came or changed, each when it has not changed since the last look: a file
    that is still being written is not taken."""
    waiting: set[str] = set()
    for found in changes:
        changed = {path for kind, path in found if kind != _DELETED}
        gone = {path for kind, path in found if kind == _DELETED}
        for path in sorted(waiting - changed - gone):
            yield Path(path)
        waiting = {path for path in changed if is_report(Path(path))}
