"""`dateline memory` and `--no-memory`: what is remembered, printed, and done without."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ferry import make_library

from store.items import Kind
from store.library.library import Library
from tui.command import dateline


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library in which the label of a name was corrected."""
    made = make_library(tmp_path, "ferry", "twin")
    notes = made.open_with_reading("ferry")
    (post,) = [one for one in notes.items(Kind.ENTITY) if one.words == "Valmora Post"]
    notes.correct(post.id, {"label": "ORG"})
    notes.close()
    return made


def memory(library: Library, *words: str) -> Result:
    call = ["memory", str(library.folder), "--as", "anna", *words]
    return CliRunner().invoke(dateline, call, standalone_mode=False)


def test_what_is_printed_is_what_the_file_is_to_hold(library: Library) -> None:
    done = memory(library)
    (line,) = tomllib.loads(done.stdout)["label"]
    assert (line["of"], line["is"], line["told"]) == (
        "valmora post",
        "ORG",
        "1 of 1 time before: ferry",
    )
    assert str(library.memory.file) in done.stderr


def test_where_nothing_was_decided_it_says_so(library: Library) -> None:
    done = memory(library, "--as", "bea")
    assert (done.stdout, done.stderr.count("nothing is remembered yet")) == ("", 1)


def test_a_wrong_file_is_told_and_the_rest_printed(library: Library) -> None:
    library.memory.file.write_text("label = 3\n")
    done = memory(library)
    assert "'label' not understood and passed over" in done.stderr
    assert "valmora post" in done.stdout
