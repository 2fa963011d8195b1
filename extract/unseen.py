"""Characters without a sign, such as soft hyphens: a report is read as if they were not there.

What was found is then moved to where it stands in the text as it is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from itertools import accumulate
from typing import Any

from extract.records import Article, Block, Reading, Span, When

_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]+"
    "|(?<=[A-Za-z])[\u200c\u200d]+(?=[A-Za-z])"
)
_OFFSETS = frozenset({"start", "start_offset"})
_ENDS = frozenset({"end", "end_offset"})


class Seen:
    """An article without what cannot be seen, and where its characters stand in the whole one."""

    def __init__(self, article: Article) -> None:
        gone = [match.span() for match in _UNSEEN.finditer(article.text)]
        self._gaps = list(accumulate((end - start for start, end in gone), initial=0))
        self._places = [start - gap for (start, _), gap in zip(gone, self._gaps, strict=False)]
        self._gone = gone
        self._text = article.text
        self.article = self._without(article) if gone else article

    def told(self, reading: Reading) -> Reading:
        """Return the reading with the offsets that its records have in the unchanged text."""
        moved: Reading = self._moved(reading) if self._gone else reading
        return moved

    def _without(self, article: Article) -> Article:
        return replace(
            article,
            text=_UNSEEN.sub("", article.text),
            blocks=tuple(self._kept_blocks(article.blocks)),
        )

    def _kept_blocks(self, blocks: Iterable[Block]) -> Iterable[Block]:
        for block in blocks:
            start, end = self._squeezed(block.start), self._squeezed(block.end)
            if start < end:
                cells = (Span(self._squeezed(c.start), self._squeezed(c.end)) for c in block.cells)
                yield replace(block, start=start, end=end, cells=tuple(cells))

    def _squeezed(self, offset: int) -> int:
        """An offset of the unchanged text in the one without."""
        place = bisect_right(self._gone, (offset,))
        inside = place and self._gone[place - 1][1] > offset
        return (
            self._gone[place - 1][0] - self._gaps[place - 1]
            if inside
            else offset - self._gaps[place]
        )

    def _first(self, offset: int) -> int:
        """Where the character at an offset stands in the unchanged text."""
        return offset + self._gaps[bisect_right(self._places, offset)]

    def _after(self, offset: int) -> int:
        """Where what ends at an offset ends there: behind its last character."""
        return self._first(offset - 1) + 1 if offset else 0

    def _moved(self, record: Any) -> Any:
        if isinstance(record, tuple):
            return tuple(self._moved(one) for one in record)
        if not is_dataclass(record) or isinstance(record, type):
            return record
        values = {
            one.name: self._field(one.name, getattr(record, one.name)) for one in fields(record)
        }
        if isinstance(record, When):
            values["words"] = self._text[values["start_offset"] : values["end_offset"]]
        return replace(record, **values)

    def _field(self, name: str, value: Any) -> Any:
        if isinstance(value, int) and name in _OFFSETS:
            return self._first(value)
        if isinstance(value, int) and name in _ENDS:
            return self._after(value)
        return self._moved(value)
