"""Who may speak to the server: whoever holds its token, from its own page, by its own address.

As Jupyter does it: a random token in the address that is printed; Origin and Host are checked, so
that no page of another site (cross-site WebSocket hijacking) and no name that is made to resolve
to this machine (DNS rebinding) reaches it.
"""

import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

_HOME = frozenset({"localhost", "127.0.0.1", "::1"})
_SEALED = {
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Guard:
    """Lets in what has the token and comes from the server's own page."""

    def __init__(self, host: str, port: int, token: str | None) -> None:
        """Without a token only where a request comes from and where it goes to is looked at."""
        self._host = host
        self._token = token
        self._cookie = f"dateline-{port}"

    @web.middleware
    async def admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Return the answer to a request, or in one line why it is refused."""
        if not self._is_for_us(request):
            raise web.HTTPForbidden(text="dateline: this address is not served here\n")
        if not self._is_from_us(request):
            raise web.HTTPForbidden(text="dateline: pages of other sites are not let in\n")
        if not (request.path.startswith("/static/") or self._knows_token(request)):
            raise web.HTTPForbidden(
                text="dateline: open the whole address that `dateline serve` printed\n"
            )
        if self._token and request.path == "/" and "token" in request.query:
            return self._remembering(web.HTTPFound("/"))
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_SEALED)
        return response

    def _remembering(self, response: web.Response) -> web.Response:
        """With the token as a cookie of the session, so that it does not stay in the address."""
        assert self._token is not None
        response.set_cookie(self._cookie, self._token, httponly=True, samesite="Lax")
        response.headers.update(_SEALED)
        return response

    def _is_for_us(self, request: web.Request) -> bool:
        name = _name_in(f"//{request.headers.get('Host', '')}")
        return name is not None and (name in _HOME or name == self._host or _is_number(name))

    def _is_from_us(self, request: web.Request) -> bool:
        origin = request.headers.get("Origin")
        host = request.headers.get("Host")
        return origin is None or origin in (f"http://{host}", f"https://{host}")

    def _knows_token(self, request: web.Request) -> bool:
        if self._token is None:
            return True
        said = request.query.get("token") or request.cookies.get(self._cookie) or ""
        return secrets.compare_digest(said.encode("utf-8", "replace"), self._token.encode())


def is_of_this_machine(host: str) -> bool:
    """Return whether only this machine can reach an address to listen on."""
    return host in _HOME or (_is_number(host) and ipaddress.ip_address(host).is_loopback)


def _name_in(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _is_number(name: str) -> bool:
    """Whether a host is named by its number, which no rebinding of names can forge."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
