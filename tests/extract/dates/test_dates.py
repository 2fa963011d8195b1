"""Date expressions and the days they stand for."""

import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import calendar, find_dates
from extract.dates.grammar import RULES
from extract.load import from_text
from extract.load.facts import Facts
from extract.records import Reading, When
from extract.tagger import parse
from extract.vocabulary import Precision

CASES = tomllib.loads((Path(__file__).parent / "data" / "dates.toml").read_text("utf-8"))
THURSDAY = date(2021, 7, 29)
_MARKED = re.compile(r"\[\[(.*?)\]\]")
_RUNS = st.lists(st.sampled_from(CASES["words"]), max_size=25).map(" ".join)


def dates_in(text: str, published: date | None = THURSDAY) -> tuple[When, ...]:
    article = from_text(text, key="small", facts=Facts(published=published))
    reading = Reading(version="0", sha256=article.sha256)
    return find_dates(parse(article), reading).dates


def told(when: When, fields: int) -> str:
    days = f"{when.start or '..'}/{when.end or '..'}" if when.start or when.end else "-"
    return " ".join([when.rule, when.value or "none", days][:fields])


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["title"])
def test_dates_are_found_and_told(case: dict[str, Any]) -> None:
    text = _MARKED.sub(r"\1", case["text"])
    found = dates_in(text, THURSDAY if case.get("published", True) else None)
    assert [when.words for when in found] == _MARKED.findall(case["text"])
    wanted = case["dates"]
    fields = [len(one.split()) for one in wanted]
    assert [told(*pair) for pair in zip(found, fields, strict=True)] == wanted


def test_a_day_has_the_precision_of_a_day() -> None:
    [when] = dates_in("A mine killed a farmer on Monday.")
    assert (when.precision, when.start, when.end) == (Precision.DAY, when.end, date(2021, 7, 26))


def test_an_open_range_has_no_end() -> None:
    [when] = dates_in("The road has been closed since Monday.")
    assert (when.start, when.end, when.precision) == (date(2021, 7, 26), None, Precision.RANGE)


def test_durations_are_no_calendar_dates() -> None:
    assert [when.calendar for when in dates_in("On Monday it rained for three days.")] == [
        True,
        False,
    ]


def test_ids_count_up_in_the_order_of_the_text() -> None:
    assert [when.id for when in dates_in("On Monday, in May 2013 and last week.")] == [
        "d1",
        "d2",
        "d3",
    ]


@given(_RUNS, st.dates())
def test_spans_lie_in_the_text_in_order(text: str, published: date) -> None:
    found = dates_in(text, published)
    assert all(when.span.of(text) == when.words for when in found)
    assert all(a.end_offset <= b.start_offset for a, b in pairwise(found))


@given(_RUNS, st.dates())
def test_no_date_ends_before_it_starts(text: str, published: date) -> None:
    found = dates_in(text, published)
    assert all(w.start <= w.end for w in found if w.start and w.end)


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(when.span.of(text) == when.words for when in dates_in(text))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1961, 4, 2), (2000, 4, 23), (2021, 4, 4), (2038, 4, 25)],
)
def test_easter_falls_on_known_sundays(year: int, month: int, day: int) -> None:
    assert calendar.easter(year) == date(year, month, day)


def test_every_rule_has_an_example() -> None:
    shown = {one.split()[0] for case in CASES["case"] for one in case["dates"]}
    assert {rule.name for rule in RULES} <= shown | {"age"}
