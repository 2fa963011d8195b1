"""Where notes are kept, and under which names."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from platformdirs import user_data_path

from store.errors import InvalidValueError, StoreError
from store.plainfiles import NOTES_FOLDER, check_way, make_folder, reason, write_plain

CACHE = "cache"
_IGNORED = (
    "# What Dateline can make again, or needs only while it runs\ncache/\n*.lock\n*.holder\n*.tmp\n"
)
_NAME = re.compile(r"[^\W_][\w .@+-]{0,63}")


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
            StoreError: if a link stands on the way.
        """
        path = PurePosixPath(key)
        if path.is_absolute() or ".." in path.parts:
            raise InvalidValueError("the name leads out of the folder", key, "rename the report")
        near = None if self._one_place else self._nearest((self._folder / path).parent)
        if near is None:
            return self._without_links(self.home / annotator / f"{key}.json")
        inside = (self._folder / path).relative_to(near.parent)
        return near / annotator / inside.with_name(f"{inside.name}.json")

    def _without_links(self, path: Path) -> Path:
        try:
            check_way(path, self.home)
        except OSError as error:
            raise StoreError(f"cannot be used ({reason(error)})", path, "remove it") from None
        return path

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
    make_folder(notes)
    ignore = notes / ".gitignore"
    if not os.path.lexists(ignore):
        write_plain(ignore, _IGNORED.encode())


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


def _annotators(notes: Path) -> Iterator[str]:
    if notes.is_dir():
        found = (entry.name for entry in os.scandir(notes) if entry.is_dir(follow_symlinks=False))
        yield from (name for name in found if name != CACHE and _NAME.fullmatch(name))


def _usable(notes: Path, annotator: str) -> bool:
    """Whether notes can be kept there, or some of the annotator are there to be read."""
    place = notes if notes.exists() else notes.parent
    return os.access(place, os.W_OK) or (notes / annotator).is_dir()


def _with_users_data(folder: Path) -> Path:
    return user_data_path("dateline") / "libraries" / f"{folder.name}-{_digest(folder)}"


def _digest(folder: Path) -> str:
    return hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:12]
