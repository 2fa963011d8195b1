"""`dateline import` and the names of files and people that come with what is imported."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from store.items import Kind, State
from store.library.library import Library
from tui.command import dateline

TEXT = "Ferry sinks\nA ferry sank off Pemba on Monday and killed 12 passengers, the port said.\n"


def call(*words: object) -> Result:
    return CliRunner().invoke(dateline, [str(word) for word in words])


@pytest.fixture
def row(tmp_path: Path) -> dict[str, Any]:
    """A row of our own export, with a decision of anna's in it."""
    report = tmp_path / "from" / "ferry.txt"
    report.parent.mkdir()
    report.write_text(TEXT)
    library = Library(report, "anna")
    notes = library.open_with_reading("ferry")
    notes.decide(notes.items(Kind.FIGURE)[0].id, State.ACCEPTED)
    notes.close()
    library.close()
    out = call("export", report, "--format", "jsonl", "--annotator", "anna")
    found: dict[str, Any] = json.loads(out.stdout)
    return found


def imported(tmp_path: Path, row: dict[str, Any], *more: str) -> Result:
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps(row) + "\n")
    (tmp_path / "to").mkdir(exist_ok=True)
    return call("import", tmp_path / "to", file, *more)


def files(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


@pytest.mark.parametrize("name", ["../../out", "/tmp/out", "", ".", "cache", "a\x1b[1mb", 7, None])
def test_an_annotator_s_name_that_leads_elsewhere_writes_nothing(
    tmp_path: Path, row: dict[str, Any], name: object
) -> None:
    done = imported(tmp_path, row | {"annotator": name})
    assert "in.jsonl, line 1: " in done.stderr
    assert "1 left out" in done.stderr
    assert "\x1b" not in done.stderr
    assert files(tmp_path / "to") == {}


@pytest.mark.parametrize(
    "key", ["../x", "/x", ".dateline/library", "lexicon/places", "a\\b", "con"]
)
def test_a_report_s_name_that_leads_elsewhere_writes_nothing(
    tmp_path: Path, row: dict[str, Any], key: str
) -> None:
    before = files(tmp_path)
    row["article"]["key"] = key
    assert "1 left out" in imported(tmp_path, row).stderr
    (tmp_path / "in.jsonl").unlink()
    assert files(tmp_path) == before


@pytest.mark.parametrize("there", ["ferry.toml", "ferry.txt", "ferry.md"])
def test_files_that_are_not_its_own_are_not_replaced(
    tmp_path: Path, row: dict[str, Any], there: str
) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / there).write_text("mine = 1\n")
    assert "1 left out" in imported(tmp_path, row).stderr
    assert (tmp_path / "to" / there).read_text() == "mine = 1\n"
    assert not list((tmp_path / "to").rglob("anna"))


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, row: dict[str, Any]) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "to" / "sub").symlink_to(tmp_path / "elsewhere")
    row["article"]["key"] = "sub/ferry"
    assert "1 left out" in imported(tmp_path, row).stderr
    assert files(tmp_path / "elsewhere") == {}


def test_notes_come_to_the_report_of_their_text_whatever_it_is_called(
    tmp_path: Path, row: dict[str, Any]
) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "2.txt").write_text(TEXT)
    (tmp_path / "to" / "ferry.txt").write_text("Quite another report, on rain in the hills.\n")
    assert "0 left out" in imported(tmp_path, row).stderr
    assert Library(tmp_path / "to", "anna").kept("2").items
    assert not Library(tmp_path / "to", "anna").kept("ferry").items


def test_one_wrong_item_leaves_the_others(tmp_path: Path, row: dict[str, Any]) -> None:
    (ident,) = row["notes"]["items"]
    twin = json.loads(json.dumps(row["notes"]["items"][ident]))
    row["notes"]["items"]["f000"] = {**twin, "id": "f000", "at": "2024-02-31T00:00:00Z"}
    done = imported(tmp_path, row)
    assert "item f000" in done.stderr
    assert list(Library(tmp_path / "to", "anna").kept("ferry").items) == [ident]


def test_another_may_take_them_by_a_name_that_can_be_one(
    tmp_path: Path, row: dict[str, Any]
) -> None:
    assert imported(tmp_path, row, "--as-decisions", "O’Brien").exit_code == 0
    assert Library(tmp_path / "to", "O’Brien").kept("ferry").items
    assert imported(tmp_path, row, "--as-decisions", "../x").exception is not None
    assert not (tmp_path / "x").exists()


def test_accepting_what_is_unmarked_is_for_decisions(tmp_path: Path, row: dict[str, Any]) -> None:
    assert imported(tmp_path, row, "--accept-unmarked").exit_code == 2
