"""Dateline's own export back into a library, as an equal store."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from extract.errors import DatelineError
from extract.load import ENDINGS
from extract.records import Article
from store.errors import StoreError
from store.files import replace_file
from store.formats.incoming.finding import Finder
from store.formats.incoming.proposal import Incoming
from store.library.library import Library
from store.names import article_key
from store.notes.notes_file import NotesFile
from store.tomlfiles import basic_string


class NotesInTheWayError(StoreError):
    """An annotator's notes are there already and are others than those to be restored."""


def restore(incoming: Incoming, library: Library, key: str, annotator: str | None = None) -> bool:
    """Write whole notes on the report of that key; return whether that was needed.

    Raises:
        NotesInTheWayError: if there are other notes of the annotator on the report.
        StoreError: if they cannot be written.
    """
    own = incoming.notes
    if own is None or own.kept.sha256 is None:
        return False
    who = annotator or own.annotator
    path = library.notes_file(key, who)
    file = NotesFile(path)
    try:
        if file.kept == own.kept:
            return False
        if file.read_only:
            raise StoreError(file.read_only, path, "close the other program")
        if file.kept.sha256 is not None:
            raise NotesInTheWayError(
                f"{who} has other notes on this report",
                path,
                "give another name with --as-decisions",
            )
        sha256 = own.kept.sha256
        about = replace(own.article, key=key, sha256=sha256, text=own.kept.texts[sha256])
        file.notes.restore(about, who, own.kept)
    finally:
        file.close()
    return True


def restore_reports(
    found: Iterable[Incoming | DatelineError], library: Library | None, folder: Path
) -> Iterator[Incoming | DatelineError]:
    """Put the reports of whole notes that a library lacks into a folder.

    Returns what was given, with the error in place of what has a report that cannot be put there.
    """
    finder = Finder(library) if library else None
    for one in found:
        yield _with_report(one, finder, folder) if isinstance(one, Incoming) else one


def _with_report(
    incoming: Incoming, finder: Finder | None, folder: Path
) -> Incoming | DatelineError:
    try:
        if incoming.notes and (finder is None or finder.article(incoming) is None):
            restore_report(incoming.notes.article, folder)
    except DatelineError as error:
        return error
    return incoming


def restore_report(article: Article, folder: Path) -> None:
    """Write the report as a plain file with its facts beside it, if the folder has none by its key.

    Raises:
        StoreError: if it cannot be put there, or something else is there.
    """
    path = folder / f"{article_key(article.key)}.txt"
    if not path.resolve().is_relative_to(folder.resolve()):
        raise StoreError("the report's name leads out of the folder", path, "rename it")
    data = article.text.encode("utf-8", "surrogatepass")
    sidecar = path.with_suffix(".toml")
    try:
        if path.is_file() and path.read_bytes() == data:
            return
        _see_nothing_there([*(path.with_suffix(ending) for ending in ENDINGS), sidecar])
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(sidecar, _sidecar(article).encode("utf-8", "replace"))
        replace_file(path, data)
    except OSError as error:
        reason = (error.strerror or "not writable").lower()
        raise StoreError(f"cannot be written ({reason})", path, "check the folder") from None


def _see_nothing_there(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.exists() or path.is_symlink():
            raise StoreError("is there already and is nothing of this report's", path, "rename it")


def _sidecar(article: Article) -> str:
    facts = {
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
    }
    lines = [f"{name} = {basic_string(value)}" for name, value in facts.items() if value]
    if article.published:
        lines.append(f"published = {article.published.isoformat()}")
    return "\n".join(lines) + "\n"
