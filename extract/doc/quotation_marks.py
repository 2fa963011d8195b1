"""Quotation marks one by one: which open, which close, and which are apostrophes.

A single mark is an apostrophe unless it opens before a word and closes later on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from extract.lexicon import cached, table
from extract.lexicon.patterns import alternation
from extract.records import Block

_MARK = re.compile(r"'''|``|''|[\"“”„‟«»‹›「」『』‘’‚‛'`]")
DOUBLE = "double"
SINGLE = "single"
FAMILY = {
    **dict.fromkeys(("``", "''", '"', "“", "”", "„", "‟"), DOUBLE),
    **dict.fromkeys(("‘", "’", "‚", "‛", "'", "`"), SINGLE),
    **dict.fromkeys(("«", "»"), "guillemet"),
    **dict.fromkeys(("‹", "›"), "small guillemet"),
    **dict.fromkeys(("「", "」"), "corner"),
    **dict.fromkeys(("『", "』"), "white corner"),
}
"""The marks that may close one another."""
_OPENING = frozenset("“„‟«‹「『") | {"``"}
_DIRECTED = _OPENING | frozenset("”»›」』")
"""Signs whose form tells what they do, where the space around them does not."""
_BEFORE_OPENING = frozenset("([{<-–—/…:;=“\"‘'«")
_AFTER_CLOSING = frozenset(")]}>-–—/…,.;:!?”\"’'»")


class Side(Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, which may be written with several characters."""

    start: int
    end: int
    family: str
    side: Side | None
    """None where only what is open tells."""


def marks_in(text: str, block: Block) -> list[Mark]:
    """Return the quotation marks of a block in order, without its apostrophes."""
    return _resolved_singles(text, list(_marks(text, block)))


def _marks(text: str, block: Block) -> Iterator[Mark]:
    for match in _MARK.finditer(text, block.start, block.end):
        if match.group() == "'''":
            yield from _three(text, block, match.start())
        else:
            yield _mark(text, block, match.start(), match.end())


def _three(text: str, block: Block, start: int) -> Iterator[Mark]:
    """A single and a double mark written with apostrophes; the single stands inside."""
    opens = _opens(text, block, start, start + 3)
    middle = start + 2 if opens else start + 1
    sides = (start, middle), (middle, start + 3)
    for first, last in sides:
        family = SINGLE if last - first == 1 else DOUBLE
        yield Mark(first, last, family, Side.OPEN if opens else Side.CLOSE)


def _mark(text: str, block: Block, start: int, end: int) -> Mark:
    sign = text[start:end]
    opens, closes = _opens(text, block, start, end), _closes(text, block, start, end)
    side: Side | None = None
    if opens != closes:
        side = Side.OPEN if opens else Side.CLOSE
    elif sign in _DIRECTED and not _floats(text, block, start, end):
        side = Side.OPEN if sign in _OPENING else Side.CLOSE
    return Mark(start, end, FAMILY[sign], side)


def _opens(text: str, block: Block, start: int, end: int) -> bool:
    """Whether a word begins after the mark and none ends before it."""
    if end >= block.end or text[end].isspace() or _ends_clause(text, end):
        return False
    before = text[start - 1] if start > block.start else " "
    return before.isspace() or before in _BEFORE_OPENING


def _closes(text: str, block: Block, start: int, end: int) -> bool:
    """Whether a word ends before the mark and none begins after it."""
    if start <= block.start:
        return False
    if text[start - 1].isspace():
        return end < block.end and _ends_clause(text, end)
    after = text[end] if end < block.end else " "
    return after.isspace() or after in _AFTER_CLOSING


def _floats(text: str, block: Block, start: int, end: int) -> bool:
    """Whether a curly mark stands alone between spaces, where writers mix up the two forms."""
    if text[start] not in "“”" or start <= block.start or end >= block.end:
        return False
    return text[start - 1].isspace() and text[end].isspace()


def _ends_clause(text: str, place: int) -> bool:
    """Whether a sign stands there that no quotation begins with: a comma, one full stop."""
    return text[place] in ",;" or (text[place] == "." and text[place : place + 2] != "..")


def _resolved_singles(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks without apostrophes: single ones stay only where they open and close."""
    kept: list[Mark] = []
    closers_left = sum(_may_close(mark) for mark in marks)
    is_open = False
    for place, mark in enumerate(marks):
        if mark.family != SINGLE:
            kept.append(mark)
            continue
        closers_left -= _may_close(mark)
        if is_open and _may_close(mark) and not _is_possessive(text, marks, place):
            is_open = False
            kept.append(mark)
        elif not is_open and closers_left and _may_open(text, mark):
            is_open = True
            kept.append(mark)
    return kept


def _may_close(mark: Mark) -> bool:
    return mark.family == SINGLE and mark.side is Side.CLOSE


def _may_open(text: str, mark: Mark) -> bool:
    return mark.side is Side.OPEN and not _elision().match(text, mark.end)


@cached
def _elision() -> re.Pattern[str]:
    """What follows an apostrophe that stands for left-out letters at the start of a word."""
    words = alternation(table("tokens")["word"]["elided"])
    return re.compile(rf"(?:\d\ds?|{words})\b", re.IGNORECASE)


def _is_possessive(text: str, marks: Sequence[Mark], place: int) -> bool:
    """Whether a mark after "s" and before a word leaves the closing to a later single mark."""
    mark = marks[place]
    follows = text[mark.end : mark.end + 2]
    if text[mark.start - 1] != "s" or not (follows[:1] == " " and follows[1:].islower()):
        return False
    later = next((m for m in marks[place + 1 : place + 4] if m.family == SINGLE), None)
    return later is not None and _may_close(later)
