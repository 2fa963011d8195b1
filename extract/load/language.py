"""Which language a report is in, as far as its reading has to know: English, or which other.

By the script of its words and by the short words that stand in every sentence. A report is taken
for English unless much speaks against it: quotations in another language, names and tables do not.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.lexicon import cached, table

_ENGLISH, _LATIN, _JAPANESE, _CHINESE = "english", "latin", "japanese", "chinese"
UNKNOWN = "another language"
"""In place of a language that cannot be named."""
_LONGEST = 20_000
"""Code points that are looked at; more would tell no more."""
_OPENING, _PLAINLY = 2_000, 0.25
"""Code points of an opening that is looked at first, and the share of short words in it by which a
report is plainly English."""
_WORD = re.compile(r"[^\W\d_]+")
_MOST_FOREIGN = 0.6
"""Share of words in another script from which on a report is not in English."""
_FEWEST = 8
"""Words in another script below which nothing is told by them."""
_FEWEST_HITS, _TIMES = 4, 1.5
"""Different short words of another language, and how many times as many there are as English
ones."""
_LONGEST_IN_NAME = 2
"""Words in lower case that may stand together within a name."""
_ENOUGH, _DIFFERENT, _LEAST_ENGLISH = 40, 20, 0.08
"""Words in lower case, and different ones, of which no English report has so small a share of short
ones."""


def foreign_language(text: str, stated: str | None = None) -> str | None:
    """Return the English name of the language of a text that is not English; none for an English
    one, and where too little is told.

    `stated` is the language that the report or its sidecar states: one in the Latin script that is
    stated to be English is taken for English.
    """
    opening = [word.lower() for word in _WORD.findall(text, 0, _OPENING)]
    if sum(word in _sets()[_ENGLISH] for word in opening) > max(_FEWEST, _PLAINLY * len(opening)):
        return None
    words = _WORD.findall(text, 0, _LONGEST)
    scripts = Counter(map(_script_of, words))
    others = len(words) - scripts[_LATIN]
    if others >= _FEWEST and others >= _MOST_FOREIGN * len(words):
        return _named_by_script(words, scripts)
    if (stated or "").lower().startswith("en"):
        return None
    return _by_words([word for word in words if _script_of(word) == _LATIN])


def _named_by_script(words: Sequence[str], scripts: Counter[str]) -> str:
    del scripts[_LATIN]
    script = _JAPANESE if scripts[_JAPANESE] else scripts.most_common(1)[0][0]
    hits = _hits(words)
    told = {name: count for name, count in hits.items() if _script_of(_lists()[name][0]) == script}
    best = max(told, key=lambda name: told[name], default=script)
    return (best if told.get(best) else script).capitalize()


def _by_words(words: Sequence[str]) -> str | None:
    outside = [word.lower() for word in _outside_names(words)]
    hits = _hits(outside)
    english = hits.pop(_ENGLISH, 0)
    best = max(hits, key=lambda name: hits[name], default="")
    several = best and len(_sets()[best].intersection(outside)) >= _FEWEST_HITS
    if several and hits[best] >= _TIMES * english:
        return best.capitalize()
    small = [word for word in words if word[0].islower()]
    plain = sum(word in _sets()[_ENGLISH] for word in small)
    enough = len(small) >= _ENOUGH and len(set(small)) >= _DIFFERENT
    return UNKNOWN if enough and plain < _LEAST_ENGLISH * len(small) else None


def _outside_names(words: Sequence[str]) -> Iterator[str]:
    """The words but for one or two in lower case between others with capitals: "Santa Maria de la
    Paz" says nothing of the language around it."""
    for is_small, group in groupby(enumerate(words), key=lambda pair: pair[1][0].islower()):
        run = list(group)
        first, last = run[0][0], run[-1][0]
        inside = first > 0 and last + 1 < len(words)
        if not (is_small and inside and len(run) <= _LONGEST_IN_NAME):
            yield from (word for _, word in run)


def _hits(words: Sequence[str]) -> dict[str, int]:
    """How many of the words are short words of each language."""
    counted = Counter(words)
    return {
        name: sum(count for word, count in counted.items() if word in known)
        for name, known in _sets().items()
    }


def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = table("languages")["words"]
    return lists


@cached
def _sets() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in _lists().items()}


def _script_of(word: str) -> str:
    starts, ranges = _ranges()
    place = bisect_right(starts, ord(word[0])) - 1
    return ranges[place][1] if place >= 0 and ord(word[0]) <= ranges[place][0] else ""


@cached
def _ranges() -> tuple[list[int], list[tuple[int, str]]]:
    """Where ranges of code points begin, in order, and of each its last and its script."""
    found = sorted(
        (*_ends(ends), name)
        for name, ranges in table("languages")["script"].items()
        for ends in ranges
    )
    return [first for first, _, _ in found], [(last, name) for _, last, name in found]


def _ends(ends: str) -> tuple[int, int]:
    first, last = ends.split("-")
    return int(first, 16), int(last, 16)
