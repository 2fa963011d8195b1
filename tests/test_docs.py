"""The handbook says what the program does: every key, command, export and check has its place."""

import ast
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
