"""`dateline add`: a saved page, a file or a web address into a library."""

import re
import tempfile
import urllib.request
from dataclasses import replace
from datetime import date
from http.client import HTTPException
from pathlib import Path

import click

from extract.errors import LoadError
from extract.load import load
from extract.records import Article
from store.adding import add
from tui.commands import options
from tui.telling import say

SECONDS = 30.0
"""How long an address may take to answer."""
LARGEST = 20_000_000
"""Bytes that are read of a page at most."""
_ADDRESS = re.compile(r"https?://\S+")


@click.command("add")
@click.argument("source", metavar="URL-OR-FILE")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("."),
    help="Folder of the library (default: this one).",
)
@options.published
def command(source: str, into: Path, published: date | None) -> int:
    """Turn a web page, saved or at an address, or a text file into a report of a library.

    Title, date and publisher are those that the page states; what had to be guessed is marked so.
    Web pages need the extra: pip install 'dateline[web]'.

    \b
    Examples:
      dateline add https://example.org/report --into reports/
      dateline add saved.html --into reports/ --date 2024-05-03
    """
    if _ADDRESS.fullmatch(source):
        article = _fetched(source, published)
    else:
        article = load(Path(source), published=published)
    path = add(article, into)
    say(str(path))
    for name in article.guessed:
        say(f"dateline: {name} was guessed: {getattr(article, name)}", err=True)
    return 0


def _fetched(address: str, published: date | None) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(_page_at(address), encoding="utf-8", errors="replace")
        try:
            article = load(path, key="page", published=published)
        except LoadError as error:
            raise LoadError(error.what, address, error.then) from None
    return article if article.url else replace(article, url=address)


def _page_at(address: str) -> str:
    """The page at an address, decoded as it says of itself.

    Raises:
        LoadError: if there is none, or reading it needs what is not installed.
    """
    try:
        from trafilatura.utils import decode_file
    except ImportError:
        raise LoadError(
            "web pages need trafilatura", address, "pip install 'dateline[web]'"
        ) from None
    request = urllib.request.Request(address, headers={"User-Agent": "Mozilla/5.0 (Dateline)"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return str(decode_file(answer.read(LARGEST)))
    except (OSError, HTTPException) as error:
        what = f"the page cannot be fetched ({error})"
        raise LoadError(what, address, "save it in a browser and add that file") from None
