"""Where notes are kept, and under which names."""

import hashlib
import os
import re
from pathlib import Path

from platformdirs import user_data_path

from store.errors import InvalidValueError

NOTES_FOLDER = ".dateline"
CACHE = "cache"
_IGNORED = (
    "# What Dateline can make again, or needs only while it runs\ncache/\n*.lock\n*.holder\n*.tmp\n"
)
_NAME = re.compile(r"[^\W_][\w .@+-]{0,63}")


def notes_folder(library: Path, annotator: str, chosen: Path | None = None) -> Path:
    """Where an annotator's notes on a library are: as chosen, inside it, or with the user's data.

    The last is for libraries that cannot be written and have no notes of the annotator. Nothing is
    made yet.
    """
    if chosen:
        return chosen.absolute()
    inside = library / NOTES_FOLDER
    writable = os.access(inside if inside.exists() else library, os.W_OK)
    if writable or (inside / annotator).is_dir():
        return inside
    digest = hashlib.sha256(str(library).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return user_data_path("dateline") / "libraries" / f"{library.name}-{digest}"


def make_notes_folder(notes: Path) -> None:
    """Make the folder, with a list of what git should leave out of it.

    Raises:
        OSError: if that cannot be done.
    """
    notes.mkdir(parents=True, exist_ok=True)
    ignore = notes / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORED, encoding="utf-8")


def notes_path(notes: Path, annotator: str, key: str) -> Path:
    """The file of an annotator's notes on an article."""
    return notes / annotator / f"{key}.json"


def annotator_name(name: str) -> str:
    """The name, if a folder can be called by it.

    Raises:
        InvalidValueError: if it cannot.
    """
    name = name.strip()
    if not _NAME.fullmatch(name) or name.casefold() == CACHE:
        raise InvalidValueError(
            f"'{name}' cannot be an annotator's name",
            then="use up to 64 letters, digits, spaces and . @ + - _, a letter or digit first",
        )
    return name


def annotators(notes: Path) -> tuple[str, ...]:
    """Who has notes in the folder, by name."""
    if not notes.is_dir():
        return ()
    found = (entry.name for entry in os.scandir(notes) if entry.is_dir())
    return tuple(sorted(name for name in found if name != CACHE and _NAME.fullmatch(name)))
