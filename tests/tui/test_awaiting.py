"""While the machine reads: it can fail, be left, and what it brings does not hold up later keys."""

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from ferry import SIDECAR, TEXT, current, opened, screen_of, shown, told
from ferry import read as read_ferry

from extract.errors import LoadError
from extract.records import Article, Reading
from store.items import Kind
from store.library.library import Library
from tui.kinds import tab_named


def library_read_by(folder: Path, read: object) -> Library:
    (folder / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (folder / "ferry.toml").write_text(SIDECAR, encoding="utf-8")
    return Library(folder / "ferry.txt", "anna", read=read, reader="test")  # type: ignore[arg-type]


def fail(article: Article) -> Reading:
    raise LoadError("no memory left", article.key, "close something")


async def test_a_reading_that_fails_is_told_and_the_report_stays(tmp_path: Path) -> None:
    async with opened(library_read_by(tmp_path, fail)) as pilot:
        assert any("no memory left" in words for words in told(pilot))
        assert not screen_of(pilot).session.reading
        assert "A fire broke out" in shown(pilot)


async def test_any_error_of_the_machine_is_told_in_one_line(tmp_path: Path) -> None:
    def stumble(article: Article) -> Reading:
        raise ZeroDivisionError("division by zero")

    async with opened(library_read_by(tmp_path, stumble)) as pilot:
        assert told(pilot) == ["division by zero"]


async def test_what_was_read_is_set_apart_from_collections(tmp_path: Path) -> None:
    gc.unfreeze()
    async with opened(library_read_by(tmp_path, read_ferry)):
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    gc.unfreeze()


async def test_a_report_without_events_opens_with_the_list_that_has_something(
    tmp_path: Path,
) -> None:
    def without_events(article: Article) -> Reading:
        return replace(read_ferry(article), events=())

    async with opened(library_read_by(tmp_path, without_events)) as pilot:
        assert screen_of(pilot).session.review.tab is tab_named("figures")
        assert current(pilot).kind is Kind.FIGURE


async def test_leaving_the_report_stops_its_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = library_read_by(tmp_path, read_ferry)
    stopped: list[str] = []
    monkeypatch.setattr(library, "stop_reading", stopped.append)
    async with opened(library):
        pass
    assert stopped == ["ferry"]
