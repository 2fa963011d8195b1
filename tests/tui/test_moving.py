"""Keys move in the text and among the items; article and lists show the same one."""

import pytest
from ferry import at, current, opened, press, screen_of, shown

from store.items import Kind
from store.library.library import Library
from tui.kinds import tab_named


@pytest.mark.parametrize(
    ("keys", "rows"),
    [("j", 1), ("jjk", 1), ("G", 99), ("Gg", 0), (["ctrl+d"], 5), (["pagedown", "pageup"], 0)],
)
async def test_keys_move_in_the_text(library: Library, keys: str, rows: int) -> None:
    async with opened(library, size=(100, 20)) as pilot:
        await press(pilot, *keys)
        article = screen_of(pilot).article
        assert article.first_row == pytest.approx(
            min(rows, article.max_scroll_y), abs=3 * (rows == 5)
        )


async def test_w_and_b_walk_over_all_marks(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "escape", "w")
        first = current(pilot).words
        await press(pilot, "w", "b")
        assert current(pilot).words == first == "Valmora"


async def test_marks_of_another_kind_bring_their_list(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "w", "w")
        assert current(pilot).words == "12"
        assert "5 Mar · V Valmora" in shown(pilot)


async def test_moving_in_the_list_moves_the_text(library: Library) -> None:
    async with opened(library, size=(100, 16)) as pilot:
        await press(pilot, "3", "tab", "G")
        assert current(pilot).words == "310"
        assert "310 people" in shown(pilot)


async def test_open_items_are_found_backwards_too(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "]", "[")
        assert current(pilot).words == "fire"


async def test_the_wheel_turns_from_the_last_item_to_the_first(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "[")
        assert current(pilot).kind is Kind.CHECK


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("1", "No incident was found"),
        ("2", "shelled"),
        ("3", "passengers"),
        ("4", "owner of the ferry"),
        ("5", "Cape Orso"),
        ("6", "heading"),
    ],
)
async def test_a_number_shows_its_list(library: Library, key: str, words: str) -> None:
    async with opened(library) as pilot:
        await press(pilot, key)
        assert words in shown(pilot)


async def test_the_cursor_stands_in_the_list_that_is_shown(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "3")
        assert current(pilot).words == "12"
        await press(pilot, "escape", "4", "escape", "3", "]", "5", "3")
        assert current(pilot).words == "12"


async def test_the_text_can_stand_alone(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "z")
        assert "Events" not in shown(pilot)
        assert "decided" not in shown(pilot)
        await press(pilot, "z")
        assert "Events" in shown(pilot)


async def test_a_narrow_screen_shows_the_lists_in_place_of_the_text(library: Library) -> None:
    async with opened(library, size=(60, 24)) as pilot:
        assert "attacked · " not in shown(pilot)
        await press(pilot, "tab")
        assert "attacked · " in shown(pilot)
        assert "broke out" not in shown(pilot)
        await press(pilot, "tab")
        assert "broke out" in shown(pilot)


async def test_a_click_on_words_chooses_their_item(library: Library) -> None:
    async with opened(library) as pilot:
        row = (
            shown(pilot)
            .split("\n")
            .index(next(r for r in shown(pilot).split("\n") if "12 pass" in r))
        )
        await pilot.click(offset=(shown(pilot).split("\n")[row].index("12 pass"), row))
        assert current(pilot).words == "12"


async def test_a_click_on_a_tab_shows_its_list(library: Library) -> None:
    async with opened(library) as pilot:
        rows = shown(pilot).split("\n")
        row = next(number for number, text in enumerate(rows) if "Sources" in text)
        await pilot.click(offset=(rows[row].index("Sources") + 1, row))
        assert "owner of the ferry" in shown(pilot)


async def test_the_cursor_stays_on_the_screen_whatever_becomes_of_its_size(
    library: Library,
) -> None:
    async with opened(library) as pilot:
        await press(pilot, "3", "escape", "]", "]", "]", "]")
        for columns, rows in ((60, 20), (200, 50), (30, 10), (100, 30)):
            await pilot.resize_terminal(columns, rows)
            await pilot.pause()
            place = at("25")
            assert screen_of(pilot).article.is_in_view(place.start, place.end)


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 6), (79, 24), (300, 80)])
async def test_no_size_is_too_small_or_too_large(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, size=size) as pilot:
        await press(pilot, "a", "3", "tab", "j", "?", "escape", "o", "escape", "v", "escape", "x")
        assert screen_of(pilot).session.review.annotations.progress().decided == 2


async def test_a_step_in_a_list_that_has_been_changed_for_another_goes_nowhere(
    library: Library,
) -> None:
    async with opened(library) as pilot:
        await press(pilot, "5", "tab")
        screen = screen_of(pilot)
        screen.list.action_bottom()  # the screen hears of it later
        screen.show_tab(tab_named("checks"))
        await pilot.pause()
        assert screen.session.review.tab is tab_named("checks")
        assert [current(pilot).id] == screen.session.review.ids()
