"""A third annotator settles with single keys what two decided differently."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from ferry import current, make_library, press, read, screen_of, shown
from textual.pilot import Pilot

from store.items import Kind, State
from store.library.library import Library
from tui.app import ReaderApp
from tui.command import dateline

BETWEEN = ("anna", "bea")


def as_other(library: Library, who: str) -> Library:
    return Library(library.path("ferry"), who, read=read, reader="by hand")


def review(library: Library, **decisions: State) -> None:
    """Decide on the events of the report, by their words, as the library's annotator."""
    annotations = library.open(library.article("ferry"))
    annotations.suggest(library.look(annotations.article).items())
    for item in annotations.items(Kind.EVENT):
        if item.words in decisions:
            annotations.decide(item.id, decisions[item.words])
    annotations.close()
    library.close()


@pytest.fixture
def reviewed(tmp_path: Path) -> Library:
    """A report that anna and bea have reviewed, opened by a third."""
    first = make_library(tmp_path)
    review(first, fire=State.ACCEPTED, attacked=State.ACCEPTED)
    review(as_other(first, "bea"), fire=State.ACCEPTED, attacked=State.REJECTED)
    return as_other(first, "chair")


@asynccontextmanager
async def settling(library: Library) -> AsyncIterator[Pilot[int]]:
    annotations = library.open(library.article("ferry"))
    app = ReaderApp(library, annotations, between=BETWEEN)
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield pilot
        screen_of(pilot).context.close()
    library.close()


def settled(library: Library) -> dict[str, tuple[State, str]]:
    kept = library.kept("ferry").items.values()
    return {item.words: (item.state, item.origin) for item in kept}


async def test_only_what_differs_waits(reviewed: Library) -> None:
    async with settling(reviewed) as pilot:
        assert current(pilot).words == "attacked"
        assert [item.words for item in screen_of(pilot).session.review.annotations.items()] == [
            "fire",
            "attacked",
        ]
    assert settled(reviewed)["fire"] == (State.ACCEPTED, "anna and bea")


async def test_both_decisions_stand_side_by_side(reviewed: Library) -> None:
    async with settling(reviewed) as pilot:
        words = shown(pilot)
        assert "1 anna: accepted" in words
        assert "2 bea: rejected" in words


@pytest.mark.parametrize(
    ("key", "state", "origin"),
    [
        ("1", State.ACCEPTED, "anna"),
        ("2", State.REJECTED, "bea"),
        ("x", State.REJECTED, "anna or bea"),
    ],
)
async def test_a_key_settles(reviewed: Library, key: str, state: State, origin: str) -> None:
    async with settling(reviewed) as pilot:
        await press(pilot, key)
    assert settled(reviewed)["attacked"] == (state, origin)


async def test_undo_opens_it_again(reviewed: Library) -> None:
    async with settling(reviewed) as pilot:
        await press(pilot, "1", "u")
    assert settled(reviewed)["attacked"] == (State.UNDECIDED, "anna or bea")


def test_the_third_must_be_another(reviewed: Library) -> None:
    path = str(reviewed.path("ferry"))
    call = ["read", path, "--adjudicate", "anna", "bea", "--as", "anna"]
    done = CliRunner().invoke(dateline, call)
    assert done.exit_code == 2
    assert "name a third" in done.output
