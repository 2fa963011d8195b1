"""A report whose facts cannot be used is opened and says so; one that cannot be read is passed."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from ferry import make_library, opened

from extract.errors import LoadError
from store.library.library import Library
from tui.command import dateline
from tui.start import first_readable


async def test_what_cannot_be_used_is_said_on_the_screen(tmp_path: Path) -> None:
    library = make_library(tmp_path)
    (tmp_path / "ferry.toml").write_text('published = "10/04/2024"')
    async with opened(library) as pilot:
        said = [notification.message for notification in pilot.app._notifications]
    assert any("'10/04/2024' is no date" in message for message in said)


def test_what_cannot_be_used_is_said_on_standard_error_and_the_rest_is_done(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Two boats sank off the cape on Monday.")
    (tmp_path / "r.toml").write_text('published = "10/04/2024"')
    for form in ("text", "jsonl"):
        done = CliRunner().invoke(dateline, ["extract", "--format", form, str(tmp_path)])
        assert done.exit_code == 0
        assert "boats" in done.stdout
        assert "'10/04/2024' is no date" in done.stderr


def test_a_report_that_cannot_be_read_is_told_and_the_next_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    (tmp_path / "b.txt").write_text("Two boats sank.")
    library = Library(tmp_path, "anna")
    article = first_readable(library)
    library.close()
    assert article.key == "b"
    error = capsys.readouterr().err
    assert "a.txt: not UTF-8 text (byte 4, line 1)" in error
    assert 'encoding = "windows-1252"' in error


def test_where_no_report_can_be_read_the_first_is_told(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_bytes(b"caf\xe9")
    library = Library(tmp_path, "anna")
    with pytest.raises(LoadError, match=r"a\.txt"):
        first_readable(library)
    library.close()
