"""Incidents: one happening each, as a coder writes a row of it."""

from collections.abc import Iterable, Iterator
from typing import Any, TypedDict

from extract.claims import STATED, Number
from extract.records import Charge, Incident, Toll
from extract.vocabulary import EventType, Extent, Outcome, Stance, SubType
from store.items import Fields, Item
from store.kinds import Kind
from store.kinds.base import Definition, Found
from store.kinds.reading import ReadingReferences, all_of, of
from store.kinds.values import Named, Reference
from store.wording import days, filled, name, names, number, place_and_time, series

COUNTED = {"killed": Outcome.KILLED, "injured": Outcome.WOUNDED}
"""The numbers of a row, and the outcomes that they count."""

ENDS = ("low", "best", "high")
"""What each of them has."""

LABEL = "Incident"
"""How its label begins, which goes on as that of an event: formats tell kinds by their labels."""

BY_HAND = "by hand"
"""The rule of numbers that a person has set."""


class Charged(TypedDict, total=False):
    """What one source says of who did it, which is no fact."""

    name: str
    start: int
    end: int
    stance: Named
    """accuse, claim or deny."""
    source: str | None


class Told(TypedDict, total=False):
    """How many met another outcome than death or injury."""

    outcome: Named
    low: float
    best: float
    high: float | None
    rule: Named


class Located(TypedDict, total=False):
    """Which place a person says that it was, of those that go by the name."""

    location: str
    """Its name in the gazetteer or the library's own list."""
    country: str
    """ISO 3166-1 alpha-2 code."""
    admin1: str
    latitude: float
    """Degrees (WGS 84), as is `longitude`; both are missing where no place is right."""
    longitude: float
    extent: Extent


class IncidentFields(TypedDict, total=False):
    """One row of a coding sheet, with the items that it stands on."""

    kind: Named
    subkind: str | None
    side_a: list[Reference]
    """Who did it, or one side of a clash."""
    side_b: list[Reference]
    """Whom or what it befell, or the other side."""
    associated: list[Reference]
    """Who took part on a side beside its first party."""
    charges: list[Charged]
    place: Reference | None
    around: list[Reference]
    """The wider places that hold the place."""
    located: Located | None
    when: Reference | None
    killed_low: float | None
    killed_best: float | None
    killed_high: float | None
    killed_rule: str | None
    """How the numbers were made: stated, later, sum, range, persons, or by hand."""
    injured_low: float | None
    injured_best: float | None
    injured_high: float | None
    injured_rule: str | None
    tolls: list[Told]
    civilian_targeting: bool
    sources: list[Reference]
    main: bool
    background: bool
    aggregate: bool
    events: list[Reference]
    figures: list[Reference]
    victims: list[Reference]
    """Persons who are told of one by one."""


def suggested(known: ReadingReferences) -> Iterator[Found]:
    """Find the incidents."""
    for incident in known.reading.incidents:
        yield incident.mentions, _values(incident, known)


def _values(incident: Incident, known: ReadingReferences) -> Fields:
    place, *around = [*incident.places, None] if not incident.places else incident.places
    return {
        "kind": incident.kind,
        "subkind": incident.subkind,
        "side_a": [known.party(party) for party in incident.side_a],
        "side_b": [known.party(party) for party in incident.side_b],
        "associated": [],
        "charges": [_charged(charge, known) for charge in incident.charges],
        "place": known.party(place),
        "located": None,
        "around": [known.party(party) for party in around if party],
        "when": of(known.dates, incident.when),
        **_numbers(incident),
        "tolls": [_told(toll) for toll in incident.tolls if toll.outcome not in COUNTED.values()],
        "civilian_targeting": incident.kind == EventType.AGAINST_CIVILIANS,
        "sources": all_of(known.sources, incident.sources),
        "main": incident.main,
        "background": incident.background,
        "aggregate": incident.aggregate,
        "events": all_of(known.events, incident.events),
        "figures": all_of(known.figures, incident.figures),
        "victims": [
            known.words(one.span) for one in known.reading.victims if one.incident == incident.id
        ],
    }


def _charged(charge: Charge, known: ReadingReferences) -> Fields:
    source = of(known.sources, charge.source)
    told = known.party(charge.party) or {}
    return {**told, "stance": str(charge.stance), "source": source["name"] if source else None}


def _numbers(incident: Incident) -> Fields:
    """Low, best and high of those killed and injured, and the rule that made them."""
    found: dict[str, Any] = {}
    for head, outcome in COUNTED.items():
        toll = incident.toll(outcome)
        found[f"{head}_low"] = toll.low if toll else None
        found[f"{head}_best"] = toll.best if toll else None
        found[f"{head}_high"] = toll.high if toll else None
        found[f"{head}_rule"] = toll.rule if toll else None
    return found


def _told(toll: Toll) -> Fields:
    return {
        "outcome": str(toll.outcome),
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "rule": toll.rule,
    }


_RULES = {
    "later": "latest count",
    "sum": "added up",
    "range": "lowest of rivals",
    "persons": "persons told of",
    BY_HAND: BY_HAND,
}
"""How numbers were made, in words; what is stated as it stands needs none."""


def number_in(fields: Fields, head: str) -> Number:
    """Return how many a row has as killed or injured."""
    low, best, high = (fields.get(f"{head}_{end}") for end in ENDS)
    return Number(low, best, high, fields.get(f"{head}_rule") or STATED)


