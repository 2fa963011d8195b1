"""Figures of small reports: what is counted, what became of it, how figures stand to each other."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.load import from_text
from extract.quantities import find_figures
from extract.records import Figure, Reading, When
from extract.tagger import parse
from extract.vocabulary import Precision, Qualifier

CASES = tomllib.loads(Path(__file__).with_name("data").joinpath("figures.toml").read_text("utf-8"))


def figures(text: str, dates: tuple[When, ...] = ()) -> list[Figure]:
    article = from_text(text, key="small")
    reading = Reading(version="0", sha256=article.sha256, dates=dates)
    return list(find_figures(parse(article), reading).figures)


def told(text: str, figure: Figure) -> list[str]:
    counted = figure.counted.of(text) if figure.counted else "-"
    return [figure.span.of(text), counted, figure.outcome]


@pytest.mark.parametrize("case", CASES["text"], ids=lambda case: case["title"])
def test_what_is_counted_and_what_became_of_it(case: dict[str, Any]) -> None:
    assert [told(case["text"], figure) for figure in figures(case["text"])] == case["found"]


def test_a_subset_names_its_whole() -> None:
    whole, part = figures("A mine killed 19 people, including six children.")
    assert (part.part_of, part.role, part.outcome) == (whole.id, "subset", "killed")


def test_of_them_is_a_subset() -> None:
    whole, part = figures("We counted 800 tents, 300 of them empty.")
    assert part.part_of == whole.id


def test_of_them_may_stand_before_what_is_counted() -> None:
    whole, part = figures("They fed 800 families, 300 of them women and children.")
    assert (part.part_of, part.role) == (whole.id, "subset")


def test_a_subset_may_refer_to_the_sentence_before() -> None:
    whole, part = figures("A mine killed 19 people. Six of them were children.")
    assert (part.part_of, part.outcome) == (whole.id, "killed")


def test_including_does_not_reach_into_the_sentence_before() -> None:
    _, part = figures("Nineteen people fled. A crowd, including six children, watched.")
    assert part.part_of is None


def test_what_is_listed_with_a_part_is_a_part() -> None:
    whole, _, last = figures("It killed 19 people, including six boys and two girls.")
    assert last.part_of == whole.id


def test_a_number_added_to_an_earlier_one_is_additive() -> None:
    [figure] = figures("Another seven divers are missing.")
    assert figure.role == "additive"


def test_a_toll_is_cumulative() -> None:
    [figure] = figures("The strike brought the death toll to 61.")
    assert figure.role == "cumulative"


BOUNDS = [
    ("At least 5 men died.", (5, None, None, Qualifier.AT_LEAST)),
    ("More than 5 men died.", (5, None, None, Qualifier.AT_LEAST)),
    ("Up to 5 men died.", (None, None, 5, Qualifier.UP_TO)),
    ("About 5 men died.", (None, 5, None, Qualifier.ABOUT)),
    ("Between 5 and 9 men died.", (5, None, 9, Qualifier.RANGE)),
    ("Dozens of men died.", (24, None, 99, Qualifier.VAGUE)),
    ("Five men died.", (5, 5, 5, Qualifier.EXACT)),
]


@pytest.mark.parametrize(("text", "amount"), BOUNDS)
def test_low_stated_and_high_number(text: str, amount: tuple[Any, ...]) -> None:
    [figure] = figures(text)
    assert (figure.low, figure.point, figure.high, figure.qualifier) == amount


def test_days_of_a_date_are_no_figures() -> None:
    text = "On 14 May 30 men left."
    day = When("d1", 3, 9, "14 May", date(2020, 5, 14), date(2020, 5, 14), Precision.DAY, "day")
    assert [figure.start for figure in figures(text, (day,))] == [10]


def test_days_ago_are_a_duration() -> None:
    text = "It began 35 days ago."
    day = When("d1", 9, 20, "35 days ago", None, None, Precision.DAY, "days-ago")
    assert [figure.outcome for figure in figures(text, (day,))] == ["duration"]


@given(st.text(min_size=1, max_size=120).filter(str.strip))
def test_no_text_breaks_the_step(text: str) -> None:
    found = figures(text)
    assert [figure.id for figure in found] == [f"f{n}" for n in range(1, len(found) + 1)]
    assert all(figure.start < figure.end <= len(text) for figure in found)
