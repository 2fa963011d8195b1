"""Days on which counts stood: "as of 18:00 on 20 March" dates the numbers that follow."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from extract.doc.doc import Doc
from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.records import When
from extract.vocabulary import BlockKind

_REACH = 40
"""Code points before a date among which the words that make it one of a count begin."""
_LINE = 60
"""Code points of the longest line that says no more than as of when."""
_HEADS = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING})
_ENDS = re.compile(r"[.;!?\n]")


@cached
def state_words() -> re.Pattern[str]:
    """Return what tells that a date is that of a count and not of what was done:
    "as of 20 March"."""
    return re.compile(rf"\b{alternation(table('incidents')['state']['before'])}\b", re.IGNORECASE)


class StateDays:
    """The dates of a report that are those of counts."""

    def __init__(self, doc: Doc, dates: Iterable[When]) -> None:
        dated = [when for when in dates if when.calendar and when.start and when.end]
        self._all = sorted((when for when in dated if _is_of_count(doc.text, when)), key=_start)
        self._of_heads = [when for when in self._all if _is_in_head(doc, when)]

    def before(self, offset: int, labelled: bool) -> When | None:
        """Return the date by which what is counted at an offset stood: the last one before it.

        A sentence of the story dates the numbers in tables and behind labels below it alone; a
        heading or a line of its own dates all that follows.
        """
        found = self._all if labelled else self._of_heads
        place = bisect_left(found, offset, key=_start)
        return found[place - 1] if place else None


def _is_in_head(doc: Doc, when: When) -> bool:
    block = doc.block_at(when.start_offset)
    if block is None:
        return False
    return block.kind in _HEADS or block.end - block.start <= _LINE


def _start(when: When) -> int:
    return when.start_offset


@cached
def _standing() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(table('incidents')['state']['stands'])}\b", re.IGNORECASE)


def _is_of_count(text: str, when: When) -> bool:
    start = max(0, when.start_offset - _REACH)
    words = list(_standing().finditer(text, start, when.start_offset))
    return bool(words) and _ENDS.search(text, words[-1].end(), when.start_offset) is None
