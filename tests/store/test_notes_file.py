"""Opening a file of notes: its lock, its version, its damages."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from harbour import article, at, items, one, reviewed

from store.annotations import Annotations
from store.errors import DamagedError, NewerVersionError, ReadOnlyError, SaveError
from store.history.article_notes import Position
from store.items import Kind, State
from store.notes import forms, held_file
from store.notes.notes_file import NotesFile
from store.notes.upgrades import SCHEMA_VERSION, Tables, upgraded


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "anna" / "harbour.json"


@pytest.fixture
def written(path: Path) -> Path:
    """A file with one decision."""
    annotations = reviewed(NotesFile(path))
    annotations.decide(items()[0].id, State.ACCEPTED)
    annotations.close()
    return path


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change a file by hand."""
    tables = json.loads(path.read_text())
    change(tables)
    path.write_text(json.dumps(tables))


def decided(annotations: Annotations) -> int:
    return annotations.progress().decided


def test_decisions_are_there_when_opened_again(written: Path) -> None:
    annotations = reviewed(NotesFile(written))
    assert annotations[items()[0].id].state is State.ACCEPTED
    assert annotations.notes_file.messages == []


def test_opening_alone_writes_no_notes(path: Path) -> None:
    reviewed(NotesFile(path)).close()
    assert not path.exists()


def test_a_second_program_can_only_read_and_is_told_who_holds_it(written: Path) -> None:
    first = reviewed(NotesFile(written))
    second = reviewed(NotesFile(written))
    assert first.notes_file.read_only is None
    reason = second.notes_file.read_only or ""
    assert f"open in another program: process {os.getpid()} on " in reason
    with pytest.raises(ReadOnlyError, match="open in another program"):
        second.decide(items()[1].id, State.ACCEPTED)


def test_a_second_program_takes_over_when_the_first_ends(written: Path) -> None:
    first, second = reviewed(NotesFile(written)), reviewed(NotesFile(written))
    first.decide(items()[1].id, State.REJECTED)
    assert not second.take_over()
    first.close()
    assert second.take_over()
    assert decided(second) == 2
    second.decide(items()[2].id, State.ACCEPTED)


def test_there_is_nothing_to_take_over_for_the_one_who_writes(written: Path) -> None:
    assert not reviewed(NotesFile(written)).take_over()


def test_a_lock_ends_with_its_process(written: Path) -> None:
    script = (
        "import sys, os; from pathlib import Path; from store.notes.notes_file import NotesFile\n"
    )
    script += "n = NotesFile(Path(sys.argv[1])); assert not n.read_only; os._exit(9)"
    subprocess.run([sys.executable, "-c", script, str(written)], check=False)
    assert NotesFile(written).read_only is None


def test_reading_alone_takes_no_lock_and_leaves_no_trace(path: Path) -> None:
    reader = reviewed(NotesFile(path, reading=True))
    assert reader.notes_file.read_only == "opened for reading"
    assert not path.parent.exists()


def test_reading_alone_takes_nothing_over(written: Path) -> None:
    reader = reviewed(NotesFile(written, reading=True))
    assert not reader.take_over()
    assert NotesFile(written).read_only is None


def test_reading_alone_tells_of_a_damaged_file_and_leaves_it(written: Path) -> None:
    written.write_text("half")
    with pytest.raises(DamagedError, match="not JSON"):
        NotesFile(written, reading=True)
    assert written.read_text() == "half"


def test_a_folder_that_cannot_be_written_is_told(path: Path) -> None:
    path.parent.parent.mkdir(exist_ok=True)
    path.parent.write_text("a file where the folder should be")
    assert "cannot be written" in (NotesFile(path).read_only or "")


def test_unsaved_changes_are_known_until_they_are_on_disk(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    ident = items()[0].id
    path.mkdir(parents=True)  # a folder cannot be replaced by a file
    annotations.decide(ident, State.ACCEPTED)
    with pytest.raises(SaveError, match="not saved"):
        annotations.notes_file.flush()
    assert annotations.unsaved() == {ident}
    assert annotations[ident].state is State.ACCEPTED
    path.rmdir()
    annotations.decide(items()[1].id, State.ACCEPTED)
    annotations.notes_file.flush()
    assert annotations.unsaved() == frozenset()
    assert decided(reviewed(NotesFile(path, reading=True))) == 2


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"dateline": {"notes"', "line 1, column"),
        ('{"readme": {}}', "these are no notes of Dateline"),
        ("", "not JSON"),
    ],
)
def test_a_damaged_file_is_set_aside_untouched(path: Path, content: str, place: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    annotations = reviewed(NotesFile(path))
    aside = next(path.parent.glob("harbour.json.damaged-*"))
    assert aside.read_text() == content
    assert place in annotations.notes_file.messages[0]
    assert aside.name in annotations.notes_file.messages[0]
    assert annotations.decide(items()[0].id, State.ACCEPTED)


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("items", "state", "perhaps"),
        ("items", "suggestion", {"quotes": "none"}),
        ("items", "at", "yesterday"),
        ("journal", "changes", 7),
        ("journal", "verb", "sing"),
        ("visit", "read", "yes"),
    ],
)
def test_a_value_of_the_wrong_type_is_told_with_its_place(
    written: Path, table: str, field: str, value: object
) -> None:
    edit(written, lambda tables: next(iter(tables[table].values())).update({field: value}))
    told = NotesFile(written).messages[0]
    assert f"{table}." in told
    assert f"`$.{field}" in told


