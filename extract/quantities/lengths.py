"""Whether the "m" or "k" behind digits is a length: "a 5m wall", "a 10k run", "waves of 3m"."""

import re

from extract.lexicon import cached, table
from extract.lexicon.patterns import alternation
from extract.quantities.words import BLANK, any_listed, listed

_ARTICLE = re.compile(rf"\b(?:an?|the|its|this|that|one|each|every){BLANK}{{1,2}}$", re.IGNORECASE)
_WORDS = re.compile(rf"(?:(?:{BLANK}{{1,2}}|-)([a-z]+)(?![\w’'])){{1,3}}")
_WORD = re.compile(r"[a-z]+")
_LOOK_BACK = 24
_LONGEST_NUMBER = 6
_MOST_METRES = 1000


def is_length(text: str, start: int, end: int, letter: str, value: float) -> bool:
    """Return whether the letter that ends at `end`, behind the number from `start`, is a length.

    A million is what is counted or paid; what has a size of so many metres is named by the noun.
    """
    nouns = _nouns().get(letter)
    if nouns is None:
        return False
    if _named(text, start, end, *nouns):
        return True
    words = _WORDS.match(text, end)
    if letter != "m" or (
        words is not None and _WORD.findall(words[0])[0] in listed("length", "strong")
    ):
        return False
    return _behind().match(text, end) is not None or (
        value < _MOST_METRES and _attributive(text, start, end)
    )


def kilometres(text: str, letter: int) -> bool:
    """Return whether a "k" stands at the offset, right behind digits, for a distance:
    "a 10k run"."""
    if text[letter : letter + 1] != "k" or text[letter + 1 : letter + 2].isalnum():
        return False
    start = letter
    while start > max(0, letter - _LONGEST_NUMBER) and text[start - 1] in "0123456789.":
        start -= 1
    return start < letter and _named(text, start, letter + 1, *_nouns()["k"])


def _named(
    text: str, start: int, end: int, before: re.Pattern[str], after: re.Pattern[str]
) -> bool:
    if before.search(text, max(0, start - _LOOK_BACK), start):
        return True
    words = _WORDS.match(text, end)
    return words is not None and after.search(text, end, words.end()) is not None


def _attributive(text: str, start: int, end: int) -> bool:
    """Between an article and one thing: "a 5m wall", but not "a 5m increase", "the 5m people"."""
    words = _WORDS.match(text, end)
    if words is None or not _ARTICLE.search(text, max(0, start - _LOOK_BACK), start):
        return False
    behind = _WORD.findall(words[0])
    sums = frozenset(table("units")["lengths"]["sums"])
    return sums.isdisjoint(behind) and not behind[0].endswith(("s", "men", "people", "children"))


@cached
def _behind() -> re.Pattern[str]:
    """Behind a metre."""
    words = any_listed("length", "behind")
    return re.compile(rf"(?:{BLANK}{{1,2}}|-){words}\b|{BLANK}{{0,2}}(?:[^\w\s$£€]|$|\n)")


@cached
def _nouns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """By the letter: what stands before such a length, and what behind it."""
    lists = table("units")["lengths"]
    return {
        letter: (
            re.compile(rf"\b{alternation(lists['before'][letter])}{BLANK}$", re.IGNORECASE),
            re.compile(rf"\b{alternation(lists['behind'][letter])}\b", re.IGNORECASE),
        )
        for letter in lists["behind"]
    }
