"""A page from a web address: whole, bounded in size and time, and never from one's own network.

Every hop's name is resolved here and the connection goes to the address that was looked at, so
that a name cannot answer otherwise the second time.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from typing import NoReturn
from urllib.parse import quote, urljoin, urlsplit

from extract.errors import LoadError

SECONDS = 60.0
"""How long fetching a page may take, from the first name that is asked for to the last byte."""
SILENCE = 15.0
"""How long a server may send nothing."""
LARGEST = 20_000_000
"""Bytes that a page may have."""
HOPS = 10
"""Redirections that are followed."""
_PIECE = 65_536
_MOVED = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    _OFFICE: ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
}
"""Endings of files for the media types that a report may have."""
PAGES = frozenset({*ENDINGS, "application/octet-stream", ""})
"""Media types that are read; those that say nothing go by the end of the address."""
FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml"}
    | {"text/xml", "text/html", "text/plain", ""}
)
"""Media types under which feeds are found."""
_THEN = "save it in a browser and add that file"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address."""

    address: str
    """Where it stood in the end."""
    data: bytes
    kind: str
    """Its media type, such as "text/html"; empty where the server gives none."""
    encoding: str | None
    """The encoding that the server states."""


def fetch(address: str, *, private: bool = False, kinds: frozenset[str] = PAGES) -> Fetched:
    """Return what stands at an address, if it is of one of the media types; from one's own network
    only if `private`.

    Raises:
        LoadError: if there is none, it is not whole, too large or too slow, no text, or it or a
            redirection leads into one's own network.
    """
    with _Watch() as watch:
        try:
            found = _followed(address, watch, private, kinds)
        except LoadError:
            if not watch.over:
                raise
        if watch.over:  # what was ended looks like an answer that ended of itself
            _refuse(address, f"the page is not there after {SECONDS:.0f} seconds")
        return found


def _followed(address: str, watch: "_Watch", private: bool, kinds: frozenset[str]) -> Fetched:
    here = address
    for _ in range(HOPS + 1):
        with _Answer(address, here, watch, private) as answer:
            if answer.moved_to is None:
                return answer.page(kinds)
            try:
                here = urljoin(here, answer.moved_to)
            except ValueError:
                _refuse(address, "it redirects to what is no web address")
    _refuse(address, f"it redirects more than {HOPS} times")


class _Watch:
    """Ends the connection that is open when the time is over: a server that trickles ends too."""

    def __init__(self) -> None:
        self.over = False
        self._until = time.monotonic() + SECONDS
        self._open: socket.socket | None = None
        self._timer = threading.Timer(SECONDS, self._end)
        self._timer.daemon = True

    def __enter__(self) -> "_Watch":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def time_limit(self) -> float:
        """Return the seconds that one answer of the network may take."""
        return max(0.001, min(SILENCE, self._until - time.monotonic()))

    def watch(self, connection: socket.socket) -> socket.socket:
        """Return the connection, from now on the one that is ended."""
        self._open = connection
        if self.over:
            self._end()
        return connection

    def _end(self) -> None:
        self.over = True
        if self._open is not None:
            with suppress(OSError):
                self._open.shutdown(socket.SHUT_RDWR)


