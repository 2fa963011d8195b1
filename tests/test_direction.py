"""Rooms depend one way: tui -> store -> extract."""

import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "spacy", "trafilatura", "distributed")


def loaded_by(module: str) -> set[str]:
    """Top-level packages that a fresh interpreter holds after importing the module."""
    script = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["extract.pipeline", "store.wording", "tui.command"])
def test_nothing_below_the_screen_brings_in_the_screen(module: str) -> None:
    assert not loaded_by(module).intersection(HEAVY)


def test_the_reading_knows_no_database() -> None:
    assert not loaded_by("extract.pipeline").intersection({"tinydb", "store", "tui"})


def test_the_store_knows_no_screen() -> None:
    assert "tui" not in loaded_by("store.wording")
