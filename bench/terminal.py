"""A program on a pseudo-terminal of its own, seen and timed from that terminal.

What it writes is stamped as it comes and fed to the terminal emulator afterwards, so the
emulator's own slowness is in no figure. Linux only: memory is read from /proc.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyte

COLUMNS, ROWS = 100, 40
KEYS = {"down": "\x1b[B", "right": "\x1bOC", "pagedown": "\x1b[6~", "escape": "\x1b", "enter": "\r"}
"""What a terminal sends for keys that have a name."""

_QUIET = 0.08
"""Seconds without output after which a screen has settled."""
_PATIENCE = 3.0
"""Seconds that a key is given to change the screen."""
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
}
"""What programs ask their terminal, and the answers of a usual one."""


class NotShownError(Exception):
    """The words waited for did not come, or the program ended."""


@dataclass(frozen=True)
class Program:
    """A command, and how to tell that it has started."""

    name: str
    command: Sequence[str]
    shows: str
    """Words on the screen once the report can be read."""
    quits: str = "q"
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None


class Terminal:
    """One run of a program; closes it when left."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._chunks: list[tuple[float, bytes]] = []
        self._ended = self._closed = False
        self.started = time.perf_counter()
        self._pid, self._file = pty.fork()
        if not self._pid:
            self._become(program)
        self._resize(COLUMNS, ROWS)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def text(self) -> str:
        """What stands on the screen."""
        self._feed()
        return "\n".join(self._screen.display)

    def wait_for(self, words: str, limit: float = 60) -> float:
        """Seconds from the start of the program until words showed on the screen.

        Raises:
            NotShownError: if they did not.
        """
        end = time.perf_counter() + limit
        while not self._ended and time.perf_counter() < end:
            self._read(0.05)
            waiting, self._chunks = self._chunks, []
            for place, (at, data) in enumerate(waiting):
                self._stream.feed(data)
                if any(words in line for line in self._screen.display):
                    self._chunks = waiting[place + 1 :]
                    return at - self.started
        raise NotShownError(f"{self._program.name}: {words!r} did not show in:\n{self.text}")

    def wait_for_end(self, limit: float = 60) -> None:
        """Return when the program has ended.

        Raises:
            NotShownError: if it does not.
        """
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            self._read(0.05)
            if os.waitpid(self._pid, os.WNOHANG)[0]:
                self._closed = True
                os.close(self._file)
                return
        raise NotShownError(f"{self._program.name}: did not end; it shows:\n{self.text}")

    def send(self, key: str) -> float:
        """Type a key, named or a character; when it was sent."""
        at = time.perf_counter()
        os.write(self._file, KEYS.get(key, key).encode())
        return at

    def press(self, key: str) -> float | None:
        """Type a key: seconds until the screen had settled; none where it stays as it was."""
        return max(self._changes(key), default=None)

    def echo(self, key: str) -> float | None:
        """Type a key: seconds until the screen first changed; none where it stays as it was."""
        return min(self._changes(key), default=None)

    def _changes(self, key: str) -> list[float]:
        """Seconds from a key to each change of the screen, until it has settled."""
        self.settle(0)
        before = self._seen()
        sent = self.send(key)
        if not self._read(_PATIENCE):
            return []
        self.settle(_QUIET)
        found = []
        for at, data in self._chunks:
            self._stream.feed(data)
            now = self._seen()
            if now != before:
                before = now
                found.append(at - sent)
        self._chunks.clear()
        return found

    def settle(self, quiet: float = 0.3) -> None:
        """Wait until nothing more is written."""
        while self._read(quiet):
            pass
        if not quiet:
            self._feed()

    def resize(self, columns: int, rows: int) -> float:
        """Change the size of the terminal: seconds until the screen had settled."""
        self._feed()
        self._screen.resize(rows, columns)
        sent = time.perf_counter()
        self._resize(columns, rows)
        self._read(_PATIENCE)
        self.settle(0.2)
        last = self._chunks[-1][0] if self._chunks else sent
        self._feed()
        return last - sent

    def peak(self) -> float:
        """Most memory held so far by the program and what it has started, in MB."""
        return sum(_peak(pid) for pid in _family(self._pid))

    def close(self) -> float | None:
        """Quit: seconds until the program had ended; none where it had before or was killed."""
        if self._closed:
            return None
        self._closed = True
        sent = time.perf_counter()
        if not self._ended:
            self.send(self._program.quits)
        try:
            while time.perf_counter() - sent < _PATIENCE:
                self._read(0.002)
                if os.waitpid(self._pid, os.WNOHANG)[0]:
                    return time.perf_counter() - sent
            for pid in _family(self._pid):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        finally:
            os.close(self._file)
        return None

    def _seen(self) -> tuple[object, ...]:
        """What can be seen: characters with their looks, and the cursor."""
        rows = tuple(tuple(self._screen.buffer[y].items()) for y in range(self._screen.lines))
        cursor = self._screen.cursor
        return (*rows, None if cursor.hidden else (cursor.x, cursor.y))

    def _feed(self) -> None:
        for _, data in self._chunks:
            self._stream.feed(data)
        self._chunks.clear()

    def _read(self, timeout: float) -> bool:
        """Take what the program writes within the time; whether there was anything."""
        if self._ended or not select.select([self._file], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self._file, 1 << 16)
        except OSError:  # Linux's way to say that the other end is closed
            data = b""
        self._ended = not data
        self._chunks.append((time.perf_counter(), data))
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._file, answer)
        return not self._ended

    def _resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _become(self, program: Program) -> None:
        """In the child: turn into the program."""
        environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **program.environment}
        inherited = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
        try:
            # The size has to be there before the program asks for it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            if program.folder:
                os.chdir(program.folder)
            os.execvpe(program.command[0], list(program.command), inherited | environment)
        finally:
            os._exit(127)


def _family(pid: int) -> list[int]:
    """A process and all that it has started."""
    children = defaultdict(list)
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # ended meanwhile
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            children[int(parent)].append(int(folder.name))
    found = [pid]
    for one in found:
        found += children[one]
    return found


def _peak(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
