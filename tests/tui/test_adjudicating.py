"""A third annotator settles with single keys what two decided differently."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import market
import pytest
from click.testing import CliRunner
from ferry import current, make_library, press, read, screen_of, shown
from textual.pilot import Pilot

from store.incidents import deciding
from store.incidents.rows import Wanted
from store.incidents.values import Column
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


# What two joined differently over the reports


@asynccontextmanager
async def over_reports(folder: Path) -> AsyncIterator[Pilot[int]]:
    """The list of all incidents before a third, of three reports that anna and bea have joined."""
    chair = market.library(folder, "chair")
    notes = chair.open(chair.article("courier"))
    app = ReaderApp(chair, notes, between=BETWEEN)
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await press(pilot, "I")
        await app.workers.wait_for_complete()
        await press(pilot, "d")
        await app.workers.wait_for_complete()
        await press(pilot)
        yield pilot
        screen_of(pilot).context.close()
    chair.close()


@pytest.fixture
def joined(tmp_path: Path) -> Path:
    """Anna takes one account out of an incident and corrects a number, bea holds all together."""
    market.three_reports(tmp_path)
    anna, bea = market.opened(tmp_path), market.opened(tmp_path, "bea")
    kesten, lorsk = (
        max(anna.rows(Wanted(place=place)), key=lambda row: len(row.reports))
        for place in ("Kesten", "Lorsk")
    )
    courier = next(key for key in kesten.accounts if key.report == "courier")
    deciding.separate(anna, kesten.id, [courier])
    deciding.correct(anna, lorsk.id, {Column.KILLED: {"low": 4, "best": 4, "high": 4}})
    deciding.confirm(bea, kesten.id)
    anna.close()
    bea.close()
    return tmp_path


async def test_a_third_settles_with_a_key_what_two_joined_and_adopted_differently(
    joined: Path,
) -> None:
    async with over_reports(joined) as pilot:
        screen = shown(pilot)
        assert "2 differences between anna and bea" in screen
        assert "1 anna: courier | wire + herald   2 bea: wire + herald + courier" in screen
        assert "killed   1 anna: 4   2 bea: by the rule" in screen
        await press(pilot, "1", "1")
        assert "0 to settle" in shown(pilot)
        await press(pilot, "u")
        assert "1 to settle" in shown(pilot)
        await press(pilot, "escape", "escape")
    chair = market.opened(joined, "chair")
    assert sorted(len(row.accounts) for row in chair.rows()) == [1, 1, 2]
    chair.close()
