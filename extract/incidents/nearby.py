"""The place and the day that the sentence of one mention of an event tells."""

from extract.doc import Doc, Sentence
from extract.doc.datelines import dateline_at
from extract.doc.place_and_time import dates_a_statement, dates_what_came_before, word_before
from extract.doc.words import grammar
from extract.incidents.areas import Areas
from extract.incidents.words import state_words
from extract.lexicon import table
from extract.records import Party, Reading, Span, When

_REACH = 20
"""Characters before a date among which "as of" stands: "as of 18:00 on 20 March"."""
_BEFORE = 2
"""How much farther what stands before a trigger counts as than what stands behind it."""


class Nearby:
    """The places and days of a report, to be asked for those of one sentence."""

    def __init__(self, doc: Doc, reading: Reading, areas: Areas) -> None:
        self._doc = doc
        self._places = [place for place in areas.mentions if self._is_introduced(place)]
        self._dates: list[When] = [
            when
            for when in reading.dates
            if when.calendar and when.start and when.end and not self._is_state(when)
            if dateline_at(doc, when.start_offset) is None
        ]

    def place(self, trigger: Span, sentence: Sentence) -> Party | None:
        """Return the place nearest to a trigger that a preposition brings in:
        "the blast in Dessa"."""
        inside = [p for p in self._places if sentence.start <= p.start < sentence.end]
        return min(inside, key=lambda place: _distance(trigger, place.span), default=None)

    def day(self, sentence: Sentence, act: int) -> When | None:
        """Return the date of a sentence that names no other days, for the act at an offset."""
        inside = [
            when
            for when in self._dates
            if sentence.start <= when.start_offset < sentence.end
            and not dates_a_statement(when, self._doc, act)
            and not dates_what_came_before(when, self._doc, act)
        ]
        days = {(when.start, when.end) for when in inside}
        return inside[0] if len(days) == 1 else None

    def _is_state(self, when: When) -> bool:
        """Whether a date only tells how late a count is: "as of 20 March"."""
        start = when.start_offset
        return state_words().search(self._doc.text[max(0, start - _REACH) : start]) is not None

    def is_modifier(self, place: Party) -> bool:
        """Return whether a place only tells which thing is meant: "the U.S. embassies"."""
        syntax = self._doc.syntax
        tokens = syntax.tokens_in(place.start, place.end)
        phrase = syntax.phrase_at(tokens[0]) if tokens else None
        return phrase is not None and not tokens[0] <= phrase.head <= tokens[-1]

    def _is_introduced(self, place: Party) -> bool:
        """Whether "in", "near" and the like stand before it, and no verb of saying before these."""
        syntax = self._doc.syntax
        tokens = syntax.tokens_in(place.start, place.end)
        if not tokens or self.is_modifier(place):
            return False
        before = word_before(tokens[0], syntax)
        if before < 1 or syntax.lower(before) not in table("frames")["preposition"]["locating"]:
            return False
        return syntax.lower(before - 1) not in grammar().saying


def _distance(trigger: Span, place: Span) -> int:
    gap = place.start - trigger.start
    return gap if gap >= 0 else -_BEFORE * gap
