"""Where an incident took place, in the columns of the two codebooks."""

from math import floor

from extract.actors import country_name, ged_name
from extract.gazetteer import iso_number
from extract.geocoding import acled_precision, bare_name, ucdp_precision
from store.formats.claims import Incident
from store.formats.document import Document
from store.formats.tables import Cell
from store.places.where import Where
from store.wording import name

Cells = dict[str, Cell | str]
_CELLS_A_DEGREE, _CELLS_A_ROW = 2, 720


def where_of(incident: Incident, document: Document) -> Where:
    """Return where an incident took place, by a person's choice or as the report tells it."""
    return document.places.where(incident.event, document.article.text, document.items)


def acled_place(incident: Incident, document: Document) -> Cells:
    """Return the columns of ACLED: country, iso, admin1, location, coordinates, geo_precision.

    A whole country or a sea has no coordinates there; of a sea even the country stays blank.
    """
    where = where_of(incident, document)
    precision = acled_precision(where.extent) if where.has_point and where.extent else None
    number = iso_number(where.country) if where.country else None
    return _cells(
        incident,
        {
            "country": country_name(where.country) if where.country else where.country_name,
            "iso": number,
            "admin1": _admin1(where),
            "location": bare_name(name(incident.field("place"))),
            **_point(where),
            "geo_precision": precision,
        },
    )


def ucdp_place(incident: Incident, document: Document) -> Cells:
    """Return the columns of UCDP GED: country, adm_1, coordinates in three forms, where_prec.

    Of a whole country they are those of its middle.
    """
    where = where_of(incident, document)
    point = _point(where, with_countries=True)
    more: dict[str, object] = {}
    if point:
        more["geom_wkt"] = f"POINT ({point['longitude']} {point['latitude']})"
        more["priogrid_gid"] = priogrid(point["latitude"], point["longitude"])
    return _cells(
        incident,
        {
            "country": ged_name(where.country) if where.country else where.country_name,
            "adm_1": _admin1(where),
            "where_coordinates": name(incident.field("place")),
            **point,
            **more,
            "where_prec": ucdp_precision(where.extent) if where.extent else None,
        },
    )


def priogrid(latitude: float, longitude: float) -> int:
    """Return the number of the cell of PRIO-GRID in which a point lies.

    Cells are half a degree wide and are counted from the south-west corner, row by row (PRIO-GRID
    Codebook, "gid").

    >>> priogrid(-89.9, -179.9)
    1
    """
    row = min(floor((latitude + 90) * _CELLS_A_DEGREE), 359)
    column = min(floor((longitude + 180) * _CELLS_A_DEGREE), _CELLS_A_ROW - 1)
    return row * _CELLS_A_ROW + column + 1


def _admin1(where: Where) -> str:
    return where.location.admin1 if where.location and where.has_point else ""


def _point(where: Where, with_countries: bool = False) -> dict[str, float]:
    if where.location is None or not (where.has_point or with_countries):
        return {}
    return {"latitude": where.location.latitude, "longitude": where.location.longitude}


def _cells(incident: Incident, values: dict[str, object]) -> Cells:
    """The values that are known, each resting on the words of the place."""
    place = incident.field("place")
    return {
        column: Cell.of(value, incident.event, place)
        for column, value in values.items()
        if value not in (None, "")
    }
