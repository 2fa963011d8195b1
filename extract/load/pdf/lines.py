"""Words of a page into lines: stretches of words without a wide gap, and their text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.load.pdf.words import Word, is_right_to_left

_WIDE = 0.9
"""Of the size of the letters: a gap within a line that may part columns."""
_SAME_LINE = 0.45
"""Of the size: how far apart the lines of two words may be that stand on one."""
_TOUCHING = 0.08
_SMALL = 0.9
"""Of the size of the line: letters that may be a raised mark of a note."""
_RAISED = 0.12
_MIRRORED = str.maketrans("()[]{}", ")(][}{")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words on one line without a wide gap among them."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False

    @property
    def top(self) -> float:
        """Where its letters begin, about."""
        return self.y - 0.8 * self.size

    @property
    def letters(self) -> int:
        """How many signs it has."""
        return len(self.text)


def stretches(words: Iterable[Word]) -> list[list[Stretch]]:
    """Return the stretches of each line, lines from the top and stretches from the left."""
    return [list(_stretches(line)) for line in _lines(words)]


def _lines(words: Iterable[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    y = size = 0.0
    for word in sorted(words, key=lambda word: (word.y, word.x0)):
        if not lines or word.y - y > _SAME_LINE * max(size, word.size):
            lines.append([])
            size = 0.0
        if word.size > size:
            y, size = word.y, word.size
        lines[-1].append(word)
    return lines


def _stretches(line: list[Word]) -> Iterable[Stretch]:
    line.sort(key=lambda word: word.x0)
    held: list[Word] = []
    for word in line:
        if held and word.x0 - held[-1].x1 > _WIDE * max(word.size, held[-1].size):
            yield _stretch(held)
            held = []
        held.append(word)
    yield _stretch(held)


def _stretch(words: Sequence[Word]) -> Stretch:
    weights: dict[float, int] = {}
    for word in words:
        weights[word.size] = weights.get(word.size, 0) + len(word.text)
    size = max(weights, key=lambda size: (weights[size], size))
    y = next(word.y for word in words if word.size == size)
    bold = sum(len(w.text) for w in words if w.bold) * 2 > sum(len(w.text) for w in words)
    joined = _touching(_marked(words, size, y))
    return Stretch(_told(joined), words[0].x0, max(w.x1 for w in words), y, size, bold)


def _marked(words: Sequence[Word], size: float, y: float) -> list[Word]:
    """The words, the raised numbers of notes in brackets, so that they become part of no other."""
    return [
        replace(word, text=f"[{word.text}]")
        if word.size < _SMALL * size and y - word.y > _RAISED * size and word.text.isalnum()
        else word
        for word in words
    ]


def _touching(words: Sequence[Word]) -> list[Word]:
    """The words, those joined that have no gap between them."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        if last is None or word.x0 - last.x1 > _TOUCHING * word.size or _overlap(last, word):
            found.append(word)
        else:
            one = is_right_to_left(last.text) or is_right_to_left(word.text)
            text = word.text + last.text if one and not word.text.isascii() else _both(last, word)
            found[-1] = replace(last, text=text, x1=max(word.x1, last.x1))
    return found


def _both(last: Word, word: Word) -> str:
    """A sign beside words of the other direction is mirrored by PDFium: here it is turned back."""
    first = last.text.translate(_MIRRORED) if last.text in ")]}" else last.text
    return first + word.text


def _overlap(last: Word, word: Word) -> bool:
    return last.x1 - word.x0 > 0.5 * word.size


def _told(words: Sequence[Word]) -> str:
    """The text of words from left to right, those from right to left in the order of their own."""
    if not any(is_right_to_left(word.text) for word in words):
        return " ".join(word.text for word in words)
    to_left = sum(len(w.text) for w in words if is_right_to_left(w.text))
    is_base = to_left * 2 > sum(len(w.text) for w in words)
    runs: list[list[Word]] = []
    for word in reversed(words) if is_base else words:
        within = is_right_to_left(word.text) is not is_base
        if within and runs and (is_right_to_left(runs[-1][0].text) is not is_base):
            runs[-1].insert(0, word)
        else:
            runs.append([word])
    return " ".join(word.text for run in runs for word in run)


def pitch_of(lines: Sequence[Stretch]) -> float:
    """Return the usual distance between two lines, 0 where there is none."""
    steps = sorted(b.y - a.y for a, b in pairwise(lines) if b.y > a.y)
    near = [step for step in steps if step < 2.2 * max(line.size for line in lines)]
    return near[len(near) // 3] if near else 0.0
