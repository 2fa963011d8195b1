"""An article as a Markdown file that loads to the same text, blocks and facts."""

import re

from extract.records import Article, Block
from extract.vocabulary import BlockKind

_MARKS = re.compile(r"([\\`*_\[\]<>&~|])")
_AT_LINE_START = re.compile(r"^(\s*)([#+>=-]|\d+[.)])", re.MULTILINE)


def as_markdown(article: Article) -> str:
    """Front matter with what is known of the article, then its blocks."""
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
    blocks = "\n\n".join(_block(article.text, block) for block in article.blocks)
    return f"---\n{matter}---\n\n{blocks}\n"


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
