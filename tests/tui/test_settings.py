"""What is wrong in a user's configuration or a library's settings is told, and the rest is done."""

from pathlib import Path

import pytest

from extract.errors import DatelineError
from tui.command import dateline
from tui.config import read_config


@pytest.fixture
def config(own_home: Path) -> Path:
    path = own_home / "dateline" / "config.toml"
    path.parent.mkdir()
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Police said two people were hurt in Beira.")
    (tmp_path / ".dateline").mkdir()
    return tmp_path


def status(library: Path, *more: str) -> int:
    code: int = dateline.main(["status", str(library), *more], standalone_mode=False)
    return code


WRONG = {
    "numbers = 3": "'numbers' not understood and passed over",
    'labels = "a"': "'labels' not understood and passed over",
    "[keys]\nx = 1": "'keys' not understood and passed over",
    "numbers": "not understood",
}


@pytest.mark.parametrize("content", WRONG)
def test_wrong_settings_of_a_library_are_told_in_a_line(
    library: Path, content: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (library / ".dateline" / "library.toml").write_text(content)
    assert status(library) == 1
    done = capfd.readouterr()
    assert done.out.startswith("a · 0/")
    assert f"library.toml: {WRONG[content]}" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("content", ["theme = 3", "[keys]\nx = 1", "keys"])
def test_a_wrong_configuration_is_told_in_a_line(
    library: Path, config: Path, content: str, capfd: pytest.CaptureFixture[str]
) -> None:
    config.write_text(content)
    assert status(library, "--as", "anna") == 1
    done = capfd.readouterr()
    assert done.out.startswith("a · 0/")
    assert "config.toml: " in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("content", ["annotator = 3", "annotator", "annotator = [["])
def test_nobody_decides_by_guess_where_the_configuration_cannot_say_who(
    library: Path, config: Path, content: str
) -> None:
    config.write_text(content)
    with pytest.raises(DatelineError, match=r"config\.toml: .*give --as"):
        status(library)


@pytest.mark.parametrize(("content", "who"), [('annotator = "bea"\n', "bea"), ("", None)])
def test_a_wrong_theme_changes_nobody(config: Path, content: str, who: str | None) -> None:
    config.write_text(f"{content}theme = 3\n")
    assert read_config().named_annotator() == who


def test_unknown_names_are_told_and_nothing_has_failed(
    library: Path, config: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    config.write_text('thema = "dark"\n')
    (library / ".dateline" / "library.toml").write_text("label = []\n")
    assert status(library) == 0
    told = capfd.readouterr().err
    assert "'thema' not known here" in told
    assert "'label' not known here" in told
