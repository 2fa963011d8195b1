"""Statements whose sentence a stray blank line has cut in two."""

from bisect import bisect_right
from collections.abc import Sequence

from extract.attribution.draft import Draft
from extract.attribution.page import Line, Page, Run

_MEND = frozenset({"clause", "according", "headline"})


def mend(page: Page, lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """Let what is said go on over lines that begin in lower case after one without a full stop."""
    for draft in drafts:
        if draft.frame not in _MEND:
            continue
        last = draft.contents[-1].last
        place = bisect_right(lines, last - 1, key=lambda line: line.first) - 1
        while last == lines[place].last and _goes_on(page, lines, place):
            place += 1
            draft.contents.append(Run(lines[place].first, lines[place].closing))
            last = draft.contents[-1].last


def _goes_on(page: Page, lines: Sequence[Line], place: int) -> bool:
    """Whether the next line continues the sentence of this one."""
    if place + 1 >= len(lines) or page.low[lines[place].last - 1] == ":":
        return False
    after = lines[place + 1]
    if after.sentence.block == lines[place].sentence.block or after.first >= after.last:
        return False
    return page.words(Run(after.first, after.first + 1))[0].islower()
