"""Many reports at once: lists, folders, feeds, mailboxes, folders that are watched."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.load import load
from tui.command import dateline
from tui.incoming import watching

pytest.importorskip("trafilatura")
pytest.importorskip("feedparser")

WORDS = "A fire destroyed forty stalls of the market in {} on Thursday night, traders said. "


def page(town: str) -> str:
    return (
        f"<html><head><title>Market burns in {town}</title></head><body><article>"
        f"<h1>Market burns in {town}</h1><p>{WORDS.format(town) * 4}</p></article></body></html>"
    )


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Lakes Post</title>
<item><title>One</title><link>{site}/kayes</link>
<pubDate>Thu, 02 May 2024 21:00:00 GMT</pubDate></item>
<item><title>Two</title><link>/segou#top</link></item>
<item><title>A note without a page</title></item>
<item><title>Three</title><link>{site}/gone</link></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lakes Post</title>
<entry><title>One</title><link href="{site}/kayes"/>
<published>2024-05-02T21:00:00Z</published></entry>
</feed>"""


class Site:
    """Pages of towns, two feeds, and what was asked for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.asked: list[str] = []

    def answer(self, path: str) -> tuple[int, str, str]:
        self.asked.append(path)
        if path in ("/rss", "/atom"):
            feed = RSS if path == "/rss" else ATOM
            return 200, "application/xml", feed.format(site=self.address)
        if path in ("/kayes", "/segou"):
            return 200, "text/html", page(path[1:].title())
        return 404, "text/html", "gone"


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, words = found.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(words)))
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found = Site(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield found
        server.shutdown()
        thread.join()


def add(folder: Path, *arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(
        dateline,
        ["add", "--private", "--into", str(folder), *arguments],
        input=given,
        standalone_mode=False,
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.md"))


def lines(result: Result) -> list[str]:
    return [line.removeprefix("dateline: ") for line in result.stderr.splitlines()]


def test_what_fails_is_listed_at_the_end_and_the_others_are_added(
    site: Site, tmp_path: Path
) -> None:
    text = tmp_path / "note.txt"
    text.write_text("Shelling in Oshkara\n\nFour people were killed, the mayor said.\n")
    wanted = [f"{site.address}/kayes", str(tmp_path / "none.txt"), str(text), "ftp://a.example/x"]
    done = add(tmp_path / "lib", *wanted)
    assert done.return_value == 1
    assert names(tmp_path / "lib") == ["market-burns-in-kayes.md", "shelling-in-oshkara.md"]
    *_, count, first, second = lines(done)
    assert count == "2 of 4 could not be added:"
    assert first.startswith(f"{tmp_path / 'none.txt'}: no such file")
    assert second.startswith("ftp://a.example/x: only http and https")
    assert len(done.stdout.splitlines()) == 2


def test_no_address_is_fetched_twice(site: Site, tmp_path: Path) -> None:
    address = f"{site.address}/kayes"
    add(tmp_path, address, f"{address}#end", address)
    again = add(tmp_path, address)
    assert site.asked == ["/kayes"]
    assert "fetched before, so not again" in again.stderr
    assert again.return_value == 0
    add(tmp_path, "--again", address)
    assert site.asked == ["/kayes", "/kayes"]
    assert len(names(tmp_path)) == 1


@pytest.mark.parametrize("way", ["a file", "a pipe"])
def test_a_list_names_one_source_a_line(site: Site, tmp_path: Path, way: str) -> None:
    text = f"# towns\n\n{site.address}/kayes\n  {site.address}/segou\n"
    (tmp_path / "towns.txt").write_text(text)
    add(
        tmp_path / "lib",
        "--from",
        *([str(tmp_path / "towns.txt")] if way == "a file" else ["-"]),
        given=text,
    )
    assert len(names(tmp_path / "lib")) == 2


def test_the_pages_of_a_feed_are_added_and_the_rest_is_named(site: Site, tmp_path: Path) -> None:
    done = add(tmp_path, "--feed", f"{site.address}/rss")
    assert names(tmp_path) == ["2024-05-02-market-burns-in-kayes.md", "market-burns-in-segou.md"]
    told = load(tmp_path / names(tmp_path)[0])
    assert (str(told.published), told.guessed) == ("2024-05-02", ())
    assert lines(done)[-3:] == [
        "2 of 4 could not be added:",
        f"{site.address}/rss: an entry without an address: 'A note without a page'",
        f"{site.address}/gone: the page cannot be fetched (404 Not Found); save it in a browser "
        "and add that file",
    ]
    more = add(tmp_path, "--feed", f"{site.address}/atom")
    assert more.return_value == 0
    assert site.asked.count("/kayes") == 1


@pytest.mark.parametrize(
    ("address", "why"), [("/kayes", "no feed"), ("/none", "404"), ("feed.xml", "no web address")]
)
def test_what_is_no_feed_is_told(site: Site, tmp_path: Path, address: str, why: str) -> None:
    whole = address if address == "feed.xml" else site.address + address
    done = add(tmp_path, "--feed", whole)
    assert why in done.stderr
    assert done.return_value == 1


def test_a_feed_in_ones_own_network_is_refused(site: Site, tmp_path: Path) -> None:
    arguments = ["add", "--into", str(tmp_path), "--feed", f"{site.address}/rss"]
    assert "in your own network" in CliRunner().invoke(dateline, arguments).stderr
    assert site.asked == []


MAILBOX = b"""From a@b.example Thu May  2 21:00:00 2024
From: Desk <a@b.example>
Subject: Fire in Kayes
Date: Thu, 02 May 2024 21:00:00 +0000

