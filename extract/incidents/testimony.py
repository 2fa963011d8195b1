"""What people tell of their own in a quotation: "My husband and my two sons died there".

They are among those whom the report counts, and what befell them is what the report is on: no
incident of its own, and nobody beside a toll that is stated.
"""

from collections.abc import Sequence

from extract.doc import Doc
from extract.lexicon.closed import POSSESSIVES, WE, I
from extract.records import Event, Figure, Span

_OWN = POSSESSIVES & (I | WE)
_REACH = 5
"""Characters before a number among which "my" stands: "my two sons"."""


class Testimony:
    """Tells which events and figures of a report are of the speakers' own people."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._quoted = [Span(quoted.start, quoted.end) for quoted in doc.quotations]

    def events_beside(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Return the events without those of the speakers' own, unless there are no others."""
        return tuple(event for event in events if not self._tells(event)) or tuple(events)

    def _tells(self, event: Event) -> bool:
        """Whether an event befell the speakers' own alone: "they killed my brother"."""
        told = [target.telling for target in event.targets]
        return bool(told) and all(map(self._is_own, told))

    def counts(self, figure: Figure) -> bool:
        """Return whether a figure counts the speakers' own: "my two sons"."""
        before = self._doc.text[max(0, figure.start - _REACH) : figure.start].lower()
        beside = before.endswith(tuple(f"{own} " for own in _OWN))
        return self._is_own(figure.span) or (beside and self._is_quoted(figure.span))

    def without(self, figures: Sequence[Figure]) -> list[Figure]:
        """Return the figures of an incident, without those of the speakers' own where others count
        the people who met the same."""
        own = {figure.id for figure in figures if self.counts(figure)}
        stated = {figure.outcome for figure in figures if figure.id not in own}
        return [f for f in figures if f.id not in own or f.outcome not in stated]

    def _is_own(self, span: Span) -> bool:
        words = span.of(self._doc.text).lower().split()
        return bool(words) and words[0] in _OWN and self._is_quoted(span)

    def _is_quoted(self, span: Span) -> bool:
        return any(quoted.holds(span) for quoted in self._quoted)
