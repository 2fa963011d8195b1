"""Putting reports into a library: each a file of its own that loads to the same article."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import LoadError
from extract.load import walk
from extract.records import Article
from store.errors import StoreError
from store.files import replace_file

_LONGEST_NAME = 60
_LARGEST = 20_000_000
_ADDRESS = re.compile(r"^(?:url|fetched_from): (\S+)$", re.MULTILINE)
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
    | {"readme", "license", "licence", "changelog"}
)
"""What Windows keeps for devices, and what a library takes for no report."""


@dataclass(frozen=True, slots=True)
class Added:
    """Where a report stands in a library."""

    path: Path
    before: Path | None = None
    """The report of the same text, or else of the same address, that was there before."""
    again: bool = False
    """Whether the text was there before, so that nothing was written."""


class Additions:
    """A folder into which reports are put, and what is known of those that are in it or below.

    It is looked through when the first report comes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts: dict[int, list[Path]] | None = None
        self._addresses: dict[str, Path] = {}

    def from_address(self, address: str) -> Path | None:
        """Return the report that was fetched from an address, if there is one."""
        self._look()
        return self._addresses.get(address)

    def add(self, article: Article, asked: str | None = None) -> Added:
        """Write an article into the folder as Markdown, over nothing that is there; return where it
        stands. `asked` is the address that was asked for it, where that is not its own.

        What is in the folder already, the same words whatever their facts, is not written again.

        Raises:
            StoreError: if it cannot be written.
        """
        from extract.load.markdown import as_markdown  # the help of the commands needs no parser

        other = asked if asked != article.url else None
        words = as_markdown(article, fetched_from=other)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            known = self._look()
            same = next(self._same(known, _body(words)), None)
            if same is not None:
                if asked:
                    self._addresses.setdefault(asked, same)
                return Added(same, same, again=True)
            path = _free(self.folder, file_name(article))
            replace_file(path, words.encode("utf-8", "replace"))
        except OSError as error:
            reason = (error.strerror or "not writable").lower()
            what = f"cannot be written ({reason})"
            raise StoreError(what, self.folder, "choose another folder") from None
        before = self._addresses.get(article.url) if article.url else None
        self._note(path, words)
        return Added(path, before)

    def _same(self, known: dict[int, list[Path]], body: str) -> Iterator[Path]:
        return (path for path in known.get(hash(body), []) if _body(_text_of(path)) == body)

    def _look(self) -> dict[int, list[Path]]:
        if self._texts is None:
            self._texts = {}
            for path in _markdown_in(self.folder):
                self._note(path, _text_of(path))
        return self._texts

    def _note(self, path: Path, words: str) -> None:
        if self._texts is not None:
            body = _body(words)
            self._texts.setdefault(hash(body), []).append(path)
            for found in _ADDRESS.findall(words[: len(words) - len(body)]):
                self._addresses.setdefault(found.strip("'\""), path)


def _markdown_in(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    try:
        found = walk(folder)
    except LoadError:  # nothing is in it yet
        return
    yield from (path for path in found if isinstance(path, Path) and path.suffix == ".md")


def _text_of(path: Path) -> str:
    """What a file holds, nothing where it cannot be read."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return ""
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError:
        return ""


def _body(words: str) -> str:
    """Markdown without its front matter, its white space evened out."""
    if words.startswith("---\n") and "\n---\n" in words:
        words = words.split("\n---\n", 1)[1]
    return words.strip()


def file_name(article: Article) -> str:
    """Return day and title as a file name without its ending: "2024-05-03-dam-overflows"."""
    plain = unicodedata.normalize("NFKD", article.title)
    words = re.findall(r"[^\W_]+", plain.encode("ascii", "ignore").decode().lower())
    slug = "-".join(words)[:_LONGEST_NAME].strip("-") or article.sha256[:12]
    if article.published:
        return f"{article.published.isoformat()}-{slug}"
    return f"report-{slug}" if slug in _RESERVED else slug


def _free(folder: Path, name: str) -> Path:
    number = 1
    path = folder / f"{name}.md"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.md"
    return path
