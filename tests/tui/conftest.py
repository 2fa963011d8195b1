"""A library with one report for every test of the screen."""

from pathlib import Path

import pytest
from ferry import make_library

from store.library.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make_library(tmp_path)


@pytest.fixture
def two_articles(tmp_path: Path) -> Library:
    return make_library(tmp_path, "ferry", "twin")


@pytest.fixture(autouse=True)
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """The developer's own clipboard stays as it is."""
    monkeypatch.setattr("shutil.which", lambda name: None)
