"""Tests see none of the developer's own configuration, and no test is timed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from extract import lexicon

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no configuration or notes are found or left."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("DATELINE_ANNOTATOR", raising=False)
    return home


@pytest.fixture(autouse=True)
def shipped_lexicons() -> Iterator[None]:
    """Every test begins with the word lists that ship, whatever the one before has added."""
    yield
    lexicon.use(None)
