"""The example library: written into a new folder, and never over anything."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from store.errors import StoreError
from store.library.library import Library
from tui.command import dateline


def run(*arguments: str) -> Result:
    return CliRunner().invoke(dateline, ["example", *arguments])


def test_it_writes_three_reports_with_their_facts(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "library"
    assert run(str(folder)).exit_code == 0
    library = Library(folder, "anna")
    articles = [library.article(key) for key in library.keys]
    assert {(one.publisher, str(one.published)) for one in articles} == {
        ("Meridian Wire", "2025-03-19"),
        ("Humanitarian Coordination Office", "2025-03-20"),
        ("Merrow Courier", "2025-03-21"),
    }
    library.close()


def test_it_says_what_comes_next(tmp_path: Path) -> None:
    told = run(str(tmp_path / "my reports"))
    assert f"dateline '{tmp_path / 'my reports'}'" in told.output


def test_it_writes_into_an_empty_folder(tmp_path: Path) -> None:
    assert len(run(str(tmp_path)).output.splitlines()) == 4


@pytest.mark.parametrize("there", ["file", "folder"])
def test_what_is_there_stays_as_it_is(tmp_path: Path, there: str) -> None:
    taken = tmp_path / "taken"
    mine = taken if there == "file" else taken / "wire.txt"
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine")
    result = run(str(taken))
    assert isinstance(result.exception, StoreError)
    assert "stands here already" in str(result.exception)
    assert mine.read_text() == "mine"
    assert sorted(tmp_path.rglob("*")) == sorted({taken, mine})
