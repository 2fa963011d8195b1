"""Rows with the columns of the ACLED codebook, one an incident, or one an event of the text.

What a report cannot tell (identifiers, a source's scale) stays blank for a person to supply.
Fatalities follow the numbers profile that was asked for; where figures differ, the lowest stands,
as the codebook has it.
"""

from collections.abc import Sequence
from functools import partial

from extract.quantities import outcome_told_by
from extract.vocabulary import EventType, Outcome, SubType
from store.formats.acled_actors import CIVILIAN_TARGETING, actor_columns
from store.formats.actors import parties_of, targets_civilians
from store.formats.claims import Incident, accident, killed, unhappened
from store.formats.days import acled_columns, one_row_a_day
from store.formats.document import Document, Wishes
from store.formats.losses import Carries, Losses
from store.formats.place_columns import acled_place
from store.formats.registry import Files, export_format
from store.formats.tables import Cell, OfReports, TableRow, event_files
from store.formats.workbook import is_workbook
from store.incidents.values import Column
from store.wording import claim, names

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
"""Disorder type of each event type."""

_OF_SUBTYPE: dict[str, str] = {
    SubType.MOB_VIOLENCE: "Political violence",
    SubType.EXCESSIVE_FORCE: "Political violence; Demonstrations",
}
"""Sub-types of another disorder type than their event type."""

_OF_REPORTS = OfReports(
    columns={
        **dict.fromkeys(("event_date", "year", "time_precision"), Column.DAY),
        **dict.fromkeys(("event_type", "disorder_type"), Column.KIND),
        "sub_event_type": Column.SUBKIND,
        **dict.fromkeys(("actor1", "assoc_actor_1"), Column.SIDE_A),
        **dict.fromkeys(("actor2", "assoc_actor_2"), Column.SIDE_B),
        **dict.fromkeys(("location", "country", "iso", "admin1"), Column.PLACE),
        **dict.fromkeys(("latitude", "longitude", "geo_precision"), Column.PLACE),
        "fatalities": Column.KILLED,
    },
    listed=("source",),
)


@export_format(
    "acled",
    "rows of ACLED's codebook",
    suffix=".csv",
    carries=Carries(values=True, links=True, controls=True, marks_by_row=True),
    is_own=lambda start: start.has(",".join(COLUMNS[:5])) or is_workbook(start, "acled"),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return the rows with their evidence beside them."""
    return event_files(
        "acled",
        COLUMNS,
        documents,
        wishes,
        losses,
        row=partial(_row, wishes.numbers, wishes.in_numbers),
        why_not=_why_not,
        of_reports=_OF_REPORTS,
        marks=True,
        parted=one_row_a_day if wishes.split_days else None,
    )


def _why_not(incident: Incident) -> str:
    reason = unhappened(incident) or accident(incident)
    return reason or ("" if incident.field("kind") in _DISORDER else "(of no type that ACLED has)")


def _row(profile: str, in_numbers: bool, incident: Incident, document: Document) -> TableRow:
    event = incident.event
    fields = event.fields
    kind, subkind = str(fields.get("kind")), str(fields.get("subkind") or "")
    disorder = _OF_SUBTYPE.get(subkind) or _DISORDER.get(kind, "")
    parties = parties_of(incident, document)
    row: dict[str, Cell | str] = {
        "disorder_type": Cell.of(disorder, event),
        "event_type": Cell.of(kind, event),
        "sub_event_type": Cell.of(subkind, event),
        "source": document.article.publisher or "",
        "notes": event.note or claim(event),
        "tags": "; ".join([*event.tags, *_marks(incident)]),
        "fatalities": _fatalities(incident, profile),
        **acled_columns(incident, document),
    }
    row |= actor_columns(parties, event, in_numbers=in_numbers)
    if targets_civilians(incident, parties):
        row["civilian_targeting"] = Cell.of(CIVILIAN_TARGETING, event)
    row |= acled_place(incident, document)
    if event.at:
        row["timestamp"] = str(int(event.at.timestamp()))
    return row


def _fatalities(incident: Incident, profile: str) -> Cell | str:
    """How many were killed: 0 where the report tells of nobody; blank where it tells no number."""
    found = killed(incident, profile)
    value = found.best if found.best is not None else found.low
    if value is None and found.high is None and not _tells_of_killing(incident):
        value = 0
    evidence = next(iter(incident.deaths), incident.event)
    return Cell.of(int(value), evidence) if value is not None else ""


def _tells_of_killing(incident: Incident) -> bool:
    """Whether somebody was killed, how many the report does not say."""
    told = [*names(incident.field("events")), *(quote.exact for quote in incident.event.quotes)]
    counted = any(one.fields.get("outcome") == Outcome.KILLED for one in incident.figures)
    return counted or any(outcome_told_by(words) == Outcome.KILLED for words in told)


def _marks(incident: Incident) -> list[str]:
    """What went before the news is told from it."""
    past = incident.field("background") or incident.field("status") == "background"
    return ["background"] if past else []
