"""Where the words of an old text are in a new one."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from extract.records import Span
from store.anchoring.edges import Edges, edges, whole
from store.items import Quote, Standing

REACH = 2_000
"""Characters on each side of where words should be now, within which unsure matches are sought."""
LIKENESS = 85.0
"""Least likeness (rapidfuzz's partial ratio, 0 to 100) at which changed words are proposed."""
FUZZY_LENGTH = 8
"""Fewest characters that words need to be found by likeness; shorter ones match anywhere."""
CONTEXT_SHARE = 0.5
"""Least share of the kept context that must surround the same words elsewhere."""
_FRAME = 16
"""Characters of context on each side between which other words now may stand."""
_Free = Callable[[Quote, Span], bool]
"""Whether a place may be that of the quote's words."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where words are now, and how surely."""

    span: Span
    standing: Standing


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the old text and the stretch of the new that stands in its place."""

    old: Span
    new: Span
    same: bool


class Alignment:
    """Two texts laid side by side, line by line and then by what lines begin and end with."""

    def __init__(self, old: str, new: str) -> None:
        self.new = new
        self._old = old
        self._pieces = tuple(_pieces(old, new))
        self._starts = [piece.old.start for piece in self._pieces]
        self._same = [piece for piece in self._pieces if piece.same]
        self._same_starts = [piece.new.start for piece in self._same]

    def find(self, quote: Quote) -> Found | None:
        """Return where a quote's words are now; none if they are gone.

        Firm is what stands in an unchanged stretch; moved, the same words within at least half of
        their context; uncertain, the same words without it, words between the same contexts, or
        words that are like them, all near where they should be. Words that have become part of a
        longer word or number, or have others beside them that turn their sense, are uncertain. A
        place where other words of the old text stood is none.
        """
        same = self._unchanged(quote.span)
        near = self._near(quote.span)
        if same and same.of(self.new) == quote.exact:
            weighed = self._weighed(quote, Found(same, Standing.FIRM))
            return weighed if weighed.span == same else self._set_free(quote, near) or weighed
        for search in (_same_words, _between, _alike):
            found = search(quote, self.new, near, self._is_free)
            if found:
                return self._weighed(quote, found)
        return None

    def find_anywhere(self, quote: Quote) -> Found | None:
        """Return where words that were lost are back: the same words in their whole context."""
        whole = quote.prefix + quote.exact + quote.suffix
        if not quote.prefix + quote.suffix:
            return None
        for at in _occurrences(whole, self.new, Span(0, len(self.new))):
            start = at + len(quote.prefix)
            span = Span(start, start + len(quote.exact))
            if self._counterpart(span) is None:  # else it stood there when the words were lost
                return Found(span, Standing.MOVED)
        return None

    def offset(self, old: int) -> int:
        """Return about where an offset is now."""
        piece = self._piece_at(old)
        if piece is None:
            return min(old, len(self.new))
        return min(piece.new.start + old - piece.old.start, piece.new.end)

    def _unchanged(self, span: Span) -> Span | None:
        piece = self._piece_at(span.start)
        if piece is None or not piece.same or span.end > piece.old.end:
            return None
        shift = piece.new.start - piece.old.start
        return Span(span.start + shift, span.end + shift)

    def _weighed(self, quote: Quote, found: Found) -> Found:
        """What was found, in whole words; uncertain if it says something else now."""
        stands = edges(self.new, found.span)
        stood = self._stood(quote)
        if found.span.of(self.new) == quote.exact and stands == stood:
            return found
        grown = whole(self.new, found.span)
        left = grown.start if not stood.left else found.span.start
        right = grown.end if not stood.right else found.span.end
        return Found(Span(left, right), Standing.UNCERTAIN)

    def _set_free(self, quote: Quote, near: Span) -> Found | None:
        """The same words whole, where those in their place have grown; in their own context."""
        found = _same_words(quote, self.new, near, self._is_free)
        if found is None or whole(self.new, found.span) != found.span:
            return None
        contextless = not quote.prefix + quote.suffix
        return (
            self._weighed(quote, found) if contextless or found.standing is Standing.MOVED else None
        )

    def _stood(self, quote: Quote) -> Edges:
        if quote.span.of(self._old) == quote.exact:
            return edges(self._old, quote.span)
        start = len(quote.prefix)
        around = quote.prefix + quote.exact + quote.suffix
        return edges(around, Span(start, start + len(quote.exact)))

    def _is_free(self, quote: Quote, span: Span) -> bool:
        """Whether no other words of the old text stand unchanged in a place of the new."""
        stood = self._counterpart(span)
        return stood is None or (stood.start < quote.end and quote.start < stood.end)

    def _counterpart(self, span: Span) -> Span | None:
        """Where a stretch of the new text stood in the old; none if it is not wholly unchanged."""
        place = bisect_right(self._same_starts, span.start) - 1
        if place < 0 or span.end > self._same[place].new.end:
            return None
        shift = self._same[place].old.start - self._same[place].new.start
        return Span(span.start + shift, span.end + shift)

    def _near(self, span: Span) -> Span:
        start, end = self.offset(span.start), self.offset(span.end)
        return Span(max(0, start - REACH), min(len(self.new), end + REACH))

    def _piece_at(self, offset: int) -> _Piece | None:
        place = bisect_right(self._starts, offset) - 1
        return self._pieces[place] if place >= 0 else None


def _pieces(old: str, new: str) -> Iterator[_Piece]:
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    old_starts, new_starts = _starts(old_lines), _starts(new_lines)
    old_end = new_end = 0
    for block in LCSseq.editops(old_lines, new_lines).as_matching_blocks():
        before = Span(old_starts[block.a], old_starts[block.a + block.size])
        after = Span(new_starts[block.b], new_starts[block.b + block.size])
        yield from _trimmed(old, new, Span(old_end, before.start), Span(new_end, after.start))
        if block.size:
            yield _Piece(before, after, same=True)
        old_end, new_end = before.end, after.end


def _trimmed(old: str, new: str, before: Span, after: Span) -> Iterator[_Piece]:
    """A changed stretch in three: a beginning and an end that are the same, and the change."""
    first, second = before.of(old), after.of(new)
    head = _shared(first, second)
    tail = _shared(first[head:][::-1], second[head:][::-1])
    spans = [before.start, before.start + head, before.end - tail, before.end]
    places = [after.start, after.start + head, after.end - tail, after.end]
    for part, same in enumerate((True, False, True)):
        if spans[part] < spans[part + 1]:
            old_span = Span(spans[part], spans[part + 1])
            yield _Piece(old_span, Span(places[part], places[part + 1]), same)


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _shared(first: str, second: str) -> int:
    """How many characters two strings have in common from the start."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_words(quote: Quote, text: str, near: Span, free: _Free) -> Found | None:
    """The same words, in the place whose surroundings are most like theirs."""
    middle = (near.start + near.end) // 2
    nearby = _best(quote, text, _free(_occurrences(quote.exact, text, near), quote, free), middle)
    if nearby and _context(quote, text, nearby.start) >= CONTEXT_SHARE:
        return Found(nearby, Standing.MOVED)
    elsewhere = _best(quote, text, _free(_with_one_side(quote, text), quote, free), middle)
    if elsewhere and _context(quote, text, elsewhere.start) >= CONTEXT_SHARE:
        return Found(elsewhere, Standing.MOVED)
    return Found(nearby, Standing.UNCERTAIN) if nearby else None


def _free(starts: Iterable[int], quote: Quote, free: _Free) -> Iterator[int]:
    length = len(quote.exact)
    return (at for at in starts if free(quote, Span(at, at + length)))


def _best(quote: Quote, text: str, starts: Iterable[int], middle: int) -> Span | None:
    """The place of whole words with most of the context; of two alike the nearer one."""
    length = len(quote.exact)
    places = [Span(at, at + length) for at in starts]
    whole_ones = [place for place in places if whole(text, place) == place]
    ranked = (
        (_context(quote, text, place.start), -abs(place.start - middle), place.start)
        for place in whole_ones or places
    )
    best = max(ranked, default=None)
    return Span(best[2], best[2] + length) if best else None


def _occurrences(words: str, text: str, within: Span) -> Iterator[int]:
    at = text.find(words, within.start, within.end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, within.end)


def _with_one_side(quote: Quote, text: str) -> Iterator[int]:
    """Where in the whole text the words stand with the context of one side or the other."""
    left, right = quote.prefix[-_FRAME:], quote.suffix[:_FRAME]
    everywhere = Span(0, len(text))
    if left:
        yield from (at + len(left) for at in _occurrences(left + quote.exact, text, everywhere))
    if right:
        yield from _occurrences(quote.exact + right, text, everywhere)


def _context(quote: Quote, text: str, at: int) -> float:
    """The share of a quote's context that stands around the same words elsewhere."""
    before = text[max(0, at - len(quote.prefix)) : at]
    after = text[at + len(quote.exact) :][: len(quote.suffix)]
    kept = _shared(quote.prefix[::-1], before[::-1]) + _shared(quote.suffix, after)
    return kept / max(1, len(quote.prefix) + len(quote.suffix))


def _between(quote: Quote, text: str, near: Span, free: _Free) -> Found | None:
    """What stands now between the words before and the words after."""
    left, right = quote.prefix[-_FRAME:], quote.suffix[:_FRAME]
    if len(left) < _FRAME or len(right) < _FRAME:  # too little to tell the place by
        return None
    at = text.find(left, near.start, near.end)
    if at < 0:
        return None
    start = at + len(left)
    end = text.find(right, start, start + 2 * len(quote.exact) + _FRAME + len(right))
    between = Span(start, max(start, end))
    stands = between.of(text).strip() and free(quote, between)
    return Found(between, Standing.UNCERTAIN) if stands else None


def _alike(quote: Quote, text: str, near: Span, free: _Free) -> Found | None:
    """Words that are like the quote's, whole words of them."""
    if len(quote.exact) < FUZZY_LENGTH:
        return None
    found = fuzz.partial_ratio_alignment(quote.exact, near.of(text), score_cutoff=LIKENESS)
    if found is None or found.dest_end <= found.dest_start:
        return None
    # The best match may begin or end within a word.
    start, end = near.start + found.dest_start, near.start + found.dest_end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    place = Span(start, end)
    return Found(place, Standing.UNCERTAIN) if free(quote, place) else None
