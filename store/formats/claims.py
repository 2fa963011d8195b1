"""Incidents, or events of the text, with their figures, as the conflict codebooks count them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.claims import Number
from extract.quantities import is_mutual
from extract.records import Span
from extract.vocabulary import EventType, SubType
from store.formats.document import Choice, Document, Unit
from store.formats.fatalities import KILLED, counting, toll
from store.incidents.counted import as_counted, counted_rows
from store.items import Item, Kind
from store.kinds.incident import number_in
from store.references import span_of
from store.wording import name, names

_PARTS = ("events", "figures", "victims")
_NO_FACTS = ("planned", "hypothetical", "negated")
"""What an event is told to be that did not happen, or not yet."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident, or one event of the text, and the figures that rest on it."""

    event: Item
    figures: tuple[Item, ...]

    def field(self, name: str) -> Any:
        """Return a value of the incident or event."""
        return self.event.fields.get(name)

    @property
    def is_row(self) -> bool:
        """Whether it is an incident, whose values are those of a row."""
        return self.event.kind is Kind.INCIDENT

    @property
    def stands_on(self) -> tuple[Span, ...]:
        """Where the events and figures stand that it is made of."""
        named = (one for part in _PARTS for one in self.field(part) or ())
        return tuple(span for span in map(span_of, named) if span)

    @property
    def deaths(self) -> tuple[Item, ...]:
        """The figures that count people killed, parts of others of these left out.

        "No casualties" counts none killed.
        """
        return counting(self.figures, KILLED)


def rows_of(document: Document, choice: Choice, unit: Unit) -> list[Incident]:
    """Return what is to become rows, in the order of the text."""
    if unit is Unit.MENTION:
        return incidents(document, choice)
    items = document.chosen(choice)
    figures = {item.span: item for item in items if item.kind is Kind.FIGURE}
    told = {item.id: item for item in counted_rows(document.present)}
    return [
        Incident(told[item.id], tuple(figures[at] for at in _figures_of(item) if at in figures))
        for item in items
        if item.kind is Kind.INCIDENT
    ]


def _figures_of(incident: Item) -> list[Span]:
    return [span for span in map(span_of, incident.fields.get("figures") or ()) if span]


def incidents(document: Document, choice: Choice) -> list[Incident]:
    """Return the events that are chosen, each with its chosen figures, in the order of the text.

    A figure of an event that is not chosen goes to the chosen mention of the same happening, where
    there is one.
    """
    items = document.chosen(choice)
    events = [item for item in items if item.kind is Kind.EVENT]
    owner = _Owner(document, events)
    owned: dict[str, list[Item]] = {}
    for item in items:
        event = owner.of(item) if item.kind is Kind.FIGURE else None
        if event is not None:
            owned.setdefault(event.id, []).append(item)
    return [Incident(event, tuple(owned.get(event.id, ()))) for event in events]


class _Owner:
    """The chosen event that a figure counts for."""

    def __init__(self, document: Document, events: Sequence[Item]) -> None:
        self._starts = [block.start for block in document.article.blocks]
        chosen = {event.id for event in events}
        self._at = {span: event for event in events for span in event.spans}
        self._near: dict[int, list[tuple[Span, Item]]] = {}
        for span, event in self._at.items():
            self._near.setdefault(self._block(span), []).append((span, event))
        self._passed_over = {
            span: item
            for item in document.present
            if item.kind is Kind.EVENT and item.id not in chosen
            for span in item.spans
        }

    def of(self, figure: Item) -> Item | None:
        """Return the event that the figure names, or the chosen mention of the same happening."""
        reference = figure.fields.get("event")
        span = span_of(reference) if reference else None
        if span is None:
            return None
        twin = self._passed_over.get(span)
        return self._at.get(span) or (self._twin_of(twin, span) if twin else None)

    def _twin_of(self, twin: Item, span: Span) -> Item | None:
        """The nearest chosen event of the same paragraph, day and place."""
        near = [
            (abs(other.start - span.start), number, event)
            for number, (other, event) in enumerate(self._near.get(self._block(span), ()))
            if _same_happening(event, twin)
        ]
        return min(near)[2] if near else None

    def _block(self, span: Span) -> int:
        return bisect_right(self._starts, span.start)


def _same_happening(one: Item, other: Item) -> bool:
    """Whether day, place and status allow two events to be one."""
    mine, theirs = one.fields, other.fields
    return (
        mine.get("status") == theirs.get("status")
        and _agree(_days(mine), _days(theirs))
        and _agree(name(mine.get("place")), name(theirs.get("place")))
    )


def _days(fields: Mapping[str, Any]) -> tuple[Any, Any] | None:
    when = fields.get("when") or {}
    return (when.get("from"), when.get("to")) if when.get("from") else None


def _agree(one: object, other: object) -> bool:
    return not one or not other or one == other


def killed(incident: Incident, profile: str) -> Number:
    """Return how many were killed, from the figures after the codebooks' rules.

    Those of an incident are the numbers that the screen and the print tell of it, where the profile
    counts vague words as they do.
    """
    if not incident.is_row:
        return toll(incident.deaths, profile)
    fields = as_counted(incident.event, incident.figures, profile).fields
    return number_in(fields, "killed")


def sides(incident: Incident) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Return who stands on either side: actors and targets, the parties of a clash apart.

    Where two or more fight one another, the first is one side and the others are the other; those
    who are only counted as harmed stand behind them. An incident has its sides.
    """
    if incident.is_row:
        return list(incident.field("side_a") or ()), list(incident.field("side_b") or ())
    actors = list(incident.field("actors") or ())
    targets = list(incident.field("targets") or ())
    if len(names(actors)) < 2 or incident.field("kind") != "Battles" or not _fought(incident):
        return actors, targets
    return actors[:1], [*actors[1:], *(t for t in targets if name(t) not in names(actors))]


def _fought(incident: Incident) -> bool:
    """Whether the event's own words say that its actors fought one another."""
    return any(is_mutual(quote.exact) for quote in incident.event.quotes)


def unhappened(incident: Incident) -> str:
    """Return that it is told as no fact, or sums over many, and how; nothing where it is one."""
    if incident.field("aggregate"):
        return "(sums over many incidents)"
    status = incident.field("status")
    return f"({status})" if status in _NO_FACTS else ""


def accident(incident: Incident) -> str:
    """Return that it is an accident, of which no codebook of conflict has rows; else nothing.

    An incident of type "Other" is one; notes of earlier versions have no sub-type for it.
    """
    fields = incident.event.fields
    old = incident.event.kind is Kind.INCIDENT and fields.get("kind") == EventType.OTHER
    return "(accident)" if old or fields.get("subkind") == SubType.ACCIDENT else ""
