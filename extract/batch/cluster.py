"""Reading tasks on a Dask cluster: many machines, the same results in the same order.

Needs the extra `dateline[cluster]`, here and on the workers.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from extract import interchange
from extract.batch.running import Result, Writing, in_order, read_chunk
from extract.batch.tasks import Chunk, Task, in_chunks
from extract.errors import DatelineError

_PATIENCE = "10s"


class ClusterError(DatelineError):
    """A cluster that cannot be reached, or cannot do the work."""


def run_on_cluster(
    tasks: Iterable[Task | DatelineError], address: str, line: Writing = interchange.line
) -> Iterator[Result]:
    """Yield the results of the tasks, read on the cluster at an address, such as tcp://host:8786.

    Workers may come and go: what a lost one had under way is read again by another. Files are
    opened by the workers, so paths must mean the same there; the rows of .jsonl files travel.

    Raises:
        ClusterError: if the cluster cannot be reached, has no workers or fails.
    """
    with _connected(address) as client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise ClusterError("the cluster has no workers", address, "start some: dask worker")

        def submit(chunk: Chunk) -> Any:
            return client.submit(read_chunk, chunk, line, pure=False)

        yield from _told(in_order(in_chunks(tasks), submit, workers), address)


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "reading on a cluster needs an extra", "dateline[cluster]", "install it"
        ) from None
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise ClusterError(f"cannot be reached ({error})", address, "check the address") from None
    with client:
        yield client


def _told(results: Iterator[Result], address: str) -> Iterator[Result]:
    from distributed.client import FutureCancelledError
    from distributed.scheduler import KilledWorker

    try:
        yield from results
    except (KilledWorker, FutureCancelledError, OSError) as error:
        why = type(error).__name__
        raise ClusterError(f"the cluster has failed ({why})", address, "use --resume") from None
