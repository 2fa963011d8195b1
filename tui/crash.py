"""What is left of an error of the program's own: a file to report it with, and one line."""

import contextlib
import traceback
from pathlib import Path

from platformdirs import user_state_path

from extract.errors import DatelineError


class CrashError(DatelineError):
    """The reader has stopped by an error of its own."""

    def __init__(self, error: BaseException, kept: Path) -> None:
        what = f"stopped by an error of its own ({type(error).__name__}); decisions are kept"
        super().__init__(what, then=f"please report it with {kept}")


def keep_crash(error: BaseException) -> Path:
    """Write down where the program was, for the report; return the file."""
    path = user_state_path("dateline") / "crash.txt"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = traceback.format_exception(error)
        path.write_text("".join(lines), encoding="utf-8", errors="backslashreplace")
    return path
