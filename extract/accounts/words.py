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
from itertools import islice
from math import exp, hypot, log
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
_PRINTED = 200
"""Reports that carry one story, at most: what more of them have is a footer or a notice."""
_CHANCE = 2.0
"""By how much rare words that two accounts share are rarer than one report in all, at least."""
_FINE = 1000
"""Parts of a unit of rarity that are told apart."""
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
    boilerplate: frozenset[int] = frozenset()
    """Hashes of texts that very many reports have, which makes none of them a copy."""

    def vector(self, words: Words) -> "Vector":
        """Return the words that tell most, those in front that weigh most, each with its weight;
        the squares of all weights add up to `WHOLE` squared, but for rounding.

        Whole numbers add up to the same in every order.
        """
        known = self._known
        weights = {
            word: known[word][1] if many == 1 else (1 + log(many)) * known[word][1]
            for word, many in words
        }
        kept = sorted(weights, key=weights.__getitem__, reverse=True)[:_MOST]
        scale = WHOLE / (hypot(*(weights[word] for word in kept)) or 1.0)
        return {word: whole for word in kept if (whole := int(scale * weights[word] + 0.5))}

    @cached_property
    def enough(self) -> int:
        """How rare words are, added up, that hardly two reports in all share by chance."""
        return round(_FINE * (log(self.reports + _LIST) + _CHANCE))

    def rarest(self, vector: "Vector", many: int) -> dict[str, int]:
        """Return the words that few reports have, those that weigh most, with how rare each is: in
        whole numbers, as `enough`."""
        known = self._known
        rare = (word for word in vector if known[word][2])
        return {word: round(_FINE * known[word][0]) for word in islice(rare, many)}

    def rarity(self, word: str) -> float:
        """Return how rare a folded word is among the reports: 0 for one in all of them, some 9 for
        one of which nobody has heard."""
        return self._known[word][0]

    @cached_property
    def _known(self) -> "_Rarities":
        return _Rarities(self)


class _Rarities(dict[str, tuple[float, float, bool]]):
    """Rarity and weight of each word, and whether few reports have it; made when first asked."""

    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self._counts = counts

    def __missing__(self, word: str) -> tuple[float, float, bool]:
        whole = self._counts.reports + _LIST
        having = min(self._counts.words.get(word, 0) + _LIST * _share(word), whole)
        rarity = log(whole / having)
        self[word] = rarity, rarity**_STEEP, having <= _FEW
        return self[word]


Vector = dict[str, int]
"""Words with their weights."""


def counts_of(reports: Iterable[tuple[Iterable[Words], Iterable[int]]]) -> Counts:
    """Return the counts over reports, each given by the words of its accounts and the hashes of its
    text."""
    words: Counter[str] = Counter()
    hashes: Counter[int] = Counter()
    many = 0
    for accounts, fingerprint in reports:
        many += 1
        words.update({word for some in accounts for word, _ in some})
        hashes.update(fingerprint)
    return Counts(many, words, frozenset(one for one, times in hashes.items() if times > _PRINTED))


def likeness(one: Vector, other: Vector) -> float:
    """Return how alike two vectors are, 0 to 1: their cosine, the same from either side."""
    return sum([one[word] * other[word] for word in one.keys() & other.keys()]) / WHOLE**2


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
