"""Incidents of a report: one row for one happening, with its sides, place, day and numbers."""

from datetime import date

import pytest

from extract import pipeline
from extract.load import from_text
from extract.load.facts import Facts
from extract.records import Article, Incident, Reading

TWO_INCIDENTS = """\
Gunmen kill 14 at a market in Oshkara

Gunmen opened fire on a market in Oshkara on Tuesday, killing 14 people and wounding 23.

On Wednesday, helicopters bombed a rebel camp near Wadi Serin, killing five, the army said.
"""


def _read(text: str) -> tuple[Article, Reading]:
    article = from_text(text, key="made-up", facts=Facts(published=date(2025, 3, 20)))
    return article, pipeline.read(article)


def _rows(text: str) -> list[Incident]:
    return [i for i in _read(text)[1].incidents if not i.aggregate]


def test_harm_is_of_the_incident_that_caused_it_and_another_day_is_another_incident() -> None:
    market, camp = _rows(TWO_INCIDENTS)
    assert [(t.outcome, t.best) for t in market.tolls] == [("killed", 14), ("wounded", 23)]
    assert [(t.outcome, t.best) for t in camp.tolls] == [("killed", 5)]
    assert market.main
    assert not camp.main


def test_the_events_and_figures_of_an_incident_are_named_by_id() -> None:
    _, reading = _read(TWO_INCIDENTS)
    events = {event.id for event in reading.events}
    figures = {figure.id for figure in reading.figures}
    for incident in reading.incidents:
        assert set(incident.events) <= events
        assert set(incident.figures) <= figures


@pytest.mark.parametrize(
    ("further", "killed"),
    [
        ("The blast killed nine people, the mayor said.", [9]),
        ("In a separate incident in Merrow, a bomb killed two guards.", [9, 2]),
        ("More than 600 people have been killed in bombings since January.", [9]),
    ],
)
def test_what_follows_is_joined_told_apart_or_a_sum(further: str, killed: list[float]) -> None:
    text = f"A bomb exploded in Talibar on Monday, killing nine people.\n\n{further}\n"
    tolls = [incident.toll("killed") for incident in _rows(text)]
    assert [toll.best for toll in tolls if toll] == killed


def test_rival_sources_span_a_range() -> None:
    text = (
        "A bomb exploded at a market in Talibar on Monday. Police said 14 people were killed."
        " Hospital officials said 19 people were killed.\n"
    )
    (incident,) = _rows(text)
    toll = incident.toll("killed")
    assert toll is not None
    assert (toll.low, toll.best, toll.high, toll.rule) == (14, 14, 19, "range")


def test_both_parties_of_a_clash_stand_on_their_two_sides() -> None:
    article, reading = _read("Soldiers clashed with rebels near Talibar on Monday.\n")
    (incident,) = reading.incidents
    sides = [
        [p.telling.of(article.text) for p in side] for side in (incident.side_a, incident.side_b)
    ]
    assert sides == [["Soldiers"], ["rebels"]]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A man was fatally shot outside a bar in Ledbury on Saturday.", [1]),
        ("Two men were mortally wounded in a shooting on Harper Avenue.", [2]),
        ("He was charged with two counts of attempted murder after a shooting in Velm.", []),
        ("The body of a woman was found in a ditch near Velm on Monday.", [1]),
        ("Two boys were shot in Velm. One of them later died at a hospital.", [1]),
        ("A bus crashed near Kessock on Sunday, killing three people.", [3]),
    ],
)
def test_tolls_of_local_crime_and_accidents(text: str, killed: list[float]) -> None:
    tolls = [incident.toll("killed") for incident in _rows(text)]
    assert [toll.best for toll in tolls if toll] == killed
