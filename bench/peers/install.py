"""Peers from PyPI, each in an environment of its own that is thrown away."""

import subprocess
import sys
from pathlib import Path


def installed(package: str, command: str, folder: Path) -> Path | None:
    """The command of a package installed now, exactly that version; none where it cannot be had."""
    home = folder / command
    python = home / "bin" / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True, capture_output=True)
        subprocess.run([*pip, "install", package], check=True, capture_output=True, timeout=120)
    except (subprocess.SubprocessError, OSError):
        print(f"{package}: cannot be installed, passed over")
        return None
    return home / "bin" / command
