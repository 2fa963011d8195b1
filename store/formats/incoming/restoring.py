"""Dateline's own export back into a library, as an equal store."""

from pathlib import Path

from extract.load.library import ENDINGS
from extract.records import Article
from store.errors import StoreError
from store.files import replace_file
from store.formats.lossless import Row
from store.library import Library
from store.notebook import Notebook


class NotesInTheWayError(StoreError):
    """An annotator's notes are there already and are others than those to be restored."""


def restore(row: Row, library: Library, annotator: str | None = None) -> bool:
    """Write the notes of a row; whether that was needed.

    Raises:
        NotesInTheWayError: if there are other notes of the annotator on the report.
        StoreError: if they cannot be written.
    """
    who = annotator or row.annotator
    if row.notes.sha256 is None:
        return False
    path = library.notes_file(row.article.key, who)
    book = Notebook(path)
    try:
        if book.kept == row.notes:
            return False
        if book.read_only:
            raise StoreError(book.read_only, path, "close the other program")
        if book.kept.sha256 is not None:
            raise NotesInTheWayError(
                f"{who} has other notes on this report",
                path,
                "give another name with --as-decisions",
            )
        book.notes.restore(row.article, who, row.notes)
    finally:
        book.close()
    return True


def restore_report(article: Article, folder: Path) -> None:
    """Write the report as a plain file with its facts beside it, if the folder has none by its key.

    Raises:
        StoreError: if it cannot be put there.
    """
    path = folder / f"{article.key}.txt"
    if any(path.with_suffix(ending).exists() for ending in ENDINGS):
        return
    if not path.resolve().is_relative_to(folder.resolve()):
        raise StoreError("the report's name leads out of the folder", path, "rename it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path.with_suffix(".toml"), _sidecar(article).encode())
        replace_file(path, article.text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        reason = (error.strerror or "not writable").lower()
        raise StoreError(f"cannot be written ({reason})", path, "check the folder") from None


def _sidecar(article: Article) -> str:
    facts = {
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
    }
    lines = [f"{name} = {_quoted(value)}" for name, value in facts.items() if value]
    if article.published:
        lines.append(f"published = {article.published.isoformat()}")
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    """A TOML basic string."""
    kept = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in kept) + '"'
