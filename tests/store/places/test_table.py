"""A library's own places, from files that a person writes."""

from pathlib import Path

import pytest

from extract.vocabulary import LocationKind
from store.places.table import PlaceTable, read_places

GOOD = """
[[place]]
name = "Oshkara"
also = ["Ashkara", "Al-Oshkara"]
latitude = 33.5
longitude = 36.3
country = "Syria"
admin1 = "Daraa"

[[place]]
name = "Dar Vemu"
latitude = -1
longitude = 2
"""


def read(folder: Path, content: str | bytes, name: str = "places.toml") -> PlaceTable:
    data = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(data)
    return read_places(folder)


def test_a_place_is_found_under_all_its_names(tmp_path: Path) -> None:
    table = read(tmp_path, GOOD)
    assert table.problems == ()
    (place,) = table.by_key["oshkara"]
    assert (place.name, place.country, place.admin1) == ("Oshkara", "SY", "Daraa")
    assert (place.latitude, place.longitude, place.kind) == (33.5, 36.3, LocationKind.OWN)
    assert table.by_key["ashkara"] == table.by_key["al oshkara"] == (place,)
    assert table.by_key["dar vemu"][0].country == ""


def test_a_spreadsheet_has_the_same_columns(tmp_path: Path) -> None:
    content = (
        "\ufeffname,also,latitude,longitude,country,admin1\nOshkara,Ashkara; Oshka,33.5,36.3,sy,\n"
    )
    table = read(tmp_path, content, "places.csv")
    assert table.problems == ()
    assert set(table.by_key) == {"oshkara", "ashkara", "oshka"}
    assert table.by_key["oshka"][0].country == "SY"


def test_without_a_file_there_are_no_places(tmp_path: Path) -> None:
    assert read_places(tmp_path) == PlaceTable()
    assert read_places(tmp_path / "nowhere") == PlaceTable()


WRONG = [
    ("name = 'A'\nlatitude = 91\nlongitude = 0", "'latitude' is not between -90 and 90"),
    ("name = 'A'\nlatitude = 1\nlongitude = -180.5", "'longitude' is not between -180 and 180"),
    ("name = 'A'\nlatitude = nan\nlongitude = 0", "'latitude' is not between -90 and 90"),
    ("name = 'A'\nlatitude = true\nlongitude = 0", "'latitude' is missing"),
    ("name = 'A'\nlatitude = 1", "'longitude' is missing"),
    ("name = 'A'\nlatitude = 'x'\nlongitude = 0", "could not convert string to float: 'x'"),
    ("name = 'A'\nlatitude = []\nlongitude = 0", "float() argument must be"),
    ("latitude = 1\nlongitude = 0", "'name' is missing"),
    ("name = ' '\nlatitude = 1\nlongitude = 0", "'name' is missing"),
    ("name = 5\nlatitude = 1\nlongitude = 0", "'name' is to be words in quotation marks"),
    ("name = 'A'\nalso = 5\nlatitude = 1\nlongitude = 0", "'also' is to be words"),
    ("name = 'A'\ncountry = 'Kestria'\nlatitude = 1\nlongitude = 0", "'Kestria' is no country"),
    ("name = 'A'\nlat = 1\nlongitude = 0", "'lat' is not known here"),
]


@pytest.mark.parametrize(("line", "why"), WRONG)
def test_a_wrong_place_is_named_and_the_others_are_used(
    tmp_path: Path, line: str, why: str
) -> None:
    table = read(tmp_path, f"[[place]]\n{line}\n{GOOD}")
    (problem,) = table.problems
    assert why in str(problem)
    assert "place 1 not understood" in str(problem)
    assert set(table.by_key) == {"oshkara", "ashkara", "al oshkara", "dar vemu"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("places.toml", "[[place]\n"),
        ("places.toml", b"\xff\xfe"),
        ("places.toml", "place = 5"),
        ("places.toml", "[[plaza]]\nname = 'A'"),
        ("places.toml", "x = " + "[" * 2000),
        ("places.csv", b"\xff"),
        ("places.csv", 'name,latitude\n"open'),
        ("places.csv", "a,b\n1,2,3\n"),
    ],
)
def test_a_file_that_is_none_is_named_and_has_no_places(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    table = read(tmp_path, content, name)
    assert table.by_key == {}
    assert len(table.problems) == 1
    assert name in str(table.problems[0])


def test_a_folder_or_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "there.toml").write_text(GOOD)
    (tmp_path / "places.toml").symlink_to(tmp_path / "there.toml")
    assert read_places(tmp_path).by_key == {}
    (tmp_path / "places.toml").unlink()
    (tmp_path / "places.toml").mkdir()
    assert len(read_places(tmp_path).problems) == 1
