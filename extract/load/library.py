"""Which files of a folder are reports, and what each is called there."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from extract.errors import EmptyLibraryError, LoadError, MissingReportError

ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm")
_NOT_REPORTS = frozenset({"readme", "license", "licence", "changelog"})


def find_reports(folder: Path) -> list[Path]:
    """Return the reports below a folder, in the order of their paths; hidden folders are left out.

    Raises:
        MissingReportError: if there is no such folder.
        EmptyLibraryError: if it holds no report.
    """
    return [found for found in walk(folder) if isinstance(found, Path)]


def walk(folder: Path) -> list[Path | LoadError]:
    """Return the reports below a folder in the order of their paths, and then what was passed over.

    Passed over are folders that cannot be read or were listed before (links to them), and what
    bears the name of a report but is no file. Hidden files and folders are left out.

    Raises:
        MissingReportError: if there is no such folder.
        EmptyLibraryError: if it holds no report and nothing was passed over.
    """
    if not folder.is_dir():
        raise MissingReportError("no such file or folder", folder, "check the name")
    found = list(_below(folder, {_identity(folder)}))
    if not found:
        raise EmptyLibraryError("no report in this folder", folder, "put .txt or .md files into it")
    reports = sorted(path for path in found if isinstance(path, Path))
    return [*reports, *(error for error in found if isinstance(error, LoadError))]


def reports_in(folder: Path) -> Iterator[Path]:
    """Return the reports right in a folder, not those below it, in no order."""
    return (path for path in folder.iterdir() if is_report(path) and path.is_file())


def key_of(path: Path, folder: Path) -> str:
    """Return an article's stable name in its library: its path there, ending left out,
    with slashes."""
    inside = Path(os.path.abspath(path)).relative_to(os.path.abspath(folder))
    return readable(inside.with_suffix("").as_posix())


def readable(name: str) -> str:
    """Return a file's name with bytes that are no UTF-8 spelled out,
    so that it can be written down."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def is_report(path: Path) -> bool:
    """Return whether a file is a report by its name."""
    hidden = path.name.startswith(".")
    return path.suffix.lower() in ENDINGS and path.stem.lower() not in _NOT_REPORTS and not hidden


def _below(folder: Path, listed: set[tuple[int, int]]) -> Iterator[Path | LoadError]:
    """What is in a folder and below, links to folders last; no folder is listed twice."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: (path.is_symlink(), path))
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        yield _passed(f"the folder cannot be read ({reason})", folder, "check its permissions")
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield from _file(path)
        elif (identity := _identity(path)) in listed:
            yield _passed("a link to a folder that is listed already", path)
        else:
            listed.add(identity)
            yield from _below(path, listed)


def _file(path: Path) -> Iterator[Path | LoadError]:
    """A report, or why what is called like one is none."""
    if not is_report(path):
        return
    try:
        mode = path.stat().st_mode
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        yield _passed(f"cannot be reached ({reason})", path, "mend the link or remove it")
        return
    if stat.S_ISREG(mode):
        yield path
    else:
        yield _passed("no file but a pipe, socket or device", path, "remove it")


def _passed(what: str, path: Path, then: str = "") -> LoadError:
    return LoadError(f"{what}, so passed over", readable(str(path)), then)


def _identity(folder: Path) -> tuple[int, int]:
    found = folder.stat()
    return found.st_dev, found.st_ino
