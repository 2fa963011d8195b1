"""Putting a report into a library: a file of its own that loads to the same article."""

import re
import unicodedata
from pathlib import Path

from extract.load.writing import as_markdown
from extract.records import Article
from store.errors import StoreError
from store.files import replace_file

_LONGEST_NAME = 60


def add(article: Article, folder: Path) -> Path:
    """Write an article into a folder as Markdown; its new file, which no other was in the way of.

    Raises:
        StoreError: if it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, file_name(article))
        replace_file(path, as_markdown(article).encode("utf-8", "replace"))
    except OSError as error:
        reason = (error.strerror or "not writable").lower()
        raise StoreError(f"cannot be written ({reason})", folder, "choose another folder") from None
    return path


def file_name(article: Article) -> str:
    """Day and title as a file name without its ending: "2024-05-03-dam-overflows"."""
    plain = unicodedata.normalize("NFKD", article.title)
    words = re.findall(r"[^\W_]+", plain.encode("ascii", "ignore").decode().lower())
    slug = "-".join(words)[:_LONGEST_NAME].strip("-") or article.sha256[:12]
    return f"{article.published.isoformat()}-{slug}" if article.published else slug


def _free(folder: Path, name: str) -> Path:
    number = 1
    path = folder / f"{name}.md"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.md"
    return path
