"""Rooms depend one way: tui -> store -> extract. No room reaches inside a room of the rules."""

import ast
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RULES = ROOT / "extract"
RULE_ROOMS = frozenset(
    {"dates", "entities", "events", "attribution", "quantities", "links", "incidents", "checks"}
    | {"accounts", "actors", "geocoding", "victims"}
)
REACHED_INSIDE: dict[tuple[str, str], int] = {}
"""Imports of modules inside a room of rules, by who imports and from which room.

What a room has for others it names in its `__all__`. Numbers here only fall, and lines only go.
"""

HEAVY = {"textual", "rich", "spacy", "trafilatura", "distributed", "cassis"}

EVERY_MODULE = """
import importlib, pkgutil, {room}
for module in pkgutil.walk_packages({room}.__path__, "{room}."):
    importlib.import_module(module.name)
"""


def loaded_by(script: str) -> set[str]:
    """Top-level packages that a fresh interpreter holds after a script."""
    command = [sys.executable, "-c", f"{script}\nimport sys; print(*sys.modules)"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("room", ["extract", "store"])
def test_no_module_below_the_screen_brings_in_the_screen(room: str) -> None:
    assert not loaded_by(EVERY_MODULE.format(room=room)) & (HEAVY | {"tui"})


def test_the_reading_knows_no_database() -> None:
    assert not loaded_by(EVERY_MODULE.format(room="extract")) & {"tinydb", "store"}


@pytest.mark.parametrize("room", ["tui.session", "tui.commands"])
def test_what_keys_do_is_known_without_the_screen(room: str) -> None:
    assert not loaded_by(EVERY_MODULE.format(room=room)) & HEAVY


def test_the_command_line_starts_without_the_screen() -> None:
    assert not loaded_by("import tui.command") & HEAVY


def test_no_room_imports_what_is_inside_a_room_of_rules() -> None:
    files = [
        path
        for folder in ("extract", "store", "tui", "bench", "train")
        for path in (ROOT / folder).rglob("*.py")
    ]
    found = Counter((room_of(path), room) for path in files for room in rooms_entered(path))
    assert {pair: n for pair, n in found.items() if n > REACHED_INSIDE.get(pair, 0)} == {}
    assert set(REACHED_INSIDE) - set(found) == set(), "no longer needed: take the lines out"


def room_of(path: Path) -> str:
    """Room of a file, by its first two folders: "extract.events", "tui.review"."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:2])


def rooms_entered(path: Path) -> Iterator[str]:
    """Rooms of rules that a file imports a module of, past the names the room has for others."""
    for node in ast.walk(ast.parse(path.read_text())):
        for module in modules_imported(node):
            parts = module.split(".")
            room = parts[1] if parts[0] == "extract" and len(parts) > 2 else ""
            if room in RULE_ROOMS and not path.is_relative_to(RULES / room):
                yield room


def modules_imported(node: ast.AST) -> list[str]:
    """Modules that a statement imports, those it names as parts of a package among them."""
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    if not isinstance(node, ast.ImportFrom) or node.module is None:
        return []
    inside = [] if node.module.count(".") > 1 else [f"{node.module}.{n.name}" for n in node.names]
    return [module for module in inside if is_hidden(module)] or [node.module]


def is_hidden(module: str) -> bool:
    """Whether a name of a package is one of its modules, and none of what it has for others."""
    package, _, name = module.rpartition(".")
    folder = ROOT.joinpath(*package.split("."))
    return (folder / f"{name}.py").exists() and name not in names_for_others(folder)


def names_for_others(folder: Path) -> frozenset[str]:
    """What a package lists in `__all__`."""
    for node in ast.parse((folder / "__init__.py").read_text()).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def test_the_contracts_name_every_room_of_rules() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    kept = {
        module.removeprefix("extract.").removesuffix(".*")
        for contract in contracts["contracts"]
        if contract["type"] == "protected"
        for module in contract["protected_modules"]
    }
    assert kept == RULE_ROOMS
