"""Figures and events are joined to who says them, and to what, when and where it happened."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from extract.links import link
from extract.load import from_text
from extract.records import Attribution, Entity, Event, Figure, Mention, Reading, Source, Span, When
from extract.tagger import parse
from extract.vocabulary import Label, Precision, Qualifier

TEXT = (
    "The mayor said on Monday that police told him 12 men died in a blast in Dara. "
    "Nine more were hurt. In Tobol, rain fell."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def figure(ident: str, words: str, outcome: str = "killed") -> Figure:
    found = span(words)
    return Figure(ident, found.start, found.end, 1, 1, 1, Qualifier.EXACT, outcome=outcome)


def said(ident: str, source: str | None, *content: str) -> Attribution:
    return Attribution(ident, tuple(span(words) for words in content), source=source)


def linked(**found: Sequence[Any]) -> Reading:
    article = from_text(TEXT, key="small")
    reading = Reading(version="0", sha256=article.sha256)
    fields: dict[str, Any] = {name: tuple(items) for name, items in found.items()}
    return link(parse(article), replace(reading, **fields))


OUTER = "police told him 12 men died in a blast in Dara"
INNER = "12 men died in a blast in Dara"


def test_the_innermost_statement_stands_behind_a_figure() -> None:
    statements = [said("a1", "s1", OUTER), said("a2", "s2", INNER)]
    [figure_] = linked(figures=[figure("f1", "12")], attributions=statements).figures
    assert figure_.source == "s2"


def test_a_hedge_without_a_source_leaves_the_outer_one() -> None:
    statements = [said("a1", "s1", OUTER), said("a2", None, INNER)]
    [figure_] = linked(figures=[figure("f1", "12")], attributions=statements).figures
    assert figure_.source == "s1"


def test_a_figure_outside_every_statement_has_no_source() -> None:
    statements = [said("a1", "s1", OUTER)]
    [figure_] = linked(figures=[figure("f1", "Nine")], attributions=statements).figures
    assert figure_.source is None


def test_an_inner_statement_that_has_ended_no_longer_counts() -> None:
    statements = [said("a1", "s1", OUTER), said("a2", "s2", "police told him")]
    [figure_] = linked(figures=[figure("f1", "12")], attributions=statements).figures
    assert figure_.source == "s1"


def test_a_source_knows_what_rests_on_it() -> None:
    found = linked(
        sources=[Source("s1", "mayor", "official", (span("The mayor"),))],
        figures=[figure("f1", "12")],
        events=[Event("v1", (span("blast"),), "Explosions/Remote violence")],
        attributions=[said("a1", "s1", OUTER)],
    )
    assert (found.sources[0].figures, found.sources[0].events) == (("f1",), ("v1",))


def test_a_figure_has_the_event_date_and_place_of_its_sentence() -> None:
    place = span("Dara")
    found = linked(
        figures=[figure("f1", "12")],
        events=[Event("v1", (span("blast"),), "Explosions/Remote violence")],
        dates=[
            When(
                "d1",
                *(span("Monday").start, span("Monday").end),
                "Monday",
                None,
                None,
                Precision.DAY,
                "weekday",
            )
        ],
        entities=[Entity("e1", Label.PLACE, "Dara", (Mention(place.start, place.end),))],
    )
    [figure_] = found.figures
    assert (figure_.event, figure_.when, figure_.place and figure_.place.entity) == (
        "v1",
        "d1",
        "e1",
    )


EVENTS = [Event("v1", (span("blast"),), "Explosions/Remote violence")]


def test_harm_belongs_to_the_event_of_the_sentence_before() -> None:
    [figure_] = linked(figures=[figure("f1", "Nine", "wounded")], events=EVENTS).figures
    assert figure_.event == "v1"


@pytest.mark.parametrize("outcome", ["other", "duration"])
def test_other_figures_belong_to_no_event_of_another_sentence(outcome: str) -> None:
    [figure_] = linked(figures=[figure("f1", "Nine", outcome)], events=EVENTS).figures
    assert figure_.event is None


def test_the_date_of_saying_is_not_that_of_what_is_said() -> None:
    statements = [said("a1", "s1", OUTER)]
    dates = [
        When(
            "d1",
            span("Monday").start,
            span("Monday").end,
            "Monday",
            None,
            None,
            Precision.DAY,
            "weekday",
        )
    ]
    [figure_] = linked(figures=[figure("f1", "12")], attributions=statements, dates=dates).figures
    assert figure_.when is None


def test_a_place_named_before_in_the_block_stands_in() -> None:
    place = span("Dara")
    entity = Entity("e1", Label.PLACE, "Dara", (Mention(place.start, place.end),))
    [figure_] = linked(figures=[figure("f1", "Nine")], entities=[entity]).figures
    assert figure_.place is not None
    assert figure_.place.entity == "e1"


def test_a_place_that_only_modifies_is_no_place_of_an_event() -> None:
    article = from_text("A Tobol patrol freed 12 men.", key="small")
    reading = Reading(version="0", sha256=article.sha256)
    entity = Entity("e1", Label.PLACE, "Tobol", (Mention(2, 7),))
    number = Figure("f1", 21, 23, 12, 12, 12, Qualifier.EXACT, outcome="released")
    [figure_] = link(
        parse(article), replace(reading, figures=(number,), entities=(entity,))
    ).figures
    assert figure_.place is None
