"""Saved web pages into plain text and blocks, through trafilatura (extra `dateline[web]`)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from extract.errors import LoadError
from extract.load.building import TextBuilder
from extract.load.facts import Facts, day_of
from extract.load.linked import Linked
from extract.load.maintext import units
from extract.load.page_facts import site_name, stated_date, title_of
from extract.load.story import Story
from extract.load.tidying import tidy
from extract.records import Block, BlockKind

_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_SAVED = re.compile(r"<!--[^>]{0,400}?(?:saved from url=\(\d+\)|\burl:\s{0,9})(https?://[^\s>]+)")
_HEAD = 4096


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
    metadata = trafilatura.extract_metadata(source)
    site = site_name(tree, linked) or _first(metadata, "sitename")
    title = title_of(tree, linked, story, site) or _first(metadata, "title")
    stated = stated_date(tree, linked, story)
    facts = Facts(
        title=title,
        publisher=site or _first(metadata, "hostname"),
        published=stated or _guessed_date(metadata, where),
        url=address_of(source, tree),
        language=tree.get("lang") or None,
    )
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
        address = _joined(_base(tree), link.get("href") or "") if canonical else None
        if address:
            return address
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:url" and (address := _web_address(meta.get("content"))):
            return address
    saved = _SAVED.search(source, 0, _HEAD)
    return saved[1] if saved else None


def _base(tree: Any) -> str:
    return next((base.get("href") or "" for base in tree.iter("base")), "")


def _joined(base: str, words: str) -> str | None:
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
        builder.add_lines(kind, words, level)
    return builder.done()


def _guessed_date(metadata: Any, where: object) -> date | None:
    guessed = _first(metadata, "date")
    try:
        return day_of(guessed, where) if guessed else None
    except LoadError:
        return None


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
