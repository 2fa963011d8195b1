"""A session on an article does without a screen: opened, read, decided on, saved, closed."""

from pathlib import Path

import pytest
from ferry import kept, make_library

from store.errors import SaveError
from store.items import Kind, State
from store.library.library import Library
from store.plainfiles import replace_plain
from tui.kinds import tab_named
from tui.review.review import Cursor
from tui.session.adjudication import AdjudicationSession
from tui.session.session import Session


def begun(library: Library, key: str = "ferry") -> Session:
    """A session on an article that has been read."""
    session = Session(library, library.open(library.article(key)))
    session.read()()
    session.finish_reading()
    return session


def test_a_new_article_begins_at_the_first_item_to_decide(library: Library) -> None:
    session = begun(library)
    assert session.review.item is not None
    assert (session.review.tab, session.review.item.words) == (tab_named("events"), "fire")
    session.close(0)


def test_a_decision_is_on_disk_once_the_session_is_closed(library: Library) -> None:
    session = begun(library)
    assert session.decide(State.ACCEPTED)
    session.close(0)
    assert session.closed
    assert [item.words for item in kept(library).items() if item.decided] == ["fire"]


def test_without_a_cursor_nothing_is_decided(library: Library) -> None:
    session = begun(library)
    session.review.cursor = None
    assert session.decide(State.ACCEPTED) == ()
    session.close(0)


def test_a_decision_is_taken_back_and_done_again(library: Library) -> None:
    session = begun(library)
    session.decide(State.REJECTED)
    item = session.review.item
    assert item is not None
    assert session.undo()
    assert session.annotations[item.id].state is State.UNDECIDED
    assert session.redo()
    assert session.annotations[item.id].state is State.REJECTED
    assert session.redo() is None
    session.close(0)


def test_a_decision_touches_its_own_words_and_row_alone(library: Library) -> None:
    session = begun(library)
    touched = session.touched(session.decide(State.ACCEPTED))
    item = session.review.item
    assert item is not None
    assert not touched.everything
    assert touched.spans == tuple((span.start, span.end) for span in item.spans)
    assert touched.rows == (0,)
    session.close(0)


def test_an_item_that_comes_touches_everything(library: Library) -> None:
    session = begun(library)
    span = session.edges.word_at(0)
    ident = session.annotations.add(Kind.ENTITY, [span], {"label": "PLACE", "name": "Scores"})
    assert session.touched((ident,)).everything
    assert ident in session.review.ids(tab_named("names"))
    session.close(0)


def test_an_article_opens_where_it_was_left(library: Library) -> None:
    session = begun(library)
    figure = session.annotations.items(Kind.FIGURE)[1]
    session.review.go_to(figure.id)
    session.close(300)
    again = begun(library)
    assert (again.review.tab, again.review.cursor) == (tab_named("figures"), Cursor(figure.id))
    assert again.annotations.position.top == 300
    again.close(0)


def test_while_nothing_can_be_saved_a_session_stays_open(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(path: Path, data: bytes) -> None:
        raise OSError("full")

    session = begun(library)
    monkeypatch.setattr("store.notes.storage.replace_plain", write)
    session.decide(State.ACCEPTED)
    with pytest.raises(SaveError):
        session.close(0)
    assert not session.closed
    monkeypatch.setattr("store.notes.storage.replace_plain", replace_plain)
    session.close(0)
    assert session.closed


def test_from_the_statement_of_its_source_the_way_leads_back_to_the_item(library: Library) -> None:
    session = begun(library)
    figure = session.annotations.items(Kind.FIGURE)[0]
    session.review.go_to(figure.id)
    there = session.source_or_back(figure)
    assert there is not None
    session.review.go_to(there.id)
    said = session.annotations[there.id]
    assert said.kind is Kind.ATTRIBUTION
    assert session.source_or_back(said) == Cursor(figure.id)
    session.close(0)


def test_another_article_is_opened_in_the_same_way(two_articles: Library) -> None:
    first = Session(two_articles, two_articles.open(two_articles.article("ferry")))
    second = first.opened("twin")
    assert (type(second), second.key) == (Session, "twin")
    first.close(0)
    second.close(0)


def test_of_two_annotators_the_third_settles_between_the_same_two_everywhere(
    tmp_path: Path,
) -> None:
    library = make_library(tmp_path, "ferry", "twin")
    notes = library.open(library.article("ferry"))
    first = AdjudicationSession(library, notes, ("bea", "carl"))
    second = first.opened("twin")
    assert second.between == ("bea", "carl")
    second.read()()
    assert second.remark == "bea and carl differ on 0 items."
    first.close(0)
    second.close(0)
    library.close()
