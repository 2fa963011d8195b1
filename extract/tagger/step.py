"""The first step of the reading."""

from dataclasses import replace

from extract.records import Article, Reading
from extract.syntax import Sentence, Syntax
from extract.tagger.sentences import ends_in
from extract.tagger.tokens import spans_in


def find_syntax(article: Article, reading: Reading) -> Reading:
    """Find tokens, sentences, phrases and names of the article."""
    return replace(reading, syntax=_syntax_of(article))


def _syntax_of(article: Article) -> Syntax:
    text = article.text
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(article.blocks):
        spans = list(spans_in(text, block.start, block.end))
        offset = len(starts)
        begins, closes = [a for a, _ in spans], [b for _, b in spans]
        starts += begins
        ends += closes
        first = 0
        for last in ends_in([text[a:b] for a, b in spans], begins, closes):
            sentences.append(
                Sentence(begins[first], closes[last - 1], offset + first, offset + last, number)
            )
            first = last
    return Syntax(text, tuple(starts), tuple(ends), ("X",) * len(starts), tuple(sentences), (), ())
