"""A reviewed library for the tests of formats that come back."""

from pathlib import Path

import pytest
from quay import review


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one report, reviewed by anna in every way."""
    path = tmp_path / "library"
    path.mkdir()
    review(path)
    return path
