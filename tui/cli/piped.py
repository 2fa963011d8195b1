"""A report from standard input: kept in a file, with the terminal given back to the keys."""

import hashlib
import os
import sys
from pathlib import Path

from platformdirs import user_data_path

from extract.errors import LoadError
from extract.load.encodings import decoded
from store.errors import StoreError
from store.files import replace_file

_TERMINAL = "/dev/tty"


def keep_standard_input() -> Path:
    """Return the file in the user's inbox that now holds what was piped in; the same text,
    the same file.

    Raises:
        LoadError: if nothing readable was piped in.
        StoreError: if it cannot be kept, or there is no terminal to type at.
    """
    text = decoded(sys.stdin.buffer.read(), "standard input")
    if not text.strip():
        raise LoadError("nothing was piped in", "standard input", "try: pbpaste | dateline -")
    name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    path = user_data_path("dateline") / "inbox" / f"piped-{name}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        reason = (error.strerror or "not writable").lower()
        raise StoreError(f"cannot be kept ({reason})", path, "save it as a file first") from None
    _reopen_terminal()
    return path


def _reopen_terminal() -> None:
    """Put the terminal where the pipe was, so that keys arrive."""
    try:
        terminal = os.open(_TERMINAL, os.O_RDWR)
    except OSError:
        raise StoreError(
            "there is no terminal to type at", "standard input", "save the text and open the file"
        ) from None
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
