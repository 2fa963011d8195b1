"""Persons who are counted though no number stands there, and amounts, by tables of sentences."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.entities import find_entities
from extract.load import from_text
from extract.quantities import find_figures, is_person
from extract.records import Figure, Reading
from extract.tagger import parse

DATA = Path(__file__).with_name("data")


def cases(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))[
        "text"
    ]
    return entries


def figures(text: str) -> list[Figure]:
    article = from_text(text, key="small")
    reading = Reading(version="0", sha256=article.sha256)
    doc = parse(article)
    return list(find_figures(doc, find_entities(doc, reading)).figures)


def amount(text: str, figure: Figure) -> list[Any]:
    numbers = (-1 if n is None else n for n in (figure.low, figure.point, figure.high))
    return [figure.span.of(text), *numbers, figure.unit or ""]


@pytest.mark.parametrize("case", cases("persons"), ids=lambda case: case["text"])
def test_a_person_described_counts_as_one(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[f.span.of(text), f.outcome, f.role] for f in figures(text) if is_person(f)]
    assert found == case["found"]


@pytest.mark.parametrize("case", cases("amounts"), ids=lambda case: case["text"])
def test_how_many_and_how_exact(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [amount(text, f) for f in figures(text) if not is_person(f)] == case["found"]


def test_every_person_is_one() -> None:
    found = figures("A man and a woman were killed.")
    assert [(f.low, f.point, f.high) for f in found] == [(1, 1, 1)] * 2


def test_a_person_among_others_is_part_of_their_number() -> None:
    whole, part = figures("A bomb killed 12 people, including a child.")
    assert part.part_of == whole.id


def test_a_person_among_the_dead_is_part_of_the_number_before() -> None:
    whole, part = figures("Twelve people were killed. Among the dead was a doctor.")
    assert part.part_of == whole.id


LONG = ["9" * 50_000, "1 234" + " 123" * 3_000, "1" + ",12" * 20_000, "2 " + "trillion " * 4_000]


@pytest.mark.parametrize("text", LONG, ids=["digits", "spaced", "commas", "scales"])
def test_numbers_without_end_are_bounded(text: str) -> None:
    found = figures(f"About {text} sheep were seen.")
    assert all(f.point is None or f.point <= 1e15 for f in found)
