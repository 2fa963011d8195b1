"""Words selected with keys become items of one's own."""

from pathlib import Path

import pytest
from ferry import TEXT, chosen, current, kept, make_library, opened, press, shown

from store.items import Item, Kind, State
from store.library.library import Library


def added(library: Library) -> list[Item]:
    return [item for item in kept(library).items() if item.state is State.ADDED]


async def test_words_are_selected_and_labelled(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"ferry Elena", "enter", "v", "1")
    (item,) = added(library)
    assert (item.words, item.fields["label"]) == ("ferry Elena", "PERSON")


async def test_a_selection_grows_to_the_sentence(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"smugglers", "enter", "v", "s", "9", "enter")
    (item,) = added(library)
    assert item.words.startswith("Ms Duarte said the ferry")
    assert item.words.endswith("near Cape Orso.")


async def test_a_number_made_a_figure_has_its_value(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"2019", "enter", "v", "7", "enter")
    (item,) = added(library)
    assert (item.kind, item.fields["point"]) == (Kind.FIGURE, 2019)


async def test_the_same_words_elsewhere_are_offered(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"ferry", "enter", "v", "3")
        assert "the 3 other places too" in shown(pilot)
        await press(pilot, "enter")
    (item,) = added(library)
    assert [quote.exact for quote in item.quotes] == ["ferry"] * 4


async def test_enter_asks_what_the_words_are(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"Port Sille", "enter", "v", "enter", *"place", "enter")
    assert [item.fields["label"] for item in added(library)] == ["PLACE"]


async def test_words_that_look_like_markup_are_asked_about_as_they_stand(tmp_path: Path) -> None:
    library = make_library(tmp_path, text=f"{TEXT}\nA [red]sign[/b] and \u202ea trick.\n")
    async with opened(library) as pilot:
        await press(pilot, "/", *"A [red]", "enter", "v", "s", "enter")
        assert "“A [red]sign[/b] and ⇄a trick.” is" in shown(pilot)


async def test_escape_adds_nothing(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "v", "l", "escape")
    assert added(library) == []


async def test_own_items_can_be_deleted_and_others_not(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"Port Sille", "enter", "v", "2", "d")
        await chosen(pilot, "12")
        await press(pilot, "d")
        assert current(pilot).words == "12"
    assert added(library) == []


async def test_an_item_may_lie_within_another(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "harbour")
        await press(pilot, "enter", "v", "2", "escape")
    assert [item.words for item in added(library)] == ["Valmora"]


@pytest.mark.parametrize("digit", ["7", "8", "9"])
async def test_escape_from_the_form_of_a_new_item_leaves_nothing(
    library: Library, digit: str
) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"fishermen", "enter", "v", digit, *"x", "escape")
    assert added(library) == []


async def test_escape_from_the_form_of_a_new_item_leads_back_to_where_one_was(
    library: Library,
) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "v", "l", "8", "escape")
        assert current(pilot).words == "12"


async def test_a_sub_type_that_there_is_not_stays_marked_when_its_field_is_left(
    library: Library,
) -> None:
    async with opened(library, size=(120, 45)) as pilot:
        await chosen(pilot, "shelled")
        await press(pilot, "e", "tab", "tab", "ctrl+u", *"bogus", "tab")
        assert "✗ one of: Armed clash" in shown(pilot)


async def test_a_place_is_kept_as_it_was_typed_though_a_longer_one_is_known(
    library: Library,
) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "shelled")
        await press(pilot, "e", *["tab"] * 5, "ctrl+u", *"Port", "tab", "enter")
    (event,) = [one for one in kept(library).items(Kind.EVENT) if one.state is State.CORRECTED]
    assert event.fields["place"] == {"name": "Port"}
