"""Rooms depend one way: tui -> store -> extract."""

import subprocess
import sys

import pytest

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


def test_the_command_line_starts_without_the_screen() -> None:
    assert not loaded_by("import tui.command") & HEAVY
