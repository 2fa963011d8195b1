"""Spans as runs of tokens, for formats that know nothing finer."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Span
from extract.tagger.tokens import spans_in


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, as parallel offsets."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, token: int) -> str:
        """Return the token's characters."""
        return self.text[self.starts[token] : self.ends[token]]

    def space_after(self, token: int) -> bool:
        """Return whether something stands between the token and the next."""
        return token + 1 < len(self) and self.starts[token + 1] > self.ends[token]

    def run(self, span: Span) -> tuple[int, int] | None:
        """Return first token and token after the last that the span touches;
        none where it has none."""
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.starts, span.end)
        return (first, last) if first < last else None

    def fits(self, span: Span) -> bool:
        """Return whether the span begins and ends with a token."""
        found = self.run(span)
        return (
            found is not None
            and self.starts[found[0]] == span.start
            and self.ends[found[1] - 1] == span.end
        )


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a text."""
    spans = list(spans_in(text, 0, len(text)))
    return Tokens(text, [start for start, _ in spans], [end for _, end in spans])


def without_overlap(spans: Sequence[Span]) -> list[int]:
    """Return places of the spans to keep where a format allows no overlap: longest first,
    then first."""
    order = sorted(range(len(spans)), key=lambda place: (-_length(spans[place]), spans[place]))
    kept_starts: list[int] = []
    kept_ends: list[int] = []
    chosen = []
    for place in order:
        span = spans[place]
        at = bisect_left(kept_ends, span.start + 1)
        if at < len(kept_starts) and kept_starts[at] < span.end:
            continue
        kept_starts.insert(at, span.start)
        kept_ends.insert(at, span.end)
        chosen.append(place)
    return sorted(chosen)


def _length(span: Span) -> int:
    return span.end - span.start
