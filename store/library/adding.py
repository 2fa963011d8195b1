"""Putting a report into a library: a file of its own that loads to the same article."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from extract.records import Article
from store.errors import StoreError
from store.files import replace_file

_LONGEST_NAME = 60
_LARGEST = 20_000_000
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


def add(article: Article, folder: Path) -> Added:
    """Write an article into a folder as Markdown, over nothing that is there; return where it
    stands.

    What is in the folder already, the same words whatever their facts, is not written again.

    Raises:
        StoreError: if it cannot be written.
    """
    from extract.load.markdown import as_markdown  # the help of the commands needs no parser

    words = as_markdown(article)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        same, address = _there_before(article, words, folder)
        if same is not None:
            return Added(same, same, again=True)
        path = _free(folder, file_name(article))
        replace_file(path, words.encode("utf-8", "replace"))
    except OSError as error:
        reason = (error.strerror or "not writable").lower()
        raise StoreError(f"cannot be written ({reason})", folder, "choose another folder") from None
    return Added(path, address)


def _there_before(article: Article, words: str, folder: Path) -> tuple[Path | None, Path | None]:
    """The report in a folder that has the article's words, and one that has its address."""
    body = _body(words)
    line = f"\nurl: {article.url}\n" if article.url else None
    address = None
    for path in sorted(folder.glob("*.md")):
        there = _text_of(path)
        if _body(there) == body:
            return path, None
        if line and line in there[: len(there) - len(_body(there))]:
            address = address or path
    return None, address


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
