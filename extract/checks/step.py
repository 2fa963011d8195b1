"""The step that questions a reading as an attentive reader would."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from extract.checks.page import Page
from extract.doc import Doc
from extract.records import Check, Reading

Checking = Callable[[Page], Iterator[Check]]
_NO_CHECKS = frozenset({"page", "step"})
"""Modules of this folder that hold what the checks share and what runs them."""


def _checks() -> Iterator[Checking]:
    """Yield every public function of the other modules of this folder: each is a check."""
    for found in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if found.name in _NO_CHECKS:
            continue
        module = importlib.import_module(f"{__package__}.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                yield function


CHECKS: tuple[Checking, ...] = tuple(_checks())


def find_checks(doc: Doc, reading: Reading) -> Reading:
    """Find what a reader should question, in the order of the text."""
    page = Page(doc, reading)
    found = sorted((c for check in CHECKS for c in check(page)), key=lambda c: (c.span, c.kind))
    numbered = (replace(check, id=f"c{number}") for number, check in enumerate(found, 1))
    return replace(reading, checks=tuple(numbered))
