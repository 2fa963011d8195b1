"""Notes changed elsewhere while open here, a save that fails, and leaving without it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from harbour import items, reviewed

from store.annotations import Annotations
from store.errors import SaveError
from store.history.reconciling import joined
from store.items import State
from store.notes import storage
from store.notes.notes_file import NotesFile


def decide(path: Path, number: int, state: State) -> None:
    annotations = reviewed(NotesFile(path))
    annotations.decide(items()[number].id, state)
    annotations.close()


def elsewhere(path: Path, number: int, state: State) -> bytes:
    """The file as another computer would have made it of the same beginning."""
    other = path.parent / "other.json"
    if path.exists():
        other.write_bytes(path.read_bytes())
    decide(other, number, state)
    return other.read_bytes()


def replace(path: Path, data: bytes) -> None:
    beside = path.with_name("pulled")
    beside.write_bytes(data)
    os.replace(beside, path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "harbour.json"


def states(path: Path) -> list[str]:
    found = reviewed(NotesFile(path, reading=True))
    return [found[item.id].state.value for item in items()[:4]]


@pytest.mark.parametrize("begun", [True, False])
def test_what_both_decided_is_kept(path: Path, begun: bool) -> None:
    if begun:
        decide(path, 0, State.ACCEPTED)
    pulled = elsewhere(path, 1, State.REJECTED)
    annotations = reviewed(NotesFile(path))
    annotations.decide(items()[2].id, State.SKIPPED)
    annotations.notes_file.flush()
    replace(path, pulled)
    annotations.decide(items()[3].id, State.ACCEPTED)
    annotations.notes_file.flush()
    annotations.undo()
    annotations.redo()
    annotations.close()
    assert annotations.notes_file.saving.joined == 1
    first = "accepted" if begun else "undecided"
    assert states(path) == [first, "rejected", "skipped", "accepted"]
    steps = NotesFile(path, reading=True).kept.steps
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert len(steps) == 5 + begun
    undo, redo = steps[-2:]
    assert undo.of == redo.of == steps[-3].number


def test_of_an_item_decided_on_twice_ours_stands_and_theirs_is_in_the_journal(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    replace(path, elsewhere(path, 0, State.REJECTED))
    annotations.decide(items()[0].id, State.ACCEPTED)
    annotations.close()
    assert states(path)[0] == "accepted"
    assert len(NotesFile(path, reading=True).kept.steps) == 2


def test_a_damaged_file_put_in_the_place_is_set_aside(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    replace(path, b"<<<<<<< HEAD")
    annotations.decide(items()[0].id, State.ACCEPTED)
    annotations.close()
    assert states(path)[0] == "accepted"
    (aside,) = path.parent.glob("*.damaged-*")
    assert aside.read_bytes() == b"<<<<<<< HEAD"


def test_notes_on_another_text_are_not_written_over(path: Path) -> None:
    decide(path, 0, State.ACCEPTED)
    annotations = reviewed(NotesFile(path))
    tables = json.loads(path.read_text())
    tables["dateline"]["notes"]["article"]["sha256"] = "0" * 64
    replace(path, json.dumps(tables).encode())
    before = path.read_bytes()
    annotations.decide(items()[1].id, State.ACCEPTED)
    with pytest.raises(SaveError, match="replaced by notes on another text"):
        annotations.close()
    assert path.read_bytes() == before
    annotations.notes_file.save_copy(path.with_name("mine.json"))
    annotations.notes_file.abandon()
    assert states(path.with_name("mine.json"))[1] == "accepted"


def test_a_removed_file_is_made_again(path: Path) -> None:
    decide(path, 0, State.ACCEPTED)
    annotations = reviewed(NotesFile(path))
    path.unlink()
    annotations.decide(items()[1].id, State.ACCEPTED)
    annotations.close()
    assert states(path)[:2] == ["accepted", "accepted"]


def test_what_neither_changed_is_theirs_and_what_we_removed_is_gone() -> None:
    first: dict[str, dict[str, Any]] = {"items": {"a": {"x": 1}, "b": {"x": 1}}}
    both = joined(first, {"items": {"b": {"x": 1}}}, {"items": {**first["items"], "b": {"x": 2}}})
    assert both["items"] == {"b": {"x": 2}}


@pytest.fixture
def full(path: Path, monkeypatch: pytest.MonkeyPatch) -> Annotations:
    """A session with three decisions on a disk that is full."""
    annotations = reviewed(NotesFile(path))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.AtomicStorage, "write", fail)
    for number in range(3):
        annotations.decide(items()[number].id, State.ACCEPTED)
    with pytest.raises(SaveError, match="no space"):
        annotations.close()
    return annotations


def test_a_session_that_could_not_leave_keeps_the_file(
    full: Annotations, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert NotesFile(path).read_only
    monkeypatch.undo()
    full.decide(items()[3].id, State.ACCEPTED)
    full.close()
    assert NotesFile(path).read_only is None
    assert states(path) == ["accepted"] * 4


def test_what_is_not_saved_is_counted_and_can_be_left(full: Annotations, path: Path) -> None:
    assert full.notes_file.unsaved_steps == 3
    full.notes_file.abandon()
    assert NotesFile(path).read_only is None
    assert not path.exists()


def test_what_is_not_saved_can_be_put_elsewhere_but_over_nothing(
    full: Annotations, path: Path
) -> None:
    copy = path.with_name("copy.json")
    full.notes_file.save_copy(copy)
    assert states(copy)[:3] == ["accepted"] * 3
    with pytest.raises(SaveError, match="such a file already"):
        full.notes_file.save_copy(copy)
