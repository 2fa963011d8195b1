"""One way of reading: which tagger, which word lists. Loads nothing until it reads."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.records import Article, Reading
from extract.version import READER_VERSION

SHIPPED = "crf"
"""The tagger that ships."""
LEXICON = "lexicon"
"""Folder of a library for word lists of its own."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads reports; small enough to hand to another process."""

    tagger: str = SHIPPED
    lexicon: Path | None = None
    """A folder of the user's own word lists, there or not."""

    def read(self, article: Article) -> Reading:
        """Take an article through every step."""
        from extract import lexicon, pipeline, tagger  # with all steps, a tenth of a second

        lexicon.use(self.lexicon)
        tagger.use_tagger(self.tagger)
        return pipeline.read(article)

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
    """Names, sizes and times of files, in short."""
    facts = [(path.name, (stat := path.stat()).st_size, stat.st_mtime_ns) for path in paths]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:12]