def spanned(low: float | None, best: float | None, high: float | None) -> str:
    """Return a number with its range as people write it; nothing where there is none.

    "14", "14 (14–19)", "≥ 8", "14–19" where neither end is better.
    """
    known = [value for value in (low, best, high) if value is not None]
    if not known:
        return ""
    if high is None and low is not None:
        least = f"≥ {number(low)}"
        return least if best is None or best == low else f"{number(best)} ({least})"
    first, last = min(known), max(known)
    if first == last:
        return number(first)
    between = f"{number(first)}–{number(last)}"
    return between if best is None else f"{number(best)} ({between})"


def numbers(fields: Fields, ruled: bool = False) -> list[str]:
    """Return the numbers of a row in words: "killed 14 (14–19)", "captured ≥ 40"; `ruled` adds
    how they were made: "killed 14 (14–19, lowest of rivals)".
    """
    of_row = [(head, _column(fields, head, ruled)) for head in COUNTED]
    further = [
        (str(toll["outcome"]), spanned(toll.get("low"), toll.get("best"), toll.get("high")))
        for toll in fields.get("tolls") or ()
    ]
    return [f"{head} {shown}" for head, shown in (*of_row, *further) if shown]


def _column(fields: Fields, head: str, ruled: bool) -> str:
    shown = spanned(*(fields.get(f"{head}_{end}") for end in ENDS))
    rule = rule_of(fields, head) if ruled else ""
    if not shown or not rule:
        return shown
    return f"{shown[:-1]}, {rule})" if shown.endswith(")") else f"{shown} ({rule})"


def rule_of(fields: Fields, head: str) -> str:
    """Return how those killed or injured were counted, in words; nothing where it is stated."""
    return _RULES.get(str(fields.get(f"{head}_rule") or ""), "")


def parties(fields: Fields, arrow: str = "→") -> str:
    """Return both sides, those only charged with a question mark: "gunmen → traders"."""
    first, second = series(doers(fields)), series(names(fields.get("side_b")))
    if second and not first:
        return f"{arrow} {second}"
    return f" {arrow} ".join(filled(first, second))


def doers(fields: Fields) -> list[str]:
    """Return side A, and those who are only charged with a question mark; not who denies it."""
    known = names(fields.get("side_a"))
    held = [one for one in fields.get("charges") or () if one.get("stance") != Stance.DENY]
    return [*known, *(f"{one}?" for one in names(held) if one not in known)]


def type_of_row(fields: Fields) -> str:
    """Return the sub-type, or else the type, which says more than the sub-type "Other"."""
    kind, subkind = str(fields.get("kind") or ""), str(fields.get("subkind") or "")
    return kind if kind and subkind in ("", SubType.OTHER) else subkind


def marks(fields: Fields) -> list[str]:
    """Return what makes it more or less than a row: the main one, background, a sum of many."""
    return [mark for mark in ("main", "background", "aggregate") if fields.get(mark)]


def claim(item: Item, ascii_only: bool) -> str:
    """Return the row in a line: day and place; type; killed and injured; sides; who says so.

    "18 Mar 2025, Kesten; Attack (main); killed 14 (14–19, lowest of rivals); gunmen → traders;
    say a guard and a nurse"
    """
    fields = item.fields
    told = ", ".join(numbers(fields, ruled=True))
    if ascii_only:
        told = told.replace("–", "-").replace("≥", ">=")
    return "; ".join(
        filled(
            ", ".join(place_and_time(fields)),
            _marked_type(fields),
            told,
            parties(fields, "->" if ascii_only else "→"),
            _says(fields),
        )
    )


def _marked_type(fields: Fields) -> str:
    """Return the type with what makes it more or less than a row: "Armed clash (background)"."""
    told, found = type_of_row(fields), marks(fields)
    return f"{told} ({', '.join(found)})" if found else told


def _says(fields: Fields) -> str:
    sources = names(fields.get("sources"))
    verb = "says" if len(sources) == 1 else "say"
    return f"{verb} {series(sources)}" if sources else "no source named"


def cells(item: Item) -> tuple[str, ...]:
    """Return time, place, type, sides, numbers and sources; who is only charged has a "?"."""
    fields = item.fields
    return (
        days(fields.get("when")),
        name(fields.get("place")),
        _marked_type(fields),
        series(doers(fields)),
        series(names(fields.get("side_b"))),
        ", ".join(numbers(fields, ruled=True)),
        ", ".join(names(fields.get("sources"))),
    )


def _days(item: Item) -> tuple[object, object] | None:
    found = item.fields.get("when")
    return (found.get("from"), found.get("to")) if found else None


def _named(references: Iterable[Any] | None) -> list[str]:
    return sorted(one.casefold() for one in names(references))


DEFINITION = Definition(
    letter="i",
    title="Incidents",
    plural="incidents",
    fields=IncidentFields,
    needed=("kind",),
    rising=tuple(tuple(f"{head}_{end}" for end in ENDS) for head in COUNTED),
    suggested=suggested,
    claim=claim,
    columns=("When", "Where", "Incident", "Side A", "Side B", "How many", "Says"),
    cells=cells,
    main=lambda item: bool(item.fields.get("main")),
    label=lambda item: " ".join(filled(LABEL, type_of_row(item.fields))),
    label_fields=("kind", "subkind"),
    anywhere=True,
    alike=("kind",),
    compared={
        "incident: when": _days,
        "incident: place": lambda item: name(item.fields.get("place")).casefold(),
        "incident: killed": lambda item: item.fields.get("killed_best"),
        "incident: side A": lambda item: _named(item.fields.get("side_a")),
        "incident: side B": lambda item: _named(item.fields.get("side_b")),
    },
    members={"events": Kind.EVENT, "figures": Kind.FIGURE, "victims": Kind.VICTIM},
)
