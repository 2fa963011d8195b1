"""A report fetched from an address, whatever kind of file stands there."""

import tempfile
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from extract.errors import LoadError
from extract.load import load
from extract.load.apart import convert_apart
from extract.load.encodings import page_text
from extract.records import Article
from tui.fetching import ENDINGS, Fetched, fetch


def fetched(
    address: str, private: bool, published: date | None = None, told: date | None = None
) -> Article:
    """Return the report at an address.

    `published` goes over the day that it states, and that over the day `told` by a feed.

    Raises:
        LoadError: if it cannot be fetched or read.
    """
    _check_extra(address)
    found = fetch(address, private=private)
    article = _loaded(found, address, published)
    if told and (article.published is None or "published" in article.guessed):
        guessed = tuple(name for name in article.guessed if name != "published")
        article = replace(article, published=told, guessed=guessed)
    return replace(article, url=_own_address(article.url, found.address))


def _loaded(found: Fetched, address: str, published: date | None) -> Article:
    ending = ENDINGS.get(found.kind) or _ending_of(found.address)
    data = found.data
    doubts: tuple[str, ...] = ()
    if ending in (".html", ".txt", ".md"):
        text, doubts = page_text(data, address, found.encoding)
        data = b"\xef\xbb\xbf" + text.encode("utf-8", "replace")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"page{ending}"
        path.write_bytes(data)
        try:
            article = load(path, key="page", published=published, converted=convert_apart)
        except LoadError as error:
            raise LoadError(error.what, address, error.then) from None
    problems = (problem.replace(str(path), address) for problem in article.problems)
    return replace(article, problems=(*doubts, *problems))


def _ending_of(address: str) -> str:
    """The ending of a file that the server calls no more than a file."""
    ending = Path(urlsplit(address).path).suffix.lower()
    return ending if ending in ENDINGS.values() else ".html"


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
