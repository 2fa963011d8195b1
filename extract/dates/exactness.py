"""How exactly words tell a day, for sheets that code it."""

import re

from extract.doc.morphology import singular
from extract.lexicon import cached, table

_WORD = re.compile(r"[^\W\d_]+")
_LONGER = frozenset({"W", "F", "M", "Q", "Y", "E", "C"})
"""Codes of units longer than a day."""


def counts_in_weeks(words: str) -> bool:
    """Return whether words count back in weeks or longer: "two weeks ago" is about that day."""
    known = _words_of_exactness()
    found = _words(words)
    return bool(found & known.ago) and bool(found & known.longer) and not found & known.weekdays


def names_days(words: str) -> bool:
    """Return whether words name the days of a range: "1 to 5 March", "Monday and Tuesday".

    "The weekend" and "last week" name none.
    """
    return any(letter.isdigit() for letter in words) or bool(
        _words(words) & _words_of_exactness().weekdays
    )


def _words(words: str) -> set[str]:
    return {singular(word) for word in _WORD.findall(words)}


class _Exactness:
    """The words that tell how exact a day is."""

    def __init__(self) -> None:
        lists = table("dates")
        self.ago = frozenset(lists["word"]["ago"])
        self.longer = frozenset(w for w, code in lists["unit"].items() if code in _LONGER)
        self.weekdays = frozenset(lists["weekday"]["names"])


@cached
def _words_of_exactness() -> _Exactness:
    return _Exactness()
