"""A report and its items as plain text, in reading order, for pipes and screen readers."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from extract.load.plain import has_mark
from extract.records import Article
from extract.vocabulary import BlockKind
from store.incidents.counted import counted_rows
from store.items import Item, State
from store.kinds import Kind, definition, main_first
from store.wording import claim, day
from tui.text.visible import visible

WIDTH = 80
"""Columns of a printed line."""

_NO_DATE = "no date known: relative dates stay unresolved (give --date)"


def listing(article: Article, items: Iterable[Item], *, ascii_only: bool = False) -> str:
    """Return the items by kind, one line each, under the article's title."""
    by_kind: dict[Kind, list[Item]] = {kind: [] for kind in Kind}
    for item in counted_rows(items):
        by_kind[item.kind].append(item)
    parts = [_head(article)]
    for kind, unsorted in by_kind.items():
        found = main_first(unsorted)
        lines = (f"  {_line(item, ascii_only)}" for item in found)
        parts.append("\n".join([f"{definition(kind).title} ({len(found)})", *lines]))
    return "\n\n".join(parts)


def report(
    article: Article, items: Iterable[Item], *, note: str = "", ascii_only: bool = False
) -> str:
    """Return the rows, then the text in paragraphs, each with the items that begin in it below."""
    in_order = sorted(counted_rows(items), key=lambda item: (item.span, item.kind.value))
    waiting = [item for item in in_order if not definition(item.kind).members]
    parts = [_head(article)]
    if note:
        parts.append(_wrapped(f"Note on the report: {note}", "", "  "))
    parts.extend(_rows([item for item in in_order if definition(item.kind).members], ascii_only))
    place = 0
    for block in article.blocks:
        words = visible(block.span.of(article.text))
        if block.kind is not BlockKind.TITLE:
            parts.append(_wrapped(words, *_indents(block.kind, words)))
        begun = place
        while place < len(waiting) and waiting[place].span.start < block.end:
            place += 1
        if begun < place:
            found = waiting[begun:place]
            lines = [_entry(item, ascii_only, f"{item.kind.value}: ") for item in found]
            parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _rows(items: list[Item], ascii_only: bool) -> Iterator[str]:
    """What is made of other items, which is what is delivered: the incidents."""
    for kind in Kind:
        found = main_first(item for item in items if item.kind is kind)
        lines = [_entry(item, ascii_only, "") for item in found]
        if lines:
            yield "\n".join([f"{definition(kind).title} ({len(lines)})", *lines])


def _head(article: Article) -> str:
    published = day(article.published) if article.published else _NO_DATE
    if "published" in article.guessed:
        published += " (guessed)"
    facts = [fact for fact in (article.publisher, published) if fact]
    told = [visible(" · ".join(facts)), *([in_foreign(article)] if article.foreign else [])]
    return "\n".join([_wrapped(visible(article.title), "", ""), *told])


def in_foreign(article: Article) -> str:
    """Return what a person is told, in a line, of a report that is not in English."""
    where = f"In {article.foreign}"
    return f"{where}, which is not read: dates and digits only, mark the rest by hand."


def _indents(kind: BlockKind, words: str) -> tuple[str, str]:
    if kind is BlockKind.QUOTATION:
        return "> ", "> "
    if kind is BlockKind.LIST_ITEM:
        return "" if has_mark(words) else "- ", "  "
    return "", ""


def _entry(item: Item, ascii_only: bool, kind: str) -> str:
    lines = [_wrapped(f"{kind}{_line(item, ascii_only)}", "  * ", "    ")]
    lines.extend(_wrapped(words, "    ", "    ") for words in _remarks(item))
    return "\n".join(lines)


def _line(item: Item, ascii_only: bool) -> str:
    said = visible(claim(item, ascii_only))
    return said if item.state is State.UNDECIDED else f"{said} [{_decision(item)}]"


def _decision(item: Item) -> str:
    when = f" {_day_of(item.at.date())}" if item.at else ""
    return f"{item.state.value} by {item.by}{when}" if item.by else item.state.value


def _day_of(found: date) -> str:
    return found.isoformat()


def _remarks(item: Item) -> Iterator[str]:
    if item.note:
        yield visible(f"note: {item.note}")
    if item.tags:
        yield visible(f"tags: {', '.join(item.tags)}")
    if item.flag:
        yield "flagged"


def _wrapped(words: str, first: str, rest: str) -> str:
    return textwrap.fill(
        " ".join(words.split()), WIDTH, initial_indent=first, subsequent_indent=rest
    )
