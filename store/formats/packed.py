"""ZIP files and XML that others wrote, read within bounds.

A small file can unpack to one that fills the memory, and a few lines of XML can name themselves a
billion times over. Sizes are counted while they are read, whatever the file says of itself, and a
document type, which is where entities are declared, is refused.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from store.formats.incoming.proposal import UnreadableImportError

LARGEST = 1 << 29
"""Bytes that one file may have unpacked."""
MOST_FILES = 200_000
MOST_ELEMENTS = 4_000_000
DEEPEST = 100
_PIECE = 1 << 16


class Packed:
    """The files of an archive by name."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive = archive
        self._where = where
        self.names = tuple(archive.namelist())

    def read(self, name: str, largest: int = LARGEST) -> bytes:
        """Return what a file of that name holds.

        Raises:
            UnreadableImportError: if it is larger, damaged, or encrypted.
        """
        with self._opened(name) as file:
            data = file.read(largest + 1)
        if len(data) > largest:
            raise UnreadableImportError(f"'{name[:60]}' is too large", self._where)
        return data

    def xml(self, name: str) -> Element:
        """Return the root of an XML file; names are without their namespace.

        Raises:
            UnreadableImportError: if it is no XML, has a document type, or is too large.
        """
        with self._opened(name) as file:
            return _Reader(f"{self._where}, {name[:60]}").read(file)

    @contextmanager
    def _opened(self, name: str) -> Iterator[BinaryIO]:
        try:
            with self._archive.open(name) as file:
                yield file  # type: ignore[misc]  # a ZipExtFile, which reads as one
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
            raise UnreadableImportError(f"'{name[:60]}' is damaged", self._where) from None
        except (RuntimeError, NotImplementedError):  # encrypted, or packed in an unusual way
            raise UnreadableImportError(f"'{name[:60]}' cannot be unpacked", self._where) from None


@contextmanager
def unpacked(data: bytes, where: str) -> Iterator[Packed]:
    """Open an archive; `where` is what messages call it.

    Raises:
        UnreadableImportError: if it is none, or holds too many files.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UnreadableImportError("not a ZIP file", where, "write it again") from None
    with archive:
        if len(archive.namelist()) > MOST_FILES:
            raise UnreadableImportError("too many files in it", where, "take it apart")
        yield Packed(archive, where)


class _Reader:
    """One XML file, read piece by piece."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._builder = TreeBuilder()
        self._elements = 0
        self._depth = 0
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = self._refuse

    def read(self, file: BinaryIO) -> Element:
        size = 0
        try:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > LARGEST:
                    raise self._wrong("too large")
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self._wrong(f"not XML ({error})") from None
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS:
            raise self._wrong("too large")
        if self._depth > DEEPEST:
            raise self._wrong("nested too deeply")
        self._builder.start(_bare(name), {_bare(k): v for k, v in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_bare(name))

    def _refuse(self, *_: object) -> None:
        raise self._wrong("it declares a document type, which such a file has no need of")

    def _wrong(self, what: str) -> UnreadableImportError:
        return UnreadableImportError(what, self._where)


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
