"""Quotation marks in pairs: which words of a report are quoted.

Marks are paired inside one block, for a quotation that goes on into the next paragraph opens anew
there (the convention: no closing mark at the end of the first, a fresh opening mark before the
second). A single mark is an apostrophe unless it opens before a word and closes later on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.doc.quotation_marks import DOUBLE, FAMILY, SINGLE, Mark, Side, marks_in
from extract.records import Block, Span


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
