"""What is fetched comes whole, in time, and from where it was asked for."""

import contextlib
import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui import fetching
from tui.command import dateline

pytest.importorskip("trafilatura")

PAGE = (
    "<html><head><title>Market burns</title></head><body><article><h1>Market burns</h1><p>"
    + "A fire destroyed forty stalls of the market on Thursday night, traders said. " * 4
    + "</p></article></body></html>"
).encode()
Serve = Callable[..., str]


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()


def whole(body: bytes, kind: str = "text/html", *lines: str) -> bytes:
    return head(f"Content-Type: {kind}", f"Content-Length: {len(body)}", *lines) + body


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves the answers, one a connection, as they stand; each piece when the last was taken."""
    with contextlib.ExitStack() as stack:

        def start(*answers: Iterator[bytes] | bytes) -> str:
            server = stack.enter_context(socket.create_server(("127.0.0.1", 0)))

            def talk() -> None:
                with contextlib.suppress(OSError):
                    for answer in answers:
                        connection, _ = server.accept()
                        with connection, contextlib.suppress(OSError):
                            connection.recv(65_536)
                            for piece in [answer] if isinstance(answer, bytes) else answer:
                                connection.sendall(piece)

            threading.Thread(target=talk, daemon=True).start()
            return f"http://127.0.0.1:{server.getsockname()[1]}/a"

        yield start


def add(address: str, folder: Path, *more: str) -> Result:
    return CliRunner().invoke(dateline, ["add", address, "--into", str(folder), *more])


def refused(address: str, folder: Path, *more: str) -> str:
    """Why nothing was added; checks that nothing was left behind."""
    done = add(address, folder, *more)
    assert done.exit_code != 0
    assert not folder.exists() or not list(folder.iterdir())
    assert "\n" not in str(done.exception)
    return str(done.exception)


ANSWERS = {
    "cut off before the length it states": (
        head("Content-Type: text/html", f"Content-Length: {len(PAGE) + 9}") + PAGE,
        "the page was cut off",
    ),
    "cut off between chunks": (
        head("Content-Type: text/html", "Transfer-Encoding: chunked")
        + f"{len(PAGE):x}\r\n".encode()
        + PAGE
        + b"\r\n",
        "the page was cut off",
    ),
    "cut off within a chunk": (
        head("Content-Type: text/html", "Transfer-Encoding: chunked") + b"fff\r\n<html><p>half",
        "the page was cut off",
    ),
    "cut off within what is packed": (
        head("Content-Type: text/html", "Content-Encoding: gzip") + gzip.compress(PAGE)[:-9],
        "the page was cut off",
    ),
    "a picture": (whole(b"\x89PNG", "image/png"), "this is image/png, not a page"),
    "half a PDF": (whole(b"%PDF-1.4 x", "application/pdf"), "no PDF, or a damaged one"),
    "a film": (whole(b"x", "video/mp4"), "this is video/mp4, not a page"),
    "a document called a page": (whole(b"%PDF-1.4 x"), "not a text file but a PDF"),
    "nothing": (whole(b""), "empty"),
    "no page there": (head(status="404 Not Found"), "404 Not Found"),
    "no such protocol": (b"hello\r\n\r\n", "cannot be fetched"),
    "to a file": (head("Location: file:///etc/hosts", status="302 Found"), "not 'file'"),
    "to another scheme": (head("Location: ftp://a.example/x", status="301 Moved"), "not 'ftp'"),
    "to an address that ends midway": (head("Location: http://[", status="302 Found"), "no web"),
    "to a bracket": (head("Location: //]x", status="302 Found"), "no web address"),
    "longer than any memory, it states": (
        head("Content-Type: text/html", f"Content-Length: {10**15}") + PAGE,
        "the page was cut off",
    ),
    "encoded as names of hosts are": (whole(PAGE, "text/html; charset=idna"), "no encoding"),
    "encoded as source code is": (whole(PAGE, "text/html; charset=unicode_escape"), "no encoding"),
    "encoded as no browser reads": (whole(PAGE, "text/html; charset=utf-7"), "no encoding"),
    "packed as nobody knows": (whole(PAGE, "text/html", "Content-Encoding: x-odd"), "packed as"),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_what_is_no_whole_page_is_refused_in_one_line(
    serve: Serve, tmp_path: Path, kind: str
) -> None:
    answer, why = ANSWERS[kind]
    assert why in refused(serve(answer), tmp_path / "library", "--private")


def test_an_encoding_that_is_stated_beyond_all_bounds_is_passed_over(
    serve: Serve, tmp_path: Path
) -> None:
    address = serve(whole(PAGE, f"text/html; charset*{'9' * 5000}=x"))
    assert add(address, tmp_path, "--private").exit_code == 0


def test_a_page_without_end_is_refused(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 100_000)

    def endless() -> Iterator[bytes]:
        yield head("Content-Type: text/html")
        while True:
            yield b"<p>more and more</p>" * 100

    assert "more than 100,000 bytes" in refused(serve(endless()), tmp_path / "lib", "--private")


def test_a_packed_page_that_grows_without_end_is_refused(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 100_000)
    bomb = whole(gzip.compress(b"a" * 5_000_000), "text/html", "Content-Encoding: gzip")
    assert "more than 100,000 bytes" in refused(serve(bomb), tmp_path / "lib", "--private")


@pytest.mark.parametrize("first", [head("Content-Type: text/html"), b"HTTP/1.1 200 OK\r\nX-A: "])
def test_a_server_that_trickles_is_left_when_the_time_is_over(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bytes
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.3)
    taken = threading.Event()

    def trickle() -> Iterator[bytes]:
        yield first
        while not taken.wait(0.02):
            yield b"a"

    why = refused(serve(trickle()), tmp_path / "library", "--private")
    taken.set()
    assert "the page is not there after" in why


def test_redirections_without_end_are_refused(serve: Serve, tmp_path: Path) -> None:
    again = head("Location: /a", "Content-Length: 0", status="302 Found")
    why = refused(serve(*[again] * 20), tmp_path / "library", "--private")
    assert "redirects more than 10 times" in why


@pytest.mark.parametrize("packing", [None, "gzip"])
def test_a_redirected_page_keeps_the_address_it_was_found_at(
    serve: Serve, tmp_path: Path, packing: str | None
) -> None:
    body = gzip.compress(PAGE) if packing else PAGE
    lines = [f"Content-Encoding: {packing}"] if packing else []
    address = serve(
        head("Location: /b?c=1", "Content-Length: 0", status="302 Found"),
        whole(body, "text/html", *lines),
    )
    done = add(address, tmp_path, "--private")
    assert done.exit_code == 0
    assert address.replace("/a", "/b?c=1") in (tmp_path / "market-burns.md").read_text()


def test_the_encoding_that_the_server_states_is_read(serve: Serve, tmp_path: Path) -> None:
    page = PAGE.decode().replace("stalls", "étals").encode("cp1252")
    add(serve(whole(page, "text/html; charset=windows-1252")), tmp_path, "--private")
    assert "forty étals" in (tmp_path / "market-burns.md").read_text(encoding="utf-8")


INNER = ["127.0.0.1", "127.9.9.9", "10.0.0.8", "172.16.3.1", "192.168.1.1", "169.254.169.254"]
INNER += ["0.0.0.0", "100.64.0.1", "::1", "fc00::1", "fd12::9", "fe80::1", "::ffff:127.0.0.1", "::"]
INNER += ["::ffff:10.1.1.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1", "255.255.255.255"]
INNER += ["::127.0.0.1", "fe80::1%lo", "ff02::1", "fec0::1", "no address"]


@pytest.mark.parametrize("address", INNER)
def test_an_address_of_ones_own_network_is_not_public(address: str) -> None:
    assert not fetching.is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "172.15.0.1"])
def test_other_addresses_are_public(address: str) -> None:
    assert fetching.is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0", "2130706433", "127.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_ones_own_network_is_refused_however_it_is_written(tmp_path: Path, host: str) -> None:
    assert "own network" in refused(f"http://{host}:9/", tmp_path / "library")


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Names stand for these addresses, one a question; what was asked and then connected to."""
    left, seen = list(answers), []

    def getaddrinfo(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        seen.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (left.pop(0), port))]

    def connect(place: tuple[str, int], timeout: float) -> socket.socket:
        seen.append(place[0])
        raise OSError(111, "refused")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket, "create_connection", connect)
    return seen


