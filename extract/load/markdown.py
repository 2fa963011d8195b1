"""Markdown into plain text and blocks, through markdown-it-py, and an article back into it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from extract.errors import LoadError
from extract.load.building import FORCED, TextBuilder
from extract.load.facts import front_matter
from extract.records import Article, Block
from extract.vocabulary import BlockKind

# ------------------------------------------------------------------------------ reading
_LINE_BREAK = re.compile(r"<br[^\S\n]*/?>", re.IGNORECASE)
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
    heads = 0
    for token in _parser().parse(source.replace("\f", "\n\n")):
        if token.type == "front_matter":
            matter = _facts(token.content, where, problems)
        elif token.type in _CONTAINERS:
            _enter_or_leave(open_kinds, token)
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
            rows[-1].append(_inline(token))
        elif token.type == "inline":
            kind, level = _kind_of(open_kinds, writer.begun)
            writer.add_lines(kind, _inline(token), level)
        elif token.type in ("fence", "code_block"):
            writer.add(BlockKind.PARAGRAPH, token.content, 0)
    return Parsed(*writer.done(), matter, tuple(problems))


def _facts(content: str, where: object, problems: list[str]) -> dict[str, Any]:
    """The front matter, if it can be read; what is wrong with it is added to the problems."""
    try:
        return front_matter(content, where)
    except LoadError as error:
        problems.append(str(error))
        return {}


def _inline(token: Token) -> str:
    return _words(token.children or [])


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


def _words(children: list[Token]) -> str:
    return "".join(_word(child) for child in children)


def _word(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "softbreak":
        return "\n"
    if token.type == "hardbreak" or _LINE_BREAK.fullmatch(token.content):
        return FORCED
    return _words(token.children or []) if token.type == "image" else ""


# ------------------------------------------------------------------------------ writing
_MARKS = re.compile(r"([\\`*_\[\]<>&~|])")
_AT_LINE_START = re.compile(r"^(\s*)([#+>=-]|\d+[.)])", re.MULTILINE)


def as_markdown(article: Article) -> str:
    """Return front matter with what is known of the article, then its blocks, as Markdown."""
    import yaml  # only those who add reports pay for it

    facts = {
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "guessed": list(article.guessed),
    }
    known = {name: value for name, value in facts.items() if value}
    matter = yaml.safe_dump(known, allow_unicode=True, sort_keys=False)
    parts = list(_parts(article.text, article.blocks))
    return f"---\n{matter}---\n\n{chr(10).join(parts)}\n"


def _parts(text: str, blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks, an empty line between them but for the rows of a table."""
    before: Block | None = None
    for block in blocks:
        same = before is not None and before.kind is block.kind is BlockKind.ROW
        opens = not same or (before is not None and before.level < block.level)
        if before is not None and opens:
            yield ""
        if block.kind is BlockKind.ROW:
            yield from _row(text, block, opens)
        else:
            yield _block(text, block)
        before = block


def _row(text: str, block: Block, opens: bool) -> Iterator[str]:
    """A row of a table, with the rule that Markdown wants below its first one."""
    rule = f"|{'---|' * len(block.cells)}"
    if opens and not block.level:
        yield f"|{' |' * len(block.cells)}"
        yield rule
    yield f"| {' | '.join(_escaped(cell.of(text)) for cell in block.cells)} |"
    if opens and block.level:
        yield rule


def _block(text: str, block: Block) -> str:
    words = _escaped(block.span.of(text))
    if block.kind is BlockKind.TITLE:
        return f"# {words}"
    if block.kind is BlockKind.HEADING:
        return f"{'#' * max(2, block.level)} {words}"
    if block.kind is BlockKind.QUOTATION:
        return f"> {words}"
    if block.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * (max(1, block.level) - 1)}- {words}"
    return words


def _escaped(words: str) -> str:
    """Words that Markdown reads as they are, on one line."""
    marked = _MARKS.sub(r"\\\1", " ".join(words.split()))
    return _AT_LINE_START.sub(lambda m: f"{m[1]}{_escaped_start(m[2])}", marked)


def _escaped_start(sign: str) -> str:
    """A list number has its stop escaped, any other sign itself."""
    return f"{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"\\{sign}"
