"""A report read through every step: any text, and the seed as it is to be read."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract import pipeline, serial
from extract.load import load
from extract.load.facts import Facts
from extract.load.report import from_text
from extract.records import Article, Entity, Reading, Span
from extract.vocabulary import Status
from store.suggestions import suggestions

SEED = Path(__file__).parents[2] / "seeds" / "000_82356d672ab70ae1.txt"

VOCABULARY = """The army said on Monday that 12 rebels were killed near Kaya , and at least three “
” " ' wounded . According to the U.S. 5.5 per cent $3m 2018 June 25 - – ( [ ] ) : ; ? ! 10,000 of
them attack attacked by children Dr. Ana Díaz’s القاهرة 北京 Одеса 😀 \x1b[31m"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n", "\t"])
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=200))


def spans(reading: Reading) -> Iterator[Span]:
    """Every stretch of the text that a reading names."""
    for entity in reading.entities:
        yield from (mention.span for mention in entity.mentions)
    yield from (when.span for when in reading.dates)
    for figure in reading.figures:
        yield figure.span
        yield from [figure.counted] if figure.counted else []
    for said in reading.attributions:
        yield from said.content
        yield from (span for span in (said.cue, said.source_span) if span)
    for event in reading.events:
        yield from event.triggers
        yield from (party.span for party in (*event.actors, *event.targets))
    for check in reading.checks:
        yield from check.spans


@given(TEXTS)
@example("")
@example("“" * 50)
@example("\ud800 said 3 people were killed.")
@settings(max_examples=60)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    article = from_text(text, key="k", facts=Facts(published=date(2024, 3, 5)))
    reading = pipeline.read(article)
    for span in spans(reading):
        assert 0 <= span.start < span.end <= len(text)
    idents = [item.id for item in suggestions(article, reading)]
    assert len(idents) == len(set(idents))


@cache
def seed() -> tuple[Article, Reading]:
    """The seed report and its reading."""
    article = load(SEED)
    return article, pipeline.read(article)


def entity_of(words: str) -> Entity:
    """The entity that words of the seed name, at their first place."""
    article, reading = seed()
    start = article.text.index(words)
    found = [e for e in reading.entities if any(m.span.start == start for m in e.mentions)]
    assert found, words
    return found[0]


def source_of(words: str) -> str | None:
    """The canonical name of who stands behind the figure at words of the seed."""
    article, reading = seed()
    start = article.text.index(words)
    names = {source.id: source.name for source in reading.sources}
    (figure,) = [f for f in reading.figures if f.start == start]
    return names.get(figure.source or "")


def test_a_reading_comes_back_from_json_equal() -> None:
    _, reading = seed()
    assert serial.decode(serial.encode(reading)) == reading


@pytest.mark.parametrize(
    "words",
    ["monitor says", "Britain-based war monitor", "Observatory said", "watchdog added"],
)
def test_the_seeds_monitor_is_one_under_all_its_names(words: str) -> None:
    named = entity_of("Syrian Observatory for Human Rights")
    article, reading = seed()
    place = article.text.index(words)
    end = place + len(words)
    held = [e.id for e in reading.entities for m in e.mentions if place <= m.start and m.end <= end]
    assert named.id in held


def test_the_seeds_place_is_one_in_both_spellings() -> None:
    article, reading = seed()
    words = [{m.span.of(article.text) for m in entity.mentions} for entity in reading.entities]
    assert [names for names in words if {"Daraa", "Deraa"} <= names]


def test_the_seeds_figures_have_their_sources() -> None:
    assert source_of("18 government military checkpoints") == "Syrian Observatory for Human Rights"
    assert source_of("18 civilians have been killed") == "Mazen Albalkhi"


@pytest.mark.parametrize("words", ["2018, a symbolic", "2011.", "25 after residents"])
def test_years_and_days_of_the_seed_are_no_figures(words: str) -> None:
    article, reading = seed()
    start = article.text.index(words)
    assert start not in {figure.start for figure in reading.figures}


def test_the_seeds_old_events_are_background() -> None:
    article, reading = seed()
    years = {"2018", "2011"}
    dates = {when.id for when in reading.dates if when.value in years}
    old = [event for event in reading.events if event.when in dates]
    assert old
    assert {e.status for e in old} <= {Status.BACKGROUND, Status.HYPOTHETICAL, Status.PLANNED}
    recaptured = article.text.index("recaptured")
    found = [e for e in reading.events if any(t.start == recaptured for t in e.triggers)]
    assert [event.status for event in found] == [Status.BACKGROUND]
