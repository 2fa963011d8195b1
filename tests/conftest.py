"""Tests see none of the developer's own configuration, and no test is timed."""

from collections.abc import Iterator
from pathlib import Path
from shutil import which  # as it is, though tests may put another in its place
from typing import Any

import pytest
from hypothesis import settings

QUIET_BROWSER = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
)
"""A browser that opens no window and asks nothing of the network."""

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no configuration or notes are found or left."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("DATELINE_ANNOTATOR", "COLUMNS", "LINES"):  # a terminal of a test has its own size
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    """Chromium without a window; what needs it is passed over where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver")
    program, driver_program = which("chromium"), which("chromedriver")
    if not program or not driver_program:
        pytest.skip("Chromium and its driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in QUIET_BROWSER:
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path / 'browser'}")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver_program))
    yield driver
    driver.quit()
