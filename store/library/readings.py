"""Readings kept, so that the same report is not read twice: derived, may be deleted any time."""

import contextlib
import hashlib
from pathlib import Path

from extract import serial
from extract.records import Article, Reading
from store.plainfiles import make_folder, read_plain, replace_plain


class Readings:
    """A folder of readings, by the text and all else that a reading depends on."""

    def __init__(self, folder: Path, reader: str) -> None:
        """`reader` names the version of the reader and whatever else changes what it finds."""
        self._folder = folder
        self._reader = reader

    def get(self, article: Article) -> Reading | None:
        """Return the reading of that article, if it was kept and can still be understood."""
        try:
            reading = serial.decode(read_plain(self._path(article)))
        except (OSError, ValueError, RecursionError):
            return None
        return reading if reading.sha256 == article.sha256 else None

    def keep(self, article: Article, reading: Reading) -> None:
        """Keep a reading; where that fails it is made again next time."""
        with contextlib.suppress(OSError, UnicodeEncodeError):
            make_folder(self._folder)
            replace_plain(self._path(article), serial.encode(reading))

    def _path(self, article: Article) -> Path:
        facts = (
            article.published,
            article.title,
            article.publisher,
            article.language,
            article.foreign,
        )
        blocks = [(b.kind, b.start, b.end, b.level, b.cells) for b in article.blocks]
        parts = f"{self._reader}\0{facts}\0{blocks}"
        digest = hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        return self._folder / f"{article.sha256}-{digest}.json"
