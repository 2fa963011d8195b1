"""Putting an export where the person wants it: nothing that is not an export gives way to it."""

import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from store.errors import StoreError
from store.files import replace_file, write_into
from store.formats.recognising import EVIDENCE, kinds_of, looks_like_report
from store.notes.paths import NOTES_FOLDER

Files = Sequence[tuple[str, bytes]]
"""Names and contents; one without a name of its own is called "" ."""


_STANDARD = re.compile(r"/dev/(stdin|stdout|stderr|fd/)|/proc/[^/]+/fd/")


_LONGEST = 200
"""Bytes of a name; while it is replaced, a longer one stands beside it, of 255 at most."""


class InTheWayError(StoreError):
    """A file stands where an export was to go, and is none of its kind."""


def write(found: Files, out: Path, form: str = "", inputs: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Put the files of a format at `out`, whole or not at all; return their paths.

    A single file becomes `out` itself, and a second one stands beside it; several become a folder.
    A link stays a link; into a pipe or device the first file goes as it is.

    Raises:
        InTheWayError: if one would replace an input, notes, or what is no export of that format.
        StoreError: if they cannot be written.
    """
    try:
        if not any(name == "" for name, _ in found):
            return _write_folder(found, out, form, inputs)
        if is_stream(out):
            write_into(out, dict(found)[""])
            return (out,)
        return _write_beside(found, out, form, inputs)
    except OSError as error:
        reason = (error.strerror or "not writable").lower()
        raise StoreError(f"cannot be written ({reason})", out, "choose another place") from None


def is_stream(path: Path) -> bool:
    """Return whether a path is a pipe or a device, or this program's own standard output."""
    if _STANDARD.match(str(path)):
        return True
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def check_free(path: Path, form: str, inputs: Iterable[Path] = ()) -> None:
    """See that a file may be put at the path; nothing may that is in a folder of the inputs.

    Raises:
        InTheWayError: if it would replace an input, notes, or what is no output of that kind.
    """
    real = Path(os.path.realpath(path))
    inputs = tuple(inputs)
    if NOTES_FOLDER in real.parts or any(real.is_relative_to(f) for f in inputs if f.is_dir()):
        raise InTheWayError("notes are kept here", path, "choose another place")
    if not real.is_file():
        return
    if any(same_file(real, one) for one in inputs):
        raise InTheWayError("this is what is read, not a place to write", path, "choose another")
    if real.stat().st_size == 0:
        return
    kinds = kinds_of(real)
    if form in kinds:
        return
    if kinds or looks_like_report(real):
        what = sorted(kinds)[0] if kinds else "something else"
        raise InTheWayError(f"holds {what}, and is not replaced", path, "choose another name")


def same_file(path: Path, other: Path) -> bool:
    """Return whether two paths are one file, through links as well."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def _fitting(name: str) -> str:
    """The name of a file, cut and told by a digest where a file system may not take it."""
    path = PurePosixPath(name)
    stem = path.stem.encode("utf-8", "surrogateescape")
    if len(stem) + len(path.suffix) <= _LONGEST:
        return name
    start = stem[: _LONGEST // 2].decode("utf-8", "ignore")
    return str(path.with_name(f"{start}~{hashlib.sha256(stem).hexdigest()[:16]}{path.suffix}"))


def _write_beside(found: Files, out: Path, form: str, inputs: Iterable[Path]) -> tuple[Path, ...]:
    inputs = tuple(inputs)
    paths = [out.with_name(f"{out.stem}.{name}") if name else out for name, _ in found]
    for path, (name, _) in zip(paths, found, strict=True):
        check_free(path, EVIDENCE if name else form, inputs)
    for path, (_, data) in zip(paths, found, strict=True):
        replace_file(path, data)
    return tuple(paths)


def _write_folder(found: Files, out: Path, form: str, inputs: Iterable[Path]) -> tuple[Path, ...]:
    """The files in a folder that is put in place when all of them are written.

    A folder that is there already keeps what else it holds.
    """
    place = Path(os.path.realpath(out)) if out.is_symlink() else out
    if is_stream(place):
        raise StoreError("several files do not go into a pipe", out, "name a folder")
    inputs = tuple(inputs)
    found = [(_fitting(name), data) for name, data in found]
    for name, _ in found:
        check_free(place / name, form, inputs)
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name[:100]}-"))
    try:
        for name, data in found:
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if not place.exists():
            os.replace(beside, place)
            place.chmod(0o755)
        else:
            for name, data in found:
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                replace_file(place / name, data)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return tuple(out / name for name, _ in found)
