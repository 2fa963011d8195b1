"""Lines that come again at the head or the foot of pages: no part of what they tell."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.load.pdf.lines import Stretch

_ZONE = 0.1
"""Of the height of a page: its head and its foot."""
_SHARE = 0.4
"""Of the pages: on as many a line comes again, as right and left pages may have their own."""
_FEWEST = 3
"""Pages whose printed numbers fall behind the file's by as many."""
_AIR = 1.6
"""Of the size of the letters: what parts a running head from the words of the page."""
_STEP = 6.0
"""Points by which its place may differ."""
_LONGEST_NUMBER = 24
_DIGITS = re.compile(r"\d+")

Lines = list[list[Stretch]]


def without_running(pages: Sequence[Lines], edges: Sequence[tuple[float, float]]) -> int:
    """Take running heads, feet and numbers of pages out of the lines of pages; return how many.

    `edges` are top and bottom of each page.
    """
    keys = [[_key(line, edge) for line in lines] for lines, edge in zip(pages, edges, strict=True)]
    count = Counter(key for page in keys for key in {key for key in page if key})
    least = max(2, round(_SHARE * len(pages)))
    shift = _shift(pages, keys)
    gone = 0
    for number, (lines, found) in enumerate(zip(pages, keys, strict=True), 1):
        kept = [
            line
            for place, (line, key) in enumerate(zip(lines, found, strict=True))
            if key is None
            or not (
                count[key] >= least
                or _is_number(line, number, len(pages))
                or (shift is not None and number - shift in _at_ends(line) and _apart(lines, place))
            )
        ]
        gone += len(lines) - len(kept)
        lines[:] = kept
    return gone


def _key(line: Sequence[Stretch], edge: tuple[float, float]) -> tuple[str, int] | None:
    """What is the same of a line on all pages; none for lines between head and foot."""
    top, bottom = edge
    zone = _ZONE * (bottom - top)
    y = line[0].y
    if not (y < top + zone or y > bottom - zone):
        return None
    words = " ".join(one.text for one in line)
    return _DIGITS.sub("#", words).casefold(), round((y - top) / _STEP)


def _is_number(line: Sequence[Stretch], page: int, pages: int) -> bool:
    """Whether a line is the number of its page: "3", "- 3 -", "3 of 9"."""
    words = " ".join(one.text for one in line)
    if words.endswith(f" {page}/{pages}"):  # as browsers print it
        return True
    numbers = [int(found) for found in _DIGITS.findall(words)[:3] if len(found) < 5]
    return len(words) <= _LONGEST_NUMBER and numbers in ([page], [page, pages])


def _shift(pages: Sequence[Lines], keys: Sequence[Sequence[object]]) -> int | None:
    """How much the numbers that are printed on pages fall behind those of the file."""
    count: Counter[int] = Counter()
    for number, (lines, found) in enumerate(zip(pages, keys, strict=True), 1):
        for place, key in enumerate(found):
            if key is not None and _apart(lines, place):
                count.update(number - printed for printed in _at_ends(lines[place]))
    shift, votes = next(iter(count.most_common(1)), (0, 0))
    return shift if votes >= max(_FEWEST, _SHARE * len(pages)) else None


def _at_ends(line: Sequence[Stretch]) -> set[int]:
    """Numbers with which a line begins or ends, as running heads have that of the page."""
    words = " ".join(one.text for one in line).split()
    ends = {word for word in (*words[:1], *words[-1:]) if word.isascii() and word.isdigit()}
    return {int(word) for word in ends if len(word) < 5}


def _apart(lines: Lines, place: int) -> bool:
    """Whether a line is the first or the last of its page, with air between it and the others."""
    if len(lines) < 2:
        return True
    beside = 1 if place == 0 else place - 1
    if place not in (0, len(lines) - 1):
        return False
    gap = abs(lines[place][0].y - lines[beside][0].y)
    return gap > _AIR * max(one.size for one in (*lines[place], *lines[beside]))
