"""The text of PDFs and office documents, kept as it was first read.

A newer version of what takes them apart may read them a little otherwise, and decisions stand on
words: so a library reads a document once, and all who share its notes have the same text.
"""

import contextlib
import hashlib
from pathlib import Path

import msgspec

from extract.load.apart import convert_apart
from extract.load.converting import LARGEST, Converted, convert
from store.plainfiles import make_folder, read_plain, replace_plain

TEXTS = "_texts"
"""The folder, in that of the notes, that has a file for each document, by what it holds; nobody who
decides is called so."""
_VERSION = 1


class _Kept(msgspec.Struct):
    converted: Converted
    version: int = _VERSION


class Texts:
    """The documents of a library as Markdown."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def converted(self, path: Path) -> Converted:
        """Return a document as it was read first; now, and kept, if that is now.

        Raises:
            LoadError: if it cannot be read.
        """
        try:
            if path.stat().st_size > LARGEST:
                return convert(path)  # which says why not
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return convert(path)  # which says why not
        place = self._folder / f"{digest}.json"
        found = _known(place)
        if found is None:
            found = convert_apart(path)
            self._keep(place, found)
        return found

    def _keep(self, place: Path, found: Converted) -> None:
        with contextlib.suppress(OSError, UnicodeEncodeError):  # then it is read again next time
            make_folder(self._folder)
            replace_plain(place, msgspec.json.encode(_Kept(found)))


def _known(place: Path) -> Converted | None:
    try:
        kept = msgspec.json.decode(read_plain(place), type=_Kept)
    except (OSError, ValueError, RecursionError):
        return None
    return kept.converted if kept.version == _VERSION else None
