"""Figures: numbers of the report with what they count and what became of it."""

from collections.abc import Iterator
from typing import TypedDict

from extract.records import Figure
from extract.vocabulary import Qualifier
from store.items import Fields, Item
from store.kinds import Kind
from store.kinds.base import Correction, Definition, Found
from store.kinds.reading import ReadingReferences, of
from store.kinds.values import Named, Reference
from store.references import is_reference, span_of
from store.wording import amount, counted, days, filled, name, place_and_time, said_by

_GROUPS = ("dozens", "scores", "tens", "hundreds", "thousands", "millions", "handful", "number")
"""Vague amounts with "of" before what they count."""
_OPEN_OUTCOMES = ("other", "money", "share", "distance", "duration", "age")
"""Outcomes that the counted words already tell."""
_BOUNDS = {
    "at_least": "low",
    "more_than": "low",
    "up_to": "high",
    "fewer_than": "high",
    "about": "point",
}
_QUALIFIERS = {"low": "at_least", "high": "up_to", "point": "about"}


class FigureFields(TypedDict, total=False):
    """A figure; `low`, `point` and `high` are what its words say, before any numbers profile."""

    low: float | None
    point: float | None
    high: float | None
    qualifier: Qualifier
    vague: str | None
    counted: Reference | None
    unit: str | None
    outcome: Named
    role: Named
    part_of: Reference | None
    same_as: Reference | None
    when: Reference | None
    place: Reference | None
    source: Reference | None
    event: Reference | None


def suggested(known: ReadingReferences) -> Iterator[Found]:
    """Find the figures."""
    for figure in known.reading.figures:
        yield (figure.span,), _values(figure, known)


def _values(figure: Figure, known: ReadingReferences) -> Fields:
    return {
        "low": figure.low,
        "point": figure.point,
        "high": figure.high,
        "qualifier": figure.qualifier.value,
        "vague": figure.vague,
        "counted": known.words(figure.counted) if figure.counted else None,
        "unit": figure.unit,
        "outcome": figure.outcome,
        "role": figure.role,
        "part_of": of(known.figures, figure.part_of),
        "same_as": of(known.figures, figure.same_as),
        "when": of(known.dates, figure.when),
        "place": known.party(figure.place),
        "source": of(known.sources, figure.source),
        "event": of(known.events, figure.event),
    }


def usual(words: str) -> Fields:
    """Return the first amount in the words of a figure."""
    from extract.quantities import quantities  # slow to load: with all number rules

    found = next(quantities(words), None)
    if found is None:
        return {}
    if found.vague:
        return {"vague": found.vague, "qualifier": "vague"}
    if found.is_range:
        return {"low": found.low, "high": found.high, "qualifier": "range"}
    bound = _BOUNDS.get(found.around.bound)
    if bound:
        return {bound: found.low, "qualifier": _QUALIFIERS[bound]}
    return {"low": found.low, "point": found.low, "high": found.low, "qualifier": "exact"}


def claim(item: Item, ascii_only: bool) -> str:
    """Return how many of what met which outcome, when and where, and who says so."""
    fields = item.fields
    outcome = str(fields.get("outcome") or "other")
    what = [_counting(fields, ascii_only), "" if outcome in _OPEN_OUTCOMES else outcome]
    return ", ".join(filled(" ".join(filled(*what)), *place_and_time(fields), said_by(fields)))


def _counting(fields: Fields, ascii_only: bool) -> str:
    """The amount with what it counts: "7 guards", "scores of civilians"."""
    number_of = " of" if str(fields.get("vague") or "").endswith(_GROUPS) else ""
    return " ".join(filled(amount(fields, ascii_only) + number_of, counted(fields)))


def cells(item: Item) -> tuple[str, ...]:
    """Return amount, what is counted, outcome, time and source."""
    fields = item.fields
    return (
        amount(fields),
        counted(fields),
        str(fields.get("outcome") or ""),
        days(fields.get("when")),
        name(fields.get("source")),
    )


def follow(item: Item, changes: Fields, correction: Correction) -> Fields:
    """Return the changes with another place, where it was that of its event, which has another."""
    new = correction.item
    if new.kind is not Kind.EVENT:
        return changes
    event, place = item.fields.get("event"), item.fields.get("place")
    before, now = correction.old.get("place"), new.fields.get("place")
    if not is_reference(event) or before == now:
        return changes
    at = span_of(event)
    of_it = at is not None and any(at.overlaps(span) for span in correction.spans)
    same = place is None or _place_name(place) == _place_name(before)
    return {**changes, "place": now} if of_it and same else changes


def _place_name(value: object) -> str | None:
    return str(value["name"]) if is_reference(value) else None


DEFINITION = Definition(
    letter="f",
    title="Figures",
    plural="figures",
    fields=FigureFields,
    rising=(("low", "point", "high"),),
    usual=usual,
    former={"fate": "outcome"},
    suggested=suggested,
    claim=claim,
    columns=("Figure", "Of what", "Outcome", "When", "Says"),
    cells=cells,
    quoting=frozenset({"counted"}),
    follow=follow,
    alike=("outcome",),
    compared={
        "figure: value": lambda item: [item.fields.get(n) for n in ("low", "point", "high")],
        "figure: outcome": lambda item: item.fields.get("outcome"),
        "figure: source": lambda item: name(item.fields.get("source")).casefold(),
    },
)
