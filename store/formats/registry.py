"""The formats by name, as the modules of `store.formats.codecs` register them.

A module there says with `@export_format` how reports go out and with `@import_format` how they come
back, each with one signature. The commands, their help, the handbook's test and what tells a file's
format all go by these two tables.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.formats.document import Document, Wishes
from store.formats.incoming.proposal import Incoming, UnreadableImportError
from store.formats.losses import Carries, Losses

Files = Iterator[tuple[str, bytes]]
"""Names and contents; the file without a name of its own is called ""."""
Write = Callable[[Sequence[Document], Wishes, Losses], Files]
Found = Iterator[Incoming | UnreadableImportError]
"""What a file says of each report, and what of it cannot be understood."""
Read = Callable[[Path], Found]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Start:
    """How a file that exists begins."""

    path: Path
    text: str
    """Its first 64 KiB."""
    row: Row
    """The JSON object on its first line; empty where there is none."""

    def has(self, first: str, *words: str) -> bool:
        """Return whether the text begins with `first`, after white space, and has all words."""
        begins = self.text.lstrip().startswith(first)
        return begins and all(word in self.text for word in words)


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """How reviewed reports become files."""

    name: str
    about: str
    """What it is for, in a few words."""
    write: Write
    suffix: str
    """Ending of the file without a name of its own; none where a folder is written."""
    carries: Carries
    """What it has a place for; the rest is counted as lost."""
    is_own: Callable[[Start], bool]
    """Whether a file is an earlier export of this format, so that a new one may replace it."""

    @property
    def folder(self) -> bool:
        """Whether it is always several files."""
        return not self.suffix


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """How a file of another program is read."""

    name: str
    read: Read
    expected: str
    """What such a file holds, as a message says what was expected."""
    is_row: Callable[[Row], bool]
    """Whether a JSON object on a line of a file is of this format, and of no other."""
    is_value: Callable[[Any], bool]
    """Whether a file that is one JSON value is of this format."""
    ending: str
    """Ending by which its files are known, one or a folder of them; none where it tells nothing."""


EXPORTS: dict[str, ExportFormat] = {}
"""The formats of `dateline export` by name."""
IMPORTS: dict[str, ImportFormat] = {}
"""The formats of `dateline import` by name."""


def never(_: object) -> bool:
    """Return that nothing is of a format, where it is not known by what is asked about."""
    return False


def export_format(
    name: str,
    about: str,
    *,
    carries: Carries,
    is_own: Callable[[Start], bool],
    suffix: str = "",
) -> Callable[[Write], Write]:
    """Return a decorator that registers a function that writes reports; it touches no disk."""

    def register(write: Write) -> Write:
        EXPORTS[name] = ExportFormat(name, about, write, suffix, carries, is_own)
        return write

    return register


def import_format(
    name: str,
    expected: str,
    *,
    is_row: Callable[[Row], bool] = never,
    is_value: Callable[[Any], bool] = never,
    ending: str = "",
) -> Callable[[Read], Read]:
    """Return a decorator that registers a function that reads a file, or a folder of them."""

    def register(read: Read) -> Read:
        IMPORTS[name] = ImportFormat(name, read, expected, is_row, is_value, ending)
        return read

    return register
