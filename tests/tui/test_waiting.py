"""Keys typed before the report is read: those that need items wait for it, in order."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from ferry import current, make_library, press, read, read_through, screen_of, shown
from textual.pilot import Pilot

from extract.records import Article, Reading
from store.items import State
from store.library.library import Library
from tui.app import ReaderApp


@pytest.fixture
def may_read() -> Iterator[Event]:
    """The machine waits for this."""
    event = Event()
    yield event
    event.set()


@pytest.fixture
def library(tmp_path: Path, may_read: Event) -> Library:
    make_library(tmp_path)

    def slowly(article: Article) -> Reading:
        may_read.wait()
        return read(article)

    return Library(tmp_path / "ferry.txt", "anna", read=slowly, reader="slow")


@asynccontextmanager
async def unread(library: Library, may_read: Event) -> AsyncIterator[Pilot[int]]:
    """The reader while the machine reads."""
    app = ReaderApp(library, library.open(library.article("ferry")))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        screen = screen_of(pilot)
        try:
            yield pilot
        finally:
            may_read.set()
            screen.context.close()


async def test_the_text_is_there_before_it_is_read(library: Library, may_read: Event) -> None:
    async with unread(library, may_read) as pilot:
        assert "A fire broke out on the ferry" in shown(pilot)
        assert "The report is being read" in shown(pilot)


async def test_movements_do_not_wait(library: Library, may_read: Event) -> None:
    async with unread(library, may_read) as pilot:
        await press(pilot, "j", "4")
        assert screen_of(pilot).article.first_row == 1
        assert screen_of(pilot).session.review.tab.name == "sources"


async def test_decisions_wait_with_all_that_follows(library: Library, may_read: Event) -> None:
    async with unread(library, may_read) as pilot:
        await press(pilot, "a", "x", "c", *"why?", "enter", "j")
        assert "9 keys wait for the reading" in shown(pilot)
        may_read.set()
        await read_through(pilot)
        await press(pilot)
        review = screen_of(pilot).session.review
        states = [review.annotations[ident].state for ident in review.ids()]
        assert states == [State.ACCEPTED, State.REJECTED, State.UNDECIDED]
        assert current(pilot).note == "why?"
        assert "wait for the reading" not in shown(pilot)


async def test_escape_drops_what_waits(library: Library, may_read: Event) -> None:
    async with unread(library, may_read) as pilot:
        await press(pilot, "a", "escape")
        assert "waits" not in shown(pilot)
        may_read.set()
        await read_through(pilot)
        assert screen_of(pilot).session.review.annotations.progress().decided == 0
