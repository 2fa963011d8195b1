"""Syntax and articles by hand: names and noun phrases marked in the sentence itself.

    {PER Amina Diallo}, <the health minister>, said

Curly brackets are a name as the tagger sees it, angle brackets a base noun phrase whose last word
is its head; a capital letter makes a proper noun, a lower-case word of a phrase a noun.
"""

import hashlib
import re

from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.records import Article, Block
from extract.tagger.tokens import ends_in, spans_in
from extract.vocabulary import BlockKind

_MARK = re.compile(r"\{(PER|LOC|ORG|MISC) |\}|<(?:(\w+):)?|>")
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "some", "many", "its", "their"})
_NUMBERS = frozenset({"one", "two", "three", "forty"})


def article_of(
    marked: str, title: str = "", publisher: str | None = None
) -> tuple[Article, Syntax]:
    """The article, a paragraph a line, and its syntax as marked; a title is the first line."""
    lines = [title, *marked.strip().split("\n")] if title else marked.strip().split("\n")
    text, names, nouns = _unmarked("\n".join(lines))
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.TITLE if title and number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article("a", title, text, tuple(blocks), digest, publisher=publisher)
    return article, _syntax(article, names, nouns)


def _unmarked(marked: str) -> tuple[str, list[tuple[str, int, int]], list[tuple[str, int, int]]]:
    text, place = "", 0
    names: list[tuple[str, int, int]] = []
    nouns: list[tuple[str, int, int]] = []
    open_names: list[tuple[str, int]] = []
    open_nouns: list[tuple[str, int]] = []
    for mark in _MARK.finditer(marked):
        text += marked[place : mark.start()]
        place = mark.end()
        if mark[0] == "}":
            kind, start = open_names.pop()
            names.append((kind, start, len(text)))
        elif mark[0] == ">":
            role, start = open_nouns.pop()
            nouns.append((role, start, len(text)))
        elif mark[1]:
            open_names.append((mark[1], len(text)))
        else:
            open_nouns.append((mark[2] or "", len(text)))
    return text + marked[place:], names, nouns


def _syntax(
    article: Article, names: list[tuple[str, int, int]], nouns: list[tuple[str, int, int]]
) -> Syntax:
    text = article.text
    starts: list[int] = []
    ends: list[int] = []
    sentences = []
    for number, block in enumerate(article.blocks):
        spans = list(spans_in(text, block.start, block.end))
        words = [text[a:b] for a, b in spans]
        begins, closes = [a for a, _ in spans], [b for _, b in spans]
        first, offset = 0, len(starts)
        for last in ends_in(words, begins, closes):
            sentences.append(
                Sentence(begins[first], closes[last - 1], offset + first, offset + last, number)
            )
            first = last
        starts += begins
        ends += closes
    bare = Syntax(text, tuple(starts), tuple(ends), (), tuple(sentences), (), ())
    pos = tuple(_pos(text[a:b]) for a, b in zip(starts, ends, strict=True))
    return Syntax(
        text,
        bare.starts,
        bare.ends,
        pos,
        bare.sentences,
        tuple(
            _phrase(bare, "NP", start, end, role)
            for role, start, end in sorted(nouns, key=_by_start)
        ),
        tuple(
            _phrase(bare, kind, start, end, "") for kind, start, end in sorted(names, key=_by_start)
        ),
    )


def _by_start(entry: tuple[str, int, int]) -> int:
    return entry[1]


def _phrase(syntax: Syntax, kind: str, start: int, end: int, role: str) -> Phrase:
    tokens = syntax.tokens_in(start, end)
    return Phrase(kind, tokens.start, tokens.stop, tokens.stop - 1, role)


def _pos(word: str) -> str:
    if not word[0].isalnum():
        return "PUNCT"
    if word.isdigit() or word.lower() in _NUMBERS:
        return "NUM"
    if word.lower() in _DETERMINERS:
        return "DET"
    return "PROPN" if word[0].isupper() else "NOUN"
