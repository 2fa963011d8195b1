"""The event that a figure belongs to."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.doc.syntax import Sentence, Syntax
from extract.doc.tables import Cell, tables_of
from extract.quantities import outcome_told_by
from extract.records import Event, Figure, Party, Reading, Span, When
from extract.vocabulary import Label, MentionForm

_HARM = frozenset({"killed", "wounded", "casualties", "destroyed", "missing"})
"""Outcomes that need an event: one of the sentence before will do."""
_HOLDS = frozenset({"captured", "abducted", "held", "wounded"})
"""Outcomes that those who are killed in the end may have had before."""
_ASIDE = 4
"""Mentions of events behind the nearest."""
_Mention = tuple[Span, Event]
_MEASURES = frozenset({"duration", "distance", "money", "age", "share"})


class Happened:
    """Events by where they are mentioned."""

    def __init__(self, events: Sequence[Event], doc: Doc) -> None:
        self._syntax = doc.syntax
        self._tables = tables_of(doc)
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
        if (cell := self._tables.at(figure.start)) is not None:
            return self._of_row(cell, here)
        beside = self._mentions[max(0, here - 1) : here + 1]
        inside = [m for m in beside if sentence.start <= m[0].start < sentence.end]
        if inside:
            nearest = min(inside, key=lambda mention: _distance(mention[0], figure.span))
            return self._telling(figure, nearest, here, sentence)[1]
        return self._before(here, sentence) if figure.outcome in _HARM else None

    def _of_row(self, cell: Cell, here: int) -> Event | None:
        """The event that the row of a cell tells, the nearest before it first."""
        for trigger, event in (
            *reversed(self._mentions[max(0, here - 1) : here]),
            *self._mentions[here : here + 1],
        ):
            if cell.row.start <= trigger.start < cell.row.end:
                return event
        return None

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


_COUNTED = frozenset({"killed", "wounded", "casualties", "missing", "captured", "abducted"})
_LEAD = re.compile(
    r"[^\S\n](?:(?:others?|more|people)[^\S\n])?(?:in|at|near|outside|around|on)[^\S\n]"
    r"(?:an?[^\S\n](?:[\w-]+[^\S\n]){1,3}(?:on|in|at|near|against)[^\S\n])?"
    r"(?:the[^\S\n](?:\w+[^\S\n]){1,3}of[^\S\n]|nearby[^\S\n]|the[^\S\n])?"
)
_VERBS = frozenset({"VERB", "AUX"})
_LONGEST_DATE_GAP = 24
"""Characters from a place to its date."""
_FURTHEST_PLACE = 120
"""Characters from one place to the figure of the next."""


class _FurtherPlaces:
    """Tells the figures of other places from the event that they seem to belong to."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._syntax = syntax
        named = (
            (mention.start, mention.end, entity.id)
            for entity in reading.entities
            if entity.label is Label.PLACE
            for mention in entity.mentions
            if mention.form is MentionForm.NAME
        )
        self._places = sorted(named)
        self._place_starts = [start for start, *_ in self._places]
        self._dates = sorted((w.span, w) for w in reading.dates if w.calendar)
        self._date_starts = [span.start for span, _ in self._dates]

    def told(
        self, figures: Sequence[Figure], events: Sequence[Event]
    ) -> tuple[list[Figure], tuple[Event, ...]]:
        """Return the figures, with the events that those of further places need added
        to the others."""
        known = {event.id: event for event in events}
        new: list[Event] = []
        placed: list[Figure] = []
        before: Figure | None = None
        for figure in figures:
            place = self._place_behind(figure) if _counts(figure) else None
            event = known.get(figure.event or "")
            if place and event and before and self._is_elsewhere(before, figure, place):
                added = self._event(event, figure, place, len(events) + len(new) + 1)
                new.append(added)
                placed.append(replace(figure, event=added.id, place=added.place, when=added.when))
            else:
                placed.append(figure)
            if _counts(figure):
                before = figure
        return placed, (*events, *new)

    def _is_elsewhere(self, other: Figure, figure: Figure, place: Party) -> bool:
        """Whether those before were in another place: "10 were killed in Tarim and six"."""
        if (other.event, other.outcome) != (figure.event, figure.outcome):
            return False
        if self._syntax.sentence_at(other.start) != self._syntax.sentence_at(figure.start):
            return False
        at = bisect_left(self._place_starts, figure.start) - 1
        start, end, where = self._places[at] if at >= 0 else (0, 0, "")
        far = figure.start - end > _FURTHEST_PLACE
        if start < other.end or where == place.entity or far:
            return False
        between = self._syntax.tokens_in(end, figure.start)
        return not any(self._syntax.pos[token] in _VERBS for token in between)

    def _place_behind(self, figure: Figure) -> Party | None:
        """The place that stands right behind those counted: "12 people in Merrow"."""
        end = figure.counted.end if figure.counted else figure.end
        lead = _LEAD.match(self._syntax.text, end)
        if lead is None:
            return None
        at = bisect_left(self._place_starts, lead.end())
        found = self._places[at] if at < len(self._places) else None
        return Party(*found) if found and found[0] == lead.end() else None

    def _event(self, event: Event, figure: Figure, place: Party, number: int) -> Event:
        end = figure.counted.end if figure.counted else figure.end
        when = self._date_behind(place.end)
        return replace(
            event,
            id=f"v{number}",
            triggers=(Span(figure.start, max(end, figure.end)),),
            targets=(),
            place=place,
            when=when.id if when else event.when,
        )

    def _date_behind(self, end: int) -> When | None:
        at = bisect_left(self._date_starts, end)
        found = self._dates[at] if at < len(self._dates) else None
        return found[1] if found and found[0].start - end < _LONGEST_DATE_GAP else None


def _counts(figure: Figure) -> bool:
    return (
        figure.outcome in _COUNTED
        and figure.unit is None
        and figure.part_of is None
        and figure.event is not None
    )


def apart(
    reading: Reading, syntax: Syntax, figures: Iterable[Figure], events: Sequence[Event]
) -> tuple[list[Figure], tuple[Event, ...]]:
    """Return the figures and events, those of further places of one sentence told apart."""
    return _FurtherPlaces(reading, syntax).told(list(figures), events)
