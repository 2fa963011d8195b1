"""Reading tasks here or in worker processes, in their order, and going on with an output."""

import json
import multiprocessing
import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extract import interchange
from extract.batch.tasks import Chunk, Task, in_chunks
from extract.errors import DatelineError
from extract.records import Article, Reading

_BEGINNING = b'{"id"'
"""How the line of a reading begins."""
_ROW = re.compile(rb'\{"id": ?"(?:[^"\\]|\\.)*", ?"text"')
"""How a row of a report may begin."""


class OutputError(DatelineError):
    """An output file that cannot be read or written."""


def whole_ids(path: Path) -> frozenset[str]:
    """Return the ids of the lines that are whole in an output; a torn last line is cut off.

    Raises:
        OutputError: if the file cannot be read or cut, or holds anything but readings.
    """
    if not path.is_file():  # a pipe or a device keeps nothing
        return frozenset()
    try:
        with path.open("r+b") as file:
            found, end = _whole(file, path)
            file.seek(end)
            file.truncate()
            os.fsync(file.fileno())
    except OSError as error:
        reason = (error.strerror or "no access").lower()
        raise OutputError(f"cannot be gone on with ({reason})", path, "choose another") from None
    return found


def _whole(file: BinaryIO, path: Path) -> tuple[frozenset[str], int]:
    """The ids of the whole lines, and where they end."""
    found: set[str] = set()
    end = 0
    for line in file:
        ident = _id_of(line)
        if ident is None:
            if not _is_torn(line):
                raise OutputError("holds something else than readings", path, "choose another name")
            break
        found.add(ident)
        end += len(line)
    return frozenset(found), end


def _is_torn(line: bytes) -> bool:
    """Whether it is the beginning of the line of a reading, and no more."""
    begins = line.startswith(_BEGINNING) or _BEGINNING.startswith(line)
    return begins and not line.endswith(b"\n") and not _ROW.match(line)


def _id_of(line: bytes) -> str | None:
    """The id in the line of a reading; none if it is torn or of another kind."""
    if not line.endswith(b"\n"):
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    known = isinstance(row, dict) and "id" in row and "text" not in row
    return str(row["id"]) if known else None


AHEAD = 3
"""Chunks under way for each process; memory does not grow beyond them."""


class WorkerLostError(DatelineError):
    """A process that read reports has died."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one task."""

    key: str
    line: str | None
    """The reading as one line of JSON, without its line end; none if there is none."""
    problem: str | None = None
    """Why there is no reading, in one line."""
    doubts: tuple[str, ...] = ()
    """What the report states and could not be used, one line each."""


Writing = Callable[[Article, Reading], str]
"""Makes the line of a report and its reading; a function of a module, so that it can travel."""


def read_chunk(chunk: Chunk, line: Writing = interchange.line) -> list[Result]:
    """Return the results of a chunk; the function that every process and cluster runs."""
    return [_read(task, line) for task in chunk]


def run(
    tasks: Iterable[Task | DatelineError], jobs: int = 1, line: Writing = interchange.line
) -> Iterator[Result]:
    """Yield the results of the tasks, the same in however many processes (`jobs`) they are read.

    Raises:
        WorkerLostError: if a process was killed; what came before has been given out.
    """
    chunks = in_chunks(tasks)
    if jobs == 1:
        for chunk in chunks:
            yield from read_chunk(chunk, line)
        return
    # Forked processes would inherit locks that threads of this one hold; fresh ones do not.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=fresh) as pool:
        yield from in_order(chunks, lambda chunk: pool.submit(read_chunk, chunk, line), jobs)


def in_order(
    chunks: Iterator[Chunk], submit: Callable[[Chunk], "Future[list[Result]]"], jobs: int
) -> Iterator[Result]:
    """Yield results in the order of the chunks, a few of them under way at a time.

    Raises:
        WorkerLostError: if a process was killed.
    """
    under_way: deque[Future[list[Result]]] = deque()
    try:
        for chunk in chunks:
            under_way.append(submit(chunk))
            if len(under_way) > jobs * AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool:
        raise WorkerLostError(
            "a process that reads reports was killed", None, "go on with --resume"
        ) from None
    finally:
        for future in under_way:
            future.cancel()


def _read(task: Task | DatelineError, line: Writing) -> Result:
    if isinstance(task, DatelineError):
        return Result("", None, str(task))
    try:
        article = task.article()
        reading = task.reader.read(article)
    except DatelineError as error:
        return Result(task.key, None, str(error))
    return Result(task.key, line(article, reading), None, article.problems)
