"""Lines that come again at the head or the foot of pages: no part of what they tell."""

import re
from collections import Counter
from collections.abc import Sequence

from extract.load.pdf.lines import Stretch

_ZONE = 0.1
"""Of the height of a page: its head and its foot."""
_SHARE = 0.4
"""Of the pages: on as many a line comes again, as right and left pages may have their own."""
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
    gone = 0
    for number, (lines, found) in enumerate(zip(pages, keys, strict=True), 1):
        kept = [
            line
            for line, key in zip(lines, found, strict=True)
            if key is None or not (count[key] >= least or _is_number(line, number, len(pages)))
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
    numbers = [int(found) for found in _DIGITS.findall(words)[:3] if len(found) < 5]
    return len(words) <= _LONGEST_NUMBER and numbers in ([page], [page, pages])
