"""Reports accepted as they were read, beside rows that were coded by hand after the codebook."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from rows_of import exported, reviewed, rows

REPORTS = tomllib.loads(Path(__file__).with_name("data").joinpath("coded.toml").read_text("utf-8"))
CELLS = {
    "place": "location",
    "day": "event_date",
    "precision": "time_precision",
    "type": "event_type",
    "subtype": "sub_event_type",
    "actor1": "actor1",
    "actor2": "actor2",
    "deaths": "fatalities",
    "targeting": "civilian_targeting",
    "country": "country",
}
"""What was coded by hand, and the column that tells it."""


def likeness(coded: dict[str, Any], row: dict[str, str]) -> int:
    """How much speaks for a row being the coded one: place and type before all."""
    weights = {"place": 3, "type": 3, "subtype": 2, "day": 2}
    return sum(n for cell, n in weights.items() if row[CELLS[cell]] == str(coded[cell]))


@pytest.mark.parametrize("report", REPORTS["report"], ids=lambda report: report["name"])
def test_the_cells_are_those_coded_by_hand(report: dict[str, Any]) -> None:
    document, _ = reviewed(report["text"].strip() + "\n", published=report["published"])
    found = rows("acled", document)
    for coded in report["row"]:
        open_cells = set(coded.get("open", ()))
        if "row" in open_cells:
            continue
        row = max(found, key=lambda one: likeness(coded, one))
        wanted = {cell: str(coded[cell]) for cell in CELLS if cell in coded}
        told = {cell: row[CELLS[cell]] for cell in wanted}
        if "sides" in coded and not open_cells & {"actor1", "actor2"}:
            assert {row["actor1"], row["actor2"]} == set(coded["sides"])
        assert {cell: told[cell] for cell in wanted if cell not in open_cells} == {
            cell: value for cell, value in wanted.items() if cell not in open_cells
        }


@pytest.mark.parametrize(
    ("text", "words", "numbers"),
    [
        (
            "Rebels attacked an army post near Gao, Mali, on Monday, killing four soldiers.",
            ["Rebel group", "State forces", "State forces-Rebel group"],
            ["2", "1", "12"],
        ),
        (
            "Ethiopian troops shot dead two traders in Baidoa, Somalia, on Monday.",
            ["External/Other forces", "Civilians", "External/Other forces-Civilians"],
            ["8", "7", "78"],
        ),
        (
            "Hundreds of students marched through Gao, Mali, on Monday, the mayor said.",
            ["Protesters", "", "Protesters only"],
            ["6", "", "60"],
        ),
    ],
)
def test_kinds_of_actors_are_told_in_words_or_numbers(
    text: str, words: list[str], numbers: list[str]
) -> None:
    document, _ = reviewed(text)
    columns = ("inter1", "inter2", "interaction")
    told = [
        [row[column] for column in columns]
        for in_numbers in (False, True)
        for row in exported("acled", document, in_numbers=in_numbers)[0]
    ]
    assert told == [words, numbers]
