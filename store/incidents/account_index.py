"""The accounts of a library, remembered: derived from its reports and notes, deletable any time.

What the list of incidents needs stands in one file, all that the screen of one needs in a file a
report, so that neither opening the list nor one report more costs what the whole library does.
"""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from extract.accounts import Joined
from store.incidents.accounts import ReportAccounts, ReportSummary
from store.incidents.kept import short_digest
from store.library.index import Stamp
from store.plainfiles import make_folder, read_plain, replace_plain, write_plain

Stamps = tuple[Stamp, Stamp, Stamp]
"""Of a report, its sidecar and its notes."""
_VERSION = 1
_LARGEST = 1 << 28
"""Bytes of the largest index that is read: a hundred thousand reports' are a quarter of it."""

_SURE = 1e9
"""The score that stands for an infinite one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is remembered of a report, and the state of the files that it was found in."""

    stamps: Stamps
    reader: str
    summary: ReportSummary
    digest: str
    """Of what a joiner asks of it."""


@dataclass(frozen=True, slots=True)
class Joining:
    """What a joiner said of all accounts, and under which decisions."""

    incidents: tuple[Joined, ...] = ()
    copies: tuple[tuple[str, ...], ...] = ()
    """Keys of reports that carry the same text, those of one origin together."""
    under: str = ""
    """What tells apart the reports and decisions that it was made under."""


@dataclass(slots=True)
class _Book:
    version: int = _VERSION
    entries: dict[str, Entry] = field(default_factory=dict)
    joining: Joining = field(default_factory=Joining)


class AccountIndex:
    """The accounts of all reports by key, and their joining."""

    def __init__(self, folder: Path, annotator: str, name: str = "") -> None:
        """Read what is remembered of one annotator's accounts in a folder of caches."""
        self._path = folder / f"incidents-{annotator}{name}.json"
        self._folder = folder / "accounts"
        self._annotator = f"{annotator}{name}"
        self._book = _read(self._path, _Book) or _Book()
        if self._book.version != _VERSION:
            self._book = _Book()
        self._whole: dict[str, ReportAccounts] = {}
        self._changed = False
        self._digest = ""

    @property
    def digest(self) -> str:
        """What tells apart the reports as they are remembered now."""
        if not self._digest:
            found = blake2b(digest_size=12)
            for key, entry in sorted(self._book.entries.items()):
                found.update(f"{key}\0{entry.digest}\0".encode("utf-8", "surrogatepass"))
            self._digest = found.hexdigest()
        return self._digest

    @property
    def joining(self) -> Joining:
        """What was said last of all accounts."""
        return self._book.joining

    @joining.setter
    def joining(self, joining: Joining) -> None:
        self._changed = self._changed or joining != self._book.joining
        incidents = tuple(map(_finite, joining.incidents))
        self._book.joining = replace(joining, incidents=incidents)

    @property
    def keys(self) -> Iterable[str]:
        """The keys of the reports that are remembered."""
        return self._book.entries.keys()

    def entry(self, key: str) -> Entry | None:
        """Return what is remembered of a report, stale or not."""
        return self._book.entries.get(key)

    def summary(self, key: str) -> ReportSummary | None:
        """Return what the list has to know of a report."""
        entry = self._book.entries.get(key)
        return entry.summary if entry else None

    def whole(self, key: str) -> ReportAccounts | None:
        """Return all that is known of a report; none where it has to be made again."""
        entry = self._book.entries.get(key)
        if entry is None:
            return None
        if key not in self._whole:
            found = _read(self._file(key), ReportAccounts)
            if found is None or found.summary != entry.summary:
                return None
            self._whole[key] = found
        return self._whole[key]

    def put(self, stamps: Stamps, reader: str, found: ReportAccounts) -> None:
        """Remember a report."""
        key = found.summary.key
        told = blake2b(msgspec.json.encode(found.telling), digest_size=12).hexdigest()
        self._book.entries[key] = Entry(stamps, reader, found.summary, told)
        self._whole[key] = found
        self._changed, self._digest = True, ""
        with contextlib.suppress(OSError, UnicodeEncodeError):
            make_folder(self._folder)
            # In place, since a library has thousands of them: half of one is made again.
            write_plain(self._file(key), msgspec.json.encode(found))

    def remove(self, key: str) -> None:
        """Forget a report."""
        if self._book.entries.pop(key, None):
            self._changed, self._digest = True, ""
        self._whole.pop(key, None)
        with contextlib.suppress(OSError):
            self._file(key).unlink()

    def save(self) -> None:
        """Write the index down if it has changed; where that fails it is made again next time."""
        if self._changed and _write(self._path, self._book):
            self._changed = False

    def _file(self, key: str) -> Path:
        return self._folder / f"{short_digest('r', self._annotator, key)}.json"


def _finite(joined: Joined) -> Joined:
    """The incident with no score that JSON cannot write: those of a person's word are infinite."""
    if all(link.score <= _SURE for link in joined.links):
        return joined
    links = tuple(replace(link, score=min(link.score, _SURE)) for link in joined.links)
    return replace(joined, links=links)


def _read(path: Path, kind: Any) -> Any:
    try:
        return msgspec.json.decode(read_plain(path, _LARGEST), type=kind)
    except (OSError, ValueError, RecursionError):
        return None


def _write(path: Path, value: Any) -> bool:
    with contextlib.suppress(OSError, UnicodeEncodeError):
        make_folder(path.parent)
        replace_plain(path, msgspec.json.encode(value))
        return True
    return False
