"""Being ended from outside: by a signal, or by a terminal that is gone.

The terminal is left as it was found, and what was decided is on disk, however the program ends
short of SIGKILL. A shell may have told the program to ignore SIGHUP; a terminal that hangs up is
therefore noticed by itself.
"""

import asyncio
import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator

_SIGNALS = (signal.SIGTERM, signal.SIGHUP) if hasattr(signal, "SIGHUP") else (signal.SIGTERM,)
_HUNG_UP = 129
"""Exit code after a terminal has gone: 128 and the number of SIGHUP, as shells have it."""
_TO_LEAVE = 3.0
"""Seconds that a program whose terminal is gone is given to close its files."""


@contextlib.contextmanager
def ended_by_signals() -> Iterator[None]:
    """Within it a signal to end raises `SystemExit`, so that what was begun is put right."""

    def end(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    before = {number: signal.signal(number, end) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def watch(leave: Callable[[int], None]) -> None:
    """Have `leave` called with an exit code, in the running loop, once the program is to end."""
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        with contextlib.suppress(NotImplementedError, RuntimeError):  # not the main thread
            loop.add_signal_handler(number, leave, 128 + number)
    if sys.__stdin__ is not None and sys.__stdin__.isatty() and hasattr(select, "poll"):
        watching = (sys.__stdin__.fileno(), loop, leave)
        threading.Thread(target=_watch_terminal, args=watching, daemon=True).start()


def _watch_terminal(
    terminal: int, loop: asyncio.AbstractEventLoop, leave: Callable[[int], None]
) -> None:
    """Wait, without working, until the terminal hangs up; then leave, at last by force."""
    waiting = select.poll()
    waiting.register(terminal, 0)  # a hang-up is always told
    waiting.poll()
    with contextlib.suppress(RuntimeError):  # the loop has ended already
        loop.call_soon_threadsafe(leave, _HUNG_UP)
    threading.Event().wait(_TO_LEAVE)
    os._exit(_HUNG_UP)
