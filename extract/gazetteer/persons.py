"""Given names and surnames of many languages, as far as they are written in Latin letters."""

from functools import lru_cache
from pathlib import Path

from extract.gazetteer.places import key_of

_FILE = Path(__file__).with_name("persons.txt")


def is_given_name(word: str) -> bool:
    """Return whether people have the word for a given name."""
    return key_of(word) in _lists()[0]


def is_surname(word: str) -> bool:
    """Return whether people have the word for a surname."""
    return key_of(word) in _lists()[1]


@lru_cache(maxsize=1)
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    text = _FILE.read_text(encoding="utf-8")
    _, given, surnames = text.split("\n\n")
    return frozenset(given.split("\n")), frozenset(surnames.split("\n"))
