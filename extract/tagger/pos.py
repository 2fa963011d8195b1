"""What the part-of-speech tagger looks at."""

from collections.abc import Sequence
from functools import lru_cache

from extract.tagger.casing import Casing, Usage, folded, shape_of

_EDGE = "|"
_CACHE = 50_000


@lru_cache(maxsize=_CACHE)
def _own(word: str, casing: Casing) -> tuple[str, ...]:
    low = folded(word)
    found = [f"w={low}"]
    found += [f"s{n}={low[-n:]}" for n in range(1, min(len(low), 5))]
    found += [f"p{n}={low[:n]}" for n in range(1, min(len(low), 4))]
    found.append(f"sh={shape_of(word)}" if casing is Casing.NORMAL else "sh=?" + casing.value)
    if "-" in low:
        found.append("h=" + low[low.rindex("-") + 1 :])
    return tuple(found)


@lru_cache(maxsize=_CACHE)
def _beside(word: str, side: str) -> tuple[str, str]:
    low = folded(word)
    return f"{side}w={low}", f"{side}s={low[-3:]}"


def features_of(words: Sequence[str], casing: Casing, usage: Usage) -> list[list[str]]:
    """Return one list of features a word."""
    lows = [_EDGE, _EDGE, *map(folded, words), _EDGE, _EDGE]
    rows = []
    for place, word in enumerate(words):
        before, low, after = lows[place + 1], lows[place + 2], lows[place + 3]
        row = [*_own(word, casing), *_beside(before, "-"), *_beside(after, "+")]
        row.append("--" + lows[place])
        row.append("++" + lows[place + 4])
        row.append(f"b={before} {low}")
        row.append(f"a={low} {after}")
        row.append(f"m={before[-3:]} {low[-3:]} {after[-3:]}")
        if place == 0 or casing is not Casing.NORMAL:
            row.append("u=" + usage.of(word) + (casing.value or "^"))
        rows.append(row)
    return rows
