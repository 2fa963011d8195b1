"""What a library calls actors: the table is read line by line, and a wrong line is named."""

from datetime import date
from pathlib import Path

import pytest

from extract.vocabulary import ActorKind
from store.actors import read_actors

REGIME = """
[[actor]]
name = ["regime forces", "Military Forces of Syria"]
coded = "Military Forces of Syria (2000-2024)"
kind = "State forces"
associated = "National Defense Forces"
country = "Syria"
from = 2000-07-17
to = 2024-12-08

[[actor]]
name = "regime forces"
coded = "Military Forces of Syria (2024-)"
kind = 1
country = "SY"
from = 2024-12-09
"""
SYRIA = frozenset({"SY"})


def table(folder: Path, text: str, name: str = "actors.toml") -> list[str]:
    """The file is written, and the problems told."""
    (folder / name).write_text(text, encoding="utf-8")
    return [str(problem) for problem in read_actors(folder).problems]


def test_a_name_is_coded_by_the_day(tmp_path: Path) -> None:
    assert table(tmp_path, REGIME) == []
    found = read_actors(tmp_path)
    before, after = (found.find(["The regime forces"], date(y, 1, 2), SYRIA) for y in (2019, 2025))
    assert before is not None
    assert after is not None
    assert before.coded == "Military Forces of Syria (2000-2024)"
    assert after.coded == "Military Forces of Syria (2024-)"
    assert before.kind is after.kind is ActorKind.STATE
    assert before.associated == ("National Defense Forces",)


def test_a_line_is_for_reports_on_its_country(tmp_path: Path) -> None:
    table(tmp_path, REGIME)
    found = read_actors(tmp_path)
    assert found.find(["regime forces"], date(2019, 1, 2), frozenset({"SD"})) is None
    assert found.find(["regime forces"], date(2019, 1, 2), frozenset()) is not None


def test_a_coded_name_is_a_name_of_its_own(tmp_path: Path) -> None:
    table(tmp_path, REGIME)
    line = read_actors(tmp_path).find(["Military Forces of Syria (2024-)"], date(2025, 1, 2), SYRIA)
    assert line is not None
    assert line.kind is ActorKind.STATE


SIDES = """
[[actor]]
name = ["regime forces", "Syrian army", "the army"]
coded = "Military Forces of Syria (2000-2024)"

[[actor]]
name = ["Hawks", "Sand Hawks"]
coded = "Sand Hawks Brigade"

[[actor]]
name = "Highway Patrol"
coded = "Highway Patrol (Syria)"
"""


@pytest.mark.parametrize(
    ("words", "coded"),
    [
        ("12 regime soldiers", "Military Forces of Syria"),
        ("at least four regime troops", "Military Forces of Syria"),
        ("a convoy of regime soldiers", "Military Forces of Syria"),
        ("army soldiers", "Military Forces of Syria"),
        ("Military Forces of Syria", "Military Forces of Syria"),
        ("three Hawks fighters", "Sand Hawks Brigade"),
        ("members of the Sand Hawks", "Sand Hawks Brigade"),
        ("several Highway Patrol officers", "Highway Patrol"),
        ("Syrian rebels", ""),
        ("regime fighters", ""),
        ("regime opponents", ""),
        ("supporters of the Hawks", ""),
        ("anti-Hawks protesters", ""),
        ("Red Hawks", ""),
        ("soldiers", ""),
    ],
)
def test_who_is_counted_or_described_is_of_the_table_as_well(
    tmp_path: Path, words: str, coded: str
) -> None:
    table(tmp_path, SIDES)
    line = read_actors(tmp_path).find([words], date(2019, 1, 2), SYRIA)
    assert (line.coded if line else "").partition(" (")[0] == coded


def test_the_table_may_be_a_spreadsheet(tmp_path: Path) -> None:
    rows = (
        "\ufeffname,coded,kind,associated,country,from,to\n"
        'rebels; the opposition,Opposition Rebels (Syria),2,"Ahrar; Jaysh",Syria,2011,2024\n'
        "Houthis,Military Forces of Yemen (2016-) Supreme Political Council,,,,,\n"
    )
    assert table(tmp_path, rows, "actors.csv") == []
    found = read_actors(tmp_path)
    line = found.find(["opposition"], date(2024, 12, 31), SYRIA)
    assert line is not None
    assert line.associated == ("Ahrar", "Jaysh")
    assert found.find(["opposition"], date(2025, 1, 1), SYRIA) is None
    houthis = found.find(["houthis"], None, frozenset())
    assert houthis is not None
    assert houthis.kind is None


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('coded = "B"', "needs 'name' and 'coded'"),
        ('name = "b"', "needs 'name' and 'coded'"),
        ('name = 3\ncoded = "B"', "'name' is to be words"),
        ('name = "b"\ncoded = "B"\nkind = "king"', "no kind of actor; they are 1 State forces"),
        ('name = "b"\ncoded = "B"\nkind = 9', "no kind of actor"),
        ('name = "b"\ncoded = "B"\ncountry = "Atlantis"', "no country that is known"),
        ('name = "b"\ncoded = "B"\nfrom = "soon"', "soon"),
        ('name = "b"\ncoded = "B"\nfrom = 2020\nto = 2019', "'from' is after 'to'"),
        ('name = "b"\ncoded = "B"\nkolor = 1', "'kolor' is not known"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_used(
    tmp_path: Path, line: str, says: str
) -> None:
    (problem,) = table(tmp_path, f'[[actor]]\n{line}\n\n[[actor]]\nname = "a"\ncoded = "A"\n')
    assert "\n" not in problem
    assert "actors.toml: line 1 not understood and passed over (" in problem
    assert says in problem
    assert [line.coded for line in read_actors(tmp_path).lines] == ["A"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("actors.toml", "[[actor"),
        ("actors.toml", 'actor = "gunmen"'),
        ("actors.toml", f"a = {'[' * 5000}"),
        ("actors.csv", 'name,coded\n"a,b'),
    ],
)
def test_a_wrong_file_is_named_in_one_line(tmp_path: Path, name: str, text: str) -> None:
    (problem,) = table(tmp_path, text, name)
    assert "\n" not in problem
    assert name in problem
    assert read_actors(tmp_path).lines == ()


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "actors.toml").mkdir()
    (problem,) = read_actors(tmp_path).problems
    assert "actors.toml" in str(problem)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_bytes(b"name,coded\n\xff\xfe,x\n")
    assert len(read_actors(tmp_path).problems) == 1


def test_a_library_without_a_table_has_none(tmp_path: Path) -> None:
    found = read_actors(tmp_path)
    assert not found
    assert found.problems == ()
