"""The server: one page, one socket a reader, and an end within two seconds."""

import asyncio
import signal
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from urllib.parse import quote

import jinja2
from aiohttp import web
from textual_serve.download_manager import DownloadManager

from extract.errors import DatelineError
from tui.serving.guard import Guard
from tui.serving.limits import MESSAGE, size_of
from tui.serving.page import page_template
from tui.serving.session import Session

_HEARTBEAT = 15.0
"""Seconds after which a browser that has gone silently is noticed."""
_LEAVING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class AddressError(DatelineError):
    """An address that cannot be listened on."""


@dataclass(slots=True)
class Server:
    """Serves one reader to whoever the guard lets in."""

    command: Sequence[str]
    """The words of the process that is the reader."""
    guard: Guard
    most: int
    """Readers at a time."""
    _sessions: set[Session] = field(default_factory=set)
    _downloads: DownloadManager = field(default_factory=DownloadManager)
    _page: jinja2.Template = field(default_factory=page_template)

    def app(self) -> web.Application:
        """Return the web application."""
        app = web.Application(middlewares=[self.guard.admit])
        statics = str(resources.files("textual_serve").joinpath("static"))
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/ws", self._socket),
                web.get("/download/{key}", self._download),
                web.static("/static", statics),
            ]
        )
        return app

    async def _index(self, request: web.Request) -> web.Response:
        here = f"{request.scheme}://{request.host}"
        words = self._page.render(
            config={"static": {"url": f"{here}/static/"}},
            application={"name": "Dateline"},
            app_websocket_url=f"ws{here.removeprefix('http')}/ws",
            font_size=16,
        )
        return web.Response(text=words, content_type="text/html")

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        found = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=MESSAGE)
        await found.prepare(request)
        if len(self._sessions) >= self.most:
            await found.send_bytes(_full(self.most))
            await found.close(code=1013, message=b"no reader is free")
            return found
        session = Session(self.command, found, self._downloads)
        self._sessions.add(session)
        try:
            await session.attend(size_of(request.query))
        finally:
            self._sessions.discard(session)
        return found

    async def _download(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["key"]
        try:
            found = await self._downloads.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound(text="dateline: no such file is being handed over\n") from None
        name = quote(found.file_name)
        response = web.StreamResponse(
            headers={
                "Content-Type": "application/octet-stream",
                "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            }
        )
        await response.prepare(request)
        async for chunk in self._downloads.download(key):
            await response.write(chunk)
        return response

    async def run(self, listening: socket.socket, ready: Callable[[], None]) -> None:
        """Serve until a signal to leave, then end every reader."""
        leaving = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in _LEAVING:
            loop.add_signal_handler(number, leaving.set)
        runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        ready()
        try:
            await leaving.wait()
        finally:
            await asyncio.gather(*(session.end() for session in self._sessions))
            await runner.cleanup()


def _full(most: int) -> bytes:
    """What a browser shows where there is no reader left for it."""
    said = f"Dateline already serves {most} readers; close one and load this page anew."
    return f"{said}\r\n".encode()


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens, on a free port where 0 is asked for.

    Raises:
        AddressError: if the port is taken or the address is none of this machine's.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise AddressError(
            f"cannot be listened on ({reason})", f"{host}:{port}", "choose another with --port"
        ) from None
