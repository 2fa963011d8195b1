"""Where notes are kept, and under which names."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from platformdirs import user_data_path

from store.errors import InvalidValueError
from store.names import CACHE, annotator_name, is_annotator_name

__all__ = ["CACHE", "NOTES_FOLDER", "Places", "annotator_name", "make_notes_folder"]

NOTES_FOLDER = ".dateline"
_IGNORED = (
    "# What Dateline can make again, or needs only while it runs\ncache/\n*.lock\n*.holder\n*.tmp\n"
)


class Places:
    """Where the notes on each report of a folder are.

    They are in the nearest `.dateline` at or above the report, as git's repositories are, so that
    the same notes are found whether a report, its folder or a folder above is opened. Where there
    is none it will be in the folder that was opened; or with the user's data, if that folder cannot
    be written; or, for all reports, where the person chose.
    """

    def __init__(self, folder: Path, annotator: str, chosen: Path | None = None) -> None:
        """Find the places for reports below a folder; nothing is made."""
        self._folder = folder
        self._near: dict[Path, Path | None] = {}
        self._one_place = chosen.absolute() if chosen else None
        near = self._nearest(folder)
        inside = near or folder / NOTES_FOLDER
        if not chosen and not _usable(inside, annotator):
            self._one_place = _with_users_data(folder)
        self.home = self._one_place or inside
        """Where settings and cache are, and the notes on reports that have no nearer place."""

    def file(self, key: str, annotator: str) -> Path:
        """The file of an annotator's notes on an article.

        Raises:
            InvalidValueError: if the key leads out of the folder.
        """
        path = PurePosixPath(key)
        if path.is_absolute() or ".." in path.parts:
            raise InvalidValueError("the name leads out of the folder", key, "rename the report")
        near = None if self._one_place else self._nearest((self._folder / path).parent)
        if near is None:
            return self.home / annotator / f"{key}.json"
        inside = (self._folder / path).relative_to(near.parent)
        return near / annotator / inside.with_name(f"{inside.name}.json")

    def index(self, annotator: str) -> Path:
        """The file in which is remembered how far the folder's articles are."""
        name = f"index-{annotator}"
        if self.home.parent != self._folder:
            name += f"-{_digest(self._folder)}"
        return self.home / CACHE / f"{name}.json"

    def annotators(self) -> tuple[str, ...]:
        """Who has notes in the folders looked at so far, by name."""
        places = {self.home, *(near for near in self._near.values() if near)}
        return tuple(sorted({name for place in places for name in _annotators(place)}))

    def _nearest(self, folder: Path) -> Path | None:
        if folder not in self._near:
            here = folder / NOTES_FOLDER
            above = folder.parent
            known = here if here.is_dir() else None if above == folder else self._nearest(above)
            self._near[folder] = known
        return self._near[folder]


def make_notes_folder(notes: Path) -> None:
    """Make the folder, with a list of what git should leave out of it.

    Raises:
        OSError: if that cannot be done.
    """
    notes.mkdir(parents=True, exist_ok=True)
    ignore = notes / ".gitignore"
    if not ignore.exists():
        ignore.write_text(_IGNORED, encoding="utf-8")


def _annotators(notes: Path) -> Iterator[str]:
    if notes.is_dir():
        found = (entry.name for entry in os.scandir(notes) if entry.is_dir())
        yield from (name for name in found if is_annotator_name(name))


def _usable(notes: Path, annotator: str) -> bool:
    """Whether notes can be kept there, or some of the annotator are there to be read."""
    place = notes if notes.exists() else notes.parent
    return os.access(place, os.W_OK) or (notes / annotator).is_dir()


def _with_users_data(folder: Path) -> Path:
    return user_data_path("dateline") / "libraries" / f"{folder.name}-{_digest(folder)}"


def _digest(folder: Path) -> str:
    return hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:12]