Forty stalls burned on Thursday.
>From the mayor nothing was heard.

From nobody
no head at all

From c@d.example Fri May  3 21:00:00 2024
From: c@d.example
Subject: Fire in Segou
Date: Fri, 03 May 2024 21:00:00 +0000

Ten stalls burned.
"""


def test_each_mail_of_a_mailbox_is_a_report(tmp_path: Path) -> None:
    pytest.importorskip("markdownify")
    box = tmp_path / "desk.mbox"
    box.write_bytes(MAILBOX)
    done = add(tmp_path / "lib", str(box))
    assert names(tmp_path / "lib") == ["2024-05-02-fire-in-kayes.md", "2024-05-03-fire-in-segou.md"]
    text = load(tmp_path / "lib" / "2024-05-02-fire-in-kayes.md").text
    assert "From the mayor nothing was heard." in text
    assert ">From" not in text
    assert lines(done)[-1].startswith(f"{box}, mail 2: no mail")


def test_what_is_no_mailbox_is_told(tmp_path: Path) -> None:
    box = tmp_path / "desk.mbox"
    with box.open("wb") as file:
        file.truncate(1 << 30)
    assert "no mailbox" in str(add(tmp_path / "lib", str(box)).exception)


def test_a_folder_brings_all_its_reports(tmp_path: Path) -> None:
    for name in ("a/one.txt", "b/two.md"):
        path = tmp_path / "sent" / name
        path.parent.mkdir(parents=True)
        path.write_text(f"Fire in {name[2:5]}\n\nStalls burned on Thursday.\n")
    (tmp_path / "sent" / "self").symlink_to(tmp_path / "sent")
    done = add(tmp_path / "lib", str(tmp_path / "sent"))
    assert len(names(tmp_path / "lib")) == 2
    assert "a link to a folder that is listed already, so passed over" in done.stderr


LOOKS: dict[str, tuple[list[set[tuple[int, str]]], list[str]]] = {
    "a file that is there": ([{(1, "/a.txt")}, set()], ["/a.txt"]),
    "a file that grows": ([{(1, "/a.txt")}, {(2, "/a.txt")}, set(), set()], ["/a.txt"]),
    "a file that goes": ([{(1, "/a.txt")}, {(3, "/a.txt")}, set()], []),
    "no report": ([{(1, "/a.tmp"), (1, "/.a.txt")}, set()], []),
    "one that is written over": ([{(1, "/a.txt")}, set(), {(2, "/a.txt")}, set()], ["/a.txt"] * 2),
}


@pytest.mark.parametrize("kind", LOOKS)
def test_a_file_is_taken_when_it_does_not_change_any_more(kind: str) -> None:
    looks, taken = LOOKS[kind]
    assert [str(path) for path in watching.come_to_rest(looks)] == taken


def test_what_comes_into_a_watched_folder_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "old.txt").write_text("Fire in Kayes\n\nForty stalls burned on Thursday.\n")

    def changes(folder: Path) -> watching.Changes:
        path = folder / "new.txt"
        for words in ("Ten stalls burned.", "Twelve stalls burned."):
            path.write_text(f"Fire in Segou\n\n{words}\n")
            yield {(1, str(path))}
            yield set()

    monkeypatch.setattr(watching, "changes_in", changes)
    done = add(tmp_path / "lib", "--watch", str(inbox))
    assert done.return_value == 0
    assert names(tmp_path / "lib") == ["fire-in-kayes.md", "fire-in-segou-2.md", "fire-in-segou.md"]


def test_nothing_to_add_is_a_wrong_call(tmp_path: Path) -> None:
    assert "nothing to add" in str(add(tmp_path).exception)
    assert "the library itself" in str(add(tmp_path, "--watch", str(tmp_path)).exception)
