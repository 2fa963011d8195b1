"""Reading tasks here or in worker processes: the results come in the order of the tasks."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from extract import interchange
from extract.batch.tasks import Chunk, Task, in_chunks
from extract.errors import DatelineError

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


def read_chunk(chunk: Chunk) -> list[Result]:
    """Read the reports of a chunk; the function that every process and cluster runs."""
    return [_read(task) for task in chunk]


def run(tasks: Iterable[Task | DatelineError], jobs: int = 1) -> Iterator[Result]:
    """Read the tasks in `jobs` processes; the results are the same whatever their number.

    Raises:
        WorkerLostError: if a process was killed; what came before has been given out.
    """
    chunks = in_chunks(tasks)
    if jobs == 1:
        for chunk in chunks:
            yield from read_chunk(chunk)
        return
    # Forked processes would inherit locks that threads of this one hold; fresh ones do not.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=fresh) as pool:
        yield from in_order(chunks, lambda chunk: pool.submit(read_chunk, chunk), jobs)


def in_order(
    chunks: Iterator[Chunk], submit: Callable[[Chunk], "Future[list[Result]]"], jobs: int
) -> Iterator[Result]:
    """Results in the order of the chunks, a few of them under way at a time.

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


def _read(task: Task | DatelineError) -> Result:
    if isinstance(task, DatelineError):
        return Result("", None, str(task))
    try:
        article = task.article()
        reading = task.reader.read(article)
    except DatelineError as error:
        return Result(task.key, None, str(error))
    return Result(task.key, interchange.line(article, reading), None, article.problems)
