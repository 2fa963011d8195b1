"""`dateline add`: a saved page, a file or a web address into a library."""

import re
import tempfile
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import click

from extract.errors import LoadError
from extract.load import load
from extract.load.encodings import page_text
from extract.records import Article
from store.library.adding import add
from tui.cli import options
from tui.telling import say, tell

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


@click.command("add")
@click.argument("source", metavar="URL-OR-FILE")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("."),
    help="Folder of the library (default: this one).",
)
@click.option(
    "--private", is_flag=True, help="Fetch from your own network too, this machine included."
)
@options.published
def command(source: str, into: Path, private: bool, published: date | None) -> int:
    """Turn a web page, saved or at an address, or a text file into a report of a library.

    Title, date and publisher are those that the page states; what had to be guessed is marked so.
    A page that is in the library already is not added again. An address may take a minute and
    20 MB, and leads into your own network only with --private. Web pages need the extra:
    pip install 'dateline[web]'.

    \b
    Examples:
      dateline add https://example.org/report --into reports/
      dateline add saved.html --into reports/ --date 2024-05-03
    """
    article = _article(source, private, published)
    added = add(article, into)
    say(str(added.path))
    for problem in article.problems:
        tell(problem)
    if added.again:
        tell(f"{added.path}: this report is here already; nothing was written")
    elif added.before is not None:
        tell(f"{added.before}: another text from the same address is here; both are kept")
    for name in () if added.again else article.guessed:
        tell(f"{name} was guessed: {getattr(article, name)}")
    return 0


def _article(source: str, private: bool, published: date | None) -> Article:
    if _ADDRESS.fullmatch(source):
        return _fetched(source, private, published)
    other = _OTHER_SCHEME.match(source)
    if other:
        what = f"only http and https addresses are fetched, not '{other[1]}'"
        raise LoadError(what, source, "save the page and add that file")
    return load(Path(source), published=published)


def _fetched(address: str, private: bool, published: date | None) -> Article:
    _check_extra(address)
    from tui.fetching import fetch  # only addresses need the network

    found = fetch(address, private=private)
    text, doubts = page_text(found.data, address, found.encoding)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("page.txt" if found.kind == "text/plain" else "page.html")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8", "replace"))
        try:
            article = load(path, key="page", published=published)
        except LoadError as error:
            raise LoadError(error.what, address, error.then) from None
    problems = tuple(problem.replace(str(path), address) for problem in article.problems)
    return replace(
        article, url=_own_address(article.url, found.address), problems=(*doubts, *problems)
    )


def _own_address(stated: str | None, found: str) -> str:
    """The address that a page states for itself, if it is one of the site it was found on."""
    if stated is None:
        return found
    sites = [(urlsplit(one).hostname or "").removeprefix("www.") for one in (stated, found)]
    return stated if sites[0] == sites[1] else found


def _check_extra(address: str) -> None:
    """Say before anything is fetched that reading it needs what is not installed."""
    if find_spec("trafilatura") is None:
        then = "pip install 'dateline[web]'"
        raise LoadError("web pages need trafilatura", address, then)
