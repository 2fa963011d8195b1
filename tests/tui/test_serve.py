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
webdriver = pytest.importorskip("selenium.webdriver")
waits = pytest.importorskip("selenium.webdriver.support.ui")
if not shutil.which("chromium") or not shutil.which("chromedriver"):
    pytest.skip("Chromium and its driver are not installed", allow_module_level=True)

SEED = Path(__file__).parents[2] / "seeds" / "000_82356d672ab70ae1.txt"
PATIENCE = 40.0
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
)

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


@pytest.fixture
def browser() -> Iterator[Any]:
    """Chromium without a window, on this machine's network alone."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in QUIET:
        options.add_argument(flag)
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


def accepted(reports: Path) -> int:
    """How many items the file on disk has accepted."""
    kept = Library(reports, "anna").kept("000_82356d672ab70ae1")
    return sum(item.state is State.ACCEPTED for item in kept.items.values())


def test_a_key_in_the_browser_decides(reports: Path, address: str, browser: Any) -> None:
    waiting = waits.WebDriverWait(browser, PATIENCE, ignored_exceptions=[Exception])
    waiting.until(lambda driver: driver.get(address) or "Dateline" in driver.title)
    waiting.until(lambda driver: driver.find_element("css selector", ".xterm-helper-textarea"))
    waiting.until(lambda driver: driver.find_element("css selector", "body.-first-byte"))
    assert "googleapis" not in browser.page_source

    def press_until_decided(driver: Any) -> bool:
        webdriver.ActionChains(driver).send_keys("]a").perform()
        return accepted(reports) > 0

    assert waiting.until(press_until_decided)
