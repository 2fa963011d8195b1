"""Any keys in any order: nothing crashes, nothing decided is lost, no key goes dead."""

import random

import pytest
from ferry import kept, make_library, opened, press, screen_of

from store.items import State
from store.library.library import Library
from store.suggestions import suggestions
from tui.actions import ACTIONS

_TYPED = [*"abcxyz 123456789/?.,;:!'\"()[]{}+-=<>~", "enter", "escape", "tab", "backspace"]
_PRESSED = [key for action in ACTIONS.values() for key in action.keys if key not in ("q", "ctrl+q")]
_SIZES = ((60, 20), (80, 24), (100, 30), (130, 40), (200, 50))
_RESIZED = 0.3
"""How often the terminal has another size before keys are typed."""
_AT_ONCE = 40
"""Keys typed before the screen is looked at."""


async def review_at_random(library: Library, seed: int, number: int) -> None:
    """Type that many random keys on screens of changing size, then compare the screen's items with
    what is on disk.
    """
    chance = random.Random(seed)
    async with opened(library, size=(100, 30)) as pilot:
        for _ in range(number // _AT_ONCE):
            if chance.random() < _RESIZED:
                await pilot.resize_terminal(*chance.choice(_SIZES))
            keys = [chance.choice(chance.choice([_TYPED, _PRESSED])) for _ in range(_AT_ONCE)]
            await press(pilot, *keys)
        await press(pilot, *["escape"] * 8)
        screen = screen_of(pilot)
        assert pilot.app.screen is screen
        await press(pilot, "escape", "1", "escape", "]", "escape", "w")
        assert screen.session.review.item is not None
        key, notes = screen.session.key, screen.session.review.annotations
        # As when it is opened anew: a suggestion where the same was added by hand is that item.
        notes.suggest(suggestions(notes.article, library.reading(notes.article)))
        on_screen = {item.id: item.state for item in notes.items()}
    on_disk = {item.id: item.state for item in kept(library, key).items()}
    assert on_disk == on_screen
    assert set(on_disk.values()) - {State.UNDECIDED}


@pytest.mark.parametrize("seed", [1, 5])
async def test_a_few_hundred_random_keys(library: Library, seed: int) -> None:
    await review_at_random(library, seed, 200)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seed", [11, 12])
async def test_twenty_thousand_random_keys(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    library = make_library(tmp_path_factory.mktemp("library"), "ferry", "twin", "third")
    await review_at_random(library, seed, 10_000)
