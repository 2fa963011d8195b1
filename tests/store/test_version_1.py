"""What version 1 wrote, where a figure's `outcome` was its `fate`, opens and is upgraded."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from harbour import one, reviewed

from store.annotations import Annotations
from store.errors import NewerVersionError
from store.history.article_notes import ArticleNotes
from store.history.journal import Change, Verb
from store.items import Kind, State
from store.library.library import Library
from store.notes.notes_file import NotesFile
from store.notes.upgrades import upgraded

DATA = Path(__file__).parent / "data" / "harbour.v1.json"
BOATS, WOUNDED = "12 boats", "30"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of the notes that version 1 wrote: decisions, corrections, a figure come and gone."""
    path = tmp_path / "anna" / "harbour.json"
    path.parent.mkdir()
    shutil.copy(DATA, path)
    return path


def outcomes(annotations: Annotations) -> list[Any]:
    return [item.fields.get("outcome") for item in annotations.items(Kind.FIGURE)]


def test_the_file_says_fate(old: Path) -> None:
    tables = json.loads(old.read_text())
    assert tables["dateline"]["notes"]["schema_version"] == 1
    assert '"fate":"seized"' in old.read_text()
    assert "outcome" not in old.read_text()


def test_decisions_and_corrections_are_kept_under_the_present_name(old: Path) -> None:
    annotations = reviewed(NotesFile(old))
    boats, wounded = (one(annotations, Kind.FIGURE, words) for words in (BOATS, WOUNDED))
    assert (boats.state, boats.fields["outcome"]) == (State.CORRECTED, "sunk")
    assert (wounded.state, wounded.fields["outcome"]) == (State.ACCEPTED, "wounded")
    assert boats.suggestion is not None
    assert boats.suggestion.fields["outcome"] == "seized"
    assert not any("fate" in item.fields for item in annotations.items())


def test_words_of_a_person_are_left_as_they_are(old: Path) -> None:
    annotations = reviewed(NotesFile(old))
    assert one(annotations, Kind.FIGURE, BOATS).note == "the fate of the boats"


def test_the_old_file_is_kept_and_the_new_one_is_of_version_2(old: Path) -> None:
    annotations = reviewed(NotesFile(old))
    assert "brought to today's form" in annotations.notes_file.messages[0]
    annotations.note(one(annotations, Kind.FIGURE, WOUNDED).id, "by whom?")
    annotations.close()
    assert old.with_name("harbour.json.v1.backup").read_bytes() == DATA.read_bytes()
    assert json.loads(old.read_text())["dateline"]["notes"]["schema_version"] == 2
    assert '"fate"' not in old.read_text()
    assert outcomes(reviewed(NotesFile(old))) == ["sunk", "wounded", "wounded"]


def test_steps_of_before_are_undone_and_redone(old: Path) -> None:
    annotations = reviewed(NotesFile(old))
    for _ in range(len(annotations.history())):
        annotations.undo()
    assert outcomes(annotations) == outcomes(reviewed())
    assert annotations.progress().decided == 0
    while annotations.next_redo:
        annotations.redo()
    assert one(annotations, Kind.FIGURE, BOATS).fields["outcome"] == "sunk"


def test_a_figure_that_came_and_went_is_in_the_journal_under_the_present_name(old: Path) -> None:
    steps = NotesFile(old).kept.steps
    changes: list[Change] = [
        c for s in steps if s.verb in (Verb.ADD, Verb.DELETE) for c in s.changes
    ]
    assert [bool(change.was) for change in changes] == [False, True]
    added = changes[0].now or {}
    assert added["correction"]["outcome"] == "wounded"


def test_whoever_only_looks_leaves_the_file_as_it_is(old: Path) -> None:
    notes_file = NotesFile(old, reading=True)
    assert "sunk" in outcomes(reviewed(notes_file))
    assert old.read_bytes() == DATA.read_bytes()
    assert not list(old.parent.glob("*.backup"))


def test_notes_of_version_1_that_replace_the_open_file_are_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "anna" / "harbour.json"
    annotations = reviewed(NotesFile(path))
    source = one(annotations, Kind.SOURCE, "a doctor")
    annotations.decide(source.id, State.REJECTED)
    annotations.notes_file.flush()
    path.unlink()
    shutil.copy(DATA, path)
    annotations.note(source.id, "which doctor?")
    annotations.close()
    after = reviewed(NotesFile(path))
    assert "sunk" in outcomes(after)
    assert after[source.id].note == "which doctor?"


def test_a_program_of_version_1_says_that_the_file_is_of_a_newer_one(old: Path) -> None:
    tables = upgraded(json.loads(old.read_text()), old)
    with pytest.raises(NewerVersionError, match=r"newer Dateline \(schema 2, this one knows 1\)"):
        upgraded(tables, old, upgrades={}, newest=1)


def test_a_reading_kept_by_version_1_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text("Fishermen seized 12 boats.", encoding="utf-8")
    library = Library(tmp_path, "anna")
    article = library.article("harbour")
    kept = {"version": "1", "sha256": article.sha256, "figures": []}
    for place in ("0", "1"):
        cache = tmp_path / ".dateline" / "cache" / f"{article.sha256}-{place * 8}.json"
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text(json.dumps(kept))
    figures = library.open_with_reading("harbour").items(Kind.FIGURE)
    library.close()
    assert [figure.fields["outcome"] for figure in figures] == ["seized"]


@pytest.mark.parametrize("spoiled", [5, None, [], "x", {"fields": 5}])
@pytest.mark.parametrize("where", ["items", "journal"])
def test_what_is_no_record_is_left_for_the_reading_to_name(
    old: Path, where: str, spoiled: object
) -> None:
    tables = json.loads(old.read_text())
    ident = next(iter(tables[where]))
    tables[where][ident]["suggestion" if where == "items" else "changes"] = spoiled
    assert ident in upgraded(tables, old)[where]


def test_what_was_said_of_the_article_is_kept_under_either_name(old: Path) -> None:
    tables = json.loads(old.read_text())
    del tables["visit"]["article_notes"]
    tables["visit"]["sheet"] = {"note": "ask the port", "tags": ["dam"], "flag": True, "read": True}
    old.write_text(json.dumps(tables))
    annotations = reviewed(NotesFile(old))
    assert annotations.article_notes == ArticleNotes("ask the port", ("dam",), True, True)
    annotations.mark_read(False)
    annotations.close()
    assert reviewed(NotesFile(old)).article_notes.note == "ask the port"
    assert '"sheet"' not in old.read_text()
