"""Files that are replaced whole or not at all."""

import contextlib
import errno
import itertools
import os
import re
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

_AT_ONCE = 1 << 18
"""Bytes of small parts that are written together."""

_numbers = itertools.count(1)
_TEMPORARY = re.compile(r"\.(?P<pid>\d+)-\d+\.tmp")


def replace_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put data, whole or in parts, in a file's place: a reader finds the old file or the new one.

    Owner and permissions of the old file are kept; a link stays a link.

    Raises:
        OSError: if the disk is full, the folder read-only, ...; the old file is as it was.
    """
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    beside = target.with_name(f"{target.name}.{os.getpid()}-{next(_numbers)}.tmp")
    # In the same folder, since a rename across file systems is a copy that can be cut short.
    try:
        _write_new(beside, data, like=target)
        os.replace(beside, target)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    sync_folder(target.parent)


def write_into(path: Path, data: bytes) -> None:
    """Write into what is no plain file, a pipe or a device, and leave it in its place.

    Raises:
        OSError: if nobody may write there, or the reader goes away.
    """
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND), "wb") as file:
        file.write(data)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's list of names is on disk, on systems that can tell.

    Raises:
        OSError: if the disk fails.
    """
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # the file system has no such thing
            raise
    finally:
        os.close(handle)


def remove_stale(path: Path) -> None:
    """Remove what a dead process left beside a file when it was killed while replacing it."""
    with contextlib.suppress(OSError):
        for beside in path.parent.iterdir():
            if _is_stale(beside.name, path.name):
                beside.unlink()


def _write_new(path: Path, data: bytes | Iterable[bytes], like: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb", buffering=_AT_ONCE) as file:
        _copy_rights(file.fileno(), like)
        file.writelines((data,) if isinstance(data, bytes) else data)
        file.flush()
        os.fsync(file.fileno())


def _copy_rights(handle: int, like: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        old = like.stat()
    except FileNotFoundError:
        return
    new = os.fstat(handle)
    if new.st_mode != old.st_mode:
        os.fchmod(handle, stat.S_IMODE(old.st_mode))
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with contextlib.suppress(PermissionError):  # only root may give files away
            os.fchown(handle, old.st_uid, old.st_gid)


def _is_stale(name: str, target: str) -> bool:
    match = _TEMPORARY.fullmatch(name.removeprefix(target))
    return bool(match and name.startswith(target) and not _runs(int(match["pid"])))


def _runs(pid: int) -> bool:
    """Whether a process of this machine has that number."""
    if sys.platform == "win32":
        return pid == os.getpid()  # there, asking by signal would end the process
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
