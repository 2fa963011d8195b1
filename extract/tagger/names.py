"""What the name tagger looks at."""

from collections.abc import Sequence
from functools import lru_cache

from extract.gazetteer import countries_of_people, is_country, places_named
from extract.tagger.casing import Casing, Usage
from extract.tagger.shapes import folded, shape_of

KINDS = ("PER", "LOC", "ORG", "MISC")
_EDGE = "|"
_CACHE = 50_000


@lru_cache(maxsize=_CACHE)
def _own(word: str, casing: Casing) -> tuple[str, ...]:
    low = folded(word)
    found = [f"w={low}"]
    found += [f"s{n}={low[-n:]}" for n in range(2, min(len(low), 5))]
    found += [f"p{n}={low[:n]}" for n in range(2, min(len(low), 5))]
    found.append(f"sh={shape_of(word)}" if casing is Casing.NORMAL else "sh=?" + casing.value)
    if word[:1].isupper() or casing is not Casing.NORMAL:
        found += [f"g={mark}" for mark in _known(word)]
    return tuple(found)


@lru_cache(maxsize=_CACHE)
def _known(word: str) -> tuple[str, ...]:
    """What the gazetteer tells of a name."""
    marks = []
    if is_country(word):
        marks.append("country")
    if countries_of_people(word.capitalize()):
        marks.append("people")
    places = places_named(word) if len(word) > 2 else ()
    if places:
        marks.append(f"place{len(str(places[0].population))}")
    return tuple(marks)


@lru_cache(maxsize=_CACHE)
def _beside(word: str, side: str) -> tuple[str, str, str]:
    low = folded(word)
    return f"{side}w={low}", f"{side}s={low[-3:]}", f"{side}sh={shape_of(word)}"


def features_of(
    words: Sequence[str], tags: Sequence[str], casing: Casing, usage: Usage
) -> list[list[str]]:
    """One list of features a word."""
    row_words = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
    lows = [folded(word) for word in row_words]
    marks = [_EDGE, *tags, _EDGE]
    spans = _place_spans(words)
    rows = []
    for place, word in enumerate(words):
        before, low, after = lows[place + 1], lows[place + 2], lows[place + 3]
        row = [
            *_own(word, casing),
            *_beside(row_words[place + 1], "-"),
            *_beside(row_words[place + 3], "+"),
            "--" + lows[place],
            "++" + lows[place + 4],
            "--" + shape_of(row_words[place]),
            "++" + shape_of(row_words[place + 4]),
            f"b={before} {low}",
            f"a={low} {after}",
            f"t={tags[place]}",
            f"-t={marks[place]} {tags[place]}",
            f"+t={tags[place]} {marks[place + 2]}",
            f"m={shape_of(row_words[place + 1])} {shape_of(word)} {shape_of(row_words[place + 3])}",
        ]
        if place in spans:
            row.append("gs=" + spans[place])
        if word[0].isupper():
            row.append("u=" + usage.of(word) + casing.value + ("^" if place == 0 else ""))
            alone = not (row_words[place + 1][0].isupper() or row_words[place + 3][0].isupper())
            if word in usage.in_longer:
                row.append(f"l={usage.in_longer[word]}{'a' if alone else ''}")
        rows.append(row)
    return rows


def _place_spans(words: Sequence[str]) -> dict[int, str]:
    """Tokens of names of places of two or three words, by where they stand in it."""
    found: dict[int, str] = {}
    for first in range(len(words) - 1):
        if not words[first][0].isupper() or first in found:
            continue
        for last in (first + 3, first + 2):
            if last > len(words) or not words[last - 1][0].isupper():
                continue
            name = " ".join(words[first:last]).replace(" - ", "-")
            kind = "C" if is_country(name) else "P" if places_named(name) else ""
            if kind:
                found |= dict.fromkeys(range(first + 1, last), f"{kind}I") | {first: f"{kind}F"}
                break
    return found