def test_a_damaged_file_is_left_where_it_is_while_another_holds_it(written: Path) -> None:
    holder = NotesFile(written)
    written.write_text("half")
    assert "not JSON" in NotesFile(written).messages[0]
    assert written.read_text() == "half"
    holder.close()


def test_two_damaged_files_in_one_second_do_not_meet(path: Path) -> None:
    path.parent.mkdir()
    for content in ("one", "two"):
        path.write_text(content)
        NotesFile(path).close()
    aside = path.parent.glob("*.damaged-*")
    assert sorted(found.read_text() for found in aside) == ["one", "two"]


def newer(tables: dict[str, Any]) -> None:
    tables["dateline"]["notes"]["schema_version"] = 99


def test_a_newer_file_is_opened_for_reading(written: Path) -> None:
    edit(written, newer)
    before = written.read_bytes()
    annotations = reviewed(NotesFile(written))
    assert "written by a newer Dateline (schema 99" in (annotations.notes_file.read_only or "")
    assert decided(annotations) == 1
    annotations.close()
    assert written.read_bytes() == before


def test_a_newer_file_that_cannot_be_understood_is_left_alone(written: Path) -> None:
    edit(written, newer)
    edit(written, lambda tables: next(iter(tables["items"].values())).update({"state": 5}))
    before = written.read_bytes()
    assert decided(reviewed(NotesFile(written))) == 0
    assert written.read_bytes() == before


def rename_note(tables: Tables) -> Tables:
    """An upgrade as a later version may need one."""
    items_then = {i: {**doc, "note": doc["note"].upper()} for i, doc in tables["items"].items()}
    return {**tables, "items": items_then}


def test_an_older_file_is_upgraded_and_kept_as_it_was(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_next(tables: Tables, where: object, **_: object) -> Tables:
        return upgraded(
            tables, where, upgrades={SCHEMA_VERSION: rename_note}, newest=SCHEMA_VERSION + 1
        )

    before = written.read_bytes()
    monkeypatch.setattr(forms, "upgraded", to_next)
    opened = NotesFile(written)
    assert written.with_name(f"harbour.json.v{SCHEMA_VERSION}.backup").read_bytes() == before
    assert "brought to today's form" in opened.messages[0]


def test_without_a_backup_nothing_is_upgraded(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_next(tables: Tables, where: object, **_: object) -> Tables:
        return upgraded(
            tables, where, upgrades={SCHEMA_VERSION: rename_note}, newest=SCHEMA_VERSION + 1
        )

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = written.read_bytes()
    monkeypatch.setattr(forms, "upgraded", to_next)
    monkeypatch.setattr(held_file, "replace_plain", fail)
    assert "so nothing is upgraded" in (NotesFile(written).read_only or "")
    assert written.read_bytes() == before


def test_upgrades_run_one_after_the_other(written: Path) -> None:
    tables = json.loads(written.read_text())

    def marked(tables: Tables) -> Tables:
        return {**tables, "mark": {**tables.get("mark", {}), str(len(tables)): {}}}

    first, second, last = (SCHEMA_VERSION + n for n in range(3))
    after = upgraded(tables, written, upgrades={first: marked, second: marked}, newest=last)
    assert len(after["mark"]) == 2
    assert after["dateline"]["notes"]["schema_version"] == last


def test_a_version_from_which_no_way_leads_is_told(written: Path) -> None:
    tables = json.loads(written.read_text())
    with pytest.raises(DamagedError, match=f"no way leads from schema version {SCHEMA_VERSION}"):
        upgraded(tables, written, upgrades={}, newest=SCHEMA_VERSION + 1)


def test_todays_form_is_left_as_it_is(written: Path) -> None:
    tables = json.loads(written.read_text())
    assert upgraded(tables, written) is tables


@pytest.mark.parametrize("version", [0, -1, "1", None, 1.5])
def test_a_version_that_is_no_version_is_told(version: object) -> None:
    tables: Tables = {
        "dateline": {"notes": {"format": "dateline-notes", "schema_version": version}}
    }
    with pytest.raises((DamagedError, NewerVersionError), match="schema_version is"):
        upgraded(tables, "notes")


def test_what_a_killed_process_left_is_cleaned_up(written: Path) -> None:
    left = written.with_name(f"{written.name}.{2**22 + 1}-1.tmp")
    left.write_text("half")
    NotesFile(written)
    assert not left.exists()


def test_the_annotated_text_is_in_the_file(written: Path) -> None:
    tables = json.loads(written.read_text())
    assert tables["texts"][article().sha256] == {"text": article().text}


def test_where_the_reader_was_is_kept_without_any_decision(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    annotations.position = Position(offset=40)
    annotations.close()
    assert reviewed(NotesFile(path)).position.offset == 40


def test_position_is_kept(written: Path) -> None:
    annotations = reviewed(NotesFile(written))
    boats = one(annotations, Kind.FIGURE, "12")
    annotations.position = Position(boats.id, at("12").start, 0, "figures")
    annotations.close()
    assert reviewed(NotesFile(written)).position.item == boats.id
