"""A document taken apart in a process of its own, which memory and time are bounded for.

    python -m extract.load.apart PATH

writes what comes of it to standard output. What takes documents apart is large and partly written
in C: a file that is made to break it, or to grow without end, breaks that process alone.
"""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import msgspec

from extract.errors import LoadError
from extract.load.converting import Converted, convert

SECONDS = 300
"""How long a document may take; one of 5,000 pages takes a third of it."""
MEMORY = 3_000_000_000
"""Bytes that the process may take, where the system can bound them."""
_THEN = "save parts of it as documents of their own, or its text as .txt"


class _Told(msgspec.Struct):
    """What the process has to say: the document, or why there is none."""

    converted: Converted | None = None
    what: str = ""
    then: str = ""


def convert_apart(path: Path) -> Converted:
    """Return a document as Markdown, as `converting.convert` does.

    Raises:
        LoadError: if it cannot be read, or takes more time or memory than any report.
    """
    # -P: a folder of reports may hold one that is called like our package
    command = [sys.executable, "-P", "-m", "extract.load.apart", os.path.abspath(path)]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS
        )
        told = msgspec.json.decode(done.stdout, type=_Told)
    except subprocess.TimeoutExpired:
        raise LoadError(f"not read within {SECONDS} seconds", path, _THEN) from None
    except (msgspec.DecodeError, RecursionError):
        raise LoadError("damaged, or larger than fits into memory", path, _THEN) from None
    if told.converted is None:
        raise LoadError(told.what, path, told.then)
    return told.converted


def main() -> None:
    """Take the document apart that the command line names."""
    _bound()
    given = Path(sys.argv[1])
    try:
        told = _Told(convert(given))
    except LoadError as error:
        told = _Told(None, error.what, error.then)
    sys.stdout.buffer.write(msgspec.json.encode(told))


def _bound() -> None:
    """Bound memory and time of this process, where the system has such bounds."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
