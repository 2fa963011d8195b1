"""Victims as a table, one row a person over all reports of the incident, as casualty recorders
count."""

from collections.abc import Iterator, Sequence

from store.formats.claims import Incident
from store.formats.days import days_of
from store.formats.document import Choice, Document, Wishes
from store.formats.losses import PLURALS, Carries, Losses
from store.formats.over_reports import Account, Group, grouped
from store.formats.persons import Part, Person, persons
from store.formats.place_columns import acled_place
from store.formats.registry import Files, export_format
from store.formats.tables import Cell, JoinedCell, TableRow, row_files
from store.formats.workbook import is_workbook
from store.items import Item, Kind, State
from store.kinds.incident import type_of_row
from store.kinds.victim import who
from store.references import span_of
from store.wording import name, number

COLUMNS = (
    "person",
    "name",
    "age",
    "sex",
    "role",
    "outcome",
    "incident",
    "date_start",
    "date_end",
    "type",
    "country",
    "admin1",
    "place",
    "latitude",
    "longitude",
    "reports",
    "sources",
    "words",
    "state",
    "annotator",
    "note",
    "tags",
    "flag",
)
_OF_PLACE = {
    "country": "country",
    "admin1": "admin1",
    "place": "location",
    "latitude": "latitude",
    "longitude": "longitude",
}
"""Our columns, by those that tell a place in ACLED's table."""


@export_format(
    "victims",
    "a row a person killed, hurt, taken or missing",
    suffix=".csv",
    carries=Carries(
        values=True, links=True, flags=True, states=True, controls=True, marks_by_row=True
    ),
    is_own=lambda start: start.has(",".join(COLUMNS[:6])) or is_workbook(start, "victims"),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return the rows with their evidence beside them."""
    found: list[tuple[Document, TableRow]] = []
    for group in _groups(documents, wishes):
        told = [part for one in group.accounts for part in _victims(one, wishes.choice)]
        found += [_row(group, person) for person in persons(told)]
    for document in documents:
        loose = [item for item in _chosen(document, wishes.choice) if not _incident(document, item)]
        found += [_row(None, Person([(document, item)])) for item in loose]
        _count_untold(document, wishes, losses)
    rows = [
        (document, {"person": str(count), **row}) for count, (document, row) in enumerate(found, 1)
    ]
    return row_files("victims", COLUMNS, rows, wishes, losses)


def _groups(documents: Sequence[Document], wishes: Wishes) -> list[Group]:
    """The incidents that anybody may have come to harm in, over their reports."""
    accounts = [
        Account(document, Incident(item, ()))
        for document in documents
        for item in document.present
        if item.kind is Kind.INCIDENT and item.state is not State.REJECTED
    ]
    return grouped(accounts, wishes.over, wishes.numbers)


def _chosen(document: Document, choice: Choice) -> list[Item]:
    return [item for item in document.chosen(choice) if item.kind is Kind.VICTIM]


def _victims(account: Account, choice: Choice) -> Iterator[Part]:
    document = account.document
    for item in _chosen(document, choice):
        if _incident(document, item) == account.incident.event.id:
            yield document, item


def _incident(document: Document, victim: Item) -> str | None:
    """The id of the incident that a victim is of: by its own word, else by those that name it."""
    incidents = [
        item
        for item in document.present
        if item.kind is Kind.INCIDENT and item.state is not State.REJECTED
    ]
    named = victim.fields.get("incident")
    at = span_of(named) if named else None
    own = next((item.id for item in incidents if at is not None and at in item.spans), None)
    if own is not None:
        return own
    holding = (
        item.id
        for item in incidents
        if victim.span in (span_of(one) for one in item.fields.get("victims") or ())
    )
    return next(holding, None)


def _row(group: Group | None, person: Person) -> tuple[Document, TableRow]:
    document, first = person.parts[0]
    row: dict[str, Cell | JoinedCell | str] = {
        "name": _cell(person, person.name, "name"),
        "age": _cell(person, _shown(person.value("age")), "age"),
        "sex": _cell(person, _shown(person.value("sex")), "sex"),
        "role": _cell(person, _shown(person.value("role")), "role"),
        "outcome": _cell(person, person.outcome, "outcome"),
        "reports": "; ".join(dict.fromkeys(one.article.key for one, _ in person.parts)),
        "sources": "; ".join(
            filter(None, dict.fromkeys(name(one.fields.get("source")) for _, one in person.parts))
        ),
        "words": who(first),
        "state": first.state.value,
        "annotator": first.by or document.annotator,
        "note": " · ".join(dict.fromkeys(one.note for _, one in person.parts if one.note)),
        "tags": "; ".join(dict.fromkeys(tag for _, one in person.parts for tag in one.tags)),
        "flag": "yes" if any(one.flag for _, one in person.parts) else "",
    }
    return document, {**row, **(_of_incident(group) if group else {})}


def _cell(person: Person, value: str, fact: str) -> JoinedCell:
    """A value with what each report says in its place."""
    parts = tuple(
        (document, Cell.of(_shown(item.fields.get(fact)), item))
        for document, item in person.parts
        if item.fields.get(fact) is not None
    )
    return JoinedCell(value, parts)


def _shown(value: object) -> str:
    if isinstance(value, float | int):
        return number(value)
    return str(value or "")


def _of_incident(group: Group) -> dict[str, Cell | str]:
    incident, document = group.incident, group.accounts[-1].document
    days, where = days_of(incident, document), acled_place(incident, document)
    return {
        "incident": incident.event.id,
        "date_start": days.first.isoformat() if days else "",
        "date_end": days.last.isoformat() if days else "",
        "type": type_of_row(incident.event.fields),
        **{column: where.get(told, "") for column, told in _OF_PLACE.items()},
    }


def _count_untold(document: Document, wishes: Wishes, losses: Losses) -> None:
    """Count what of a report is in no row, and notes and tags of what is no person."""
    victims = _chosen(document, wishes.choice)
    told = {_incident(document, item) for item in victims}
    under = {
        span
        for item in document.present
        if item.id in told
        for span in Incident(item, ()).stands_on
    }
    for item in document.chosen(wishes.choice):
        if item.kind is Kind.VICTIM:
            continue
        losses.add("notes", bool(item.note))
        losses.add("tags", len(item.tags))
        if item.id not in told and item.span not in under:
            losses.add(f"{PLURALS[item.kind]} (no persons told of one by one)")
