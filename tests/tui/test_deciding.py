"""Keys decide on the item under the cursor, and what they decide is on disk."""

from pathlib import Path

from ferry import current, kept, opened, press, screen_of, shown, states, told

from store.items import Kind, State
from store.library.library import Library

SEED = Path(__file__).parents[2] / "seeds" / "000_82356d672ab70ae1.txt"


async def test_the_first_undecided_item_is_chosen_at_the_start(library: Library) -> None:
    async with opened(library) as pilot:
        assert current(pilot).words == "fire"


async def test_accept_keeps_the_decision_and_goes_on(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "a")
        assert current(pilot).words == "attacked"
    assert states(kept(library)) == {"fire": State.ACCEPTED}


async def test_reject_and_skip_are_kept_too(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "x", "space")
    found = {item.words: item.state for item in kept(library).items(Kind.EVENT)}
    assert found["fire"] is State.REJECTED
    assert found["attacked"] is State.SKIPPED


async def test_the_last_of_a_list_leads_to_the_next_list(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "a", "a", "a")
        assert current(pilot).kind is Kind.FIGURE


async def test_decisions_in_the_list_are_as_good_as_in_the_text(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "3", "tab", "x", "j", "j", "x")
    assert states(kept(library), Kind.FIGURE) == {"12": State.REJECTED, "25": State.REJECTED}


async def test_undo_takes_back_and_redo_does_again(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "a", "u")
        assert current(pilot).state is State.UNDECIDED
        await press(pilot, "ctrl+r")
        assert current(pilot).state is State.ACCEPTED


async def test_a_decision_can_be_taken_back_after_a_restart(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "a")
    async with opened(library) as pilot:
        await press(pilot, "u")
    assert states(kept(library)) == {}


async def test_reopening_stands_where_the_reader_left_off(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "5", "escape", "]", "]")
        left = current(pilot).id
    async with opened(library) as pilot:
        assert current(pilot).id == left


async def test_a_decided_item_shows_its_sign(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "a", "x")
        assert "✓ fire" in shown(pilot)
        assert "✗ attacked" in shown(pilot)


async def test_a_note_is_kept_with_its_item(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "c", *"who?", "enter")
        assert "note: who?" in shown(pilot)
    assert [item.note for item in kept(library).items() if item.note] == ["who?"]


async def test_without_an_item_a_note_is_on_the_article(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "escape", "c", *"second draft", "enter")
    assert kept(library).article_notes.note == "second draft"


async def test_escape_leaves_a_note_as_it_was(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "c", *"axq", "escape")
        assert current(pilot).state is State.UNDECIDED
    assert kept(library).progress().notes == 0


async def test_every_item_decided_is_said(library: Library) -> None:
    async with opened(library) as pilot:
        review = screen_of(pilot).session.review
        review.annotations.decide_many([i.id for i in review.annotations.items()], State.ACCEPTED)
        await press(pilot, "]")
        assert told(pilot) == ["Every item is decided."]


async def test_the_seed_takes_a_key_for_each_of_its_incidents(tmp_path: Path) -> None:
    library = Library(SEED, "anna", notes=tmp_path)
    async with opened(library) as pilot:
        progress = screen_of(pilot).session.review.annotations.progress
        await press(pilot, *["a"] * progress().incidents)
        assert progress().incidents_decided == progress().incidents > 0
        assert progress().left == 0
