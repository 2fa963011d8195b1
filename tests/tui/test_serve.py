"""The reader in a browser: the seed opens, a key decides, the decision is kept."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.items import State
from store.library import Library

pytest.importorskip("textual_serve")
waits = pytest.importorskip("selenium.webdriver.support.ui")
SEED = Path(__file__).parents[2] / "seeds" / "000_82356d672ab70ae1.txt"
PATIENCE = 40.0
pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    shutil.copy(SEED, folder)
    shutil.copy(SEED.with_suffix(".toml"), folder)
    return folder


@pytest.fixture
def address(reports: Path) -> Iterator[str]:
    """Where the reader is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tui", "serve", str(reports), "--port", str(port)]
    server = subprocess.Popen([*command, "--as", "anna"], stdout=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait()


def accepted(reports: Path) -> int:
    """How many items the file on disk has accepted."""
    kept = Library(reports, "anna").kept("000_82356d672ab70ae1")
    return sum(item.state is State.ACCEPTED for item in kept.items.values())


def test_a_key_in_the_browser_decides(reports: Path, address: str, browser: Any) -> None:
    waiting = waits.WebDriverWait(browser, PATIENCE, ignored_exceptions=[Exception])
    waiting.until(lambda driver: driver.get(address) or driver.current_url == address)
    waiting.until(lambda driver: driver.find_element("css selector", "body.-first-byte"))
    assert "googleapis" not in browser.page_source

    def press_until_decided(driver: Any) -> bool:
        driver.find_element("css selector", ".xterm-helper-textarea").send_keys("a")
        return accepted(reports) > 0

    assert waiting.until(press_until_decided)
