"""Markdown into plain text and blocks, through markdown-it-py, and an article back into it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from extract.errors import LoadError
from extract.load.building import FORCED, TextBuilder
from extract.load.facts import front_matter
from extract.records import Article, Block, PageStart, Span
from extract.vocabulary import BlockKind

# ------------------------------------------------------------------------------ reading
_LINE_BREAK = re.compile(r"<br[^\S\n]*/?>", re.IGNORECASE)
_PAGE = re.compile(r"<!-- page (\d{1,6}) -->")
_DEEPEST = 60
"""Quotations and lists within one another that are followed; each takes calls within calls."""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").use(front_matter_plugin)
    )


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a Markdown report holds."""

    text: str
    blocks: tuple[Block, ...]
    matter: dict[str, Any]
    """The front matter."""
    problems: tuple[str, ...] = ()
    """What is wrong with the front matter, one line each."""
    pages: tuple[PageStart, ...] = ()
    """Where the pages begin that comments tell, as `page_mark` writes them."""


def parse(source: str, where: object = None) -> Parsed:
    """Return plain text, its blocks, and the front matter of a Markdown report.

    Emphasis and links leave their words, images their alternative text; HTML is left out. The
    first heading of level 1 is the title. Front matter that cannot be read is passed over and said.
    """
    writer = TextBuilder()
    matter: dict[str, Any] = {}
    problems: list[str] = []
    open_kinds: list[tuple[BlockKind, int]] = []
    rows: list[list[str]] | None = None
    heads = number = 0
    for token in _parser().parse(source.replace("\f", "\n\n")):
        if token.type == "front_matter":
            matter = _facts(token.content, where, problems)
        elif token.type in _CONTAINERS:
            _enter_or_leave(open_kinds, token)
            number = int(token.info) if token.info.isdigit() else 0
        elif token.type == "table_open":
            rows = []
        elif token.type == "thead_close" and rows is not None:
            heads = len(rows)
        elif token.type == "tr_open" and rows is not None:
            rows.append([])
        elif token.type == "table_close":
            writer.add_table(rows or [], heads)
            rows = None
        elif token.type == "inline" and rows is not None:
            rows[-1].append(_inline(token, writer))
        elif token.type == "inline":
            kind, level = _kind_of(open_kinds, writer.begun)
            place = len(writer)
            writer.add_lines(kind, _inline(token, writer), level)
            if number:
                writer.number(place, number)
                number = 0
        elif token.type == "html_block" and (turned := _PAGE.fullmatch(token.content.strip())):
            writer.turn(int(turned[1]))
        elif token.type in ("fence", "code_block"):
            writer.add(BlockKind.PARAGRAPH, token.content, 0)
    return Parsed(*writer.done(), matter, tuple(problems), writer.pages)


def _facts(content: str, where: object, problems: list[str]) -> dict[str, Any]:
    """The front matter, if it can be read; what is wrong with it is added to the problems."""
    try:
        return front_matter(content, where)
    except LoadError as error:
        problems.append(str(error))
        return {}


def _inline(token: Token, writer: TextBuilder) -> str:
    return _words(token.children or [], writer)


_CONTAINERS = {
    f"{name}_{end}": name
    for name in ("heading", "blockquote", "list_item")
    for end in ("open", "close")
}


def _enter_or_leave(open_kinds: list[tuple[BlockKind, int]], token: Token) -> None:
    if token.nesting < 0:
        open_kinds.pop()
        return
    name = _CONTAINERS[token.type]
    if name == "heading":
        open_kinds.append((BlockKind.HEADING, int(token.tag[1:])))
    elif name == "blockquote":
        open_kinds.append((BlockKind.QUOTATION, 0))
    else:
        depth = sum(kind is BlockKind.LIST_ITEM for kind, _ in open_kinds)
        open_kinds.append((BlockKind.LIST_ITEM, depth + 1))


def _kind_of(open_kinds: list[tuple[BlockKind, int]], begun: bool) -> tuple[BlockKind, int]:
    kind, level = open_kinds[-1] if open_kinds else (BlockKind.PARAGRAPH, 0)
    if kind is BlockKind.HEADING and level == 1 and not begun:
        return BlockKind.TITLE, 1
    return kind, level


def _words(children: list[Token], writer: TextBuilder) -> str:
    return "".join(_word(child, writer) for child in children)


def _word(token: Token, writer: TextBuilder) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "softbreak":
        return "\n"
    if token.type == "hardbreak" or _LINE_BREAK.fullmatch(token.content):
        return FORCED
    if token.type == "html_inline" and (turned := _PAGE.fullmatch(token.content)):
        return writer.turn_within(int(turned[1]))
    return _words(token.children or [], writer) if token.type == "image" else ""


