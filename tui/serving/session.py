"""One reader behind one socket: a process that never outlives either."""

import asyncio
import contextlib
import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.serving.limits import Size, size_of

_TO_LEAVE = 1.0
"""Seconds that a reader is given to close its files before it is killed."""
_TO_HEAR = 0.2
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class Session(AppService):  # type: ignore[misc]  # textual-serve comes without types
    """The reader as a process that speaks to a socket."""

    def __init__(
        self, command: Sequence[str], socket: web.WebSocketResponse, downloads: DownloadManager
    ) -> None:
        super().__init__(
            "",
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=socket.close,
            download_manager=downloads,
        )
        self._words = tuple(command)
        self._socket = socket

    async def _open_app_process(
        self, width: int = 80, height: int = 24
    ) -> asyncio.subprocess.Process:
        self._process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=self._build_environment(width=width, height=height),
            start_new_session=True,
            preexec_fn=_dying_with(os.getpid()),
        )
        self._stdin = self._process.stdin
        return self._process

    async def attend(self, size: Size) -> None:
        """Run the reader until it or the socket ends, and then both."""
        await self.start(size.width, size.height)
        try:
            async for message in self._socket:
                if message.type is not WSMsgType.TEXT or not await self._take(message.data):
                    await self._socket.close(code=1003, message=b"not understood")
        finally:
            await self.end()

    async def _take(self, words: str) -> bool:
        """Hand a message on to the reader; whether it was one."""
        try:
            kind, *rest = json.loads(words)
            value = rest[0] if rest else None
        except (ValueError, TypeError, RecursionError):
            return False
        if kind == "stdin" and isinstance(value, str):
            await self.send_bytes(value.encode("utf-8", "replace"))
        elif kind == "resize" and isinstance(value, dict):
            size = size_of(value)
            await self.set_terminal_size(size.width, size.height)
        elif kind == "ping":
            await self._socket.send_json(["pong", value])
        elif kind == "blur":
            await self.blur()
        elif kind == "focus":
            await self.focus()
        else:
            return False
        return True

    async def end(self) -> None:
        """Ask the reader to leave, and kill it with all that it started where it does not."""
        process = self._process
        if process is None:
            return
        if process.returncode is None:
            with contextlib.suppress(asyncio.TimeoutError, OSError):
                await asyncio.wait_for(self.send_meta({"type": "quit"}), _TO_HEAR)
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(process.wait(), _TO_LEAVE)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()
        if self._task is not None:
            self._task.cancel()


def _dying_with(parent: int) -> Callable[[], None] | None:
    """What lets a child die with its parent, however that ends, where the system can."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl  # before the fork: after it nothing may be loaded

    def bind() -> None:
        prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return bind
