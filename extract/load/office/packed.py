"""Files that are packed folders of others: opened only if what is in them fits into memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from extract.errors import LoadError

LARGEST = 200_000_000
"""Bytes of all that is in a file, unpacked."""
MOST = 10_000
"""Files in a file."""


@contextmanager
def unpacked(path: Path, what: str) -> Iterator[ZipFile]:
    """Open a packed file that is to be `what`, such as "a Word file".

    What is read of it is never more than it states, and that is bounded.

    Raises:
        LoadError: if it is none, damaged, locked with a password, or holds more than fits; also
            for whatever goes wrong in the block with what it holds.
    """
    then = "save it again, or its text as .txt"
    try:
        with ZipFile(path) as packed:
            _check(packed, path)
            yield packed
    except LoadError:
        raise
    except (OSError, MemoryError):
        raise  # told where all documents are opened
    except Exception as error:  # of a damaged file anything may come out of the libraries
        known = isinstance(error, BadZipFile | KeyError)
        more = "" if known else f" ({type(error).__name__})"
        raise LoadError(f"no {what}, or a damaged one{more}", path, then) from None


def _check(packed: ZipFile, path: Path) -> None:
    found = packed.infolist()
    if len(found) > MOST:
        raise LoadError(f"holds more than {MOST:,} files", path, "save it again")
    if sum(one.file_size for one in found) > LARGEST:
        what = f"unpacked larger than {LARGEST // 1_000_000} MB"
        raise LoadError(what, path, "save its text as .txt")
    if any(one.flag_bits & 1 for one in found):
        raise LoadError("locked with a password", path, "save it without the password")
