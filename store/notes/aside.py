"""Damaged files, put where nothing writes over them."""

import os
from datetime import UTC, datetime
from pathlib import Path


def set_aside(path: Path) -> Path:
    """Rename a damaged file, so that nothing writes over it; return its new path.

    Raises:
        OSError: if the folder cannot be written.
    """
    time = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = path.with_name(f"{path.name}.damaged-{time}")
    number = 1
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{time}-{number}")
    path.rename(aside)
    return aside
