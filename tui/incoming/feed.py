"""The reports that an RSS or Atom feed names, through feedparser (extra `dateline[web]`)."""

from collections.abc import Iterator
from datetime import date
from time import struct_time
from typing import Any
from urllib.parse import urljoin

from extract.errors import LoadError
from extract.load.facts import is_possible
from tui.fetching import FEEDS, fetch
from tui.incoming.sources import Source, Wanted, at_address, is_address

_MOST = 1000
"""Entries of a feed that are looked at."""
_THEN = "check the address in a browser"


def sources_in(address: str, wanted: Wanted) -> Iterator[Source | LoadError]:
    """Yield the pages that a feed names, newest first as feeds have them.

    Raises:
        LoadError: if it cannot be fetched, or is no feed.
    """
    try:
        import feedparser
    except ImportError:
        raise LoadError("feeds need feedparser", address, "pip install 'dateline[web]'") from None
    found = fetch(address, private=wanted.private, kinds=FEEDS)
    try:
        feed = feedparser.parse(found.data)  # bytes: it fetches nothing itself
    except Exception as error:  # of words that are no feed anything may come
        raise LoadError(f"no feed ({type(error).__name__})", address, _THEN) from None
    if not feed.entries and not feed.get("version"):
        raise LoadError("no feed: neither RSS nor Atom", address, _THEN)
    for entry in feed.entries[:_MOST]:
        yield _source(entry, found.address, wanted)
    if len(feed.entries) > _MOST:
        yield LoadError(f"only its first {_MOST} entries are looked at", address)


def _source(entry: Any, feed: str, wanted: Wanted) -> Source | LoadError:
    try:
        link = urljoin(feed, str(entry.get("link") or ""))
    except ValueError:
        link = ""
    if not entry.get("link") or not is_address(link):
        title = " ".join(str(entry.get("title") or "").split())[:80]
        return LoadError(f"an entry without an address: '{title}'", feed)
    return at_address(link, wanted, _day(entry.get("published_parsed")))


def _day(found: struct_time | None) -> date | None:
    """The day of an entry, in universal time as feeds are read."""
    try:
        day = date(*found[:3]) if found else None
    except ValueError:
        return None
    return day if day and is_possible(day) else None
