"""Words sought in all articles of a library."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.errors import DatelineError
from store.library.library import Library
from tui.text.finding import hits

_AROUND = 30
"""Characters shown on both sides of what was found."""
_PER_ARTICLE = 20


@dataclass(frozen=True, slots=True)
class Place:
    """Words found in an article."""

    key: str
    title: str
    offset: int
    line: str
    """The words with what stands around them."""


def search(library: Library, words: str, most: int) -> Iterator[Place]:
    """Yield the first places of the words, article by article;
    one that cannot be read is passed over."""
    left = most
    for key in library.keys:
        try:
            article = library.article(key)
        except DatelineError:
            continue
        for start, end in hits(article.text, words)[: min(left, _PER_ARTICLE)]:
            yield Place(key, article.title, start, _around(article.text, start, end))
            left -= 1
        if not left:
            return


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return " ".join(f"…{before}{text[start:end]}{after}…".split())
