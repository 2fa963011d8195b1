"""What the name tagger looks at."""

from collections.abc import Iterable, Iterator, Sequence

from extract.lexicon import cached_by
from extract.tagger.casing import (
    Casing,
    Usage,
    cue_of,
    folded,
    marks_of,
    places_in,
    runs_of_capitals,
    shape_of,
)

KINDS = ("PER", "LOC", "ORG", "MISC")
_EDGE = "|"
_CACHE = 50_000
_REACH = 2
"""Words to either side of one with a capital that may belong to its name, or tell of it."""


@cached_by(_CACHE)
def _own(word: str, casing: Casing) -> tuple[str, ...]:
    low = folded(word)
    found = [f"w={low}"]
    found += [f"s{n}={low[-n:]}" for n in range(2, min(len(low), 5))]
    found += [f"p{n}={low[:n]}" for n in range(2, min(len(low), 5))]
    found.append(f"sh={shape_of(word)}" if casing is Casing.NORMAL else "sh=?" + casing.value)
    found += [f"g={mark}" for mark in marks_of(word)]
    if cue_of(word):
        found.append(f"c={cue_of(word)}")
    return tuple(found)


@cached_by(_CACHE)
def _beside(word: str, side: str) -> tuple[str, ...]:
    low, cue = folded(word), cue_of(word)
    found = [f"{side}w={low}", f"{side}s={low[-3:]}", f"{side}sh={shape_of(word)}"]
    found += [f"{side}g={mark}" for mark in marks_of(word)]
    return (*found, f"{side}c={cue}") if cue else tuple(found)


@cached_by(_CACHE)
def _far(word: str, side: str) -> tuple[str, ...]:
    cue = cue_of(word)
    found = f"{side}w={folded(word)}", f"{side}sh={shape_of(word)}"
    return (*found, f"{side}c={cue}") if cue else found


def windows_of(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of a sentence where names can be: around words with a capital letter."""
    windows: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if word.islower() or not any(map(str.isupper, word)):
            continue
        first, last = max(place - _REACH, 0), min(place + _REACH + 1, len(words))
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], last)
        else:
            windows.append((first, last))
    return windows


def features_of(
    words: Sequence[str],
    tags: Sequence[str],
    casing: Casing,
    usage: Usage,
    windows: Iterable[tuple[int, int]],
) -> Iterator[list[list[str]]]:
    """Yield for each window one list of features a word, from all that the document tells."""
    padded = [_EDGE, _EDGE, *words, _EDGE, _EDGE]
    marks = [_EDGE, *tags, _EDGE]
    places, runs = places_in(words), runs_of_capitals(words)
    for window in windows:
        rows = []
        for place in range(*window):
            row = _around(padded[place : place + 5], casing)
            before, tag, after = marks[place : place + 3]
            row += (f"t={tag}", f"-t={before} {tag}", f"+t={tag} {after}")
            if place in places:
                row.append(f"gs={places[place]}")
            if words[place][0].isupper():
                row += _in_document(padded[place + 1 : place + 4], casing, usage, place)
            run = runs[place]
            if run is not None:
                row += _in_run(words, tags, place, *run)
            rows.append(row)
        yield rows


def _around(window: Sequence[str], casing: Casing) -> list[str]:
    """The word and two to either side."""
    far, before, word, after, beyond = window
    low = folded(word)
    return [
        *_own(word, casing),
        *_beside(before, "-"),
        *_beside(after, "+"),
        *_far(far, "--"),
        *_far(beyond, "++"),
        f"b={folded(before)} {low}",
        f"a={low} {folded(after)}",
        f"m={shape_of(before)} {shape_of(word)} {shape_of(after)}",
    ]


def _in_document(window: Sequence[str], casing: Casing, usage: Usage, place: int) -> list[str]:
    """How the document writes the word elsewhere, and whether it stands in a longer name there."""
    before, word, after = window
    found = [f"u={usage.of(word)}{casing.value}{'' if place else '^'}"]
    if word in usage.in_longer:
        alone = not (before[0].isupper() or after[0].isupper())
        found.append(f"l={usage.in_longer[word]}{'a' if alone else ''}")
    return found


def _in_run(
    words: Sequence[str], tags: Sequence[str], place: int, first: int, last: int
) -> list[str]:
    """What the capitalised words around the word tell of it, and what stands around them all."""
    low_before = folded(words[first - 1]) if first else "^"
    low_after = folded(words[last]) if last < len(words) else "$"
    found = [
        f"rn={min(last - first, 6)} {min(place - first, 3)}",
        f"rl={folded(words[last - 1])}",
        f"rf={folded(words[first])}",
        f"rb={low_before}",
        f"ra={low_after}",
        f"rt={tags[last] if last < len(words) else '$'}",
    ]
    cues = {cue_of(word) for word in words[first:last]} - {""}
    found += [f"rc={cue}" for cue in sorted(cues)]
    if cue_of(words[last - 1]):
        found.append(f"rlc={cue_of(words[last - 1])} {place == last - 1}")
    if cue_of(words[first]):
        found.append(f"rfc={cue_of(words[first])} {place == first}")
    return found
