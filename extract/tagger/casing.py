"""What capitals mean in a sentence, and what the rest of the document says of a word's case.

In a heading in title case, and in a block of capitals, a capital tells nothing; at the start of a
sentence it tells little. There the words are read as if in lower case, and how the document
writes them elsewhere is told beside.
"""

from collections.abc import Iterable, Sequence
from enum import Enum

from extract.lexicon import cached, table

Words = Sequence[str]


class Casing(Enum):
    """How a sentence uses capitals."""

    NORMAL = ""
    TITLE = "T"
    """Every longer word has a capital: "Rebels Seize Border Post in the South"."""
    CAPITALS = "C"
    """All letters are capitals."""


def casing_of(words: Words) -> Casing:
    """Return how the sentence uses capitals; a short run of words counts as normal."""
    capital = upper = 0
    small = _small()
    for word in words:
        if len(word) < 4 or not word[0].isalpha():
            continue
        if not word.islower():
            capital += 1
            upper += word.isupper()
        elif word not in small:
            return Casing.NORMAL
    if upper >= 3 and upper >= 4 * (capital - upper):
        return Casing.CAPITALS
    return Casing.TITLE if capital >= 4 else Casing.NORMAL


@cached
def _small() -> frozenset[str]:
    return frozenset(table("tokens")["casing"]["small"])


class Usage:
    """How a document writes its words where capitals tell something."""

    def __init__(self, sentences: Iterable[tuple[Words, Casing]]) -> None:
        self.lower: set[str] = set()
        """Words seen in lower case."""
        self.capital: set[str] = set()
        """Words seen with a capital inside a sentence, in lower case."""
        self.in_longer: dict[str, str] = {}
        """For a word seen in a run of capitalised words, where it stood there: "F" first, "L"
        last, "M" between."""
        for words, casing in sentences:
            if casing is Casing.NORMAL:
                self._learn(words)

    def _learn(self, words: Words) -> None:
        run: list[str] = []
        for place, word in enumerate(words):
            if not word[0].isupper():
                if word.islower():
                    self.lower.add(word)
                self._close(run)
                run = []
                continue
            if place and words[place - 1] not in _OPENS:
                self.capital.add(word.lower())
            run.append(word)
        self._close(run)

    def _close(self, run: list[str]) -> None:
        if len(run) < 2:
            return
        for word in run[1:-1]:
            self.in_longer.setdefault(word, "M")
        self.in_longer.setdefault(run[0], "F")
        self.in_longer[run[-1]] = "L"

    def of(self, word: str) -> str:
        """ "l" for seen in lower case, "c" for seen with a capital, both or neither."""
        folded = word.lower()
        return ("l" if folded in self.lower else "") + ("c" if folded in self.capital else "")


_OPENS = frozenset("“\"‘':.-–—([")
