"""Rows with the columns of UCDP's Georeferenced Event Dataset (GED), one an event.

Identifiers, coordinates and administrative codes stay blank. An event needs a death there, so only
events with a figure of people killed become rows.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from store.formats.acled import happened, unhappened
from store.formats.claims import Incident, incidents, name, names
from store.formats.document import Choice, Document, Losses
from store.formats.fatalities import toll
from store.formats.leftout import count_without_row
from store.formats.tables import Cell, TableRow
from store.items import Item

COLUMNS = (
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
)

_DATE_PRECISION = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Days an event may span at most, and GED's code for it; longer is 5."""


def rows(
    documents: Iterable[Document], choice: Choice, profile: str, losses: Losses
) -> Iterator[tuple[Document, TableRow]]:
    """A row for each event in which people were killed, with its document."""
    for document in documents:
        found = incidents(document.chosen(choice))
        told = [i for i in found if happened(i) and i.deaths]
        count_without_row(document, choice, told, _why, losses)
        for incident in told:
            yield document, _row(incident, document, profile)


def _why(event: Item) -> str:
    """Why an event has no row."""
    return unhappened(event) or "(nobody is counted as killed)"


def _row(incident: Incident, document: Document, profile: str) -> TableRow:
    event, article = incident.event, document.article
    source, place = incident.field("source"), incident.field("place")
    row: dict[str, Cell | str] = {
        "number_of_sources": "1",
        "source_article": article.url or article.key,
        "source_office": article.publisher or "",
        "source_date": article.published.isoformat() if article.published else "",
        "source_headline": article.title,
        **_deaths(incident, profile),
        **_dates(incident),
    }
    for column, role in (("side_a", "actors"), ("side_b", "targets")):
        references = incident.field(role)
        if references:
            row[column] = Cell.of("; ".join(names(references)), event, references[0])
    if source:
        row["source_original"] = Cell.of(name(source), event, source)
    if place:
        row["where_coordinates"] = Cell.of(name(place), event, place)
    return row


def _deaths(incident: Incident, profile: str) -> dict[str, Cell | str]:
    found = toll(incident.deaths, profile)
    values = {"best": found.best, "high": found.high, "low": found.low}
    return {
        name: Cell.of(int(value), incident.deaths[0])
        for name, value in values.items()
        if value is not None
    }


def _dates(incident: Incident) -> dict[str, Cell | str]:
    when = incident.field("when") or {}
    first = when.get("from")
    if not first:
        return {}
    last = when.get("to") or first
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    precision = next((code for most, code in _DATE_PRECISION if length <= most), 5)
    event = incident.event
    return {
        "year": Cell.of(first[:4], event, when),
        "date_prec": Cell.of(precision, event, when),
        "date_start": Cell.of(first, event, when),
        "date_end": Cell.of(last, event, when),
    }
