"""Python searches through everything only while no key is typed."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest

from tui.gc_policy import IdleCollector


class Clock:
    """Time that stands still until told, and calls what is due by then."""

    def __init__(self) -> None:
        self.now = 100.0
        self.due: list[tuple[float, Callable[[], None]]] = []

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Call after so many seconds."""
        self.due.append((self.now + seconds, call))

    def go_on(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds
        calls = [call for at, call in self.due if at <= self.now]
        self.due = [(at, call) for at, call in self.due if at > self.now]
        for call in calls:
            call()


class Ring:
    """Held by itself alone."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("tui.gc_policy.monotonic", lambda: clock.now)
    return clock


@pytest.fixture
def searches() -> Iterator[list[int]]:
    """Generations that were searched through meanwhile."""
    found: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "stop":
            found.append(about["generation"])

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def test_everything_is_searched_through_once_keys_have_rested(
    clock: Clock, searches: list[int]
) -> None:
    collector = IdleCollector(clock.later)
    collector.start()
    try:
        for _ in range(5):
            collector.typed()
            clock.go_on(1.5)
        assert 2 not in searches
        clock.go_on(2)
        assert searches.count(2) == 1
        clock.go_on(60)
        assert searches.count(2) == 1
    finally:
        collector.stop()


def test_python_searches_as_before_afterwards(clock: Clock) -> None:
    before = gc.get_threshold()
    collector = IdleCollector(clock.later)
    collector.start()
    assert gc.get_threshold() != before
    collector.stop()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_what_a_closed_article_left_is_found(clock: Clock, searches: list[int]) -> None:
    collector = IdleCollector(clock.later)
    collector.start()
    try:
        ring = Ring()
        gc.freeze()  # as when the article had arrived
        left = weakref.ref(ring)
        del ring
        collector.renew()
        collector.typed()
        clock.go_on(3)
        assert 2 in searches
        assert left() is None
    finally:
        collector.stop()
