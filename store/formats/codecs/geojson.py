"""Incidents as GeoJSON (RFC 7946): a point each, with all its values as properties.

What has no coordinates has no point, and is counted.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from store.formats.claims import Incident, killed, unhappened
from store.formats.days import days_of
from store.formats.document import Document, Wishes
from store.formats.escaping import json_bytes
from store.formats.losses import Carries, Losses
from store.formats.place_columns import acled_place, ucdp_place, where_of
from store.formats.registry import Files, export_format
from store.formats.tables import Cell, OfReports, TableRow, event_rows, shown
from store.incidents.values import Column
from store.kinds.incident import doers
from store.wording import names

NAME = "dateline"
_OF_PLACE = ("country", "iso", "admin1", "latitude", "longitude", "geo_precision")
_NUMBERS = frozenset(
    {"iso", "geo_precision", "where_prec", "latitude", "longitude"}
    | {f"{head}_{end}" for head in ("killed", "injured") for end in ("low", "best", "high")}
)
"""Properties that are numbers."""
_OF_REPORTS = OfReports(
    columns={
        **dict.fromkeys(("date_start", "date_end"), Column.DAY),
        "event_type": Column.KIND,
        "sub_event_type": Column.SUBKIND,
        "side_a": Column.SIDE_A,
        "side_b": Column.SIDE_B,
        **dict.fromkeys(("place", *_OF_PLACE, "where_prec"), Column.PLACE),
        **dict.fromkeys(("killed_low", "killed_best", "killed_high"), Column.KILLED),
        **dict.fromkeys(("injured_low", "injured_best", "injured_high"), Column.INJURED),
    },
    listed=("report", "title", "publisher", "published"),
)


@export_format(
    "geojson",
    "a map: incidents as points",
    suffix=".geojson",
    carries=Carries(
        values=True, links=True, notes=True, tags=True, flags=True, states=True, controls=True
    ),
    is_own=lambda start: start.has("{", f'"name": "{NAME}"', '"FeatureCollection"'),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return a collection of points."""
    rows = event_rows(
        documents,
        wishes,
        losses,
        row=partial(_row, wishes.numbers),
        why_not=unhappened,
        of_reports=_OF_REPORTS,
    )
    features = [_feature(row) for _, row in rows if row.get("latitude")]
    losses.add("rows without coordinates (their place is not known)", len(rows) - len(features))
    found = {"type": "FeatureCollection", "name": NAME, "features": features}
    yield "", json_bytes(json.dumps(found, ensure_ascii=False, indent=1) + "\n")


def _feature(row: TableRow) -> dict[str, Any]:
    values = {column: _value(column, shown(cell)) for column, cell in row.items()}
    point = [values.pop("longitude"), values.pop("latitude")]
    known = {column: value for column, value in values.items() if value not in (None, "")}
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": point},
        "properties": known,
    }


def _value(column: str, words: str) -> str | float | None:
    if column not in _NUMBERS:
        return words
    number = float(words) if words else None
    return int(number) if number is not None and number.is_integer() else number


def _row(profile: str, incident: Incident, document: Document) -> TableRow:
    event, article = incident.event, document.article
    return {
        "incident": event.id,
        "report": article.key,
        "title": article.title,
        "publisher": article.publisher or "",
        "published": article.published.isoformat() if article.published else "",
        **{column: Cell.of(value, event) for column, value in _told(profile, incident, document)},
        **_place(incident, document),
        "state": event.state.value,
        "annotator": event.by or document.annotator,
        "note": event.note,
        "tags": "; ".join(event.tags),
        "flag": "yes" if event.flag else "",
    }


def _told(profile: str, incident: Incident, document: Document) -> Iterator[tuple[str, object]]:
    """The values of an incident or event by property, those alone that it has."""
    fields = incident.event.fields
    yield "event_type", fields.get("kind") or ""
    yield "sub_event_type", fields.get("subkind") or ""
    days = days_of(incident, document)
    yield "date_start", days.first if days else ""
    yield "date_end", days.last if days else ""
    yield "side_a", "; ".join(doers(fields) or names(fields.get("actors")))
    yield "side_b", "; ".join(names(fields.get("side_b")) or names(fields.get("targets")))
    yield "associated", "; ".join(names(fields.get("associated")))
    toll = killed(incident, profile)
    for end, number in zip(("low", "best", "high"), (toll.low, toll.best, toll.high), strict=True):
        injured = fields.get(f"injured_{end}")
        yield f"killed_{end}", "" if number is None else number
        yield f"injured_{end}", "" if injured is None else injured
    yield "sources", "; ".join(names(fields.get("sources")))
    for mark in ("civilian_targeting", "main", "background"):
        yield mark, "yes" if fields.get(mark) else ""


def _place(incident: Incident, document: Document) -> dict[str, Cell | str]:
    of_acled, of_ucdp = acled_place(incident, document), ucdp_place(incident, document)
    found = {column: of_acled[column] for column in _OF_PLACE if column in of_acled}
    if "location" in of_acled:
        found["place"] = of_acled["location"]
    if "where_prec" in of_ucdp:
        found["where_prec"] = of_ucdp["where_prec"]
    reasons = "; ".join(where_of(incident, document).reasons)
    return {**found, "located_because": reasons}
