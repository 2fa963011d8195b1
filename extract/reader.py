"""One way of reading: which tagger, which word lists. Loads nothing until it reads."""

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extract.records import Article, Reading
from extract.version import READER_VERSION

if TYPE_CHECKING:
    from extract.lexicon import Lexicon, LexiconError

SHIPPED = "crf"
"""The tagger that ships."""
LEXICON = "lexicon"
"""Folder of a library for word lists of its own."""


@dataclass(frozen=True)
class Reader:
    """Reads reports; small enough to hand to another process."""

    tagger: str = SHIPPED
    lexicon: Path | None = None
    """A folder of the user's own word lists, there or not."""

    def read(self, article: Article) -> Reading:
        """Return the reading of an article, by every step, with these word lists."""
        from extract import pipeline  # with all steps, a tenth of a second
        from extract.lexicon import using

        with using(self._words):
            return pipeline.read(article, self.tagger)

    @property
    def problems(self) -> "tuple[LexiconError, ...]":
        """The user's word lists that cannot be used and are passed over, each named."""
        return self._words.problems if self.lexicon and self.lexicon.exists() else ()

    @cached_property
    def _words(self) -> "Lexicon":
        """The word lists, loaded once and held as long as the reader."""
        from extract import pipeline  # noqa: F401  every rule says whether it can use the lists
        from extract.lexicon import lexicon_of

        return lexicon_of(self.lexicon)

    def __getstate__(self) -> tuple[str, Path | None]:
        return self.tagger, self.lexicon

    def __setstate__(self, state: tuple[str, Path | None]) -> None:
        for name, value in zip(("tagger", "lexicon"), state, strict=True):
            object.__setattr__(self, name, value)

    @property
    def version(self) -> str:
        """What tells the readings of one reader from those of another: all that they depend on."""
        own = sorted(self.lexicon.glob("*.toml")) if self.lexicon else []
        return f"{READER_VERSION}-{self.tagger}-{_stamp_of_code()}-{_stamp(own)}"


@cache
def _stamp_of_code() -> str:
    """Another one whenever code, models or word lists have been installed anew."""
    room = Path(__file__).parent
    return _stamp(sorted(path for path in room.rglob("*.*") if path.suffix != ".pyc"))


def _stamp(paths: list[Path]) -> str:
    """Names, sizes and times of files, in short; links that lead nowhere have none."""
    facts = [
        (path.name, (stat := path.stat()).st_size, stat.st_mtime_ns)
        for path in paths
        if path.exists()
    ]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:12]
