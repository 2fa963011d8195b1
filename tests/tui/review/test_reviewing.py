"""Which items are listed, which comes next, how they look and are worded."""

from pathlib import Path

import pytest
from ferry import TEXT, at, make_library

from extract.records import Span
from store.annotations import Annotations
from store.citing import citation, sentence_around
from store.items import Item, Kind, State
from tui.kinds import TABS, tab_named, view
from tui.kinds.base import Tab
from tui.review.filters import filters
from tui.review.marking import bar_of, look_of, under_cursor
from tui.review.review import Cursor, Review
from tui.review.telling import facts, origins
from tui.text.looks import Look


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return Review(make_library(tmp_path).open_with_reading("ferry"))


def one(review: Review, kind: Kind, words: str) -> Item:
    return next(item for item in review.annotations.items(kind) if item.words == words)


def words(review: Review, tab: Tab) -> list[str]:
    return [item.words for item in review.whole(tab)]


def decide(review: Review, item: Item, state: State) -> Item:
    review.annotations.decide(item.id, state)
    return review.annotations[item.id]


def test_statements_are_listed_under_their_source(review: Review) -> None:
    assert words(review, tab_named("sources")) == [
        "the Valmora Harbour Authority",
        "The blaze killed 12 passengers on Tuesday",
        "At least 40 people were wounded",
        "Captain Ines Duarte",
        "We pulled 25 sailors from the water",
        "the ferry had been attacked by smugglers near Cape Orso",
        "its owner",
    ]


def test_the_sources_are_counted_without_their_statements(review: Review) -> None:
    assert review.count(tab_named("sources")) == 3


def test_what_is_next_goes_through_the_lists_in_turn(review: Review) -> None:
    order: list[Tab] = []
    while (cursor := review.open_after()) is not None:
        order.append(view(review.annotations[cursor.id].kind).tab)
        review.go_to(cursor.id)
        review.annotations.decide(cursor.id, State.ACCEPTED)
    assert order == sorted(order, key=TABS.index)
    assert len(order) == 25


def test_skipped_items_come_when_nothing_else_is_left(review: Review) -> None:
    for item in review.annotations.items():
        review.annotations.decide(item.id, State.ACCEPTED)
    skipped = decide(review, one(review, Kind.FIGURE, "25"), State.SKIPPED)
    assert review.open_after() == Cursor(skipped.id)


def test_marks_are_met_in_the_order_of_the_text(review: Review) -> None:
    cursor = review.mark_after(0)
    met: list[str] = []
    while cursor is not None and len(met) < 5:
        review.go_to(cursor.id, cursor.place)
        assert review.span is not None
        met.append(review.span.of(TEXT))
        cursor = review.mark_after(None)
    assert met == ["Valmora", "harbour", "fire", "blaze", "12"]


def test_a_mark_is_found_at_its_place(review: Review) -> None:
    assert review.mark_at(at("40").start) == Cursor(one(review, Kind.FIGURE, "40").id)
    assert review.mark_at(at("broke").start) is None


def test_filters_are_offered_where_they_keep_something(review: Review) -> None:
    offered = {one.id: number for one, number in filters(review.whole(tab_named("figures")))}
    assert offered == {
        "undecided": 5,
        "source:Valmora Harbour Authority": 2,
        "source:no source": 1,
        "source:Captain Ines Duarte": 1,
        "source:owner of the ferry": 1,
        "kind:wounded": 2,
        "kind:killed": 1,
        "kind:evacuated": 1,
        "kind:other": 1,
    }


@pytest.mark.parametrize(
    ("state", "look"),
    [
        (State.ACCEPTED, Look.FIGURE | Look.ACCEPTED),
        (State.REJECTED, Look.REJECTED),
        (State.SKIPPED, Look.FIGURE | Look.SKIPPED),
    ],
)
def test_a_decision_changes_the_look(review: Review, state: State, look: Look) -> None:
    assert look_of(decide(review, one(review, Kind.FIGURE, "12"), state)) == look


def test_the_cursor_covers_a_number_with_what_it_counts(review: Review) -> None:
    (covered,) = under_cursor(one(review, Kind.FIGURE, "12"), 0)
    assert TEXT[slice(*covered)] == "12 passengers"


def test_the_margin_tells_quoted_from_reported(review: Review) -> None:
    said = review.annotations.items(Kind.ATTRIBUTION)
    assert [bar_of(item) for item in said] == ["│", "│", "┃", "│"]


def test_the_margin_passes_over_rejected_statements(review: Review) -> None:
    quoted = one(review, Kind.ATTRIBUTION, "We pulled 25 sailors from the water")
    place = at("pulled")
    assert review.margin.at(place.start, place.end) is not None
    decide(review, quoted, State.REJECTED)
    review.gather()
    assert review.margin.at(place.start, place.end) is None


def test_a_figure_is_told_with_its_source_and_statement(review: Review) -> None:
    assert facts(one(review, Kind.FIGURE, "25"), review) == ["official", "quoted", "not decided"]


def test_a_citation_names_title_publisher_and_day(review: Review) -> None:
    article = review.annotations.article
    assert citation(article) == (
        "“Scores hurt as ferry burns off Valmora, harbour says”, Valmora Post, 5 March 2024"
    )
    assert origins(article)[0] == "Valmora Post · Tue 5 Mar 2024"


def test_the_sentence_around_words_ends_with_its_quotation(review: Review) -> None:
    article = review.annotations.article
    around = sentence_around(article, Span(at("Ms Duarte").start, at("Ms Duarte").end))
    assert around.of(TEXT) == (
        "Ms Duarte said the ferry had been attacked by smugglers near Cape Orso."
    )


def test_gathering_keeps_the_cursor_on_an_item_that_is_still_there(review: Review) -> None:
    notes: Annotations = review.annotations
    own = notes.add(Kind.ENTITY, [at("Port Sille")], {"label": "PLACE", "name": "Port Sille"})
    review.gather()
    review.go_to(own)
    notes.delete(own)
    review.gather()
    assert review.cursor is None