class _Answer:
    """The answer of one hop."""

    def __init__(self, asked: str, here: str, watch: _Watch, private: bool) -> None:
        self._asked, self._here = asked, here
        try:
            parts = urlsplit(here)
            host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme, 0)
        except ValueError:
            _refuse(asked, "this is no web address")
        if parts.scheme not in _PORTS or not host:
            _refuse(asked, f"only http and https are followed, not '{parts.scheme}'")
        self._connection = _connected(asked, host, port, parts.scheme == "https", private, watch)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        try:
            self._connection.request(
                "GET",
                f"{path}?{query}" if query else path,
                headers={
                    "User-Agent": "Mozilla/5.0 (Dateline)",
                    "Accept": "text/html,text/plain;q=0.9,*/*;q=0.5",
                    "Accept-Encoding": "gzip, deflate",
                    "Connection": "close",
                },
            )
            self._answer = self._connection.getresponse()
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._connection.close()
            _refuse(asked, f"the page cannot be fetched ({_reason(error)})")

    def __enter__(self) -> "_Answer":
        return self

    def __exit__(self, *_: object) -> None:
        self._answer.close()
        self._connection.close()

    @property
    def moved_to(self) -> str | None:
        """Where the server says that the page is instead."""
        return self._answer.getheader("Location") if self._answer.status in _MOVED else None

    def page(self, kinds: frozenset[str]) -> Fetched:
        """Return what the answer holds.

        Raises:
            LoadError: if it is an error, of the wrong kind, too large, too slow or cut off.
        """
        if self._answer.status != http.client.OK:
            status = f"{self._answer.status} {self._answer.reason}".strip()
            _refuse(self._asked, f"the page cannot be fetched ({status})")
        kind, encoding = _told(self._answer.getheader("Content-Type") or "")
        if kind not in kinds:
            _refuse(self._asked, f"this is {kind[:80]}, not a page")
        data = self._unpacked(self._body())
        return Fetched(self._here, data, kind, encoding)

    def _body(self) -> bytes:
        stated = self._answer.length
        parts: list[bytes] = []
        size = 0
        try:
            while stated is None or size < stated:
                # never all that is stated: as much memory is taken before a byte is there
                part = self._answer.read1(_PIECE if stated is None else min(_PIECE, stated - size))
                if not part:
                    break
                parts.append(part)
                size += len(part)
                self._check(size)
        except http.client.IncompleteRead:
            _refuse(self._asked, "the page was cut off midway", "try again")
        except (OSError, http.client.HTTPException, ValueError) as error:
            _refuse(self._asked, f"the page was cut off midway ({_reason(error)})", "try again")
        if stated is not None and size < stated:
            _refuse(self._asked, f"the page was cut off at {size} of {stated} bytes", "try again")
        return b"".join(parts)

    def _check(self, size: int) -> None:
        if size > LARGEST:
            _refuse(self._asked, f"the page has more than {LARGEST:,} bytes")

    def _unpacked(self, data: bytes) -> bytes:
        packing = (self._answer.getheader("Content-Encoding") or "identity").strip().lower()
        if packing in ("identity", ""):
            return data
        if packing not in ("gzip", "x-gzip", "deflate"):
            _refuse(self._asked, f"the page is packed as {packing}")
        try:
            unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
            plain = unpacker.decompress(data, LARGEST + 1)
        except zlib.error:
            _refuse(self._asked, "the page is packed and cannot be unpacked")
        self._check(len(plain))
        if not unpacker.eof:
            _refuse(self._asked, "the page was cut off midway", "try again")
        return plain


def _told(words: str) -> tuple[str, str | None]:
    """Media type and encoding that a server states; no encoding where it cannot be understood."""
    header = Message()
    header["Content-Type"] = words
    kind = header.get_content_type() if words.strip() else ""
    try:
        return kind, header.get_content_charset()
    except ValueError:  # parts numbered beyond all bounds
        return kind, None


def _connected(
    asked: str, host: str, port: int, secure: bool, private: bool, watch: _Watch
) -> http.client.HTTPConnection:
    """A connection to an address of the host's that may be asked."""
    addresses = _resolved(asked, host, port)
    inner = next((a for a in addresses if not is_public(a)), None)
    if inner is not None and not private:
        what = f"{host} is in your own network ({inner})"
        _refuse(asked, what, "add --private if you mean that")
    trouble: Exception | None = None
    for found in addresses:
        try:
            plain = socket.create_connection((found, port), timeout=watch.time_limit())
        except OSError as error:
            trouble = error
            continue
        try:
            return _over(watch.watch(plain), host, port, secure, watch)
        except (OSError, ValueError) as error:
            plain.close()
            trouble = error
    _refuse(asked, f"the page cannot be fetched ({_reason(trouble or TimeoutError())})")


def _over(
    plain: socket.socket, host: str, port: int, secure: bool, watch: _Watch
) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection(host, port)
    if secure:
        context = ssl.create_default_context()
        wrapped = context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
        plain = watch.watch(wrapped)  # wrapping leaves the socket before it empty
        wrapped.do_handshake()
        connection.default_port = _PORTS["https"]  # the Host header names no other
    connection.auto_open = 0  # never to a name that is looked up again
    connection.sock = plain
    return connection


def _resolved(asked: str, host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        _refuse(asked, f"the page cannot be fetched ({_reason(error)})", "check the address")
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Return whether an IP address, as written, is one of the public internet.

    Addresses of the older kind within the newer count as what they stand for.
    """
    try:
        found = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner is None and found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if int(found) >> 32 == 0 or found.is_site_local:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())[:120]


def _refuse(address: str, what: str, then: str = _THEN) -> NoReturn:
    raise LoadError(what, address, then) from None
