"""Many reports are read in order, whatever the number of processes, past what is broken."""

import json
import os
from collections.abc import Iterator
from datetime import date
from itertools import count, islice
from pathlib import Path

import pytest

from extract.batch.running import OutputError, Result, run, whole_ids
from extract.batch.tasks import Task, in_chunks, tasks_in
from extract.errors import LoadError


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    rows = [
        {"id": f"r{n}", "text": f"Police said {n} people were hurt in Beira."} for n in range(30)
    ]
    lines = [json.dumps(row) for row in rows]
    lines.insert(11, "{broken")
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(lines))
    return path


def test_results_are_the_same_with_two_processes(corpus: Path) -> None:
    assert list(run(tasks_in([corpus]), jobs=2)) == list(run(tasks_in([corpus])))


def test_a_broken_row_is_told_and_the_others_are_read(corpus: Path) -> None:
    results = list(run(tasks_in([corpus])))
    problems = [result.problem for result in results if result.problem]
    assert len(results) == 31
    assert [f"{corpus}, line 12" in problem for problem in problems] == [True]


def test_files_folders_and_rows_come_in_order(corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("b", "a"):
        (folder / f"{name}.txt").write_text("Words.")
    found = list(tasks_in([folder, tmp_path / "none.txt", corpus], date(2020, 1, 1)))
    assert [task.key for task in found[:4] if isinstance(task, Task)] == ["a", "b", "none", "r0"]
    assert found[0].published == date(2020, 1, 1)  # type: ignore[union-attr]


def test_a_missing_folder_or_corpus_is_told_among_the_others(tmp_path: Path) -> None:
    (error,) = tasks_in([tmp_path / "none.jsonl"])
    assert isinstance(error, LoadError)


def test_tasks_are_taken_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Task]:
        for number in count():
            taken.append(number)
            yield Task(str(number), "line", b'{"text": "Words."}')

    first = list(islice(run(endless()), 3))
    assert [result.key for result in first] == ["0", "1", "2"]
    assert len(taken) < 100


def test_chunks_hold_every_task_once() -> None:
    tasks = [Task(str(n), "") for n in range(20)]
    assert [task for chunk in in_chunks(tasks, 3) for task in chunk] == tasks


def test_going_on_skips_whole_lines_and_cuts_a_torn_one(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b'{"id": "a"}\n{"id": "b"}\n{"id": "c"')
    assert whole_ids(out) == {"a", "b"}
    assert out.read_bytes() == b'{"id": "a"}\n{"id": "b"}\n'


@pytest.mark.parametrize(
    "there",
    [
        b'{"id": "a", "text": "Words."}\n',
        b'{"id": "a", "text": "Words."}',
        b'{"id": "a", "text": "Wor',
        b'{"id": "a"}\n{"id": "b", "text": "Words."}\n{"id": "c"}\n',
        b'{"id": "a"}\nWords.\n{"id": "c"}\n',
        b'{"id": "a"}\n{"id": "b"\n',
        b"Raid on depot\n",
        b"Raid on depot",
        b'[{"id": 1}]',
        b'{"dateline": {"notes": {}}}\n',
        b"\x00\xff\x00",
    ],
)
def test_nothing_but_readings_is_gone_on_with(tmp_path: Path, there: bytes) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(there)
    with pytest.raises(OutputError, match="something else than readings"):
        whole_ids(out)
    assert out.read_bytes() == there


@pytest.mark.parametrize("torn", [b"", b"{", b'{"i', b'{"id": "', b'{"id": "c", "title": "A te'])
def test_a_torn_line_may_be_torn_anywhere(tmp_path: Path, torn: bytes) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b'{"id": "a"}\n' + torn)
    assert whole_ids(out) == {"a"}
    assert out.read_bytes() == b'{"id": "a"}\n'


def test_a_pipe_keeps_nothing_to_go_on_with() -> None:
    assert whole_ids(Path(os.devnull)) == frozenset()


def test_a_result_has_a_line_or_a_problem(corpus: Path) -> None:
    for result in run(tasks_in([corpus])):
        assert isinstance(result, Result)
        assert (result.line is None) is (result.problem is not None)


def test_a_library_is_read_with_its_own_word_lists(tmp_path: Path) -> None:
    (tmp_path / "clash.txt").write_text("The Vandori shelled the Orlen Tigers near Beira, he said.")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "groups.toml").write_text(
        '[known]\nnames = ["Vandori", "Orlen Tigers"]\n'
    )
    (result,) = run(tasks_in([tmp_path]))
    entities = json.loads(result.line or "")["reading"]["entities"]
    groups = {entity["name"] for entity in entities if entity["label"] == "GROUP"}
    assert groups >= {"Vandori", "Orlen Tigers"}


@pytest.mark.parametrize("words", ["[known\n", '[known]\nnames = "one"', "[armed]\nx = 1"])
def test_a_word_list_that_is_not_understood_is_named_and_the_reports_are_read(
    tmp_path: Path, words: str
) -> None:
    (tmp_path / "clash.txt").write_text("Police said two people were hurt in Beira.")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "groups.toml").write_text(words)
    named, read = run(tasks_in([tmp_path]))
    assert named.problem is not None
    assert "groups.toml: not understood" in named.problem
    assert read.line is not None
