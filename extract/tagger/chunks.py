"""What the chunker looks at, and its labels into phrases."""

from collections.abc import Iterable, Iterator, Sequence

from extract.tagger.casing import folded

Run = tuple[str, int, int]
"""Kind, first and last token of a phrase or name, end exclusive."""

_EDGE = "|"
_OPENING = ("DET", "NUM", "PRON")
"""What opens a noun phrase of its own behind a hyphen that stands for a dash."""


def features_of(words: Sequence[str], tags: Sequence[str]) -> list[list[str]]:
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
    """Kind, first and last of the runs that labels of the form B-NP, I-NP, O tell."""
    first, kind = 0, ""
    for place, label in enumerate([*labels, "O"]):
        if kind and label != f"I-{kind}":
            yield kind, first, place
            kind = ""
        if label != "O" and not kind:
            first, kind = place, label[2:]


def whole_at_hyphens(runs: Iterable[Run], words: Sequence[str], tags: Sequence[str]) -> list[Run]:
    """Noun phrases that a hyphen between them makes one: "Deir al-Zor", not "two - a man"."""
    joined: list[Run] = []
    for kind, first, last in runs:
        before = joined[-1] if joined else ("", 0, 0)
        beside = kind == before[0] == "NP" and before[2] == first - 1
        if beside and words[first - 1] == "-" and not tags[first].startswith(_OPENING):
            joined[-1] = ("NP", before[1], last)
        else:
            joined.append((kind, first, last))
    return joined
