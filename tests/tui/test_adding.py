"""Words selected with keys become items of one's own."""

from pathlib import Path

from ferry import TEXT, chosen, current, kept, make_library, opened, press, shown

from store.items import Item, Kind, State
from store.library import Library


def added(library: Library) -> list[Item]:
    return [item for item in kept(library).items() if item.state is State.ADDED]


async def test_words_are_selected_and_labelled(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"ferry Elena", "enter", "v", "1")
    (item,) = added(library)
    assert (item.words, item.fields["label"]) == ("ferry Elena", "PERSON")


async def test_a_selection_grows_to_the_sentence(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"smugglers", "enter", "v", "s", "9", "escape")
    (item,) = added(library)
    assert item.words.startswith("Ms Duarte said the ferry")
    assert item.words.endswith("near Cape Orso.")


async def test_a_number_made_a_figure_has_its_value(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"2019", "enter", "v", "7", "escape")
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
