"""Where a place is, as a report speaks of it."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.gazetteer import Location, kilometres, towns_named
from extract.geocoding import (
    Candidate,
    PlaceName,
    Surroundings,
    Told,
    acled_precision,
    candidates,
    country_of_names,
    extent_without_point,
    likeliest,
    ucdp_precision,
)
from extract.load import from_text
from extract.pipeline import read
from extract.records import Entity, Span
from extract.vocabulary import Extent, Label, LocationKind

_FILE = Path(__file__).with_name("data") / "places.toml"
CASES: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["place"]
_WITHIN_KM = 25


def surroundings_of(text: str, entities: Sequence[Entity]) -> Surroundings:
    """The places and groups of a reading, in the words of the text."""
    said = sorted((m.span, e.label) for e in entities for m in e.mentions)
    counted = Counter((span.of(text), label is Label.PLACE) for span, label in said)
    return Surroundings(tuple(Told(name, n, place) for (name, place), n in counted.items()))


def place_name(text: str, words: str, entities: Sequence[Entity]) -> PlaceName:
    """The last place of the text that has the words, with what stands before and around it."""
    places = [one for one in entities if one.label is Label.PLACE]
    mentions = sorted((m.span, one.name) for one in places for m in one.mentions)
    start = text.rindex(words)
    return PlaceName.at(text, Span(start, start + len(words)), mentions)


@cache
def found_of(number: int) -> tuple[PlaceName, Candidate | None]:
    """What is made of a case, from the machine's own reading of its text."""
    text = CASES[number]["text"]
    entities = read(from_text(text, key="report")).entities
    place = place_name(text, CASES[number]["place"], entities)
    return place, likeliest(candidates(place, surroundings_of(text, entities)))


def is_right(number: int) -> bool:
    """Whether the point is within 25 km, or none is given where there is none."""
    case, (_, found) = CASES[number], found_of(number)
    if "at" not in case:
        return found is None or found.extent is Extent.COUNTRY
    at = Location("", "", "", *case["at"])
    return found is not None and kilometres(found.location, at) <= _WITHIN_KM


def test_of_the_places_17_in_20_are_right_within_25_km() -> None:
    right = [is_right(number) for number in range(len(CASES))]
    assert len(right) >= 60
    missed = [CASES[number]["place"] for number, one in enumerate(right) if not one]
    assert sum(right) >= 0.95 * len(right), missed


def test_hardly_any_place_is_put_into_a_wrong_country() -> None:
    wrong = [
        case["place"]
        for number, case in enumerate(CASES)
        for _, found in [found_of(number)]
        if found is not None and found.location.country != case["country"]
    ]
    assert wrong == []


def test_precision_codes_are_those_of_the_codebooks() -> None:
    wrong = [case["place"] for number, case in enumerate(CASES) if not _has_codes(number, case)]
    assert len(wrong) <= 0.05 * len(CASES), wrong


def _has_codes(number: int, case: dict[str, Any]) -> bool:
    place, found = found_of(number)
    extent = found.extent if found else extent_without_point(place)
    codes = (acled_precision(extent), ucdp_precision(extent)) if extent else (None, None)
    return codes == (case.get("acled"), case.get("ucdp"))


def best(name: str, *others: str, before: str = "", around: tuple[str, ...] = ()) -> Candidate:
    """The likeliest place of a report that names others."""
    report = Surroundings(tuple(Told(other) for other in others))
    found = likeliest(candidates(PlaceName(name, before, around), report))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "others", "country"),
    [
        ("Tripoli", ["Lebanon"], "LB"),
        ("Tripoli", ["Benghazi"], "LY"),
        ("Tripoli", ["Beirut"], "LB"),
        ("Hyderabad", ["Pakistani"], "PK"),
        ("Hyderabad", ["New Delhi"], "IN"),
        ("Nawa", ["Deraa"], "SY"),
        ("Birmingham", ["Alabama"], "US"),
        ("Birmingham", ["London"], "GB"),
        ("Jalalabad", ["Kabul"], "AF"),
        ("Jalalabad", ["Bishkek"], "KG"),
        ("Butembo", [], "CD"),
        ("Paris", [], "FR"),
    ],
)
def test_the_other_places_of_a_report_tell_which_is_meant(
    name: str, others: list[str], country: str
) -> None:
    assert best(name, *others).location.country == country


