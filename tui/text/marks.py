"""Marks on a text, found by where they stand: which of twenty thousand touch this row.

What a mark looks like is a set of bits; where marks overlap, a character has the bits of all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

_CHUNK_BITS = 10
"""Marks are filed under chunks of 1,024 characters: measured best for rows of text."""
_LONG = 16
"""Marks over more chunks than this are kept apart: one over the whole text costs nothing."""


class Marks:
    """Numbered spans with bits, in the order given."""

    def __init__(self, spans: Iterable[tuple[int, int]] = (), bits: Iterable[int] = ()) -> None:
        self.spans = list(spans)
        self.bits = list(bits)
        """What each mark looks like; may be changed in place."""
        self._filed: defaultdict[int, list[int]] = defaultdict(list)
        self._long: list[int] = []
        for number, (start, end) in enumerate(self.spans):
            self._file(number, start, end)

    def __len__(self) -> int:
        return len(self.spans)

    def touching(self, start: int, end: int) -> Iterator[int]:
        """Yield numbers of the marks that share a character with a range, each once."""
        first, last = _chunks(start, end)
        for chunk in range(first, last + 1):
            for number in self._filed.get(chunk, ()):
                own_start, own_end = self.spans[number]
                reached_first = max(own_start >> _CHUNK_BITS, first) == chunk
                if own_start < end and start < own_end and reached_first:
                    yield number
        for number in self._long:
            own_start, own_end = self.spans[number]
            if own_start < end and start < own_end:
                yield number

    def _file(self, number: int, start: int, end: int) -> None:
        first, last = _chunks(start, end)
        if last - first > _LONG:
            self._long.append(number)
            return
        for chunk in range(first, last + 1):
            self._filed[chunk].append(number)


def runs(
    start: int, end: int, layers: Sequence[Marks], base: int = 0
) -> list[tuple[int, int, int]]:
    """Return a range cut wherever its look changes: start, end and bits of each piece."""
    looks = [base] * (end - start)
    for marks in layers:
        for number in marks.touching(start, end):
            own_start, own_end = marks.spans[number]
            bits = marks.bits[number]
            for place in range(max(own_start, start) - start, min(own_end, end) - start):
                looks[place] |= bits
    pieces, place = [], start
    for bits, same in groupby(looks):
        length = sum(1 for _ in same)
        pieces.append((place, place + length, bits))
        place += length
    return pieces


def _chunks(start: int, end: int) -> tuple[int, int]:
    return start >> _CHUNK_BITS, max(start, end - 1) >> _CHUNK_BITS
