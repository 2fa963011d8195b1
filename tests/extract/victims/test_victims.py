"""The persons who came to harm, one by one, each with what the report tells of it."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline
from extract.load import from_text
from extract.load.facts import Facts
from extract.records import Reading, Victim

_CASES = tomllib.loads(
    (Path(__file__).parent / "data" / "victims.toml").read_text(encoding="utf-8")
)["case"]


def read(text: str) -> Reading:
    """The reading of a report of a day."""
    return pipeline.read(from_text(text, key="report", facts=Facts(published=date(2025, 3, 19))))


def line(victim: Victim) -> str:
    """A victim as the data has it."""
    age = "" if victim.age is None else f"{victim.age:g}"
    parts = (victim.name, age, victim.sex, victim.role, victim.outcome)
    return " | ".join(part or "-" for part in parts)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["about"])
def test_each_person_is_a_record(case: dict[str, Any]) -> None:
    found = [line(victim) for victim in read(case["text"]).victims]
    if case.get("least"):
        assert set(case["people"]) <= set(found)
    else:
        assert found == case["people"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["about"])
def test_each_is_of_an_incident_and_stands_in_the_text(case: dict[str, Any]) -> None:
    reading = read(case["text"])
    known = {incident.id for incident in reading.incidents}
    for victim in reading.victims:
        assert victim.incident in known
        words = victim.span.of(case["text"])
        assert words == words.strip() != ""
        assert victim.name is None or words in victim.name or victim.name in words