def test_what_stands_behind_a_name_tells_which_is_meant() -> None:
    assert best("Paris", "France", around=("Texas",)).location.admin1 == "Texas"


def test_a_place_in_a_country_that_the_report_does_not_speak_of_is_not_taken() -> None:
    """Mozambique's Palma is not in the gazetteer; Majorca's is not meant."""
    report = Surroundings((Told("Mozambique", 3), Told("Maputo")))
    found = candidates(PlaceName("Palma"), report)
    assert found
    assert likeliest(found) is None


def test_candidates_come_ranked_with_their_reasons() -> None:
    report = Surroundings((Told("Syria", 2), Told("Deraa")))
    first, *rivals = candidates(PlaceName("Nawa"), report)
    assert first.reasons == ("the report speaks of Syria", "30 km from Dar‘ā")
    assert {rival.location.country for rival in rivals} >= {"IN", "JP"}
    assert all(first.score > rival.score for rival in rivals)


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Sheikh Miskeen", "Syria", "Shaykh Miskīn"),
        ("Hodeidah", "Yemen", "Al Ḩudaydah"),
        ("Sheikh Zuweid", "Egypt", "Ash Shaykh Zuwayd"),
    ],
)
def test_another_spelling_is_found_in_the_countries_of_the_report(
    name: str, country: str, found: str
) -> None:
    assert best(name, country).location.name == found


def test_a_person_s_own_places_go_first() -> None:
    own = Location("Tripoli camp", "LB", "Akkar", 34.5, 36.0, kind=LocationKind.OWN)
    report = Surroundings((Told("Libya", 5),), own={"tripoli": (own,)})
    first = candidates(PlaceName("Tripoli"), report)[0]
    assert (first.location, first.extent, first.is_likely) == (own, Extent.POINT, True)
    assert "from the list of own places" in first.reasons


def test_what_a_person_chose_before_goes_before_all() -> None:
    lebanese = next(town for town in towns_named("Tripoli") if town.country == "LB")
    report = Surroundings((Told("Libya", 5),), chosen={"tripoli": lebanese})
    first = candidates(PlaceName("Tripoli"), report)[0]
    assert first.location == lebanese
    assert "a person chose it before" in first.reasons


@pytest.mark.parametrize(
    ("before", "distance", "extent"),
    [
        ("killed four policemen 25 km east of ", 25, Extent.AROUND),
        (
            "killed four policemen 25 km (16 miles) to the north-east of the town of ",
            25,
            Extent.AROUND,
        ),
        ("killed four policemen ten miles south of ", 16.09, Extent.AROUND),
        ("killed four policemen about 1,500 metres from ", 0, Extent.AROUND),
        ("killed four policemen near ", 0, Extent.AROUND),
        ("killed four policemen on the outskirts of ", 0, Extent.AROUND),
        ("killed four policemen just outside the city of ", 0, Extent.AROUND),
        ("killed four policemen north of ", 0, Extent.AROUND),
        ("killed four policemen in ", 0, Extent.POINT),
        ("drove 25 km east of Herat to shoot four policemen in ", 0, Extent.POINT),
    ],
)
def test_distance_and_direction_lead_to_a_point(
    before: str, distance: float, extent: Extent
) -> None:
    found = best("Kandahar", "Afghanistan", before=before)
    kandahar = best("Kandahar", "Afghanistan").location
    assert found.extent is extent
    assert kilometres(found.location, kandahar) == pytest.approx(distance, abs=0.2)


def test_a_point_that_is_far_away_is_in_the_division_that_it_lies_in() -> None:
    found = best("Baghdad", "Iraq", before="160 km north of ")
    assert found.location.admin1 == "Salah ad Din"


