"""The reader in a browser: the seed opens, a key decides, and nobody else is let in."""

import asyncio
import contextlib
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from store.items import State
from store.library.library import Library

aiohttp = pytest.importorskip("aiohttp")
pytest.importorskip("textual_serve")
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


class Served:
    """A server as a person would start it."""

    def __init__(self, reports: Path, *words: str) -> None:
        command = [sys.executable, "-m", "tui", "serve", str(reports), "--as", "anna", *words]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1
        )
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline().strip()
        self.address = self.said.removeprefix("Dateline is at ")

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def socket(self) -> str:
        return self.address.replace("http", "ws", 1).replace("/?", "/ws?", 1)

    def children(self) -> list[int]:
        """The readers under way."""
        found = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return [int(line) for line in found.stdout.split()]

    def close(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE)


@pytest.fixture
def served(reports: Path) -> Iterator[Served]:
    """The reader, served on a free port."""
    found = Served(reports, "--port", "0", "--sessions", "2")
    yield found
    found.close()


def status_of(url: str, **headers: str) -> int:
    """What the server answers."""

    async def ask() -> int:
        async with (
            aiohttp.ClientSession() as client,
            client.get(url, headers=headers, allow_redirects=False) as answer,
        ):
            return int(answer.status)

    return asyncio.run(ask())


async def until_text(ws: Any) -> bytes:
    """The first bytes that a reader shows."""
    message = await asyncio.wait_for(ws.receive(), PATIENCE)
    return bytes(message.data)


def accepted(reports: Path) -> int:
    """How many items the file on disk has accepted."""
    kept = Library(reports, "anna").kept("000_82356d672ab70ae1")
    return sum(item.state is State.ACCEPTED for item in kept.items.values())


def test_a_key_in_the_browser_decides(reports: Path, served: Served, browser: Any) -> None:
    waits = pytest.importorskip("selenium.webdriver.support.ui")
    waiting = waits.WebDriverWait(browser, PATIENCE, ignored_exceptions=[Exception])
    browser.get(served.address)
    waiting.until(lambda driver: driver.find_element("css selector", "body.-first-byte"))
    assert "googleapis" not in browser.page_source
    assert "token" not in browser.current_url

    def press_until_decided(driver: Any) -> bool:
        driver.find_element("css selector", ".xterm-helper-textarea").send_keys("a")
        return accepted(reports) > 0

    assert waiting.until(press_until_decided)


def test_a_page_of_another_origin_is_not_let_in(served: Served) -> None:
    assert status_of(served.address) == 302
    for origin in ("http://evil.example", "null", "http://127.0.0.1:1", "http://[", "ftp://x"):
        assert status_of(served.address, Origin=origin) == 403
        assert status_of(served.socket.replace("ws", "http", 1), Origin=origin) == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_a_name_made_to_lead_here_is_not_served(served: Served, host: str) -> None:
    assert status_of(served.address, Host=host) == 403


@pytest.mark.parametrize("path", ["/", "/ws", "/?token=", "/?token=x", "/download/x"])
def test_without_the_token_nothing_is_served(served: Served, path: str) -> None:
    here = f"http://127.0.0.1:{served.port}"
    assert status_of(f"{here}{path}") == 403


def test_a_third_reader_is_told_that_there_is_none_free(served: Served) -> None:
    async def ask() -> bytes:
        async with aiohttp.ClientSession() as client, contextlib.AsyncExitStack() as stack:
            for _ in range(2):
                ws = await stack.enter_async_context(client.ws_connect(served.socket))
                await until_text(ws)
            third = await stack.enter_async_context(client.ws_connect(served.socket))
            return await until_text(third)

    assert b"already serves 2 readers" in asyncio.run(ask())


@pytest.mark.parametrize(
    "poison",
    [
        "nonsense",
        "[]",
        "[1]",
        "{}",
        '["stdin"]',
        '["stdin", 3]',
        '["resize", 7]',
        "[" * 100_000,
        '["stdin", "' + "x" * 300_000 + '"]',
        b"\x00\xff",
    ],
    ids=lambda poison: str(poison)[:12],
)
def test_a_message_that_is_none_ends_its_own_session_only(served: Served, poison: Any) -> None:
    async def ask() -> Any:
        async with aiohttp.ClientSession() as client, client.ws_connect(served.socket) as ws:
            await until_text(ws)
            await (ws.send_bytes(poison) if isinstance(poison, bytes) else ws.send_str(poison))
            async for _ in ws:
                pass
            return ws.close_code

    assert asyncio.run(ask()) in {1003, 1009}
    assert status_of(served.address) == 302


def test_a_giant_screen_is_brought_to_one_that_there_is(served: Served) -> None:
    async def ask() -> int:
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(f"{served.socket}&width=100000&height=100000") as ws,
        ):
            await ws.send_json(["resize", {"width": 10**9, "height": "x"}])
            await ws.send_json(["ping", 7])
            longest = 0
            while True:
                message = await asyncio.wait_for(ws.receive(), PATIENCE)
                longest = max(longest, len(message.data))
                if message.data == '["pong", 7]':
                    return longest

    assert asyncio.run(ask()) < 4_000_000


def ended(readers: list[int]) -> bool:
    """Whether the processes behind the file descriptors end before long; there must be some."""
    return bool(readers) and all(select.select([one], [], [], PATIENCE)[0] for one in readers)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_readers_end_with_their_server(served: Served, number: int) -> None:
    async def ask() -> list[int]:
        async with aiohttp.ClientSession() as client, client.ws_connect(served.socket) as ws:
            await until_text(ws)
            readers = [os.pidfd_open(pid) for pid in served.children()]
            served.process.send_signal(number)
            async for _ in ws:
                pass
            return readers

    readers = asyncio.run(ask())
    served.process.wait(PATIENCE)
    assert ended(readers)


def test_a_reader_ends_with_its_socket(served: Served) -> None:
    async def ask() -> list[int]:
        async with aiohttp.ClientSession() as client, client.ws_connect(served.socket) as ws:
            await until_text(ws)
            return [os.pidfd_open(pid) for pid in served.children()]

    assert ended(asyncio.run(ask()))


def test_a_taken_port_is_named(reports: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "tui", "serve", str(reports), "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(f"dateline: 127.0.0.1:{port}: cannot be listened on (address")
    assert done.stderr.count("\n") == 1


def test_no_token_goes_with_this_machine_only(reports: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "serve", str(reports), "--no-token", "--host", "0.0.0.0"],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 2
    assert "--no-token goes with an address of this machine only" in done.stderr
