"""Which files of a folder are reports, and what each is called there."""

from collections.abc import Iterator
from pathlib import Path

from extract.errors import EmptyLibraryError, MissingReportError

ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm")
_NOT_REPORTS = frozenset({"readme", "license", "licence", "changelog"})


def find_reports(folder: Path) -> list[Path]:
    """The reports below a folder, in the order of their paths; hidden folders are left out.

    Raises:
        MissingReportError: if there is no such folder.
        EmptyLibraryError: if it holds no report.
    """
    if not folder.is_dir():
        raise MissingReportError("no such file or folder", folder, "check the name")
    found = sorted(_reports_below(folder))
    if not found:
        raise EmptyLibraryError("no report in this folder", folder, "put .txt or .md files into it")
    return found


def reports_in(folder: Path) -> Iterator[Path]:
    """The reports right in a folder, not those below it, in no order."""
    return (path for path in folder.iterdir() if _is_report(path) and not path.is_dir())


def key_of(path: Path, folder: Path) -> str:
    """An article's stable name in its library: its path there, ending left out, with slashes."""
    return path.resolve().relative_to(folder.resolve()).with_suffix("").as_posix()


def _reports_below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _reports_below(path)
        elif _is_report(path):
            yield path


def _is_report(path: Path) -> bool:
    """Whether a file is a report by its name."""
    hidden = path.name.startswith(".")
    return path.suffix.lower() in ENDINGS and path.stem.lower() not in _NOT_REPORTS and not hidden
