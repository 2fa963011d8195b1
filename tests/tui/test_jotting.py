"""Tags, flags, "read", notes shown together; lists narrowed; all alike decided at once."""

from threading import Event

import pytest
from ferry import chosen, current, kept, opened, press, screen_of, shown, told
from textual import events

from store.items import Kind, State
from store.library.library import Library
from store.library.library_wide import Alike


async def test_tags_are_kept_apart_by_commas(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "t", *"toll, check", "enter")
    assert [item.tags for item in kept(library).items() if item.tags] == [("toll", "check")]


async def test_a_tag_in_use_completes_what_is_typed(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "t", *"disputed", "enter", "]", "t", "d", "i", "right", "enter")
        assert current(pilot).tags == ("disputed",)


async def test_a_flag_is_set_and_taken_off_without_moving(library: Library) -> None:
    async with opened(library) as pilot:
        before = current(pilot).id
        await press(pilot, "m")
        assert current(pilot).flag
        assert "flagged" in shown(pilot)
        await press(pilot, "m")
        assert (current(pilot).flag, current(pilot).id) == (False, before)


async def test_an_article_is_marked_read(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "r")
        assert "read ✓" in shown(pilot)
    assert kept(library).article_notes.read


async def test_all_notes_are_shown_and_lead_to_their_items(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "310")
        await press(pilot, "c", *"crew included?", "enter", "]", "C")
        assert "crew included?" in shown(pilot)
        await press(pilot, "enter")
        assert current(pilot).words == "310"


async def test_a_list_is_narrowed_to_the_undecided(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "a", "f", *"undec", "enter")
        assert "only undecided" in shown(pilot)
        assert "12 passengers  " not in shown(pilot)


async def test_a_narrowed_list_keeps_no_cursor_outside_it(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "f", *"captain", "enter")
        assert current(pilot).words == "25"


async def test_all_alike_are_decided_at_once_and_taken_back_at_once(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "A", *"accept", "enter")
        assert current(pilot).state is State.ACCEPTED
        await press(pilot, "u")
        assert current(pilot).state is State.UNDECIDED


async def test_all_alike_in_the_library_are_decided_and_taken_back(
    two_articles: Library,
) -> None:
    async with opened(two_articles) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "A", *"other", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "2 articles" in shown(pilot)
        await press(pilot, "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert states_of(two_articles, "twin") == {"12": State.ACCEPTED}
        await press(pilot, "u")
        await pilot.app.workers.wait_for_complete()
    assert states_of(two_articles, "twin") == {}
    assert states_of(two_articles, "ferry") == {}


async def test_nothing_is_decided_everywhere_once_the_article_is_left(
    two_articles: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_look = Event()

    def find_slowly(*about: object) -> tuple[Alike, ...]:
        may_look.wait()
        return ()

    monkeypatch.setattr("tui.commands.alike.find_alike", find_slowly)
    async with opened(two_articles) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "A", *"other", "enter", ".")
        may_look.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert pilot.app.screen is screen_of(pilot)
        assert "The article was left meanwhile: nothing is decided." in told(pilot)


def states_of(library: Library, key: str) -> dict[str, State]:
    notes = library.look(library.article(key))
    return {item.words: item.state for item in notes.items(Kind.FIGURE) if item.decided}


async def test_enter_goes_to_the_words_and_on_to_the_next_place(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "smugglers")
        await press(pilot, "tab", "enter")
        assert screen_of(pilot).article.has_focus
        await press(pilot, "enter")
        span = screen_of(pilot).session.review.span
        assert span is not None
        assert span.start == current(pilot).spans[1].start


async def test_s_goes_to_the_statement_and_back(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "s")
        assert current(pilot).kind is Kind.ATTRIBUTION
        await press(pilot, "s")
        assert current(pilot).words == "12"


async def test_copying_says_by_which_way(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "y")
        assert told(pilot)[-1].startswith("Copied through the terminal")
        assert "12 passengers killed" in pilot.app.clipboard
        assert "Valmora Post, 5 March 2024" in pilot.app.clipboard


async def test_the_sentence_is_copied_with_its_citation(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "Y")
        assert pilot.app.clipboard.startswith("“The blaze killed 12 passengers on Tuesday,")


async def test_all_lines_of_a_paste_go_into_a_note(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "c")
        pilot.app.post_message(events.Paste("first line\nsecond\r\n\tthird \x1b[31m"))
        await press(pilot, "enter")
        assert current(pilot).note == "first line second third ␛[31m"
