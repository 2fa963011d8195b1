"""Saved web pages into plain text and blocks, through trafilatura (extra `dateline[web]`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from extract.errors import LoadError
from extract.load.building import FORCED, TextBuilder
from extract.load.facts import Facts, day_of
from extract.load.page_facts import Linked, site_name, stated_date, title_of
from extract.load.story import Story, tidy
from extract.records import Block
from extract.vocabulary import BlockKind

Table = list[list[str]]
"""The cells of each row."""
Unit = tuple[BlockKind, str | Table, int]
"""Kind, words and level of a stretch; `FORCED` stands in its words for a line break. Of a table its
rows, and how many of them the page calls heads."""
_NESTED = frozenset({"list", "table", "quote", "p", "head"})
_APART = frozenset({"lb", "p", "item", "row", "cell"})
_DEEPEST = 100


def units(main: Any, title: str | None) -> Iterator[Unit]:
    """Yield the stretches in the order of the page, each once; the title is left out."""
    for element in [] if main is None else main:
        if element.tag == "head" and _joined(element) == title:
            continue
        yield from _unit(element, BlockKind.PARAGRAPH, 0, 0)


def _unit(element: Any, kind: BlockKind, level: int, depth: int) -> Iterator[Unit]:
    if depth > _DEEPEST:
        yield kind, _joined(element), level
    elif element.tag == "head" and kind is BlockKind.PARAGRAPH:
        yield BlockKind.HEADING, _joined(element), int((element.get("rend") or "h2")[1:2] or 2)
    elif element.tag == "list":
        yield from _items(element, kind, level + 1, depth)
    elif element.tag == "table":
        yield from _table(element, kind, level)
    elif element.tag == "quote":
        yield from _parts(element, BlockKind.QUOTATION, 0, depth)
    else:
        yield from _parts(element, kind, level, depth)


def _items(listed: Any, kind: BlockKind, level: int, depth: int) -> Iterator[Unit]:
    kind = BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind
    for item in listed:
        yield from _parts(item, kind, level, depth)


def _parts(element: Any, kind: BlockKind, level: int, depth: int) -> Iterator[Unit]:
    """The words of an element, and after them what stands within it for itself."""
    words = [element.text or ""]
    for child in element:
        if child.tag == "p" and kind is BlockKind.LIST_ITEM:
            words += [" ", _inline(child), " "]
        elif child.tag in _NESTED:
            if _told(words):
                yield kind, _told(words), level
            words = []
            yield from _unit(child, kind, level, depth + 1)
        elif child.tag == "lb":
            words.append(FORCED)
        else:
            words.append(_inline(child))
        words.append(child.tail or "")
    if _told(words):
        yield kind, _told(words), level


def _told(words: list[str]) -> str:
    return FORCED.join(" ".join(line.split()) for line in "".join(words).split(FORCED)).strip()


def _inline(element: Any) -> str:
    """The words of an element within a line, without what stands behind it."""
    words = []
    for event, part in _events(element):
        if event == "start":
            words += [FORCED if part.tag == "lb" else "", part.text or ""]
        elif part is not element:
            words.append(part.tail or "")
    return "".join(words)


def _events(element: Any) -> Any:
    from lxml import etree

    return etree.iterwalk(element, events=("start", "end"))


def _table(table: Any, kind: BlockKind, level: int) -> Iterator[Unit]:
    """The rows with their cells; one that has words in a single cell is that cell, and what is
    no table, but stands in a quotation or a list, is a line a row."""
    rows: Table = []
    heads = 0
    for row in table.iter("row"):
        cells = [_joined(cell) for cell in row.iterchildren("cell")]
        filled = [cell for cell in cells if cell]
        if filled:
            named = all(cell.get("role") == "head" for cell in row.iterchildren("cell"))
            heads += named and heads == len(rows)
            rows.append(cells if len(filled) > 1 else filled)
    if kind is BlockKind.PARAGRAPH:
        yield BlockKind.ROW, rows, heads
    else:
        yield from ((kind, " ".join(" | ".join(row).split()), level) for row in rows)


def _joined(element: Any) -> str:
    """All words of an element on one line."""
    words = []
    for event, part in _events(element):
        if event == "start":
            words += [" " if part.tag in _APART else "", part.text or ""]
        elif part is not element:
            words.append(part.tail or "")
    return " ".join("".join(words).split())


_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_SAVED = re.compile(r"<!--[^>]{0,400}?(?:saved from url=\(\d+\)|\burl:\s{0,9})(https?://[^\s>]+)")
_HEAD = 4096
_NEW_YEAR = re.compile(r"(?<!\d)0?1([-/.]?)0?1(?!\d)|\d{4}0101(?!\d)")


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page holds."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts
    guessed: tuple[str, ...] = ()
    """Names of facts that the page does not state and that were guessed from it."""
    problems: tuple[str, ...] = ()
    """What it states and cannot be used, one line each."""


def parse(source: str, where: object = None) -> Page:
    """Return the report in a page: its text without what surrounds it,
    and what the page says of itself.

    The day of publication is the one that the markup states of the story (JSON-LD, meta elements,
    `time` in the story's head); only where it states none is it guessed.

    Raises:
        LoadError: if trafilatura is not installed, or finds no report in the page.
    """
    trafilatura = _trafilatura(where)
    tree = _tree(source, where)
    linked, story = Linked(tree), Story(tree)
    metadata = trafilatura.extract_metadata(story.own_page())
    site = site_name(tree, linked) or _first(metadata, "sitename")
    title = title_of(tree, linked, story, site) or _first(metadata, "title")
    stated = stated_date(tree, linked, story)
    facts = Facts(
        title=title,
        publisher=site or _first(metadata, "hostname"),
        published=stated or _guessed_date(metadata, source, where),
        url=address_of(source, tree),
        language=tree.get("lang") or None,
    )
    story.drop_others()
    tidy(tree)
    found = trafilatura.extract(tree, output_format="xml", include_comments=False)
    if not found:
        raise LoadError("no report found in the page", where, "save its text as .txt")
    text, blocks = _text(found, title)
    guessed = ("published",) if facts.published and not stated else ()
    problems = tuple(f"{where}: {problem}" for problem in dict.fromkeys(linked.problems))
    return Page(text, blocks, facts, guessed, problems)


def address_of(source: str, tree: Any) -> str | None:
    """Return the address that a page states as its own, if it is the address of a page."""
    for link in tree.iter("link"):
        canonical = "canonical" in (link.get("rel") or "").lower().split()
        address = _absolute(_base(tree), link.get("href") or "") if canonical else None
        if address:
            return address
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:url" and (address := _web_address(meta.get("content"))):
            return address
    saved = _SAVED.search(source, 0, _HEAD)
    return saved[1] if saved else None


def _base(tree: Any) -> str:
    return next((base.get("href") or "" for base in tree.iter("base")), "")


def _absolute(base: str, words: str) -> str | None:
    try:
        return _web_address(urljoin(base, words))
    except ValueError:  # "http://[" is the start of no address
        return None


def _web_address(words: str | None) -> str | None:
    """An address that names more than a site."""
    words = (words or "").strip()
    try:
        parts = urlsplit(words)
    except ValueError:
        return None
    names_page = len(parts.path) > 1 or parts.query
    return words if parts.scheme in ("http", "https") and parts.netloc and names_page else None


def _tree(source: str, where: object) -> Any:
    from lxml import etree, html

    try:
        return html.document_fromstring(_DECLARATION.sub("", source, count=1))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise LoadError("no HTML page", where, "save the page again") from None


def _text(found: str, title: str | None) -> tuple[str, tuple[Block, ...]]:
    from lxml import etree

    builder = TextBuilder()
    if title:
        builder.add(BlockKind.TITLE, title, 1)
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, recover=True)
    for kind, words, level in units(etree.fromstring(found.encode(), parser).find("main"), title):
        if isinstance(words, str):
            builder.add_lines(kind, words, level)
        else:
            builder.add_table(words, level)
    return builder.done()


def _guessed_date(metadata: Any, source: str, where: object) -> date | None:
    guessed = _first(metadata, "date")
    try:
        day = day_of(guessed, where) if guessed else None
    except LoadError:
        return None
    # of a year alone, as in an address, trafilatura makes its first day
    return None if day and (day.month, day.day) == (1, 1) and not _NEW_YEAR.search(source) else day


def _first(metadata: Any, name: str) -> str | None:
    value = getattr(metadata, name, None)
    return str(value) if value else None


def _trafilatura(where: object) -> Any:
    try:
        import trafilatura
    except ImportError:
        raise LoadError(
            "web pages need trafilatura", where, "pip install 'dateline[web]'"
        ) from None
    return trafilatura
