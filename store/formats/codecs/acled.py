"""Rows with the columns of the ACLED codebook, one an event.

What a report cannot tell (identifiers, interaction codes, coordinates, a source's scale) stays
blank for a person to supply. Fatalities follow the numbers profile that was asked for; where
figures differ, the lowest stands, as the codebook has it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from extract.vocabulary import EventType, SubType
from store.formats.claims import Incident, count_without_row, incidents, sides
from store.formats.document import Choice, Document, Wishes
from store.formats.fatalities import toll
from store.formats.losses import Carries, Losses
from store.formats.registry import Files, export_format
from store.formats.tables import Cell, TableRow, table_files
from store.items import Item
from store.wording import claim, name, names

COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)

_DISORDER: dict[str, str] = {
    EventType.BATTLES: "Political violence",
    EventType.REMOTE_VIOLENCE: "Political violence",
    EventType.AGAINST_CIVILIANS: "Political violence",
    EventType.PROTESTS: "Demonstrations",
    EventType.RIOTS: "Demonstrations",
    EventType.STRATEGIC: "Strategic developments",
}
"""Disorder type of each event type; mob violence is political violence."""

_LATEST_STATUS = ("planned", "hypothetical", "negated")
_WEEK, _MONTH = 7, 31
_VAGUE = frozenset({"unknown"})


@export_format(
    "acled",
    "rows of ACLED's codebook",
    suffix=".csv",
    carries=Carries(values=True, links=True, controls=True, tags=True),
    is_own=lambda start: start.has(",".join(COLUMNS[:5])),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return the rows with their evidence beside them."""
    return table_files(COLUMNS, rows(documents, wishes.choice, wishes.numbers, losses))


def rows(
    documents: Iterable[Document], choice: Choice, profile: str, losses: Losses
) -> Iterator[tuple[Document, TableRow]]:
    """A row for each event that is said to have happened, with its document.

    What comes into no row is counted as lost.
    """
    for document in documents:
        found = incidents(document, choice)
        told = [i for i in found if i.field("kind") in _DISORDER and happened(i)]
        count_without_row(document, choice, told, _why, losses)
        for incident in told:
            yield document, _row(incident, document, profile)


def _why(event: Item) -> str:
    """Why an event has no row."""
    return unhappened(event) or "(of no type that ACLED has)"


def unhappened(event: Item) -> str:
    """That an event is not told as fact, and how; nothing where it is."""
    status = event.fields.get("status")
    return f"({status})" if status in _LATEST_STATUS else ""


def happened(incident: Incident) -> bool:
    """Whether the report states the event as fact: planned, possible and denied ones are not."""
    return incident.field("status") not in _LATEST_STATUS


def _row(incident: Incident, document: Document, profile: str) -> TableRow:
    event = incident.event
    fields = event.fields
    kind, subkind = str(fields.get("kind")), str(fields.get("subkind") or "")
    disorder = "Political violence" if subkind == SubType.MOB_VIOLENCE else _DISORDER[kind]
    actors, targets = sides(incident)
    place = fields.get("place")
    row: dict[str, Cell | str] = {
        "disorder_type": Cell.of(disorder, event),
        "event_type": Cell.of(kind, event),
        "sub_event_type": Cell.of(subkind, event),
        "source": document.article.publisher or "",
        "notes": claim(event),
        "tags": "; ".join([*event.tags, *_marks(incident)]),
        "fatalities": _fatalities(incident, profile),
        **_dates(incident),
    }
    for column, references in (("actor1", actors), ("actor2", targets)):
        if references:
            row[column] = Cell.of("; ".join(names(references)), event, references[0])
    if place:
        row["location"] = Cell.of(name(place), event, place)
    if event.at:
        row["timestamp"] = str(int(event.at.timestamp()))
    return row


def _fatalities(incident: Incident, profile: str) -> Cell | str:
    found = toll(incident.deaths, profile)
    value = found.best if found.best is not None else found.low
    return Cell.of(int(value), incident.deaths[0]) if value is not None else ""


def _marks(incident: Incident) -> list[str]:
    """What went before the news is told from it."""
    return ["background"] if incident.field("status") == "background" else []


def _dates(incident: Incident) -> dict[str, Cell | str]:
    when = incident.field("when") or {}
    first, last = days_of(when)
    if first is None or last is None:
        return {}
    middle = first + (last - first) // 2
    length = (last - first).days + 1
    precision = 1 if length == 1 else 2 if length <= _WEEK else 3
    if length > _MONTH:  # the codebook codes nothing vaguer than a month
        same = first.year == last.year
        return {"year": Cell.of(first.year, incident.event, when)} if same else {}
    return {
        "event_date": Cell.of(middle.isoformat(), incident.event, when),
        "year": Cell.of(middle.year, incident.event, when),
        "time_precision": Cell.of(precision, incident.event, when),
    }


def days_of(when: Mapping[str, Any]) -> tuple[date | None, date | None]:
    """First and last day; none where the date is open ("since 2014") or cannot be told."""
    first, last = (_day(when.get(edge)) for edge in ("from", "to"))
    if first is None or last is None or when.get("precision") in _VAGUE:
        return None, None
    return first, last


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
