"""Pages become reports of a library."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.load import load
from tui.command import dateline

pytest.importorskip("trafilatura")

PAGE = (
    "<html lang='en'><head><title>Market burns in Kayes</title>"
    "<meta property='article:published_time' content='2024-05-03T08:00:00Z'>"
    "<meta property='og:site_name' content='Lakes Post'></head><body><article>"
    "<h1>Market burns in Kayes</h1><p>"
    + "A fire destroyed forty stalls of the market on Thursday night, traders said. " * 4
    + "</p></article></body></html>"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(dateline, ["add", *arguments])


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A server on this machine with one page."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "fire.html").write_text(PAGE)
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_at_an_address_becomes_a_report(site: str, tmp_path: Path) -> None:
    into = tmp_path / "library"
    done = CliRunner().invoke(
        dateline, ["add", "--private", f"{site}/fire.html", "--into", str(into)]
    )
    assert done.exit_code == 0
    article = load(into / "2024-05-03-market-burns-in-kayes.md")
    assert (article.title, article.publisher) == ("Market burns in Kayes", "Lakes Post")
    assert "forty stalls" in article.text


def test_a_page_that_is_there_already_is_told_and_not_written_again(tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    page.write_text(PAGE)
    first, again = (run(str(page), "--into", str(tmp_path / "library")) for _ in range(2))
    assert again.stdout == first.stdout
    assert "this report is here already; nothing was written" in again.stderr
    assert len(list((tmp_path / "library").iterdir())) == 1


def test_another_text_from_the_same_address_is_kept_too_and_told(tmp_path: Path) -> None:
    canonical = "<link rel='canonical' href='https://example.org/fire'></head>"
    for name, page in (("one", PAGE), ("two", PAGE.replace("forty", "fifty"))):
        (tmp_path / f"{name}.html").write_text(page.replace("</head>", canonical))
        done = run(str(tmp_path / f"{name}.html"), "--into", str(tmp_path / "library"))
    assert "another text from the same address is here; both are kept" in done.stderr
    assert len(list((tmp_path / "library").iterdir())) == 2


def test_an_address_without_a_page_is_told(site: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        dateline, ["add", "--private", f"{site}/none.html", "--into", str(tmp_path)]
    )
    assert "cannot be fetched" in str(done.exception)
