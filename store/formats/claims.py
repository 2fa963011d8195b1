"""Events with the figures that belong to them, as the conflict codebooks count them."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.quantities import is_mutual
from extract.records import Span
from store.formats.document import Choice, Document
from store.formats.losses import PLURALS, Losses
from store.items import Item, Kind
from store.references import span_of
from store.wording import name, names

KILLED, CASUALTIES = "killed", "casualties"


@dataclass(frozen=True, slots=True)
class Incident:
    """One event and the figures that rest on it."""

    event: Item
    figures: tuple[Item, ...]

    def field(self, name: str) -> Any:
        """A value of the event."""
        return self.event.fields.get(name)

    @property
    def deaths(self) -> tuple[Item, ...]:
        """The figures that count people killed, parts of others of these left out.

        "No casualties" counts none killed.
        """
        killed = [figure for figure in self.figures if _counts_dead(figure)]
        places = {figure.span for figure in killed}
        return tuple(figure for figure in killed if _whole(figure) not in places)


def _whole(figure: Item) -> Span | None:
    """Where the figure stands that this one is a part of."""
    reference = figure.fields.get("part_of")
    return span_of(reference) if reference else None


def _counts_dead(figure: Item) -> bool:
    fields = figure.fields
    none = all(fields.get(name) in (0, None) for name in ("low", "point", "high"))
    unhurt = fields.get("outcome") == CASUALTIES and none and not fields.get("vague")
    return not fields.get("unit") and (fields.get("outcome") == KILLED or unhurt)


def incidents(document: Document, choice: Choice) -> list[Incident]:
    """The events that are chosen, each with its chosen figures, in the order of the text.

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
            for item in document.items
            if item.kind is Kind.EVENT and item.id not in chosen
            for span in item.spans
        }

    def of(self, figure: Item) -> Item | None:
        """The event that the figure names, or the chosen mention of the same happening."""
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


def sides(incident: Incident) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Who stands on either side: actors and targets, the parties of a clash apart.

    Where two or more fight one another, the first is one side and the others are the other; those
    who are only counted as harmed stand behind them.
    """
    actors = list(incident.field("actors") or ())
    targets = list(incident.field("targets") or ())
    if len(names(actors)) < 2 or incident.field("kind") != "Battles" or not _fought(incident):
        return actors, targets
    return actors[:1], [*actors[1:], *(t for t in targets if name(t) not in names(actors))]


def _fought(incident: Incident) -> bool:
    """Whether the event's own words say that its actors fought one another."""
    return any(is_mutual(quote.exact) for quote in incident.event.quotes)


def count_without_row(
    document: Document,
    choice: Choice,
    told: Iterable[Incident],
    why: Callable[[Item], str],
    losses: Losses,
) -> None:
    """Count the chosen items that no row of a table tells; `why` says it of an event."""
    told = list(told)
    inside = {incident.event.id for incident in told}
    inside |= {figure.id for incident in told for figure in incident.deaths}
    beside = {figure.id for incident in told for figure in incident.figures} - inside
    for item in document.chosen(choice):
        if item.id not in inside:
            losses.add(f"{PLURALS[item.kind]} {_reason(item, item.id in beside, why)}")


def _reason(item: Item, has_row: bool, why: Callable[[Item], str]) -> str:
    if item.kind is Kind.EVENT:
        return why(item)
    if item.kind is not Kind.FIGURE:
        return "(no rows of their own)"
    if item.fields.get("outcome") != KILLED:
        return "(no column for what is counted)"
    if has_row:
        return "(parts of other figures)"
    return "of people killed that belong to no row"
