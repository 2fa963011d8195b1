"""Quotation marks, one by one and in pairs: which words of a report are quoted.

A single mark is an apostrophe unless it opens before a word and closes later on.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.records import Block, Span

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


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, the marks included."""

    start: int
    end: int
    depth: int
    """0 for an outermost quotation, 1 for one inside it, and so on."""
    closed: bool
    """False where the closing mark is missing; the quotation then ends with its block, or before
    the next opening mark."""
    single: bool = False
    """Between single marks, as scare quotes and headlines have them."""
    carried: bool = False
    """Goes on from the quotation that the block before left open."""

    @property
    def span(self) -> Span:
        """Where the quotation stands, marks included."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class _Open:
    start: int
    family: str
    carried: bool = False
    next_open: int | None = None
    """Where the next quotation of the same family opens."""


def find_quotations(text: str, blocks: Iterable[Block]) -> tuple[Quotation, ...]:
    """Return all quotations of a text in the order of their opening marks;
    two are nested or apart."""
    found: list[Quotation] = []
    left_open = False
    for block in blocks:
        inside = list(_in_block(text, block, left_open))
        found.extend(inside)
        left_open = any(not q.closed and not q.single and q.end == block.end for q in inside)
    return tuple(found)


def outermost(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return those that stand in no other, which do not overlap."""
    return tuple(quotation for quotation in quotations if quotation.depth == 0)


def _in_block(text: str, block: Block, left_open: bool) -> Iterator[Quotation]:
    pairing = _Pairing(text, block, left_open)
    for mark in marks_in(text, block):
        pairing.take(mark)
    pairing.finish()
    yield from _nested(pairing.found)


class _Pairing:
    """Pairs the marks of one block, first to last; each is pushed and popped at most once."""

    def __init__(self, text: str, block: Block, left_open: bool) -> None:
        self._text = text
        self._block = block
        self._left_open = left_open
        self._stack: list[_Open] = []
        self._open = dict.fromkeys(FAMILY.values(), 0)
        self._latest: dict[str, _Open] = {}
        self.found: list[Quotation] = []

    def take(self, mark: Mark) -> None:
        """Open or close a quotation at the mark, or pass over a closing mark that closes none."""
        is_open = self._open[mark.family] > 0
        side = mark.side or (Side.CLOSE if is_open else Side.OPEN)
        if side is Side.OPEN:
            self._push(mark)
        elif is_open:
            self._close(mark)
        elif self._left_open and mark.family == DOUBLE and not self._latest:
            start = self._block.start
            self.found.append(Quotation(start, mark.end, 0, closed=True, carried=True))
            self._left_open = False

    def finish(self) -> None:
        """End what was never closed."""
        while self._stack:
            self._leave(self._stack.pop(), self._block.end)

    def _push(self, mark: Mark) -> None:
        before = self._latest.get(mark.family)
        if before:
            before.next_open = mark.start
        carried = self._left_open and mark.start == self._block.start
        opened = _Open(mark.start, mark.family, carried)
        self._latest[mark.family] = opened
        self._stack.append(opened)
        self._open[mark.family] += 1

    def _close(self, mark: Mark) -> None:
        while (opened := self._stack.pop()).family != mark.family:
            self._open[opened.family] -= 1
            self._leave(opened, mark.start)
        self._open[mark.family] -= 1
        single = opened.family == SINGLE
        self.found.append(
            Quotation(opened.start, mark.end, 0, True, single=single, carried=opened.carried)
        )

    def _leave(self, opened: _Open, limit: int) -> None:
        """Record a quotation without a closing mark; a lone single mark is none."""
        if opened.family == SINGLE:
            return
        end = limit if opened.next_open is None else min(opened.next_open, limit)
        while end > opened.start + 1 and self._text[end - 1].isspace():
            end -= 1
        self.found.append(Quotation(opened.start, end, 0, closed=False, carried=opened.carried))


def _nested(found: list[Quotation]) -> Iterator[Quotation]:
    """In order, with their depths, each kept inside the one it begins in."""
    around: list[int] = []
    for quotation in sorted(found, key=lambda q: (q.start, -q.end)):
        while around and around[-1] <= quotation.start:
            around.pop()
        end = min(quotation.end, around[-1]) if around else quotation.end
        yield replace(quotation, end=end, depth=len(around))
        around.append(end)
