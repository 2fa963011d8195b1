"""A cluster of two worker processes gives what one process gives, though one of them is killed."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.batch.cluster import ClusterError, run_on_cluster
from extract.batch.running import run
from extract.batch.tasks import tasks_in

pytestmark = pytest.mark.slow
distributed = pytest.importorskip("distributed")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    words = "Police said {} people were hurt when gunmen attacked a market near Beira on Monday. "
    rows = [{"id": f"r{n}", "text": words.format(n) * 20} for n in range(200)]
    rows.insert(50, {"id": "broken"})
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


@pytest.fixture
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as started:
        yield started


def pids(cluster: Any) -> list[int]:
    return [int(worker.pid) for worker in cluster.workers.values()]


def test_a_worker_that_is_killed_loses_nothing(cluster: Any, corpus: Path) -> None:
    results = run_on_cluster(tasks_in([corpus]), cluster.scheduler_address)
    first = [next(results) for _ in range(20)]
    os.kill(pids(cluster)[0], signal.SIGKILL)
    assert [*first, *results] == list(run(tasks_in([corpus])))


def test_a_cluster_that_is_not_there_is_told_in_one_line(corpus: Path) -> None:
    with pytest.raises(ClusterError, match="cannot be reached") as told:
        next(run_on_cluster(tasks_in([corpus]), "tcp://127.0.0.1:9"))
    assert "\n" not in str(told.value)
