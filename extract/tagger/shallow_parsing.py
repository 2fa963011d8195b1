"""Shallow parsing: what the taggers of parts of speech and of chunks look at; chunks as runs."""

from collections.abc import Iterable, Iterator, Sequence
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


def pos_features(words: Sequence[str], casing: Casing, usage: Usage) -> list[list[str]]:
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


# ------------------------------------------------------------------------------ chunks
Run = tuple[str, int, int]
"""Kind, first and last token of a phrase or name, end exclusive."""

_OPENING = ("DET", "NUM", "PRON")
"""What opens a noun phrase of its own behind a hyphen that stands for a dash."""


def chunk_features(words: Sequence[str], tags: Sequence[str]) -> list[list[str]]:
    """Return one list of features a word, from the words and their fine part-of-speech tags."""
    lows = [_EDGE, _EDGE, *map(folded, words), _EDGE, _EDGE]
    marks = [_EDGE, _EDGE, *tags, _EDGE, _EDGE]
    rows = []
    for place in range(len(words)):
        _, before, low, after, _ = lows[place : place + 5]
        far, left, tag, right, beyond = marks[place : place + 5]
        rows.append(
            [
                f"w={low}",
                f"-w={before}",
                f"+w={after}",
                f"t={tag}",
                f"-t={left}",
                f"+t={right}",
                f"--t={far}",
                f"++t={beyond}",
                f"wt={low} {tag}",
                f"b={left} {tag}",
                f"a={tag} {right}",
                f"bb={far} {left} {tag}",
                f"m={left} {tag} {right}",
                f"aa={tag} {right} {beyond}",
                f"bw={before} {low}",
                f"aw={low} {after}",
                f"tw={left} {low}",
                f"wt+={low} {right}",
            ]
        )
    return rows


def runs_of(labels: Sequence[str]) -> Iterator[Run]:
    """Yield kind, first and last of the runs that labels of the form B-NP, I-NP, O tell."""
    first, kind = 0, ""
    for place, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield kind, first, place
            kind = ""
        if label != "O" and not kind:
            first, kind = place, label[2:]


def whole_at_hyphens(runs: Iterable[Run], words: Sequence[str], tags: Sequence[str]) -> list[Run]:
    """Return the runs, joining noun phrases at a hyphen: "Deir al-Zor", not "two - a man"."""
    joined: list[Run] = []
    for kind, first, last in runs:
        before = joined[-1] if joined else ("", 0, 0)
        beside = kind == before[0] == "NP" and before[2] == first - 1
        if beside and words[first - 1] == "-" and not tags[first].startswith(_OPENING):
            joined[-1] = ("NP", before[1], last)
        else:
            joined.append((kind, first, last))
    return joined


_FINITE = ("VERB-VBD", "VERB-VBZ", "VERB-VBP")
_NAMING = ("NOUN", "PROPN")


def parted_at_verbs(runs: Iterable[Run], tags: Sequence[str]) -> Iterator[Run]:
    """Yield the runs, a noun phrase parted at a finite verb in it: "Rioters set fire"."""
    for kind, first, last in runs:
        verb = next((at for at in range(first + 1, last - 1) if _is_verb(at, tags)), None)
        if kind != "NP" or verb is None:
            yield kind, first, last
        else:
            yield from (("NP", first, verb), ("VG", verb, verb + 1), ("NP", verb + 1, last))


def _is_verb(place: int, tags: Sequence[str]) -> bool:
    """Whether a finite verb stands between two nouns."""
    beside = tags[place - 1], tags[place + 1]
    return tags[place] in _FINITE and all(tag in _NAMING for tag in beside)
