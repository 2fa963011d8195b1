"""Rows with the columns of UCDP's Georeferenced Event Dataset (GED), one an incident or event.

Identifiers stay blank. An event needs a death there, so only
events with a figure of people killed become rows.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from extract.claims import Number
from store.formats.actors import Parties, parties_of
from store.formats.claims import Incident, accident, killed, unhappened
from store.formats.days import ucdp_columns
from store.formats.document import Document, Wishes
from store.formats.losses import Carries, Losses
from store.formats.place_columns import ucdp_place
from store.formats.registry import Files, export_format
from store.formats.tables import Cell, OfReports, TableRow, event_files
from store.formats.ucdp_actors import deaths_by_side, in_order, side_columns
from store.formats.workbook import is_workbook
from store.incidents.values import Column
from store.wording import names

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

_OF_REPORTS = OfReports(
    columns={
        **dict.fromkeys(("year", "date_prec", "date_start", "date_end"), Column.DAY),
        **dict.fromkeys(("best", "high", "low"), Column.KILLED),
        "side_a": Column.SIDE_A,
        "side_b": Column.SIDE_B,
        **dict.fromkeys(("where_coordinates", "country", "adm_1", "where_prec"), Column.PLACE),
        **dict.fromkeys(("latitude", "longitude", "geom_wkt", "priogrid_gid"), Column.PLACE),
    },
    listed=("source_article", "source_office", "source_date", "source_headline"),
    number="number_of_sources",
)


@export_format(
    "ucdp",
    "rows of UCDP GED",
    suffix=".csv",
    carries=Carries(values=True, links=True, controls=True),
    is_own=lambda start: start.has(",".join(COLUMNS[:5])) or is_workbook(start, "ucdp"),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return the rows with their evidence beside them."""
    return event_files(
        "ucdp",
        COLUMNS,
        documents,
        wishes,
        losses,
        row=partial(_row, wishes.numbers),
        why_not=partial(_why_not, wishes.numbers),
        of_reports=_OF_REPORTS,
    )


def _why_not(profile: str, incident: Incident) -> str:
    deadly = _is_deadly(incident, profile)
    reason = unhappened(incident) or accident(incident)
    return reason or ("" if deadly else "(nobody is counted as killed)")


def _is_deadly(incident: Incident, profile: str) -> bool:
    """Whether somebody was killed, or may have been."""
    found = killed(incident, profile)
    return found not in (Number(), Number(0, 0, 0))


def _row(profile: str, incident: Incident, document: Document) -> TableRow:
    event, article = incident.event, document.article
    sources = _sources(incident)
    parties = in_order(parties_of(incident, document))
    row: dict[str, Cell | str] = {
        "number_of_sources": str(max(1, len(sources))),
        "source_article": article.url or article.key,
        "source_office": article.publisher or "",
        "source_date": article.published.isoformat() if article.published else "",
        "source_headline": article.title,
        **_deaths(incident, document, parties, profile),
        **ucdp_columns(incident, document),
    }
    if incident.field("background") or incident.field("status") == "background":
        row["code_status"] = "background"
    row |= side_columns(parties, event)
    if sources:
        row["source_original"] = Cell.of("; ".join(names(sources)), event, sources[0])
    row |= ucdp_place(incident, document)
    return row


def _sources(incident: Incident) -> list[Mapping[str, Any]]:
    alone = incident.field("source")
    return list(incident.field("sources") or ([alone] if alone else []))


def _deaths(
    incident: Incident, document: Document, parties: Parties, profile: str
) -> dict[str, Cell | str]:
    """The estimates, and the best one by the side that the dead were of."""
    found = killed(incident, profile)
    values: dict[str, float | None] = {"best": found.best, "high": found.high, "low": found.low}
    if found.best is not None:
        values |= deaths_by_side(incident, document, parties, profile, found.best)
    evidence = next(iter(incident.deaths), incident.event)
    return {
        name: Cell.of(int(value), evidence) for name, value in values.items() if value is not None
    }
