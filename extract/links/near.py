"""The date and the place that stand nearest in a sentence."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extract.doc.syntax import Syntax
from extract.links.statements import NOBODY, Spoken
from extract.records import Article, Entity, Label, MentionForm, Party, Reading, Span, When

_PLACING = frozenset(
    [
        *("in", "at", "near", "outside", "inside", "around", "across", "throughout", "within"),
        *("from", "to", "of", "over", "on", "into", "between", "and", ","),
        *("north", "south", "east", "west"),
    ]
)
_ASIDE = 3
_Item = tuple[Span, str]


class Near:
    """Dates and places by where they stand."""

    def __init__(self, article: Article, reading: Reading, syntax: Syntax, spoken: Spoken) -> None:
        self._blocks = article.blocks
        self._syntax = syntax
        self._spoken = spoken
        cues = (syntax.sentence_at(a.cue.start) for a in reading.attributions if a.cue)
        self._saying = {sentence.first for sentence in cues if sentence}
        self._open = {when.id for when in reading.dates if when.is_open}
        """Dates such as "since 2016", which tell the day of nothing in another sentence."""
        self._dates = _Placed(_dated(reading.dates))
        self._places = _Placed(_located(reading.entities, syntax))

    def date(self, span: Span) -> str | None:
        """Id of the nearest date of the sentence, else the last one before it in its block.

        "... killed 12 people, she said on Monday" does not date the deaths: within the sentence it
        must be of the same statement, before it no date of saying.
        """
        statement = self._spoken.statement_at(span.start)
        for (where, ident), inside in self._candidates(self._dates, span):
            if not inside and ident in self._open:
                continue
            other = self._spoken.statement_at(where.start)
            if other == statement or (not inside and not self._is_of_saying(where, other)):
                return ident
        return None

    def _is_of_saying(self, date: Span, statement: int) -> bool:
        """Whether a date beside a statement in its sentence tells when that was made."""
        sentence = self._syntax.sentence_at(date.start)
        return statement == NOBODY and sentence is not None and sentence.first in self._saying

    def place(self, span: Span) -> Party | None:
        """The nearest place in the sentence, or before it in its block, to happen something at."""
        for (where, ident), _ in self._candidates(self._places, span):
            return Party(where.start, where.end, ident)
        return None

    def _candidates(self, placed: "_Placed", span: Span) -> Iterator[tuple[_Item, bool]]:
        """Those of the sentence, nearest first, then those before it; and whether it is of it."""
        sentence = self._syntax.sentence_at(span.start)
        if sentence is None:
            return
        inside = placed.between(sentence.start, sentence.end, span.start)
        yield from ((i, True) for i in sorted(inside, key=lambda item: distance(item[0], span)))
        block = self._blocks[sentence.block]
        before = placed.between(block.start, sentence.start, sentence.start)
        yield from ((item, False) for item in reversed(before))


class _Placed:
    """Spans in order, with ids."""

    def __init__(self, items: Iterable[_Item]) -> None:
        self._items = sorted(items)
        self._starts = [span.start for span, _ in self._items]

    def between(self, low: int, high: int, near: int) -> Sequence[_Item]:
        """The items that begin between two offsets, those nearest to a third."""
        here = bisect_left(self._starts, near)
        beside = self._items[max(0, here - _ASIDE) : here + _ASIDE]
        return [item for item in beside if low <= item[0].start < high]


def distance(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(0, one.start - other.end, other.start - one.end)


def _dated(dates: Iterable[When]) -> Iterable[_Item]:
    return ((d.span, d.id) for d in dates if d.calendar or d.start is not None)


def _located(entities: Iterable[Entity], syntax: Syntax) -> Iterable[_Item]:
    """Places that a preposition introduces: not "U.S." in "a U.S. strike"."""
    for entity in entities:
        if entity.label is not Label.PLACE:
            continue
        for mention in entity.mentions:
            if mention.form is not MentionForm.DEMONYM and _is_introduced(mention.span, syntax):
                yield mention.span, entity.id


def _is_introduced(span: Span, syntax: Syntax) -> bool:
    tokens = syntax.tokens_in(span.start, span.end)
    if not tokens:
        return False
    phrase = syntax.phrase_at(tokens[0])
    first = phrase.first if phrase is not None else tokens[0]
    if phrase is not None and not tokens[0] <= phrase.head <= tokens[-1]:
        return False
    return first > 0 and syntax.lower(first - 1) in _PLACING
