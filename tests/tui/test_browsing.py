"""From article to article, by key, by the queue, by what is found in them."""

from ferry import opened, press, screen_of, shown, told, until

from store.items import State
from store.library.library import Library
from tui.start import first_undecided


async def test_leaving_by_the_terminals_own_key_keeps_the_place(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "5", "escape", "]", "]", "ctrl+q")
    assert library.open(library.article("ferry")).position.tab == "names"


async def test_the_next_and_the_previous_article(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, ".")
        await pilot.app.workers.wait_for_complete()
        assert screen_of(pilot).session.key == "twin"
        await press(pilot, "K")
        assert screen_of(pilot).session.key == "ferry"


async def test_the_last_article_has_no_next(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, ",")
        assert told(pilot) == ["This is the first article."]


async def test_decisions_are_kept_when_the_article_is_left(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, "a", ".", ",")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert screen_of(pilot).session.review.annotations.progress().accepted == 1


async def test_the_queue_opens_what_is_typed(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, "a", "o", *"twin")
        assert "1 of 2 articles" in shown(pilot)
        await press(pilot, "enter")
        assert screen_of(pilot).session.key == "twin"


async def test_the_queue_is_sorted_by_what_is_undecided(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, "a", "o", "tab", "tab", "tab")
        await until(pilot, "25 undecided")
        rows = shown(pilot)
        assert "sorted by undecided" in rows
        assert rows.index("25 undecided") < rows.index("24 undecided")


async def test_folders_are_sections_of_the_queue(library: Library) -> None:
    for name in ("north/a", "north/b", "alps/c"):
        path = library.folder / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Quiet day in {name}\n\nNothing happened, residents said.\n")
    grown = Library(library.folder, "kim", read=library.reading, reader="hand")
    async with opened(grown) as pilot:
        await press(pilot, "o")
        heads = [row.strip() for row in shown(pilot).splitlines() if row.strip().endswith("/ · 2")]
        assert heads == ["north/ · 2"]
        rows = shown(pilot)
        assert rows.index("ferry") < rows.index("alps/ · 1") < rows.index("north/ · 2")
        await press(pilot, "down", "down", "down", "enter")
        assert screen_of(pilot).session.key == "north/b"


async def test_escape_leaves_the_queue(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, "o", "escape")
        assert screen_of(pilot).session.key == "ferry"
        assert "Scores hurt" in shown(pilot)


async def test_the_next_article_with_undecided_items(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, "ctrl+n")
        assert screen_of(pilot).session.key == "twin"


async def test_words_are_found_in_all_articles(two_articles: Library) -> None:
    async with opened(two_articles) as pilot:
        await press(pilot, "ctrl+f", *"smugglers near", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "“smugglers near” in 2 articles" in shown(pilot)
        await press(pilot, "down", "enter")
        assert screen_of(pilot).session.key == "twin"


def test_a_folder_is_opened_at_its_first_undecided_article(two_articles: Library) -> None:
    annotations = two_articles.open_with_reading("ferry")
    annotations.decide_many([item.id for item in annotations.items()], State.ACCEPTED)
    annotations.close()
    two_articles.remember(annotations)
    two_articles.named = two_articles.keys
    assert first_undecided(two_articles) == "twin"
