"""`dateline add`: a saved page, a file or a web address into a library."""

import os
import re
import tempfile
from datetime import date
from pathlib import Path

import click

from extract.errors import LoadError
from extract.load import load
from extract.records import Article
from store.adding import add
from tui.commands import options

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
    click.echo(path)
    for name in article.guessed:
        click.echo(f"dateline: {name} was guessed: {getattr(article, name)}", err=True)
    return 0


def _fetched(address: str, published: date | None) -> Article:
    try:
        import trafilatura
    except ImportError:
        raise LoadError(
            "web pages need trafilatura", address, "pip install 'dateline[web]'"
        ) from None
    page = trafilatura.fetch_url(address)
    if not page:
        raise LoadError("the page cannot be fetched", address, "save it in a browser and add that")
    handle, name = tempfile.mkstemp(suffix=".html")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(page)
        return load(Path(name), key="page", published=published)
    finally:
        os.unlink(name)
