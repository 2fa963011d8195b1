"""The words that tell an account, and how much each of them tells.

A word tells the more the rarer it is in English at large, by a list that never changes: with counts
over the library itself, each report added would change what all others weigh.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from extract.doc.morphology import singular
from extract.gazetteer import key_of
from extract.lexicon import cached, cached_by, table

_FILE = Path(__file__).with_name("frequencies.txt")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OWNER = re.compile(r"['’]s?$")
_SHORTEST = 3
_COMMON = 60
"""From here on a word tells nothing: one in a thousand is "not" or "one"."""
_UNKNOWN = 25
"""Of a word in no list, as most names are."""
_FIELD = 5
"""What a word tells that most reports of incidents have, however rare it is elsewhere."""


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text as they are compared: folded, nouns in the singular."""
    return frozenset(word for word in map(_folded, _WORD.findall(text)) if len(word) >= _SHORTEST)


def weight_of(word: str) -> int:
    """Return what a word tells, in tenths of the Zipf scale: 0 for the commonest, 35 for one in no
    list. Whole numbers add up to the same in every order.
    """
    weight = max(_COMMON - _zipf().get(word, _UNKNOWN), 0)
    return min(weight, _FIELD) if word in _field() else weight


def rarest(words: Iterable[str], many: int) -> tuple[str, ...]:
    """Return the words that tell most, in order of the alphabet; of equals the first of it."""
    ordered = sorted(words, key=lambda word: (-weight_of(word), word))
    return tuple(sorted(ordered[:many]))


@cached_by(100_000)
def _folded(word: str) -> str:
    bare = _OWNER.sub("", word)
    return singular(key_of(bare))


@cached
def _zipf() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in _FILE.read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines():
        zipf, *words = line.split()
        for word in words:
            found.setdefault(singular(word), round(float(zipf) * 10))
    return found


@cached
def _field() -> frozenset[str]:
    return frozenset(singular(word) for word in table("accounts")["words"]["field"])
