"""A library with one report for every test of the screen."""

from pathlib import Path

import pytest
from ferry import make_library

from store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make_library(tmp_path)
