"""Searching in the text, and choosing colours."""

from ferry import at, opened, press, screen_of, shown, told

from store.library.library import Library


async def test_a_search_shows_its_places_while_it_is_typed(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"ferry")
        assert "1 of 4" in shown(pilot)


async def test_n_goes_on_and_around_and_capital_n_back(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"army", "enter")
        found = at("army"), at("army", 2)
        here = [screen_of(pilot).session.search.here]
        for key in ("n", "n", "N"):
            await press(pilot, key)
            here.append(screen_of(pilot).session.search.here)
        starts = [place[0] for place in here if place is not None]
        assert starts == [found[0].start, found[1].start, found[0].start, found[1].start]


async def test_a_place_found_comes_into_view(library: Library) -> None:
    async with opened(library, size=(100, 16)) as pilot:
        await press(pilot, "/", *"within a month", "enter")
        assert "within a month" in shown(pilot)


async def test_leaving_a_search_brings_the_one_before_back(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"army", "enter", "/", *"zzz", "escape", "n")
        assert screen_of(pilot).session.search.here is not None


async def test_words_that_are_nowhere_are_said_to_be_nowhere(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "/", *"zzz")
        assert "not found" in shown(pilot)
        await press(pilot, "enter", "n")
        assert told(pilot) == ["Not found."]


async def test_a_search_stays_with_its_article(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, "/", *"army", "enter", ".", "n")
        assert told(pilot) == ["Nothing is searched for: / searches."]


async def test_colours_are_shown_while_they_are_chosen_and_kept(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "T", "down")
        assert pilot.app.theme == "dateline-light"
        await press(pilot, "enter")
    async with opened(library) as pilot:
        assert pilot.app.theme == "dateline-light"


async def test_colours_are_as_before_when_none_is_chosen(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "T", *"gruvbox", "down", "escape")
        assert pilot.app.theme == "dateline-dark"
