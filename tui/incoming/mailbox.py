"""The mails of a mailbox file (.mbox)."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from extract.errors import LoadError, reading
from extract.load.report import from_converted
from extract.records import Article

LARGEST = 50_000_000
"""Bytes of one mail."""
_LINE = 1 << 16
"""Bytes of a line that are read at once: a file without line ends is no mailbox."""
_BEGIN = b"From "
_THEN = "export the mails as .eml files"


def mails(path: Path, published: date | None) -> Iterator[tuple[str, Callable[[], Article]]]:
    """Yield for each mail what it is called, and what gets it as a report.

    Raises:
        LoadError: if it is no mailbox.
    """
    for number, (start, end) in enumerate(_places(path), 1):
        where = f"{path}, mail {number}"
        yield where, partial(_report, path, start, end, where, published)


def _places(path: Path) -> Iterator[tuple[int, int]]:
    """Where each mail begins and ends: a line with "From " behind an empty one begins it."""
    with reading(path), path.open("rb") as file:
        start, place, is_free = -1, 0, True
        while line := file.readline(_LINE):
            if is_free and line.startswith(_BEGIN):
                if start >= 0:
                    yield start, place
                start = place
            elif start < 0:
                raise LoadError("no mailbox: no mail begins with 'From '", path, _THEN)
            is_free = line in (b"\n", b"\r\n")
            place += len(line)
        if start >= 0:
            yield start, place


def _report(path: Path, start: int, end: int, where: str, published: date | None) -> Article:
    from extract.load.office.mail import parse_bytes

    if end - start > LARGEST:
        raise LoadError(f"larger than {LARGEST // 1_000_000} MB", where, _THEN)
    with path.open("rb") as file:
        file.seek(start)
        data = file.read(end - start).split(b"\n", 1)[-1]
    mail = data.replace(b"\n>From ", b"\nFrom ")
    return from_converted(parse_bytes(mail, where), where, published=published)
