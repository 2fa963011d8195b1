"""Books (.epub) into Markdown: their chapters in the order in which they are read."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from extract.errors import LoadError, needs
from extract.load.converting import Converted
from extract.load.encodings import page_text
from extract.load.office.markup import as_markdown
from extract.load.office.packed import unpacked
from extract.load.office.stated import stated_in

_CONTAINER = "META-INF/container.xml"


def parse(path: Path) -> Converted:
    """Return the Markdown of a book, with title, day, publisher and language that it states.

    Raises:
        LoadError: if it is none, damaged, locked or too large.
        MissingExtraError: if markdownify is not installed.
    """
    with needs("markdownify", "documents"):
        import markdownify  # noqa: F401  # before anything is opened
    with unpacked(path, "book") as packed:
        place = next(_tree(packed, _CONTAINER).iter("{*}rootfile")).get("full-path")
        package = _tree(packed, place)
        chapters = [_chapter(packed, name) for name in _spine(package, posixpath.dirname(place))]
        facts = stated_in(packed.read(place), "title", ("date",), "publisher", "language")
        text = "\n\n".join(filter(None, chapters))
        if not text:
            raise LoadError("no text in the book", path, "save its text as .txt")
        return Converted(text, facts)


def _tree(packed: ZipFile, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(packed.read(name), parser)


def _spine(package: Any, folder: str) -> Iterator[str]:
    """Names of the chapters; a list of contents is none."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in (item.get("properties") or "").split():
            href = unquote(item.get("href") or "").split("#")[0]
            yield posixpath.normpath(posixpath.join(folder, href))


def _chapter(packed: ZipFile, name: str) -> str:
    if name not in packed.namelist():
        return ""
    data = packed.read(name)
    return as_markdown(page_text(data, name)[0]) if data.strip() else ""
