"""Country, division, coordinates and precision in rows, and incidents as points of a map."""

import json
from dataclasses import replace

import pytest
from rows_of import exported, reviewed, rows

from extract.gazetteer import Location
from extract.vocabulary import Extent, LocationKind
from store.formats.document import Choice, Document, Unit, Wishes
from store.formats.export import export
from store.formats.losses import Losses
from store.formats.place_columns import priogrid
from store.items import Kind, State
from store.places.where import NOWHERE, KnownPlaces, choices_in, located

MINE = (
    "Bomb kills four policemen near Kandahar\n\n"
    "KABUL, 20 March 2025 - Four policemen were killed 25 km east of Kandahar on Monday when their "
    "car hit a mine, Afghan officials said.\n"
)
OSHKARA = "KABUL - Gunmen shot dead two men in Oshkara on Tuesday, Afghan officials said.\n"
TRIPOLI = "Gunmen shot dead two men in Tripoli on Tuesday, officials in Libya said.\n"


def test_acled_has_the_point_that_the_report_tells() -> None:
    (row,) = rows("acled", reviewed(MINE)[0])
    told = {name: row[name] for name in ("country", "iso", "admin1", "location", "geo_precision")}
    assert told == {
        "country": "Afghanistan",
        "iso": "4",
        "admin1": "Kandahar",
        "location": "Kandahar",
        "geo_precision": "2",
    }
    point = float(row["latitude"]), float(row["longitude"])
    assert point == pytest.approx((31.61, 65.97), abs=0.02)


def test_ucdp_has_it_in_its_own_columns() -> None:
    (row,) = rows("ucdp", reviewed(MINE)[0])
    told = {name: row[name] for name in ("country", "adm_1", "where_coordinates", "where_prec")}
    assert told == {
        "country": "Afghanistan",
        "adm_1": "Kandahar",
        "where_coordinates": "Kandahar",
        "where_prec": "2",
    }
    assert row["geom_wkt"] == f"POINT ({row['longitude']} {row['latitude']})"
    assert row["priogrid_gid"] == str(priogrid(float(row["latitude"]), float(row["longitude"])))


@pytest.mark.parametrize(
    ("latitude", "longitude", "cell"),
    [(-90, -180, 1), (-89.9, -179.4, 2), (-89.4, -180, 721), (0, 0, 129961), (90, 180, 259200)],
)
def test_cells_of_prio_grid_are_counted_from_the_south_west(
    latitude: float, longitude: float, cell: int
) -> None:
    assert priogrid(latitude, longitude) == cell


def test_an_unknown_place_has_the_country_of_the_report_alone_and_is_counted() -> None:
    (row,), losses = exported("acled", reviewed(OSHKARA)[0])
    assert (row["country"], row["location"]) == ("Afghanistan", "Oshkara")
    assert row["latitude"] == row["longitude"] == row["geo_precision"] == row["admin1"] == ""
    assert "1 row without coordinates (their place is not known)" in list(losses.remarks())


def test_a_whole_country_is_coded_by_ucdp_alone() -> None:
    document = reviewed("Police shot two men dead in Sudan on Tuesday.\n")[0]
    (acled,), (ucdp,) = rows("acled", document), rows("ucdp", document)
    assert (acled["country"], acled["latitude"], acled["geo_precision"]) == ("Sudan", "", "")
    assert (ucdp["where_prec"], bool(ucdp["latitude"])) == ("6", True)


def test_a_library_s_own_places_go_first() -> None:
    own = Location("Oshkara", "AF", "Herat", 34.5, 62.25, kind=LocationKind.OWN)
    document = replace(reviewed(OSHKARA)[0], places=KnownPlaces({"oshkara": (own,)}))
    (row,) = rows("acled", document)
    assert (row["latitude"], row["longitude"]) == ("34.5", "62.25")
    assert (row["admin1"], row["geo_precision"]) == ("Herat", "1")


