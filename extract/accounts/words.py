"""The words that tell an account, and how much each of them tells.

A word tells the more the fewer reports have it. How many do is counted over the library, against a
list of English at large that stands for a few hundred reports more, so that a handful of reports is
weighed with reason. The counts are taken once and then kept: a report added moves no other.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import exp, fsum, log, sqrt
from pathlib import Path

from extract.doc.morphology import singular
from extract.gazetteer import key_of
from extract.lexicon import cached, cached_by, table

_FILE = Path(__file__).with_name("frequencies.txt")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OWNER = re.compile(r"['’]s?$")
_SHORTEST = 3
_UNKNOWN = 2.5
"""On the Zipf scale, of a word in no list, as most names are."""
_REPORT = 300
"""Words of a report, by which a word's share of English becomes a share of reports."""
_LIST = 300
"""Reports that the list stands for."""
_FIELD = 0.2
"""Share of reports that have a word of the field, however rare it is elsewhere."""
_FEW = 60
"""Reports that have a rare word, at most."""
_MOST = 150
"""Words of a report that are compared."""
WHOLE = 4096
"""The length of a vector."""
_STEEP = 1.5
"""Power of what a word tells: a rare word outweighs several half as rare."""

Words = tuple[tuple[str, int], ...]
"""Words with how often each is said, in order of the alphabet."""


def words_in(text: str) -> Words:
    """Return the words of a text as they are compared: folded, nouns in the singular."""
    counted = Counter(map(_folded, _WORD.findall(text)))
    return tuple(sorted((word, many) for word, many in counted.items() if len(word) >= _SHORTEST))


@dataclass(frozen=True)
class Counts:
    """In how many reports of a library each word stands; empty for a library not counted yet."""

    reports: int = 0
    words: Mapping[str, int] = field(default_factory=dict)

    def vector(self, words: Words) -> "Vector":
        """Return the words that tell most, each with its weight; the squares of all weights add up
        to `WHOLE` squared, but for rounding.

        Whole numbers add up to the same in every order.
        """
        weights = {word: (1 + log(many)) * self._weight(word) for word, many in words}
        kept = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST]
        length = sqrt(fsum(weights[word] ** 2 for word in kept)) or 1.0
        rounded = {word: round(WHOLE * weights[word] / length) for word in kept}
        return {word: weight for word, weight in rounded.items() if weight}

    def rarity(self, word: str) -> float:
        """Return how rare a folded word is among the reports: 0 for one in all of them, some 9 for
        one of which nobody has heard."""
        return self._known(word)[0]

    def is_rare(self, word: str) -> bool:
        """Return whether so few reports have a word that all of them can be looked at."""
        return self._known(word)[2]

    def _weight(self, word: str) -> float:
        return self._known(word)[1]

    def _known(self, word: str) -> tuple[float, float, bool]:
        """Rarity, weight and whether the word is rare."""
        known = self._looked_up.get(word)
        if known is None:
            whole = self.reports + _LIST
            having = min(self.words.get(word, 0) + _LIST * _share(word), whole)
            rarity = log(whole / having)
            known = self._looked_up[word] = rarity, rarity**_STEEP, having <= _FEW
        return known

    @cached_property
    def _looked_up(self) -> dict[str, tuple[float, float, bool]]:
        return {}


Vector = dict[str, int]


def counts_of(reports: Iterable[Iterable[Words]]) -> Counts:
    """Return the counts over reports, each given by the words of its accounts."""
    counted: Counter[str] = Counter()
    many = 0
    for accounts in reports:
        many += 1
        counted.update({word for words in accounts for word, _ in words})
    return Counts(many, counted)


def likeness(one: Vector, other: Vector) -> float:
    """Return how alike two vectors are, 0 to 1: their cosine, the same from either side."""
    return sum([one[word] * other[word] for word in one.keys() & other.keys()]) / WHOLE**2


def rarest(vector: Vector, many: int) -> tuple[str, ...]:
    """Return the words that weigh most, in order of the alphabet; of equals the first of it."""
    return tuple(sorted(sorted(vector, key=lambda word: (-vector[word], word))[:many]))


@cached_by(100_000)
def _folded(word: str) -> str:
    return singular(key_of(_OWNER.sub("", word)))


@cached_by(100_000)
def _share(word: str) -> float:
    """The share of reports in English at large that have a word."""
    share = 1 - exp(-_REPORT * 10 ** (_zipf().get(word, _UNKNOWN) - 9))
    return max(share, _FIELD) if word in _field() else share


@cached
def _zipf() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in _FILE.read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines():
        zipf, *words = line.split()
        for word in words:
            found.setdefault(singular(word), float(zipf))
    return found


@cached
def _field() -> frozenset[str]:
    return frozenset(singular(word) for word in table("accounts")["words"]["field"])
