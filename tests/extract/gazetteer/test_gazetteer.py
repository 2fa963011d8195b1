"""Places with their countries, and countries with their names and people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import gazetteer
from extract.lexicon import table


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Aleppo", "SY"),
        ("Al-Qa'im", "IQ"),
        ("al Qaim", "IQ"),
        ("Bogotá", "CO"),
        ("BOGOTA", "CO"),
        ("Ohio", "US"),
        ("London", "GB"),
    ],
)
def test_the_most_populous_place_of_a_name_comes_first(name: str, country: str) -> None:
    assert gazetteer.places_named(name)[0].country == country


def test_all_places_of_a_name_are_told() -> None:
    assert {place.country for place in gazetteer.places_named("Tripoli")} >= {"LY", "LB"}


def test_a_capital_is_told_from_other_cities() -> None:
    assert [gazetteer.places_named(name)[0].kind for name in ("Nairobi", "Mombasa", "Texas")] == [
        "capital",
        "city",
        "state",
    ]


def test_population_is_given_in_people() -> None:
    assert gazetteer.places_named("Lagos")[0].population > 5_000_000


@pytest.mark.parametrize("name", ["", " ", "the", "Qqqqq", "A", "\t", "\n", "# Places"])
def test_what_is_no_place_has_no_places(name: str) -> None:
    assert not gazetteer.is_place(name)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Burma", "MM"),
        ("the Netherlands", "NL"),
        ("Côte d’Ivoire", "CI"),
        ("UAE", "AE"),
        ("Oz", None),
    ],
)
def test_a_country_goes_by_its_old_and_short_names(name: str, code: str | None) -> None:
    assert gazetteer.country_named(name) == code


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Congolese", ("CG", "CD")),
        ("Saudis", ("SA",)),
        ("BRITISH", ("GB",)),
        ("polish", ()),
        ("Martian", ()),
    ],
)
def test_people_have_their_countries(word: str, codes: tuple[str, ...]) -> None:
    assert gazetteer.countries_of_people(word) == codes


def test_every_country_is_known_by_its_own_name() -> None:
    names = [gazetteer.name_of_country(code) for code in table("countries")]
    assert all(name and gazetteer.is_country(name) for name in names)


def test_a_code_that_is_no_country_has_no_name() -> None:
    assert gazetteer.name_of_country("ZZ") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [("Tamil Nadu", "IN"), ("the Sahel", "world"), ("Red Sea", "world"), ("Lagos", None)],
)
def test_a_region_is_told_with_its_country(name: str, code: str | None) -> None:
    assert gazetteer.region_named(name) == code


def test_given_names_and_surnames_are_known_in_many_languages() -> None:
    assert all(gazetteer.is_given_name(name) for name in ("Maria", "Ahmed", "Kofi", "Zoë"))
    assert all(gazetteer.is_surname(name) for name in ("Smith", "Kumar", "O'Brien", "González"))
    assert not gazetteer.is_given_name("Ministry")


@given(st.text())
def test_any_name_can_be_looked_up(name: str) -> None:
    assert gazetteer.is_place(name) == bool(gazetteer.places_named(name))
