"""Dates as reports write them, with the figures beside them."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline
from extract.dates import UNCOUNTED_RULES
from extract.figures import is_person
from extract.load import from_text
from extract.load.facts import Facts
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
