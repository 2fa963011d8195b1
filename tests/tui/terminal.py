"""The installed command in a pseudo-terminal, its screen read as a person would."""

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect
import pyte

COMMAND = Path(sys.executable).with_name("dateline")
_PATIENCE = 30.0
"""Seconds to wait for something to show; a failing test takes this long."""


class Terminal:
    """A program and the screen it writes to."""

    def __init__(
        self, arguments: list[str], columns: int, rows: int, ignored: tuple[int, ...]
    ) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment.pop("NO_COLOR", None)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            str(COMMAND),
            arguments,
            dimensions=(rows, columns),
            env=environment,
            timeout=_PATIENCE,
            preexec_fn=lambda: _ignore(ignored),
        )

    @property
    def _pid(self) -> int:
        assert self._child.pid is not None
        return int(self._child.pid)

    @property
    def text(self) -> str:
        """What stands on the screen, row by row."""
        return "\n".join(self._screen.display)

    def type(self, keys: str) -> None:
        """Send keys, all at once."""
        self._child.send(keys)

    def wait_for(self, words: str) -> str:
        """Read until the words stand on the screen; the screen."""
        return self.wait_until(lambda text: words in text, words)

    def wait_until(self, holds: Callable[[str], bool], what: str) -> str:
        """Read until something holds of the screen; the screen."""
        end = time.monotonic() + _PATIENCE
        while not holds(self.text):
            assert time.monotonic() < end, f"never showed: {what}\n{self.text}"
            self._read()
        return self.text

    def wait_for_end(self) -> int:
        """Wait until the program ends; its exit code."""
        self._child.expect(pexpect.EOF)
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def signal(self, number: int) -> None:
        """Send it a signal."""
        self._child.kill(number)

    def rest(self) -> bytes:
        """All that it still writes."""
        self._child.expect(pexpect.EOF)
        said: Any = self._child.before
        return bytes(said)

    def exit_code(self) -> int | None:
        """The exit code of a program that has ended of its own accord; none of one killed."""
        self._child.close()
        code: int | None = self._child.exitstatus
        return code

    def wait_until_stopped(self) -> None:
        """Read until the program is suspended."""
        while True:
            found, status = os.waitpid(self._pid, os.WUNTRACED | os.WNOHANG)
            if found and os.WIFSTOPPED(status):
                return
            with contextlib.suppress(pexpect.TIMEOUT):
                self._child.read_nonblocking(65536, timeout=0.1)

    def wipe(self) -> None:
        """Clear the screen, as the shell and its programs do with what stood there."""
        self._screen.reset()

    def hang_up(self) -> None:
        """Close the terminal, as a person closes its window."""
        child: Any = self._child
        child.ptyproc.fileobj.close()
        child.closed = child.ptyproc.closed = True

    def wait_until_gone(self) -> None:
        """Wait until the program has ended."""
        reader = os.pidfd_open(self._pid)
        assert select.select([reader], [], [], _PATIENCE)[0]

    def close(self) -> None:
        """End it if it still runs."""
        self._child.close(force=True)

    def _read(self) -> None:
        try:
            output: Any = self._child.read_nonblocking(65536, timeout=0.2)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            raise AssertionError(f"the program has ended\n{self.text}") from None
        self._stream.feed(output)


def _ignore(numbers: tuple[int, ...]) -> None:
    """What a shell does for a program that it was told to start so."""
    for number in numbers:
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def running(
    *arguments: str, columns: int = 100, rows: int = 30, ignored: tuple[int, ...] = ()
) -> Iterator[Terminal]:
    """The command with these arguments, in a terminal of this size, some signals ignored."""
    terminal = Terminal(list(arguments), columns, rows, ignored)
    try:
        yield terminal
    finally:
        terminal.close()
