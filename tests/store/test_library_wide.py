"""One decision on all items alike in a library is one act."""

from pathlib import Path

import pytest
from harbour import TEXT, one, reading

from extract.records import Article, Reading
from store.annotations import Annotations
from store.items import Item, Kind, State
from store.library.library import Library
from store.library.library_wide import (
    decide_library_wide,
    find_alike,
    new_act,
    redo_library_wide,
    undo_library_wide,
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Three copies of one report under three names, and another report."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.txt").write_text("Nothing of the kind.", encoding="utf-8")
    return Library(tmp_path, "anna", read=read)


def read(found: Article) -> Reading:
    return reading() if found.text == TEXT else Reading("1", found.sha256)


@pytest.fixture
def model(library: Library) -> Item:
    return monitor(library, "a")


def monitor(library: Library, key: str) -> Item:
    return one(library.look(library.article(key)), Kind.ENTITY, "Coast Monitor")


def states(library: Library) -> list[State]:
    return [monitor(library, key).state for key in ("b", "c")]


def accept(library: Library, model: Item) -> str:
    found = list(find_alike(library, model, but="a"))
    act = new_act(len(found))
    decide_library_wide(library, found, State.ACCEPTED, act)
    return act


def test_items_alike_are_found_in_other_articles(library: Library, model: Item) -> None:
    assert [alike.key for alike in find_alike(library, model, but="a")] == ["b", "c"]


def test_decided_ones_are_not_among_them(library: Library, model: Item) -> None:
    accept(library, model)
    assert list(find_alike(library, model, but="a")) == []


def test_an_article_that_cannot_be_read_is_passed_over(library: Library, model: Item) -> None:
    library.path("b").write_bytes(b"\xff")
    assert [alike.key for alike in find_alike(library, model, but="a")] == ["c"]


def test_all_are_decided_and_each_step_bears_the_remark(library: Library, model: Item) -> None:
    act = accept(library, model)
    assert states(library) == [State.ACCEPTED, State.ACCEPTED]
    history = library.look(library.article("b")).history()
    assert [step.remark for step in history] == [act]


def test_the_whole_act_is_undone_and_done_again(library: Library, model: Item) -> None:
    act = accept(library, model)
    assert undo_library_wide(library, act, but="a").keys == ("b", "c")
    assert states(library) == [State.UNDECIDED, State.UNDECIDED]
    assert redo_library_wide(library, act, but="a").keys == ("b", "c")
    assert states(library) == [State.ACCEPTED, State.ACCEPTED]


def test_an_article_changed_since_is_left_as_it_is(library: Library, model: Item) -> None:
    act = accept(library, model)
    changed = library.open_with_reading("b")
    changed.mark_read()
    changed.close()
    done = undo_library_wide(library, act, but="a")
    assert done.keys == ("c",)
    assert "changed since" in str(done.refused[0])


def test_an_article_open_elsewhere_is_refused_and_told(library: Library, model: Item) -> None:
    found = list(find_alike(library, model, but="a"))
    elsewhere: Annotations = library.open_with_reading("b")
    done = decide_library_wide(library, found, State.ACCEPTED, new_act(2))
    assert done.keys == ("c",)
    assert "open in another program" in str(done.refused[0])
    elsewhere.close()


def test_names_and_tags_in_use_are_offered(library: Library, model: Item) -> None:
    annotations = library.open_with_reading("b")
    annotations.tag(model.id, ["port"])
    annotations.close()
    library.remember(annotations)
    assert "Coast Monitor" in library.names()
    assert library.tags() == ("port",)
