"""The handbook says what the program does: every key, command, export and check has its place."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from store.formats.codecs import EXPORTS, IMPORTS
from tui.actions import ACTIONS
from tui.command import dateline

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def kinds_of_checks() -> Iterator[str]:
    """The first argument of every call that raises a check."""
    for path in (ROOT / "extract" / "checks").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "raised":
                kind = node.args[0]
                assert isinstance(kind, ast.Constant), path
                yield str(kind.value)


def test_the_pages_that_are_made_are_as_the_program_is() -> None:
    done = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.stdout == ""


@pytest.mark.parametrize("ident", ACTIONS)
def test_every_action_is_in_the_page_of_keys(ident: str) -> None:
    assert f"`{ident}`" in page("keys.md")


KEYS_OF_ROWS = {
    "1": "reader.incidents",
    "enter": "incidents.open",
    "l": "reader.unfold",
    "h": "reader.fold",
    "a": "reader.accept",
    "x": "reader.reject",
    "space": "reader.skip",
    "A": "incidents.rest",
    "e": "reader.correct",
    "+": "incidents.join",
    "-": "incidents.take_out",
    "S": "incidents.split",
}


def test_the_page_of_incidents_names_the_keys_that_decide_on_them() -> None:
    table = page("incidents.md").split("| --- | --- |\n", 1)[1].split("\n\n", 1)[0]
    told = {key for line in table.split("\n") for key in re.findall("`(.)`|`(\\w+)`", line)}
    assert {one or other for one, other in told} == set(KEYS_OF_ROWS)
    for key, ident in KEYS_OF_ROWS.items():
        [line] = [line for line in page("keys.md").split("\n") if f"| `{ident}` |" in line]
        assert f"`{key}`" in line


@pytest.mark.parametrize("name", dateline.list_commands(click.Context(dateline)))
def test_every_command_is_in_the_page_of_commands(name: str) -> None:
    assert f"## `dateline {name}`" in page("cli.md")


@pytest.mark.parametrize("name", EXPORTS)
def test_every_format_is_in_the_page_of_exports(name: str) -> None:
    assert f"| `{name}` |" in page("exports.md")


@pytest.mark.parametrize("name", IMPORTS)
def test_every_format_that_comes_back_is_in_the_part_on_importing(name: str) -> None:
    assert f"`{name}`" in page("exports.md").split("## Import", 1)[1].split("|", 1)[0]


@pytest.mark.parametrize("kind", sorted(set(kinds_of_checks())))
def test_every_kind_of_check_is_in_its_page(kind: str) -> None:
    assert f"| `{kind}` |" in page("checks.md")


@pytest.mark.parametrize("name", sorted(path.name for path in DOCS.glob("*.md")))
def test_every_page_is_in_the_handbook(name: str) -> None:
    assert f": {name}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


ROW_OF_A_ROOM = re.compile(r"^\| `(\w+)` \|.*\| ([\w, ]+) \|$", re.MULTILINE)
MAP = {room: set(may.split(", ")) for room, may in ROW_OF_A_ROOM.findall(page("architecture.md"))}
FOR_ALL = {"records", "vocabulary", "claims", "errors", "harmless"}


def rooms_imported(room: str) -> set[str]:
    """Rooms and modules of `extract` that a room imports."""
    found: set[str] = set()
    for path in (ROOT / "extract" / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found |= {name.split(".")[1] for name in names if name.startswith("extract.")}
    return found - {room}


def test_every_room_of_the_reading_is_in_the_code_map() -> None:
    assert set(MAP) == {path.parent.name for path in (ROOT / "extract").glob("*/__init__.py")}


@pytest.mark.parametrize("room", MAP)
def test_a_room_imports_what_the_code_map_says(room: str) -> None:
    assert rooms_imported(room) <= MAP[room] | FOR_ALL


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_file_that_is_named_is_there(name: str) -> None:
    words = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:extract|store|tui|tests|docs|bench)/[\w./]+)`", words))
    assert [
        path for path in sorted(named) if "NAME" not in path and not (ROOT / path).exists()
    ] == []
