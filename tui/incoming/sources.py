"""What the words on the command line stand for: reports that can be got, one after the other."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from extract.errors import LoadError
from extract.load import load, walk
from extract.load.apart import convert_apart
from extract.records import Article
from tui.incoming import mailbox

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
LARGEST_LIST = 5_000_000
"""Bytes of a list of sources."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report that is to be added."""

    name: str
    get: Callable[[], Article]
    """Gets it; raises LoadError where that fails."""
    address: str | None = None
    """Where it is fetched from."""

    @property
    def same(self) -> str:
        """What it has in common with a source that is the same."""
        return same_address(self.address) if self.address else self.name


@dataclass(frozen=True, slots=True)
class Wanted:
    """How sources are read."""

    private: bool = False
    """Addresses of one's own network are fetched too."""
    published: date | None = None


def same_address(address: str) -> str:
    """Return an address as it is the same page: without a mark within the page, the host in small
    letters."""
    whole = urldefrag(address)[0]
    try:
        parts = urlsplit(whole)
        return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()).geturl()
    except ValueError:
        return whole


def is_address(words: str) -> bool:
    """Return whether words are an address of the web."""
    return _ADDRESS.fullmatch(words) is not None


def sources_of(words: Iterable[str], wanted: Wanted) -> Iterator[Source | LoadError]:
    """Yield what each of the words stands for, or why it stands for nothing."""
    for word in words:
        try:
            yield from _sources(word, wanted)
        except LoadError as error:
            yield error


def _sources(word: str, wanted: Wanted) -> Iterator[Source | LoadError]:
    path = Path(word)
    if is_address(word):
        yield at_address(word, wanted)
    elif other := _OTHER_SCHEME.match(word):
        what = f"only http and https addresses are fetched, not '{other[1]}'"
        raise LoadError(what, word, "save the page and add that file")
    elif path.is_dir():
        found = walk(path)
        yield from (in_file(one, wanted) if isinstance(one, Path) else one for one in found)
    elif path.suffix.lower() == ".mbox":
        for name, get in mailbox.mails(path, wanted.published):
            yield Source(name, get)
    else:
        yield in_file(path, wanted)


def in_file(path: Path, wanted: Wanted) -> Source:
    """Return the report in a file."""
    return Source(
        str(path), partial(load, path, published=wanted.published, converted=convert_apart)
    )


def at_address(address: str, wanted: Wanted, told: date | None = None) -> Source:
    """Return the report at an address; `told` is its day by the feed that names it."""
    from tui.incoming.page import fetched  # only addresses need the network

    get = partial(fetched, address, wanted.private, wanted.published, told)
    return Source(address, get, address)


def listed(text: str) -> list[str]:
    """Return the sources in a list, a line each; empty lines and those that begin with # are
    none."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
