"""Dates as reports write them, with the figures beside them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline
from extract.dates import UNCOUNTED_RULES
from extract.load import from_text
from extract.load.facts import Facts
from extract.quantities import is_person
from extract.records import Figure, Reading, When

CASES = tomllib.loads((Path(__file__).parent / "data" / "kinds.toml").read_text("utf-8"))["case"]
WEDNESDAY = date(2024, 4, 10)


def read(text: str, published: date) -> Reading:
    return pipeline.read(from_text(text, key="small", facts=Facts(published=published)))


def days_of(when: When) -> str:
    if when.start == when.end:
        return f"{when.start}"
    return f"{when.start or '..'}/{when.end or '..'}"


def days_in(reading: Reading) -> list[str]:
    dates = (when for when in reading.dates if when.rule not in UNCOUNTED_RULES)
    return [days_of(when) for when in dates if when.calendar or when.start]


def number_of(figure: Figure) -> float | None:
    return next((n for n in (figure.point, figure.low, figure.high) if n is not None), None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_days_of_a_sentence_are_told(case: dict[str, Any]) -> None:
    found = read(case["text"], case.get("published", WEDNESDAY))
    assert days_in(found) == case["days"]
    if "figures" in case:
        numbers = (figure for figure in found.figures if not is_person(figure))
        assert [number_of(figure) for figure in numbers] == case["figures"]


DATED = [
    ("Ahead of Friday's prayers, three men were shot on Thursday in Sulta.", "2024-04-04"),
    ("Ahead of Saturday's funeral, a bomb on Tuesday killed three mourners.", "2024-04-09"),
    ("In the run-up to Saturday's poll, gunmen killed a candidate on Monday.", "2024-04-08"),
    ("Four policemen were killed on Tuesday, two days before Thursday's referendum.", "2024-04-09"),
    ("Opposition leaders were arrested on Tuesday before Friday's march.", "2024-04-09"),
    ("Six farmers were killed in Friday's attack.", "2024-04-05"),
    ("Friday's attack killed six farmers.", "2024-04-05"),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_what_is_ahead_dates_no_event(text: str, day: str) -> None:
    found = read(text, WEDNESDAY)
    dates = {when.id: days_of(when) for when in found.dates}
    assert {dates[event.when] for event in found.events if event.when} == {day}
