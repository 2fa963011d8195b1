"""The clipboard of this machine, by whatever tool is there.

The other way, the escape sequence OSC 52, is the terminal's own: it works over ssh where the
terminal allows it, and nothing says whether it did. So both are tried.
"""

import os
import shutil
import subprocess

_TOOLS: tuple[tuple[str, tuple[str, ...], str | None], ...] = (
    ("wl-copy", (), "WAYLAND_DISPLAY"),
    ("xclip", ("-selection", "clipboard"), "DISPLAY"),
    ("xsel", ("--clipboard", "--input"), "DISPLAY"),
    ("pbcopy", (), None),
    ("clip.exe", (), None),
)
"""Name, arguments, and the variable that says it can work."""
_PATIENCE = 2.0
"""Seconds a tool may take."""


def copy(text: str) -> str | None:
    """Put a text on the clipboard; return the name of the tool that did, or none."""
    for name, arguments, needed in _TOOLS:
        path = shutil.which(name)
        if path is None or (needed is not None and not os.environ.get(needed)):
            continue
        if _hand_over(text, (path, *arguments)):
            return name
    return None


def _hand_over(text: str, command: tuple[str, ...]) -> bool:
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
