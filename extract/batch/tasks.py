"""What there is to read: one task a report, small enough to hand to another process."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path

from extract.errors import DatelineError, LoadError, reading
from extract.load import key_of, load, read_row, readable, walk
from extract.load.apart import convert_apart
from extract.reader import LEXICON, SHIPPED, Reader
from extract.records import Article

CHUNK = 8
"""Reports handed over at a time: enough to make the handing over cheap, few enough to stream."""


@dataclass(frozen=True, slots=True)
class Task:
    """One report still to be read."""

    key: str
    """The article's key; for a row without an id, its file and line."""
    where: str
    """Path, or path and line."""
    row: bytes | None = None
    """The line of a .jsonl file; none where `where` is a file of its own."""
    published: date | None = None
    reader: Reader = field(default_factory=Reader)
    """The tagger and the word lists that it is read with."""

    def article(self) -> Article:
        """Return the report, loaded.

        Raises:
            LoadError: if it cannot be read.
        """
        if self.row is None:
            where = Path(self.where)
            return load(where, key=self.key, published=self.published, converted=convert_apart)
        return read_row(self.row, self.where, self.published)


Chunk = tuple[Task | DatelineError, ...]


def tasks_in(
    paths: Iterable[Path], published: date | None = None, tagger: str = SHIPPED
) -> Iterator[Task | DatelineError]:
    """Yield the reports at the paths, in order, files and folders and .jsonl alike;
    nothing is loaded.

    Each is to be read with the word lists in the folder `lexicon` of the folder that is given, or
    beside the file that is.
    """
    for path in paths:
        folder = path if path.is_dir() else path.parent
        reader = Reader(tagger, folder.absolute() / LEXICON)
        yield from reader.problems
        try:
            for task in _tasks_at(path, published):
                yield replace(task, reader=reader) if isinstance(task, Task) else task
        except LoadError as error:
            yield error


def in_chunks(found: Iterable[Task | DatelineError], size: int = CHUNK) -> Iterator[Chunk]:
    """Yield the tasks in runs of `size`."""
    waiting = iter(found)
    while chunk := tuple(islice(waiting, size)):
        yield chunk


def _tasks_at(path: Path, published: date | None) -> Iterator[Task | LoadError]:
    if path.is_dir():
        yield from (_task_of(found, path, published) for found in walk(path))
    elif path.suffix.lower() == ".jsonl":
        yield from _rows(path, published)
    else:
        yield Task(readable(path.stem), str(path), None, published)


def _task_of(found: Path | LoadError, folder: Path, published: date | None) -> Task | LoadError:
    if isinstance(found, LoadError):
        return found
    return Task(key_of(found, folder), str(found), None, published)


def _rows(path: Path, published: date | None) -> Iterator[Task]:
    with reading(path):
        file = path.open("rb")
    with file:
        for number, line in enumerate(file, 1):
            if line.strip():
                where = f"{path}, line {number}"
                yield Task(_id_in(line) or where, where, line, published)


def _id_in(line: bytes) -> str | None:
    """The id of a row; none where the row is broken, which loading it will tell."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    found = row.get("id") if isinstance(row, dict) else None
    return str(found) if found else None
