"""Rows with the columns of UCDP's Georeferenced Event Dataset (GED), one an event.

Identifiers, coordinates and administrative codes stay blank. An event needs a death there, so only
events with a figure of people killed become rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from extract.quantities import counts_civilians
from store.formats.claims import Incident, count_without_row, incidents, sides
from store.formats.codecs.acled import days_of, happened, unhappened
from store.formats.document import Choice, Document, Wishes
from store.formats.fatalities import Toll, groups_of, toll
from store.formats.losses import Carries, Losses
from store.formats.registry import Files, export_format
from store.formats.tables import Cell, TableRow, table_files
from store.items import Item
from store.references import span_of
from store.wording import name, names

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


@export_format(
    "ucdp",
    "rows of UCDP GED",
    suffix=".csv",
    carries=Carries(values=True, links=True, controls=True),
    is_own=lambda start: start.has(",".join(COLUMNS[:5])),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return the rows with their evidence beside them."""
    return table_files(COLUMNS, rows(documents, wishes.choice, wishes.numbers, losses))


def rows(
    documents: Iterable[Document], choice: Choice, profile: str, losses: Losses
) -> Iterator[tuple[Document, TableRow]]:
    """A row for each event in which people were killed, with its document.

    What comes into no row is counted as lost.
    """
    for document in documents:
        found = incidents(document, choice)
        told = [i for i in found if happened(i) and _is_deadly(i, profile)]
        count_without_row(document, choice, told, _why, losses)
        for incident in told:
            yield document, _row(incident, document, profile)


def _why(event: Item) -> str:
    """Why an event has no row."""
    return unhappened(event) or "(nobody is counted as killed)"


def _is_deadly(incident: Incident, profile: str) -> bool:
    """Whether somebody was killed, or may have been."""
    found = toll(incident.deaths, profile)
    return bool(incident.deaths) and found != Toll(0, 0, 0)


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
    if incident.field("status") == "background":
        row["code_status"] = "background"
    for column, references in zip(("side_a", "side_b"), sides(incident), strict=True):
        if references:
            row[column] = Cell.of("; ".join(names(references)), event, references[0])
    if source:
        row["source_original"] = Cell.of(name(source), event, source)
    if place:
        row["where_coordinates"] = Cell.of(name(place), event, place)
    return row


def _deaths(incident: Incident, profile: str) -> dict[str, Cell | str]:
    """The estimates, and the best one by the side that the dead were of."""
    deaths = incident.deaths
    found = toll(deaths, profile)
    values: dict[str, float | None] = {"best": found.best, "high": found.high, "low": found.low}
    if found.best is not None:
        values |= _by_side(incident, profile)
    return {
        name: Cell.of(int(value), deaths[0]) for name, value in values.items() if value is not None
    }


def _by_side(incident: Incident, profile: str) -> dict[str, float]:
    """The dead of either side, civilians, and those of whom the report does not tell."""
    found = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0.0)
    for group in groups_of(incident.deaths):
        found[_side_of(group[0], incident)] += toll(group, profile).best or 0
    return found


def _side_of(figure: Item, incident: Incident) -> str:
    noun = str((figure.fields.get("counted") or {}).get("name") or "")
    if counts_civilians(noun):
        return "deaths_civilians"
    place = span_of(figure.fields.get("counted") or {})
    for column, references in zip(("deaths_a", "deaths_b"), sides(incident), strict=True):
        if place and noun and any(_holds(one, noun) for one in references):
            return column
    return "deaths_unknown"


def _holds(party: Mapping[str, Any], noun: str) -> bool:
    """Whether a party is named by what was counted: "soldiers"."""
    return noun.casefold() in name(party).casefold().split(" and ")


def _dates(incident: Incident) -> dict[str, Cell | str]:
    when = incident.field("when") or {}
    first, last = days_of(when)
    if first is None or last is None:
        return {}
    length = (last - first).days + 1
    precision = next((code for most, code in _DATE_PRECISION if length <= most), 5)
    event = incident.event
    return {
        "year": Cell.of(first.year, event, when),
        "date_prec": Cell.of(precision, event, when),
        "date_start": Cell.of(first.isoformat(), event, when),
        "date_end": Cell.of(last.isoformat(), event, when),
    }
