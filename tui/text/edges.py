"""The edges of a selection, moved by character, word, sentence and block."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extract.records import Block, Span

_LETTERS = r"(?:\w[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0900-\u0d7f]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:[-'’.,]{_LETTERS})*|[^\w\s]")
_JOINERS = "\u200d\ufe0e\ufe0f"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)")


def _belongs_to_letter(character: str) -> bool:
    """Whether a character is a mark on the letter before it: an accent, a vowel sign, a joiner."""
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me") or character in "\u200d\ufe0e\ufe0f"
    )


def _between_cells(blocks: Sequence[Block]) -> Iterator[int]:
    """Offsets in rows of tables that are in no cell: those of bars, which are not shown."""
    for block in blocks:
        ends = [block.start, *(end for cell in block.cells for end in (cell.start, cell.end))]
        for start, end in zip(ends[::2], [*ends[1::2], block.end], strict=True):
            yield from range(start, end if block.cells else start)


class Edges:
    """Where words, sentences and blocks of a text begin and end."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self._blocks = blocks
        between = set(_between_cells(blocks))
        words = (match.span() for match in _WORD.finditer(text))
        self._words = [span for span in words if span[0] not in between]
        self._starts = [start for start, _ in self._words]
        self._ends = [end for _, end in self._words]

    def word_at(self, offset: int) -> Span:
        """Return the word that an offset stands in, or the next one; the last beyond the end.

        Raises:
            IndexError: if the text has no word.
        """
        place = min(bisect_right(self._ends, offset), len(self._words) - 1)
        return Span(*self._words[place])

    def start_moved(self, span: Span, by: int) -> Span:
        """Return the span with its start so many words further, before its end."""
        place = bisect_left(self._starts, span.start)
        if by < 0 or self._is_start(place, span.start):
            place += by
        found = self._starts[max(0, min(place, len(self._starts) - 1))]
        return Span(found, span.end) if found < span.end else span

    def end_moved(self, span: Span, by: int) -> Span:
        """Return the span with its end so many words further, behind its start."""
        place = bisect_right(self._ends, span.end) - 1
        if by > 0 or (place >= 0 and self._ends[place] == span.end):
            place += by
        found = self._ends[max(0, min(place, len(self._ends) - 1))]
        return Span(span.start, found) if found > span.start else span

    def nudged(self, span: Span, start: int = 0, end: int = 0) -> Span:
        """Return the span with its edges so many characters further,
        inside the text and not empty."""
        first = self._beside_letter(max(0, min(span.start + start, span.end - 1)), start)
        last = self._beside_letter(min(len(self.text), max(span.end + end, first + 1)), end)
        return Span(first, last) if first < last else span

    def _beside_letter(self, offset: int, by: int) -> int:
        """An offset that does not part a letter from the marks that belong to it."""
        step = -1 if by < 0 else 1
        while 0 < offset < len(self.text) and _belongs_to_letter(self.text[offset]):
            offset += step
        return offset

    def moved(self, span: Span, by: int) -> Span:
        """Return the word so many further than the first of the span."""
        place = bisect_right(self._starts, span.start) - 1 + by
        return Span(*self._words[max(0, min(place, len(self._words) - 1))])

    def sentence(self, span: Span) -> Span:
        """Return the span grown to the sentences it stands in; where it is that already,
        by one more."""
        block = self._block(span.start)
        first, last = (block.start, block.end) if block else (0, len(self.text))
        ends = [m.end() for m in _SENTENCE_END.finditer(self.text, first, last)]
        ends = ends if ends and ends[-1] == last else [*ends, last]
        starts = [first, *(self._next_word(end) for end in ends[:-1])]
        start = max(begin for begin in starts if begin <= max(span.start, first))
        wanted = span.end if start != span.start or span.end not in ends else span.end + 1
        end = next((stop for stop in ends if stop >= wanted), ends[-1])
        return Span(start, max(end, span.end))

    def block(self, span: Span) -> Span:
        """Return the span grown to the paragraphs it stands in."""
        first, last = self._block(span.start), self._block(span.end - 1)
        return Span(first.start if first else span.start, last.end if last else span.end)

    def _block(self, offset: int) -> Block | None:
        place = bisect_right([block.start for block in self._blocks], offset) - 1
        found = self._blocks[place] if place >= 0 else None
        return found if found is not None and offset < found.end else None

    def _is_start(self, place: int, offset: int) -> bool:
        return place < len(self._starts) and self._starts[place] == offset

    def _next_word(self, offset: int) -> int:
        place = bisect_left(self._starts, offset)
        return self._starts[place] if place < len(self._starts) else offset