def test_a_name_that_stands_for_ones_own_network_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = resolving(monkeypatch, "10.0.0.1")
    assert "own network" in refused("http://intra.example/", tmp_path / "library")
    assert seen == ["intra.example"]


def test_the_connection_goes_to_the_address_that_was_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = resolving(monkeypatch, "93.184.216.34", "127.0.0.1")
    refused("http://changing.example/", tmp_path / "library")
    assert seen == ["changing.example", "93.184.216.34"]


def test_a_redirection_into_ones_own_network_is_refused(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = serve(head("Location: http://127.0.0.2/b", status="302 Found"))
    public = fetching.is_public
    monkeypatch.setattr(fetching, "is_public", lambda a: a == "127.0.0.1" or public(a))
    assert "127.0.0.2 is in your own network" in refused(inner, tmp_path / "library")


@pytest.mark.parametrize("scheme", ["ftp", "file", "gopher", "FILE"])
def test_other_schemes_are_refused(tmp_path: Path, scheme: str) -> None:
    why = refused(f"{scheme}://a.example/etc/hosts", tmp_path / "library")
    assert "only http and https" in why


TITLES = [
    "../../etc/passwd",
    ".hidden",
    "a/b\\c",
    "a\x07\x1bb\nc",
    "con",
    "README",
    "...",
    "é" * 400,
]
TITLES += ["war " * 200, "", " ", "戰爭" * 200, "-rf", "a:b*c?d"]


@pytest.mark.parametrize("title", TITLES)
def test_the_name_of_a_file_made_from_a_title_is_safe(tmp_path: Path, title: str) -> None:
    from extract.load import from_text
    from extract.load.facts import Facts
    from store.library.adding import file_name

    name = file_name(from_text("Words.", key="k", facts=Facts(title=title)))
    assert 0 < len(name.encode()) <= 100
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in name)
    assert name not in ("con", "readme")
    assert not name.startswith("-")
