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
from extract.records import Article, Block, PageStart
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
    row: list[str] | None = None
    for token in _parser().parse(source.replace("\f", "\n\n")):
        if token.type == "front_matter":
            matter = _facts(token.content, where, problems)
        elif token.type in _CONTAINERS:
            _enter_or_leave(open_kinds, token)
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            writer.add(BlockKind.PARAGRAPH, " ".join(" | ".join(row or []).split()))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(" ".join(_inline(token, writer).split()))
        elif token.type == "inline":
            kind, level = _kind_of(open_kinds, writer.begun)
            writer.add_lines(kind, _inline(token, writer), level)
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
    blocks = "\n\n".join(part for block in article.blocks for part in _parts(article, block))
    return f"---\n{matter}---\n\n{blocks}\n"


def blocks_as_markdown(text: str, blocks: Sequence[Block]) -> str:
    """Return the blocks of a text as Markdown."""
    return "\n\n".join(_block(text, block) for block in blocks) + "\n"


def _parts(article: Article, block: Block) -> Iterator[str]:
    """A block, a mark before it where a page begins with it."""
    within = [turn for turn in article.pages if block.start < turn.start < block.end]
    page = article.page_at(block.start)
    if page is not None and (not block.start or page != article.page_at(block.start - 1)):
        yield page_mark(page)
    yield _block(article.text, block, within)


def _block(text: str, block: Block, within: Sequence[PageStart] = ()) -> str:
    ends = [*(turn.start for turn in within), block.end]
    begins = [block.start, *ends[:-1]]
    parts = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    words = escaped(parts[0])
    for before, turn, part in zip(parts, within, parts[1:], strict=False):
        words += f"{' ' if before[-1:].isspace() else ''}{page_mark(turn.page)}{escaped(part)}"
    if block.kind is BlockKind.TITLE:
        return f"# {words}"
    if block.kind is BlockKind.HEADING:
        return f"{'#' * max(2, block.level)} {words}"
    if block.kind is BlockKind.QUOTATION:
        return f"> {words}"
    if block.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * (max(1, block.level) - 1)}- {words}"
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
