"""The event that a figure belongs to."""

from bisect import bisect_left
from collections.abc import Sequence

from extract.doc.syntax import Sentence, Syntax
from extract.quantities import outcome_told_by
from extract.records import Event, Figure, Span

_HARM = frozenset({"killed", "wounded", "casualties", "destroyed", "missing"})
"""Outcomes that need an event: one of the sentence before will do."""
_HOLDS = frozenset({"captured", "abducted", "held", "wounded"})
"""Outcomes that those who are killed in the end may have had before."""
_ASIDE = 4
_Mention = tuple[Span, Event]
_MEASURES = frozenset({"duration", "distance", "money", "age", "share"})


class Happened:
    """Events by where they are mentioned."""

    def __init__(self, events: Sequence[Event], syntax: Syntax) -> None:
        self._syntax = syntax
        mentions = [(trigger, event) for event in events for trigger in event.triggers]
        self._mentions = sorted(mentions, key=lambda mention: mention[0])
        self._starts = [trigger.start for trigger, _ in self._mentions]

    def event_of(self, figure: Figure) -> Event | None:
        """Return the event the figure belongs to: of its sentence,
        or of the one before if of harm."""
        sentence = self._syntax.sentence_at(figure.start)
        if sentence is None or figure.outcome in _MEASURES:
            return None
        here = bisect_left(self._starts, figure.start)
        beside = self._mentions[max(0, here - 1) : here + 1]
        inside = [m for m in beside if sentence.start <= m[0].start < sentence.end]
        if inside:
            nearest = min(inside, key=lambda mention: _distance(mention[0], figure.span))
            return self._telling(figure, nearest, here, sentence)[1]
        return self._before(here, sentence) if figure.outcome in _HARM else None

    def _telling(
        self, figure: Figure, nearest: _Mention, here: int, sentence: Sentence
    ) -> _Mention:
        """The nearest mention behind that tells the outcome, where the nearest tells another one.

        "Eight of the hostages held by the gang were killed" are of the killing.
        """
        told = outcome_told_by(nearest[0].of(self._syntax.text))
        if told not in _HOLDS or figure.outcome not in _HARM:
            return nearest
        behind = self._mentions[here : here + _ASIDE]
        return next(
            (
                mention
                for mention in behind
                if mention[0].end <= sentence.end
                and outcome_told_by(mention[0].of(self._syntax.text)) == figure.outcome
            ),
            nearest,
        )

    def _before(self, here: int, sentence: Sentence) -> Event | None:
        """The last event of the sentence before, if that stands in the same block."""
        if not here:
            return None
        trigger, event = self._mentions[here - 1]
        earlier = self._syntax.sentence_at(trigger.start)
        if earlier is None or earlier.last != sentence.first or earlier.block != sentence.block:
            return None
        return event


def _distance(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(0, one.start - other.end, other.start - one.end)
