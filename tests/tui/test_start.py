"""What may be loaded before the report stands on the screen, and before the program does."""

import subprocess
import sys
from functools import cache

import pytest

STANDARD = frozenset(sys.stdlib_module_names)
OURS = {"extract", "store", "tui"}
FIRST_LOOK = OURS | {"tinydb", "filelock", "msgspec", "platformdirs", "rich", "typing_extensions"}
"""Beside the standard library, what opening a report and its notes takes; of rich the widths."""
SCREEN = {"textual", "pygments", "markdown_it", "mdurl"}
LATER = (
    "extract.pipeline", "extract.tagger", "extract.quantities", "extract.dates",
    "extract.gazetteer",
    "store.anchoring.reanchoring", "store.anchoring.alignment",
    "rapidfuzz", "pycrfsuite", "yaml", "multiprocessing",
    "tui.screens.queue", "tui.screens.help", "spacy",
)  # fmt: skip
"""What a reading, a changed report or another screen needs, and the first screen does not."""


@cache
def loaded_by(module: str) -> frozenset[str]:
    """Modules that a fresh interpreter holds after importing one."""
    script = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    return frozenset(done.stdout.split())


def foreign(modules: frozenset[str]) -> set[str]:
    """Packages beside the standard library, compiled parts left out."""
    tops = {name.partition(".")[0] for name in modules}
    return {top for top in tops - STANDARD if not top.startswith("_")}


def test_the_first_look_loads_what_opening_a_report_takes() -> None:
    assert foreign(loaded_by("tui.start")) <= FIRST_LOOK


def test_the_screen_loads_textual_beside_that() -> None:
    assert foreign(loaded_by("tui.app")) <= FIRST_LOOK | SCREEN


@pytest.mark.parametrize("later", LATER)
def test_nothing_is_loaded_that_only_later_screens_need(later: str) -> None:
    assert later not in loaded_by("tui.app")
