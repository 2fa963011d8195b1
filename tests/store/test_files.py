"""A file is replaced whole or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from store.files import remove_stale, replace_file

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def dead_process() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_the_new_content_is_there_and_nothing_else(path: Path) -> None:
    replace_file(path, b"old")
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


@posix
def test_permissions_stay(path: Path) -> None:
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link(path: Path) -> None:
    target = path.with_name("elsewhere.json")
    target.write_bytes(b"old")
    path.symlink_to(target)
    replace_file(path, b"new")
    assert path.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("fails", ["replace", "fsync"])
def test_when_it_fails_the_old_file_is_as_it_was(
    path: Path, fails: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    replace_file(path, b"old")
    monkeypatch.setattr(os, fails, fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_what_a_dead_process_left_is_removed(path: Path) -> None:
    left = path.with_name(f"{path.name}.{dead_process()}-1.tmp")
    left.write_bytes(b"half")
    remove_stale(path)
    assert not left.exists()


@pytest.mark.parametrize(
    "name",
    [
        "notes.json",
        "notes.json.tmp",
        "notes.json.backup",
        "other.json.1-1.tmp",
        "notes.json.x-1.tmp",
    ],
)
def test_no_other_file_is_removed(path: Path, name: str) -> None:
    other = path.with_name(name)
    other.write_bytes(b"mine")
    remove_stale(path)
    assert other.exists()


def test_what_a_living_process_is_writing_is_left_alone(path: Path) -> None:
    writing = path.with_name(f"{path.name}.{os.getpid()}-1.tmp")
    writing.write_bytes(b"half")
    remove_stale(path)
    assert writing.exists()
