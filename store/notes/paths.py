"""Where notes are kept, and under which names."""

import hashlib
import os
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from platformdirs import user_data_path

from store.errors import InvalidValueError, StoreError
from store.names import CACHE, annotator_name, is_annotator_name
from store.plainfiles import NOTES_FOLDER, check_way, is_plain, make_folder, reason, write_plain

__all__ = ["CACHE", "NOTES_FOLDER", "Places", "annotator_name", "make_notes_folder"]

_IGNORED = (
    "# What Dateline can make again, or needs only while it runs\ncache/\n*.lock\n*.holder\n*.tmp\n"
)
_LONGEST = 200
"""Bytes of a notes file's name; beside it stand others with longer endings, of 255 at most."""
MEMORY = "memory.toml"
"""File in an annotator's folder of what is remembered of the decisions."""
INCIDENT = ".incident.json"
"""Ending of the files of incidents over several reports, which are no notes on one."""
_CUT = re.compile(r"~[0-9a-f]{16}\.json")


@dataclass(frozen=True, slots=True)
class MemoryPlaces:
    """Where the memory of a folder's decisions is kept."""

    file: Path
    """What a person reads and edits."""
    cache: Path
    whole: bool = True
    """Whether the folder is that of its notes, and not one below: else the file, which is of all
    reports, is only read."""


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
        """Return the file of an annotator's notes on an article.

        Raises:
            InvalidValueError: if the key leads out of the folder.
            StoreError: if a link stands on the way.
        """
        path = PurePosixPath(key)
        if path.is_absolute() or ".." in path.parts:
            raise InvalidValueError("the name leads out of the folder", key, "rename the report")
        near = None if self._one_place else self._nearest((self._folder / path).parent)
        if near is None:
            return self._without_links(_short(self.home / annotator / f"{key}.json"))
        inside = (self._folder / path).relative_to(near.parent)
        return _short(near / annotator / inside.with_name(f"{inside.name}.json"))

    def _without_links(self, path: Path) -> Path:
        try:
            check_way(path, self.home)
        except OSError as error:
            raise StoreError(f"cannot be used ({reason(error)})", path, "remove it") from None
        return path

    def index(self, annotator: str) -> Path:
        """Return the file in which is remembered how far the folder's articles are."""
        return self.cached("index", annotator)

    def cached(self, what: str, annotator: str) -> Path:
        """Return the file in which something of the folder's articles is kept that can be made
        again."""
        name = f"{what}-{annotator}"
        if not self.is_whole:
            name += f"-{_digest(self._folder)}"
        return self.home / CACHE / f"{name}.json"

    @property
    def is_whole(self) -> bool:
        """Whether the folder is the one that the notes stand beside, and not one below."""
        return self.home.parent == self._folder

    def memory(self, annotator: str) -> MemoryPlaces:
        """Return where the memory of the folder's decisions is."""
        file = self.home / annotator / MEMORY
        return MemoryPlaces(file, self.cached("memory", annotator), self.is_whole)

    def annotators(self) -> tuple[str, ...]:
        """Return who has notes in the folders looked at so far, by name."""
        places = {self.home, *(near for near in self._near.values() if near)}
        return tuple(sorted({name for place in places for name in _annotators(place)}))

    def elsewhere(self, annotator: str) -> Iterator[tuple[Path, str]]:
        """Yield notes kept with the user's data from when the folder could not be written,
        with keys."""
        if self._one_place is None:
            for path in _notes_below(_with_users_data(self._folder) / annotator):
                yield path, _key_below(path, _with_users_data(self._folder) / annotator)

    def strays(self, keys: Container[str]) -> Iterator[tuple[str, str, Path]]:
        """Yield notes below the folder on what is no report any more: annotator, key and file."""
        names: dict[Path, frozenset[str]] = {}
        places = {self.home, *(near for near in self._near.values() if near)}
        for place in sorted(places):
            root = self._folder if place == self._one_place else place.parent
            for annotator in sorted(_annotators(place)):
                for path in _notes_below(place / annotator):
                    report = root / _key_below(path, place / annotator)
                    if not report.is_relative_to(self._folder):
                        continue
                    key = report.relative_to(self._folder).as_posix()
                    there = names.setdefault(report.parent, _names_in(report.parent))
                    if path.suffix != ".json" or (key not in keys and report.name not in there):
                        yield annotator, key, path

    def _nearest(self, folder: Path) -> Path | None:
        if folder not in self._near:
            here = folder / NOTES_FOLDER
            above = folder.parent
            known = here if here.is_dir() else None if above == folder else self._nearest(above)
            self._near[folder] = known
        return self._near[folder]


def _short(path: Path) -> Path:
    """The path, its name cut and told by a digest where names beside it would be too long."""
    name = path.name.encode("utf-8", "surrogatepass")
    if len(name) <= _LONGEST:
        return path
    cut = name[: _LONGEST // 2].decode("utf-8", "ignore")
    return path.with_name(f"{cut}~{hashlib.sha256(name).hexdigest()[:16]}.json")


def _notes_below(folder: Path) -> Iterator[Path]:
    """The files of notes in a folder, those half moved among them; not those of cut names.

    No link is followed, and what is no plain file is no file of notes.
    """
    found = (Path(at) / name for at, _, names in os.walk(folder) for name in names)
    for path in sorted(found):
        named_so = path.name.endswith((".json", ".json.moving")) and not _CUT.search(path.name)
        if named_so and not path.name.endswith(INCIDENT) and is_plain(path):
            yield path


def _key_below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix().removesuffix(".moving").removesuffix(".json")


def _names_in(folder: Path) -> frozenset[str]:
    """The names of the files of a folder that may be reports, with and without their endings."""
    try:
        found = [path for path in folder.iterdir() if path.suffix not in (".toml", ".json")]
    except OSError:
        return frozenset()
    return frozenset(name for path in found for name in (path.name, path.stem))


def make_notes_folder(notes: Path) -> None:
    """Make the folder, with a list of what git should leave out of it.

    Raises:
        OSError: if that cannot be done.
    """
    make_folder(notes)
    ignore = notes / ".gitignore"
    if not os.path.lexists(ignore):
        write_plain(ignore, _IGNORED.encode())


def annotators_at(notes: Path) -> tuple[str, ...]:
    """Return who has notes in a folder of notes, by name."""
    return tuple(sorted(_annotators(notes)))


def _annotators(notes: Path) -> Iterator[str]:
    if notes.is_dir():
        found = (entry.name for entry in os.scandir(notes) if entry.is_dir(follow_symlinks=False))
        yield from (name for name in found if is_annotator_name(name))


def _usable(notes: Path, annotator: str) -> bool:
    """Whether notes can be kept there, or some of the annotator are there to be read."""
    place = notes if notes.exists() else notes.parent
    return os.access(place, os.W_OK) or (notes / annotator).is_dir()


def _with_users_data(folder: Path) -> Path:
    return user_data_path("dateline") / "libraries" / f"{folder.name}-{_digest(folder)}"


def _digest(folder: Path) -> str:
    return hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:12]