@pytest.mark.parametrize(
    ("name", "extent", "division"),
    [
        ("Idlib province", Extent.DIVISION, "Idlib"),
        ("Idlib", Extent.POINT, "Idlib"),
        ("northern Idlib province", Extent.PART, "Idlib"),
        ("the province of Aleppo", Extent.DIVISION, "Aleppo"),
        ("the eastern countryside of Homs", Extent.AROUND, "Homs"),
        ("Manbij district", Extent.DISTRICT, "Aleppo"),
        ("Aleppo airport", Extent.POINT, "Aleppo"),
        ("Damascus city", Extent.POINT, "Damascus Governorate"),
    ],
)
def test_the_words_of_a_place_tell_how_wide_it_is(name: str, extent: Extent, division: str) -> None:
    found = best(name, "Syria")
    assert (found.extent, found.location.admin1) == (extent, division)


def test_a_region_that_is_no_division_lies_in_those_with_its_name() -> None:
    found = best("Darfur", "Sudan")
    assert "Darfur" in found.location.admin1


def test_an_unknown_village_is_put_where_its_district_or_province_is() -> None:
    found = best("Oshkara", "Syria", around=("Deraa province", "Syria"))
    assert (found.extent, found.location.admin1) == (Extent.DIVISION, "Daraa")
    assert found.reasons[0] == "Oshkara is not known; in Deraa province"
    beside = best("Oshkara", "Syria", around=("Nawa",))
    assert beside.extent is Extent.AROUND


def test_an_unknown_place_has_no_point() -> None:
    report = Surroundings((Told("Syria", 3),))
    assert candidates(PlaceName("Oshkara"), report) == ()
    assert candidates(PlaceName("Oshkara", around=("Syria",)), report) == ()


@pytest.mark.parametrize("name", ["", " ", "the", "-", "\n", "province", "x" * 500, "(a["])
def test_what_is_no_name_has_no_point(name: str) -> None:
    report = Surroundings((Told("Syria", 3), Told(name)))
    assert likeliest(candidates(PlaceName(name, name), report)) is None


def test_a_sea_has_no_point_and_says_so() -> None:
    assert candidates(PlaceName("Red Sea"), Surroundings((Told("Yemen"),))) == ()
    assert extent_without_point(PlaceName("Red Sea")) is Extent.WATER
    assert extent_without_point(PlaceName("Oshkara")) is None


@pytest.mark.parametrize(
    ("names", "home"),
    [
        (["Syria", "Deraa"], "SY"),
        (["Sanaa"], "YE"),
        (["Oshkara"], None),
        ([], None),
    ],
)
def test_the_home_of_a_report_is_where_most_of_its_places_are(
    names: list[str], home: str | None
) -> None:
    assert Surroundings(tuple(Told(name) for name in names)).home() == home


@pytest.mark.parametrize(
    ("name", "country", "told"),
    [
        ("Mexico City", "Mexico", "Mexico City"),
        ("Guatemala City", "Guatemala", "Guatemala City"),
        ("Central African Republic", "Chad", "Central African Republic"),
        ("Turkey", "United States", "Turkey"),
        ("Antioquia", "Colombia", "Antioquia"),
    ],
)
def test_names_that_hold_a_noun_or_another_name_are_taken_whole(
    name: str, country: str, told: str
) -> None:
    assert best(name, country).location.name == told


def test_a_street_or_a_quarter_is_where_its_town_is() -> None:
    found = best("Corrin Street", "Syria", around=("Baath Park", "Aleppo", "Syria"))
    assert (found.location.admin1, found.extent) == ("Aleppo", Extent.POINT)
    assert likeliest(candidates(PlaceName("Homs Street"), Surroundings((Told("Syria"),)))) is None


def test_other_spellings_are_not_guessed_where_spelling_is_settled() -> None:
    assert likeliest(candidates(PlaceName("Shyrevport"), Surroundings((Told("Ohio", 3),)))) is None


@pytest.mark.parametrize(
    ("names", "country"),
    [
        (["Idlib province", "Lebanon"], "SY"),
        (["the village", "Lebanon"], "LB"),
        (["Red Sea"], None),
        ([], None),
    ],
)
def test_wider_places_tell_the_country(names: list[str], country: str | None) -> None:
    assert country_of_names(names) == country
