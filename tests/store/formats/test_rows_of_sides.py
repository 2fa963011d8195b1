"""Whose people act and who bears arms, from the words of a report to the rows of ACLED."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from rows_of import reviewed, rows

from store.formats.document import Unit

CASES = tomllib.loads(Path(__file__).with_name("data").joinpath("sides.toml").read_text("utf-8"))
COLUMNS = ("event_type", "sub_event_type", "actor1", "actor2")


@pytest.mark.parametrize("case", CASES["report"], ids=lambda case: case["says"])
def test_a_report_comes_to_rows_of_these_types_and_actors(case: dict[str, Any]) -> None:
    document, _ = reviewed(case["text"])
    found = [[row[column] for column in COLUMNS] for row in rows("acled", document, Unit.MENTION)]
    assert found == case["acled"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Rebels fought government forces in Sulta.", {"opposition", "government"}),
        ("Gunmen killed three rebel leaders in Dunda.", {"", "opposition"}),
        ("Militiamen fought army deserters in Dunda. Militiamen fled.", {""}),
    ],
)
def test_fighters_of_whom_no_side_is_told_are_of_none(text: str, sides: set[str]) -> None:
    _, reading = reviewed(text)
    assert {entity.side for entity in reading.entities if entity.armed} == sides


def test_a_group_that_fights_by_name_bears_arms() -> None:
    _, reading = reviewed("Soldiers shelled Azadi Brigade militants. The Azadi Brigade fled.")
    assert [entity.armed for entity in reading.entities if entity.name == "Azadi Brigade"] == [True]