def test_an_own_place_without_a_country_is_in_that_of_the_report() -> None:
    own = Location("Oshkara", "", "", 34.5, 62.25, kind=LocationKind.OWN)
    document = replace(reviewed(OSHKARA)[0], places=KnownPlaces({"oshkara": (own,)}))
    (row,) = rows("acled", document)
    assert (row["country"], row["latitude"], row["admin1"]) == ("Afghanistan", "34.5", "")


LEBANESE = Location("Tripoli", "LB", "North Lebanon", 34.434, 35.844)


def chosen(document: Document, value: dict[str, object]) -> Document:
    """The report with the place of its incidents chosen by hand."""
    items = [
        replace(item, correction={"located": value}, state=State.CORRECTED)
        if item.kind is Kind.INCIDENT
        else item
        for item in document.items
    ]
    return replace(document, items=tuple(items))


def test_the_place_that_a_person_chose_stands() -> None:
    document = reviewed(TRIPOLI)[0]
    assert rows("acled", document)[0]["country"] == "Libya"
    by_hand = chosen(document, located(LEBANESE, Extent.POINT))
    (row,) = rows("acled", by_hand)
    assert (row["country"], row["latitude"]) == ("Lebanon", "34.434")


def test_a_person_can_say_that_no_place_is_right() -> None:
    (row,) = rows("acled", chosen(reviewed(TRIPOLI)[0], NOWHERE))
    assert row["country"] == row["latitude"] == row["geo_precision"] == ""
    assert row["location"] == "Tripoli"


def test_a_choice_holds_for_the_name_in_other_reports() -> None:
    first = chosen(reviewed(TRIPOLI)[0], located(LEBANESE, Extent.POINT))
    known = KnownPlaces(chosen=choices_in(first.items))
    (row,) = rows("acled", replace(reviewed(TRIPOLI)[0], places=known))
    assert row["country"] == "Lebanon"


def test_rows_of_mentions_have_places_too() -> None:
    (row, *_) = rows("acled", reviewed(MINE)[0], Unit.MENTION)
    assert (row["country"], row["geo_precision"]) == ("Afghanistan", "2")


def features(document: Document, **wishes: object) -> tuple[list[dict[str, object]], Losses]:
    asked = Wishes(**{"unit": Unit.INCIDENT, **wishes})  # type: ignore[arg-type]
    files, losses = export("geojson", [document], asked)
    found = json.loads(dict(files)[""])
    assert found["type"] == "FeatureCollection"
    return found["features"], losses


def test_an_incident_is_a_point_with_its_values() -> None:
    (feature,), losses = features(reviewed(MINE)[0])
    assert feature["type"] == "Feature"
    geometry = feature["geometry"]
    assert isinstance(geometry, dict)
    assert geometry["type"] == "Point"
    assert geometry["coordinates"] == pytest.approx([65.97, 31.61], abs=0.02)
    values = feature["properties"]
    assert isinstance(values, dict)
    told = {name: values[name] for name in ("place", "country", "killed_best", "date_start")}
    assert told == {
        "place": "Kandahar",
        "country": "Afghanistan",
        "killed_best": 4,
        "date_start": "2025-03-17",
    }
    assert values["geo_precision"] == values["where_prec"] == 2
    assert "25 km from Kandahār" in values["located_because"]
    assert not [line for line in losses.lines() if "coordinates" in line]


def test_what_has_no_point_is_counted_as_lost() -> None:
    found, losses = features(reviewed(OSHKARA)[0])
    assert found == []
    assert "1 row without coordinates (their place is not known)" in list(losses.lines())


def test_a_point_tells_what_was_decided() -> None:
    document = reviewed(MINE)[0]
    rejected = tuple(replace(item, state=State.REJECTED, note="no <b>") for item in document.items)
    found, _ = features(replace(document, items=rejected), choice=Choice.ALL)
    values = found[0]["properties"]
    assert isinstance(values, dict)
    assert (values["state"], values["note"]) == ("rejected", "no <b>")
    assert features(replace(document, items=rejected))[0] == []
