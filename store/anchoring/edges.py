"""What a stretch of text is grown together with, and which words beside it change what it says."""

import re
from dataclasses import dataclass
from unicodedata import category

from extract.lexicon import cached, table
from extract.records import Span

_REACH = 80
"""Characters on each side that are looked at."""
_NEAR = 4
"""Words on each side among which one that turns the sense counts."""
_BEFORE, _AFTER = 2, 3
"""Words on each side of a number that have to stay."""
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\u00ad\u2060"
_IN_WORDS = _HYPHENS + "'\u2019.@&_/\u200c\u200d"
_IN_NUMBERS = _IN_WORDS + ",:/\u2014\u2009\u202f\u00a0\u066b\u066c\u00b7"
_SIGNS_BEFORE = "+-\u2212~\u2248<>\u2264\u2265\u00b1#"
_CURRENCY = "$\u20ac\u00a3\u00a5\u20b9\u20ba\u20bd\u20aa"
_SIGNS_AFTER = "+%\u2030\u00b0"
_SENTENCE_END = re.compile(r"[.!?\u2026;:\u061f\u3002](?=\s|$)|\n")
_WORD = re.compile(r"[^\W_](?:[\w'\u2019-]*\w)?(?:[.,]\d+)*|[%\u2030]")
_POSSESSIVE = re.compile(r"['\u2019][sS](?!\w)")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPACE_LAST = re.compile(r"\w[^\S\n]$")
_SPACE_FIRST = re.compile(r"[^\S\n]\w")


@dataclass(frozen=True, slots=True)
class Edges:
    """What stands around a stretch, as far as it changes what the stretch says."""

    left: str
    """The part of a word or number before it that is grown together with it."""
    right: str
    turns: frozenset[str]
    """Words near it that turn its sense: not, nearly, at least."""
    beside: tuple[str, ...]
    """The words next to a number, or the capitalised ones next to a name."""


def edges(text: str, span: Span) -> Edges:
    """Return what stands around a stretch of the text."""
    grown = whole(text, span)
    before = _SENTENCE_END.split(text[max(0, grown.start - _REACH) : grown.start])[-1]
    after = _SENTENCE_END.split(text[grown.end : grown.end + _REACH])[0]
    near = [*_WORD.findall(before)[-_NEAR:], *_WORD.findall(after)[:_NEAR]]
    return Edges(
        text[grown.start : span.start],
        text[span.end : grown.end],
        frozenset(word.casefold() for word in near) & _turns(),
        _beside(span.of(text), before, after),
    )


def whole(text: str, span: Span) -> Span:
    """Return the stretch with what it is grown together with; a name's 's is left out."""
    exact = span.of(text)
    before, after = (
        text[max(0, span.start - _REACH) : span.start],
        text[span.end : span.end + _REACH],
    )
    left = _glued(exact[::-1], before[::-1], _SIGNS_BEFORE)
    right = "" if _POSSESSIVE.match(after) else _glued(exact, after, _SIGNS_AFTER)
    return Span(span.start - len(left), span.end + len(right))


def has_number(words: str) -> bool:
    """Return whether a number is among the words, in digits or spelled out."""
    if any(char.isnumeric() for char in words):
        return True
    return any(part in _number_words() for part in _LETTERS.findall(words.casefold()))


def _beside(exact: str, before: str, after: str) -> tuple[str, ...]:
    left, right = _WORD.findall(before), _WORD.findall(after)
    if has_number(exact):
        words = [*left[-_BEFORE:], "|", *right[:_AFTER]]
        return tuple(word.casefold() for word in words)
    if not exact[:1].isupper():
        return ()
    next_left = left[-1:] if _SPACE_LAST.search(before) else []
    next_right = right[:1] if _SPACE_FIRST.match(after) else []
    return (*_capitals(next_left), "|", *_capitals(next_right))


def _capitals(words: list[str]) -> list[str]:
    return [word for word in words if word[:1].isupper() and word.casefold() not in _small()]


def _glued(exact: str, following: str, signs: str) -> str:
    """The beginning of what follows that belongs to the same word or number."""
    last, end = exact[-1:], 0
    if not last or not _in_word(last):
        return ""
    while end < len(following):
        char, after = following[end], following[end + 1 : end + 2]
        if not (_in_word(char) or _joins(last, char, after)):
            break
        last, end = char, end + 1
    if last.isnumeric() and following[end : end + 1] in [*signs, *_CURRENCY]:
        end += 1
    return following[:end]


def _in_word(char: str) -> bool:
    return char.isalnum() or category(char)[0] in "LMN"


def _joins(previous: str, char: str, following: str) -> bool:
    """Whether a mark between two characters holds them together."""
    if not following or not _in_word(previous) or not _in_word(following):
        return False
    in_number = previous.isnumeric() and following.isnumeric()
    return char in (_IN_NUMBERS if in_number else _IN_WORDS)


@cached
def _number_words() -> frozenset[str]:
    numbers = table("numbers")
    return frozenset([*numbers["words"], *numbers["scales"], *numbers["groups"]])


@cached
def _turns() -> frozenset[str]:
    return frozenset(table("anchors")["turns"])


@cached
def _small() -> frozenset[str]:
    return frozenset(table("anchors")["small"])
