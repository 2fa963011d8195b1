"""The file of places with coordinates is read as it was written."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extract.gazetteer.location_file import LocationFile
from extract.vocabulary import LocationKind
from train.locations import content


def city(name: str, *others: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "alternatenames": list(others),
        "latitude": 1.5,
        "longitude": -2.5,
        "countrycode": "SY",
        "admin1code": "06",
        "population": 1000,
        **more,
    }


COUNTRIES = {
    "SY": {"isonumeric": 760, "capital": "Dimashq"},
    "AQ": {"isonumeric": 10, "capital": ""},
}
CITIES = [
    city("Nawá", "Nawa", "Neve", population=59_170),
    city("Nawa", countrycode="IN", admin1code="24", latitude=27.019, population=22_088),
    city("Dimashq", "Damascus", "Damas", admin1code="13", population=1_569_394, latitude=33.5),
    city("Oshkara Minor", "OSHKARA", "Ошкара", "O" + "s" * 40, population=0),
]
FILE = LocationFile(content(CITIES, COUNTRIES, {"SY.06": "Daraa", "IN.24": "Rajasthan"}, "made up"))


def test_towns_of_one_key_come_by_their_population() -> None:
    assert [(t.name, t.country, t.admin1) for t in FILE.towns("nawa")] == [
        ("Nawá", "SY", "Daraa"),
        ("Nawa", "IN", "Rajasthan"),
    ]


def test_a_town_is_found_under_its_other_names() -> None:
    (town,) = FILE.towns("damascus")
    assert (town.name, town.kind) == ("Dimashq", LocationKind.CAPITAL)
    assert (town.latitude, town.longitude) == (33.5, -2.5)


def test_population_is_told_by_its_first_two_digits() -> None:
    assert [town.population for town in FILE.towns("nawa")] == [59_000, 22_000]


def test_names_in_capitals_in_other_letters_or_too_long_are_left_out() -> None:
    assert FILE.towns("oshkara") == FILE.towns("ошкара") == FILE.towns("o" + "s" * 40) == ()


def test_a_division_without_a_name_is_none() -> None:
    assert set(FILE.divisions) == {"daraa", "rajasthan"}


def test_a_country_without_towns_has_no_middle() -> None:
    assert FILE.middle("AQ") is None
    assert FILE.countries["AQ"][0] == 10


NAMES = st.text(st.characters(categories=["Lu", "Ll", "Zs"], max_codepoint=0x17F), min_size=3)


@given(st.lists(st.tuples(NAMES, st.integers(0, 10**7), NAMES), min_size=1, max_size=20))
def test_every_town_is_found_under_its_own_name(towns: list[tuple[str, int, str]]) -> None:
    from extract.gazetteer.places import key_of

    rows = [city(f"A{name}", f"B{other}", population=number) for name, number, other in towns]
    file = LocationFile(content(rows, COUNTRIES, {}, "made up"))
    for row in rows:
        found = file.towns(key_of(row["name"]))
        assert row["name"] in [town.name for town in found]
        assert [t.population for t in found] == sorted((t.population for t in found), reverse=True)