# ------------------------------------------------------------------------------ writing
_MARKS = re.compile(r"([\\`*_\[\]<>&~|])")
_AT_LINE_START = re.compile(r"^(\s*)([#+>=-]|\d+[.)])", re.MULTILINE)


def as_markdown(article: Article, fetched_from: str | None = None) -> str:
    """Return front matter with what is known of the article, then its blocks, as Markdown.

    `fetched_from` is the address that led to it, where that is not its own."""
    import yaml  # only those who add reports pay for it

    facts = {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "fetched_from": fetched_from,
        "language": article.language,
        "guessed": list(article.guessed),
    }
    known = {name: value for name, value in facts.items() if value}
    matter = yaml.safe_dump(known, allow_unicode=True, sort_keys=False)
    body = "\n".join(_parts(article.text, article.blocks, article))
    return f"---\n{matter}---\n\n{body}\n"


def blocks_as_markdown(text: str, blocks: Sequence[Block]) -> str:
    """Return the blocks of a text as Markdown."""
    return "\n".join(_parts(text, blocks, None)) + "\n"


def _parts(text: str, blocks: Sequence[Block], article: Article | None) -> Iterator[str]:
    """The blocks, an empty line between them but for the rows of a table, and a mark where a page
    begins: in a row at the start of its first cell."""
    before: Block | None = None
    for block in blocks:
        goes_on = before is not None and before.kind is block.kind is BlockKind.ROW
        opens = not goes_on or (before is not None and before.level < block.level)
        if before is not None and opens:
            yield ""
        within = _pages_within(article, block) if article else []
        if within and within[0].start == block.start and opens:
            yield page_mark(within.pop(0).page)
            yield ""
        if block.kind is BlockKind.ROW:
            yield from _row(text, block, within, opens)
        else:
            yield _block(text, block, within)
        before = block


def _pages_within(article: Article, block: Block) -> list[PageStart]:
    """The pages that begin in a block; also the one whose words before it are in no block."""
    within = [turn for turn in article.pages if block.start < turn.start < block.end]
    page = article.page_at(block.start)
    begins = page is not None and (not block.start or page != article.page_at(block.start - 1))
    return [PageStart(block.start, page), *within] if begins and page is not None else within


def _row(text: str, block: Block, within: Sequence[PageStart], opens: bool) -> Iterator[str]:
    """A row of a table, with the rule that Markdown wants below its first one."""
    rule = f"|{' --- |' * len(block.cells)}"
    if opens and not block.level:
        yield f"|{' |' * len(block.cells)}"
        yield rule
    cells = []
    for place, cell in enumerate(block.cells):
        here = [turn for turn in within if cell.start < turn.start < cell.end]
        first = [turn for turn in within if turn.start <= cell.start and not place]
        marks = "".join(page_mark(turn.page) for turn in first)
        cells.append(f"{marks}{_words_with(text, cell, here)}")
    yield f"| {' | '.join(cells)} |"
    if opens and block.level:
        yield rule


def _words_with(text: str, span: Span, within: Sequence[PageStart]) -> str:
    """Words on one line, with marks where pages begin in them."""
    ends = [*(turn.start for turn in within), span.end]
    begins = [span.start, *ends[:-1]]
    parts = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    words = escaped(parts[0])
    for before, turn, part in zip(parts, within, parts[1:], strict=False):
        words += f"{' ' if before[-1:].isspace() else ''}{page_mark(turn.page)}{escaped(part)}"
    return words


def _block(text: str, block: Block, within: Sequence[PageStart] = ()) -> str:
    words = _words_with(text, block.span, within)
    if block.kind is BlockKind.TITLE:
        return f"# {words}"
    if block.kind is BlockKind.HEADING:
        return f"{'#' * max(2, block.level)} {words}"
    if block.kind is BlockKind.QUOTATION:
        return f"> {words}"
    if block.kind is BlockKind.LIST_ITEM:
        sign = f"{block.number}." if block.number else "-"
        return f"{'   ' * (max(1, block.level) - 1)}{sign} {words}"
    return words


def escaped(words: str) -> str:
    """Return words that Markdown reads as they are, on one line."""
    marked = _MARKS.sub(r"\\\1", " ".join(words.split()))
    return _AT_LINE_START.sub(lambda m: f"{m[1]}{_escaped_start(m[2])}", marked)


def page_mark(page: int) -> str:
    """Return what stands in Markdown where a page begins: a comment, which nothing else shows."""
    return f"<!-- page {page} -->"


def table_as_markdown(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as a table of Markdown, the first as its head."""
    lines = [f"| {' | '.join(map(escaped, cells))} |" for cells in rows]
    lines.insert(1, f"|{' --- |' * len(rows[0])}")
    return "\n".join(lines)


def _escaped_start(sign: str) -> str:
    """A list number has its stop escaped, any other sign itself."""
    return f"{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"\\{sign}"
