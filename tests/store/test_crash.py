"""No decision that was said to be saved is ever lost: killed, out of space, two at once."""

import contextlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bulker
import decider
import harbour
import pytest

from store.annotations import Annotations
from store.library.library import Library

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

KILLS = int(os.environ.get("DATELINE_KILLS", "120"))
WITHOUT_END = 10**9


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "anna" / "pier.json"


def decide(path: Path, seed: int, count: int = WITHOUT_END, **more: Any) -> subprocess.Popen[str]:
    """A program that decides, at work."""
    command = [sys.executable, decider.__file__, str(path), str(seed), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more)


def ready(child: subprocess.Popen[str]) -> None:
    """Wait until the program holds the file."""
    assert child.stdout
    assert child.stdout.readline() == "ready\n"


def acknowledged(child: subprocess.Popen[str]) -> int:
    """The last step that an ended program said was saved."""
    lines = child.communicate()[0].splitlines()
    saved = [int(line.split()[1]) for line in lines if line.startswith(("saved", "done"))]
    return max(saved, default=0)


def on_disk(path: Path) -> Annotations:
    """The notes as the next program finds them."""
    annotations = decider.opened(path)
    assert annotations.notes_file.messages == []
    annotations.close()
    return annotations


def follow(model: Annotations, seed: int, steps: int) -> None:
    """Make the same changes in memory until there are as many steps."""
    chance = random.Random(seed)
    while len(model.history()) < steps:
        decider.act(model, chance)


def content(annotations: Annotations) -> list[object]:
    return [(i.id, i.state, i.correction, i.boundaries, i.origin) for i in annotations.items()]


def test_no_acknowledged_change_is_lost_when_killed_at_any_moment(path: Path) -> None:
    model = decider.opened(None)
    chance = random.Random(20210729)
    torn = 0
    for seed in range(KILLS):
        child = decide(path, seed)
        ready(child)
        time.sleep(chance.uniform(0, 0.15))
        child.kill()
        saved = acknowledged(child)
        torn += bool(list(path.parent.glob("*.tmp")))
        kept = on_disk(path)
        assert len(kept.history()) >= saved
        follow(model, seed, len(kept.history()))
        assert content(kept) == content(model)
        assert not list(path.parent.glob("*.tmp"))
    print(f"{KILLS} kills, {torn} of them while a file was being written")
    assert torn


def test_of_a_bulk_act_each_report_has_all_or_nothing_when_killed(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(harbour.TEXT, encoding="utf-8")
    chance = random.Random(20241012)
    for _ in range(max(1, KILLS // 4)):
        command = [sys.executable, bulker.__file__, str(tmp_path)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_with_helpers())
        ready(child)
        time.sleep(chance.uniform(0, 0.15))
        child.kill()
        child.communicate()
        for annotations in _opened_all(tmp_path):
            assert annotations.notes_file.messages == []
            states = {item.state for item in annotations.items()}
            assert len(states) == 1
            assert states < set(bulker.STATES)
            assert len(annotations.history()[-1].changes) == len(annotations.items())


def _opened_all(folder: Path) -> Iterator[Annotations]:
    library = Library(folder, "anna", read=bulker.read)
    for key in library.keys:
        annotations = library.open_with_reading(key)
        annotations.close()
        yield annotations


def _with_helpers() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(bulker.__file__).parent)}


def test_two_programs_at_once_lose_nothing(path: Path) -> None:
    first = decide(path, 1, 300)
    second = decide(path, 2, 300)
    both = acknowledged(first), acknowledged(second)
    kept = on_disk(path)
    assert len(kept.history()) == max(both)
    assert min(both) > 0


def test_two_annotators_at_once_do_not_meet(tmp_path: Path) -> None:
    paths = [tmp_path / name / "pier.json" for name in ("anna", "ben")]
    children = [decide(path, 3, 300) for path in paths]
    counts = [acknowledged(child) for child in children]
    assert [len(on_disk(path).history()) for path in paths] == counts


def test_the_next_program_goes_on_where_a_killed_one_was(path: Path) -> None:
    first = decide(path, 1)
    ready(first)
    second = decide(path, 2, 50)
    time.sleep(0.2)
    first.kill()
    saved = acknowledged(first)
    assert acknowledged(second) > saved
    assert on_disk(path).notes_file.read_only is None


def test_a_file_that_may_not_grow_keeps_all_that_was_saved(path: Path) -> None:
    """RLIMIT_FSIZE makes the write fail in the kernel, as a full disk does, for any user."""
    resource = pytest.importorskip("resource")
    limit = 150_000

    def no_larger() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    child = decide(path, 1, 2_000, preexec_fn=no_larger)
    assert child.stdout
    lines = child.stdout.read().splitlines()
    saved = max(int(line.split()[1]) for line in lines if line.startswith("saved"))
    assert lines[-2].startswith("failed")
    assert len(on_disk(path).history()) == saved
    assert path.stat().st_size <= limit


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 KB, where this machine lets us have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)]
    with contextlib.suppress(FileNotFoundError):
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            yield disk
            subprocess.run(["umount", "-l", str(disk)], check=True)
            return
    pytest.skip("no right to mount a small disk")


def test_a_full_disk_loses_nothing_and_all_is_saved_once_there_is_room(small_disk: Path) -> None:
    path = small_disk / "pier.json"
    annotations = decider.opened(path)
    chance = random.Random(1)
    while annotations.notes_file.saving.trouble is None:
        decider.act(annotations, chance)
        time.sleep(0.001)
    assert "no space left" in str(annotations.notes_file.saving.trouble)
    assert 0 < len(decider.opened(path).history()) < len(annotations.history())
    assert annotations.unsaved()
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    annotations.notes_file.retry()
    annotations.close()
    assert content(on_disk(path)) == content(annotations)


@pytest.fixture
def frozen(path: Path) -> Iterator[Path]:
    """A folder in which not even root can make or replace a file, where this disk can do that."""
    path.parent.mkdir()
    annotations = decider.opened(path)
    decider.act(annotations, random.Random(1))
    annotations.close()
    command = ["chattr", "+i", str(path.parent), str(path)]
    with contextlib.suppress(FileNotFoundError):
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            yield path
            thaw(path)
            return
    pytest.skip("no right to freeze a folder")


def thaw(path: Path) -> None:
    subprocess.run(["chattr", "-i", str(path.parent), str(path)], check=True)


def test_a_frozen_folder_is_opened_for_reading(frozen: Path) -> None:
    annotations = decider.opened(frozen)
    annotations.close()
    assert "cannot be written" in (annotations.notes_file.read_only or "")
    assert len(annotations.history()) == 1


def test_a_folder_that_freezes_meanwhile_loses_nothing(path: Path, frozen: Path) -> None:
    thaw(frozen)
    annotations = decider.opened(frozen)
    subprocess.run(["chattr", "+i", str(path.parent)], check=True)
    chance = random.Random(2)
    decider.act(annotations, chance)
    while annotations.notes_file.saving.trouble is None:
        time.sleep(0.001)
    assert "not saved" in str(annotations.notes_file.saving.trouble)
    thaw(frozen)
    decider.act(annotations, chance)
    annotations.close()
    assert content(on_disk(frozen)) == content(annotations)
