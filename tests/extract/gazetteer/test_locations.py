"""Places with their coordinates, as `train.locations` writes them and rules ask for them."""

import re
import subprocess
import sys

import pytest

from extract.gazetteer import (
    divisions_named,
    divisions_with,
    iso_number,
    kilometres,
    middle_of,
    names_like,
    town_nearest,
    towns_named,
)
from extract.vocabulary import LocationKind


@pytest.mark.parametrize(
    ("name", "country", "admin1", "latitude", "longitude"),
    [
        ("Deraa", "SY", "Daraa", 32.62, 36.10),
        ("Daraa", "SY", "Daraa", 32.62, 36.10),
        ("Bogota", "CO", "Bogota D.C.", 4.61, -74.08),
        ("Bunia", "CD", "Ituri", 1.56, 30.25),
        ("khan younis", "PS", "Gaza Strip", 31.34, 34.31),
    ],
)
def test_a_town_has_country_division_and_coordinates(
    name: str, country: str, admin1: str, latitude: float, longitude: float
) -> None:
    town = towns_named(name)[0]
    assert (town.country, town.admin1) == (country, admin1)
    assert (town.latitude, town.longitude) == pytest.approx((latitude, longitude), abs=0.02)


def test_all_towns_of_a_name_are_told_the_most_populous_first() -> None:
    found = towns_named("Tripoli")
    assert [town.country for town in found[:2]] == ["LY", "LB"]
    assert found[0].kind is LocationKind.CAPITAL


def test_a_village_is_known_too() -> None:
    assert any(town.country == "SY" and town.population < 60_000 for town in towns_named("Nawa"))


@pytest.mark.parametrize("name", ["", "Oshkara", "zzzz", "a", "~", "\n", "\t"])
def test_a_name_that_nobody_has_has_no_towns(name: str) -> None:
    assert towns_named(name) == ()


def test_a_division_lies_at_its_most_populous_town() -> None:
    (helmand,) = divisions_named("Helmand")
    assert helmand.country == "AF"
    assert kilometres(helmand, towns_named("Lashkar Gah")[0]) < 1


def test_divisions_are_found_by_a_word_of_their_names() -> None:
    found = divisions_with("Darfur")
    assert len(found) == 5
    assert {division.country for division in found} == {"SD"}


def test_countries_have_their_number_and_a_town_in_their_middle() -> None:
    assert iso_number("SY") == 760
    assert iso_number("ZZ") is None
    middle = middle_of("SD")
    assert middle is not None
    assert (middle.latitude, middle.longitude) == pytest.approx((14, 32), abs=2)
    assert middle_of("ZZ") is None


def test_the_distance_is_that_on_the_globe() -> None:
    paris, berlin = towns_named("Paris")[0], towns_named("Berlin")[0]
    assert kilometres(paris, berlin) == pytest.approx(878, abs=3)
    assert kilometres(paris, paris) == 0


def test_the_nearest_town_is_found_within_a_distance() -> None:
    near = town_nearest(32.62, 36.10)
    assert near is not None
    assert near.admin1 == "Daraa"
    assert town_nearest(-40.0, -120.0, within=50) is None


def test_names_are_found_by_a_pattern() -> None:
    assert "shaykh miskin" in names_like("s", re.compile(r"sh[aeiy]+kh mi[sz]ki+n"))
    assert names_like("s", re.compile(r"haykh")) == set()


def test_no_reading_opens_the_file() -> None:
    """It is large, and a report opens without it."""
    code = (
        "from pathlib import Path; import extract.gazetteer.locations as places;"
        "places.FILE = Path('/nowhere/at/all');"
        "from extract.pipeline import read; from extract.load import from_text;"
        "print(len(read(from_text('A bomb killed two men in Deraa, Syria.', key='a')).entities))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 0
