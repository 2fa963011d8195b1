"""Saved web pages into plain text and blocks, through trafilatura (extra `dateline[web]`)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from extract.errors import LoadError
from extract.load.building import TextBuilder
from extract.load.facts import Facts, day_of
from extract.records import Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATE_META = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "sailthru.date",
)
"""Names under which a page's head states the day of publication, most telling first."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page holds."""

    text: str
    blocks: tuple[Block, ...]
    facts: Facts
    guessed: tuple[str, ...] = ()
    """Names of facts that the page does not state and that were guessed from it."""


def parse(source: str, where: object = None) -> Page:
    """The report in a page: its text without what surrounds it, and what the page says of itself.

    The day of publication is the one that the markup states (JSON-LD, meta elements, `time`); only
    where it states none is it guessed.

    Raises:
        LoadError: if trafilatura is not installed, or finds no report in the page.
    """
    trafilatura = _trafilatura(where)
    from lxml import etree, html

    try:
        tree = html.fromstring(source)
    except (etree.ParserError, ValueError):
        raise LoadError("no HTML page", where, "save the page again") from None
    found = trafilatura.extract(source, output_format="xml", include_comments=False)
    if not found:
        raise LoadError("no report found in the page", where, "save its text as .txt")
    metadata = trafilatura.extract_metadata(source)
    builder = TextBuilder()
    title = _first(metadata, "title")
    if title:
        builder.add(BlockKind.TITLE, title, 1)
    for kind, words, level in _units(etree.fromstring(found.encode()).find("main"), title):
        builder.add(kind, words, level)
    stated = stated_date(tree)
    facts = Facts(
        title=title,
        publisher=_first(metadata, "sitename") or _first(metadata, "hostname"),
        published=stated or _guessed_date(metadata, where),
        url=_first(metadata, "url"),
        language=tree.get("lang") or None,
    )
    guessed = ("published",) if facts.published and not stated else ()
    return Page(*builder.done(), facts, guessed)


def stated_date(tree: "HtmlElement") -> date | None:
    """The day of publication that a page's markup states, if any."""
    for words in _stated_dates(tree):
        match = _DAY.match(words.strip())
        if match:
            try:
                return date.fromisoformat(match.group())
            except ValueError:
                continue
    return None


def _stated_dates(tree: "HtmlElement") -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _in_linked_data(_json(script.text or ""))
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta
        for meta in reversed(list(tree.iter("meta")))
    }
    yield from (metas[name].get("content") or "" for name in _DATE_META if name in metas)
    for time in tree.iter("time"):
        if time.get("itemprop") == "datePublished" or "pubdate" in time.attrib:
            yield time.get("datetime") or ""


def _in_linked_data(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _in_linked_data(part)
    elif isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        yield from _in_linked_data(value.get("@graph"))


def _json(words: str) -> Any:
    try:
        return json.loads(words)
    except ValueError:
        return None


def _guessed_date(metadata: Any, where: object) -> date | None:
    guessed = _first(metadata, "date")
    return day_of(guessed, where) if guessed else None


def _units(main: Any, title: str | None) -> Iterator[tuple[BlockKind, str, int]]:
    for element in [] if main is None else main:
        words = _words(element)
        if element.tag == "head":
            if words != title:
                level = int((element.get("rend") or "h2")[1:2] or 2)
                yield BlockKind.HEADING, words, level
        elif element.tag == "quote":
            yield from ((BlockKind.QUOTATION, part, 0) for part in _paragraphs(element))
        elif element.tag == "list":
            yield from ((BlockKind.LIST_ITEM, _words(item), 1) for item in element.iter("item"))
        else:
            yield BlockKind.PARAGRAPH, words, 0


def _paragraphs(quote: Any) -> list[str]:
    return [_words(part) for part in quote.iter("p")] or [_words(quote)]


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


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
