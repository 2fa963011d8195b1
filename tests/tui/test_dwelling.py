"""What has stood on the screen for a while counts as read."""

import pytest
from ferry import make_library, opened, press, screen_of

from store.library.library import Library


@pytest.fixture
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    text = "A long report\n\n" + "\n\n".join(f"Line {n} of it." for n in range(200))
    return make_library(tmp_path_factory.mktemp("library"), text=text)


@pytest.fixture
def pass_time(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, as a list of one number, that stands still until it is changed."""
    time = [100.0]
    monkeypatch.setattr("tui.screens.reader.dwelling.monotonic", lambda: time[0])
    return time


async def test_pages_that_stood_count_as_read_though_keys_go_on(
    library: Library, pass_time: list[float]
) -> None:
    async with opened(library, size=(100, 20)) as pilot:
        notes = screen_of(pilot).session.review.annotations
        await press(pilot, "pagedown")
        assert notes.coverage == 0
        pass_time[0] += 1
        await press(pilot, "pagedown")
        once = notes.coverage
        assert once > 0
        pass_time[0] += 1
        await press(pilot, "pagedown")
        assert notes.coverage == pytest.approx(2 * once, rel=0.3)


async def test_pages_that_only_passed_do_not_count(
    library: Library, pass_time: list[float]
) -> None:
    async with opened(library, size=(100, 20)) as pilot:
        await press(pilot, *["pagedown"] * 5)
        assert screen_of(pilot).session.review.annotations.coverage == 0
