"""What is wrong in a user's configuration or a library's settings is told, and the rest is done."""

import re
import tomllib
from pathlib import Path

import click
import pytest

from extract.errors import DatelineError
from store.library import settings
from tui.command import dateline
from tui.config import NAMES, read_config
from tui.keymap import keymap


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


@pytest.mark.parametrize("page", ["keys", "configuration"])
def test_the_keys_that_the_handbook_moves_can_be_moved_so(page: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / f"{page}.md").read_text(encoding="utf-8")
    examples = [tomllib.loads(one) for one in re.findall(r"```toml\n(.*?)```", text, re.DOTALL)]
    assert examples
    for example in examples:
        assert keymap(example["keys"]).problems == ()


def test_all_that_may_stand_in_a_file_of_settings_is_in_the_handbook() -> None:
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    examples = [tomllib.loads(one) for one in re.findall(r"```toml\n(.*?)```", page, re.DOTALL)]
    assert [set(one) for one in examples] == [set(NAMES), set(settings.NAMES)]


def test_settings_are_told_with_where_they_are(
    library: Path, config: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    config.write_text('annotator = "nora"\ncolour = "red"\n')
    (library / ".dateline" / "library.toml").write_text('numbers = "acled"\n')
    dateline.main(["config", str(library)], standalone_mode=False)
    done = capfd.readouterr()
    assert f"The user's settings: {config}" in done.out
    assert 'annotator = "nora"' in done.out
    assert 'numbers = "acled"' in done.out
    assert "'colour' not known here" in done.err


@pytest.mark.parametrize("name", ["--as", "--annotator"])
@pytest.mark.parametrize("command", ["status", "history", "print", "export", "memory", "import"])
def test_who_decides_is_said_by_either_name_everywhere(command: str, name: str) -> None:
    found = dateline.get_command(click.Context(dateline), command)
    assert found is not None
    assert name in [one for option in found.params for one in option.opts]


def test_the_shell_completes_those_who_have_notes(library: Path) -> None:
    (library / ".dateline" / "nora").mkdir()
    (library / ".dateline" / "cache").mkdir()
    status_command = dateline.get_command(click.Context(dateline), "status")
    assert status_command is not None
    context = click.Context(status_command)
    context.params["path"] = library
    (option,) = [one for one in status_command.params if "--as" in one.opts]
    assert [one.value for one in option.shell_complete(context, "n")] == ["nora"]
    assert [one.value for one in option.shell_complete(context, "")] == ["nora"]
