"""A long report read in a process of its own, so that the program that waits for it stays awake.

    python -m extract.subprocess_reader

reads one report, handed over on standard input, and writes the reading to standard output.
"""

import pickle
import subprocess
import sys
import threading

from extract import serial
from extract.errors import DatelineError
from extract.reader import Reader
from extract.records import Article, Reading

LONG = 20_000
"""Characters from which a report is long: up to there it is read in half a second, and starting a
process and loading all once more would take as long as the reading itself."""


class ReadingLostError(DatelineError):
    """A process that read a report has failed, or was killed or stopped."""


class SubprocessReader:
    """Reads reports for a program that must not stand still; all methods are for any thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._lock = threading.Lock()
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def read(self, article: Article) -> Reading:
        """Return the reading of a report, made here if it is short, else in a process that this
        thread waits for.

        Raises:
            ReadingLostError: if the process did not come to an end.
        """
        if len(article.text) < LONG:
            return self._reader.read(article)
        process = subprocess.Popen(
            # -P: a folder of reports may hold one that is called like our package
            [sys.executable, "-P", "-m", "extract.subprocess_reader"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        with self._lock:
            self._running[article.key] = process
        try:
            found, complaint = process.communicate(pickle.dumps((self._reader, article)))
        finally:
            with self._lock:
                self._running.pop(article.key, None)
        if process.returncode:
            last = complaint.decode("utf-8", "replace").strip().rpartition("\n")[2]
            why = last or "its process was killed"
            raise ReadingLostError(f"not read ({why})", article.key, "open it again")
        return serial.decode(found)

    def stop(self, key: str) -> None:
        """Give up reading the article of that key, if it is being read."""
        with self._lock:
            process = self._running.get(key)
        if process is not None:
            process.kill()


def main() -> None:
    """Read the report on standard input."""
    reader, article = pickle.load(sys.stdin.buffer)
    sys.stdout.buffer.write(serial.encode(reader.read(article)))


if __name__ == "__main__":
    main()
