"""The one way to open what is in a folder of notes, which may come from somebody else.

Nothing there is read or written through a symbolic link, and only regular files are opened: a pipe
or device under the name of notes would make the program wait for ever, a link would let whoever
made the folder choose which file is overwritten.
"""

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from store.files import replace_file

NOTES_FOLDER = ".dateline"
LARGEST = 1 << 26
"""Bytes of the largest file that is read: notes with ten thousand decisions are a sixth of it, and
what a file of this size can be made to hold still fits into memory."""

_NO_WAITING = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def check_way(path: Path, below: Path | None = None) -> None:
    """See that no link stands on the way to a file, from the folder of notes on.

    The folder is the first `.dateline`, or else what is not `below` a folder that a person chose;
    without either only the file itself is looked at.

    Raises:
        OSError: if there is a link, saying which.
    """
    for step in _steps(path, below):
        try:
            found = os.lstat(step)
        except (FileNotFoundError, NotADirectoryError):
            return
        if stat.S_ISLNK(found.st_mode):
            raise OSError(errno.ELOOP, f"{step.name} is a link, and none is followed", str(path))


def check_regular(path: Path) -> None:
    """See that a file can be opened: it is not there yet, or a regular file without links to it.

    Raises:
        OSError: if it is something else.
    """
    check_way(path)
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return
    _check_kind(found, path)


def read_plain(path: Path, largest: int = LARGEST) -> bytes:
    """Return the content of a regular file that no link leads to.

    Raises:
        OSError: if it is not there, cannot be read, is too large, no file or behind a link.
    """
    check_way(path)
    handle = os.open(path, os.O_RDONLY | _NO_WAITING | _BINARY)
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        _check_kind(found, path)
        if found.st_size > largest:
            raise OSError(errno.EFBIG, f"larger than {largest >> 20} MB", str(path))
        return file.read(largest + 1)


def stands(path: Path) -> bool:
    """Return whether anything bears the name: a file, a folder, or a link, wherever that leads."""
    return os.path.lexists(path)


def is_plain(path: Path) -> bool:
    """Return whether a regular file is there that no link leads to."""
    try:
        check_way(path)
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def move_plain(path: Path, target: Path) -> None:
    """Move a file of notes to where nothing is, over file systems as well.

    Raises:
        OSError: if that fails, something is there, or what is moved is no regular file or behind a
            link; it is then where it was.
    """
    check_way(target.parent)
    check_regular(path)
    if stands(target):
        raise OSError(errno.EEXIST, "something is there already", str(target))
    try:
        os.rename(path, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        replace_plain(target, read_plain(path))
        os.unlink(path)


def write_plain(path: Path, data: bytes) -> None:
    """Write a small file in place, where losing it does no harm.

    Raises:
        OSError: if it cannot be written, is no regular file or behind a link.
    """
    check_regular(path)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | _NO_WAITING | _BINARY, 0o666)
    with os.fdopen(handle, "wb") as file:
        _check_kind(os.fstat(handle), path)
        file.truncate()
        file.write(data)


def replace_plain(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put data in a file's place as `store.files.replace_file` does, but never through a link.

    Raises:
        OSError: if that fails, or something else than a regular file stands there.
    """
    check_regular(path)
    replace_file(path, data)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it.

    Raises:
        OSError: if that fails, or a link stands on the way.
    """
    check_way(folder)
    folder.mkdir(parents=True, exist_ok=True)


def reason(error: OSError) -> str:
    """Return why a file cannot be used, in words for a line."""
    words = error.strerror or "unreadable"
    return words if error.errno == errno.ELOOP else words.lower()


def _steps(path: Path, below: Path | None) -> list[Path]:
    way = [*reversed(path.parents), path]
    if below is not None:
        return [step for step in way if step != below and step.is_relative_to(below)]
    inside = [number for number, step in enumerate(way) if step.name == NOTES_FOLDER]
    return way[inside[0] :] if inside else way[-1:]


def _check_kind(found: os.stat_result, path: Path) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
