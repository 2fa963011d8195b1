"""Who stands behind the words at an offset."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from extract.records import Attribution, Span

NOBODY = -1
NEUTRAL = "neutral"


class Statements:
    """The statements of a text, one inside another: whose they are and how said, by offset."""

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        contents = ((span, a.source or "", a.stance) for a in attributions for span in a.content)
        said = sorted(contents)
        self._spans = [span for span, *_ in said]
        self._sources = [source for _, source, _ in said]
        self._stances = [stance for *_, stance in said]
        self._outer = _outer(self._spans)

    def statement_at(self, offset: int) -> int:
        """Return number of the innermost statement at the offset, `NOBODY` outside all."""
        place = bisect_right(self._spans, offset, key=lambda span: span.start) - 1
        while place != NOBODY and self._spans[place].end <= offset:
            place = self._outer[place]
        return place

    def source_at(self, offset: int) -> str | None:
        """Id of the source that says what stands at the offset: the innermost that is named."""
        place = self.statement_at(offset)
        while place != NOBODY and not (self._sources[place] and offset < self._spans[place].end):
            place = self._outer[place]
        return self._sources[place] if place != NOBODY else None

    def stance_at(self, offset: int) -> str:
        """Return the stance of whoever says what stands at the offset;
        neutral outside all statements."""
        place = self.statement_at(offset)
        return self._stances[place] if place != NOBODY else NEUTRAL


def _outer(spans: Sequence[Span]) -> list[int]:
    """For each span, in order, the nearest before it that ends after it begins."""
    outer: list[int] = []
    open_spans: list[int] = []
    for place, span in enumerate(spans):
        while open_spans and spans[open_spans[-1]].end <= span.start:
            open_spans.pop()
        outer.append(open_spans[-1] if open_spans else NOBODY)
        open_spans.append(place)
    return outer
