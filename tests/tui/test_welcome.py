"""The first start: nothing named, a folder opened for the first time, commands completed."""

import os
import subprocess
from pathlib import Path

import pytest
from terminal import COMMAND, running

from tui.recent import last_annotator, recent_paths, remember_path
from tui.shipped import seed_report


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    folder.mkdir()
    (folder / "fire.txt").write_text("Fire in the harbour\n\nTwo sailors were hurt, police said.\n")
    return folder


def completed(words: str) -> str:
    environment = {
        **os.environ,
        "_DATELINE_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": "1",
    }
    done = subprocess.run([COMMAND], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_without_a_path_the_report_that_ships_is_offered() -> None:
    with running() as terminal:
        terminal.wait_for("The report that ships with Dateline")
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_what_was_opened_last_is_offered_and_opens(library: Path) -> None:
    remember_path(library)
    with running() as terminal:
        terminal.wait_for("harbour")
        terminal.type("j\r")
        terminal.wait_for("Fire in the harbour")
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_any_path_is_opened_and_who_decides_is_remembered(library: Path) -> None:
    with running() as terminal:
        terminal.wait_for("The report that ships with Dateline")
        terminal.type(f"/{library}\r")
        terminal.wait_for("Fire in the harbour")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert last_annotator(library) is not None
    remember_path(library, "nora")
    with running() as terminal:
        terminal.wait_for("as nora")
        terminal.type("j\r")
        terminal.wait_for("nora · harbour")


def test_a_name_that_is_new_where_others_have_notes_is_asked_about(library: Path) -> None:
    (library / ".dateline" / "nora").mkdir(parents=True)
    with running(str(library), "--as", "noar") as terminal:
        terminal.wait_for("noar has no notes here, nora has. Begin as noar?")
        terminal.type("n\r")
        assert terminal.wait_for_end() == 0


def test_opened_first_it_says_where_its_notes_will_be(library: Path) -> None:
    with running(str(library), columns=160) as terminal:
        terminal.wait_for("Your decisions will be kept in")
        terminal.wait_for(".dateline")


def test_opened_again_it_says_so_no_more(library: Path) -> None:
    (library / ".dateline").mkdir()
    with running(str(library), columns=160) as terminal:
        terminal.wait_for("0/")
        assert "will be kept" not in terminal.text


def test_the_last_path_opened_comes_first_and_once(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a", "b", "a")]
    for path in paths:
        path.mkdir(exist_ok=True)
        remember_path(path)
    assert recent_paths() == (tmp_path / "a", tmp_path / "b")


def test_what_is_gone_is_offered_no_more(tmp_path: Path) -> None:
    remember_path(tmp_path / "gone")
    assert recent_paths() == ()


def test_the_report_that_ships_is_there() -> None:
    seed = seed_report()
    assert seed is not None
    assert seed.is_file()


def test_an_empty_folder_is_told_what_to_hold(tmp_path: Path) -> None:
    done = subprocess.run([COMMAND, tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "put .txt or .md files into it" in done.stderr


def test_nobody_to_choose_is_wrong_usage() -> None:
    done = subprocess.run([COMMAND], capture_output=True, text=True, check=False, input="")
    assert done.returncode == 2
    assert "dateline PATH" in done.stderr


def test_the_shell_completes_commands() -> None:
    assert "plain,extract" in completed("dateline ex")


def test_the_shell_completes_paths() -> None:
    assert "file,rep" in completed("dateline rep")
