"""What was decided before, on the screen: filled in, folded away, told whence, never decided."""

from pathlib import Path

import pytest
from ferry import chosen, kept, make_library, opened, press, read_through, screen_of, shown, told

from store.items import Kind, State
from store.library.library import Library

OWN = """
[[label]]
of = "Valmora Post"
is = "ORG"

[[rejected]]
of = "name: smugglers"
is = "rejected"

[[rejected]]
of = "name: army"
is = "rejected"
"""


@pytest.fixture
def taught(library: Library) -> Library:
    """A library whose annotator wrote some lines into the memory."""
    library.memory.file.parent.mkdir(parents=True)
    library.memory.file.write_text(OWN)
    return library


async def test_what_is_filled_in_says_whence_and_is_kept_when_accepted(taught: Library) -> None:
    async with opened(taught) as pilot:
        await chosen(pilot, "Valmora Post")
        assert "ORG as your memory.toml says" in shown(pilot)
        await press(pilot, "a")
    (item,) = [one for one in kept(taught).items(Kind.ENTITY) if one.words == "Valmora Post"]
    assert (item.state, item.fields["label"]) == (State.CORRECTED, "ORG")


async def test_what_was_always_rejected_is_folded_until_it_is_asked_for(taught: Library) -> None:
    async with opened(taught) as pilot:
        await press(pilot, "5")
        assert "2 folded by memory.toml · F shows" in shown(pilot)
        review = screen_of(pilot).session.review
        names = [review.annotations[ident].words for ident in review.ids()]
        assert "smugglers" not in names
        await press(pilot, "F")
        assert "F folds" in shown(pilot)
        assert len(review.ids()) == len(names) + 2
        await press(pilot, "F")
        assert len(review.ids()) == len(names)


async def test_going_on_passes_over_what_is_folded_and_nothing_is_decided(taught: Library) -> None:
    async with opened(taught) as pilot:
        await press(pilot, "5")
        review = screen_of(pilot).session.review
        await press(pilot, *["a"] * len(review.ids()))
        decided = {one.words: one.state for one in kept(taught).items(Kind.ENTITY)}
        assert decided["smugglers"] is decided["army"] is State.UNDECIDED
        assert State.UNDECIDED not in {
            state for words, state in decided.items() if words not in ("smugglers", "army")
        }


async def test_one_shown_again_can_be_accepted(taught: Library) -> None:
    async with opened(taught) as pilot:
        await press(pilot, "5", "F")
        await chosen(pilot, "smugglers")
        assert "folded as your memory.toml says" in shown(pilot)
        await press(pilot, "a", "F")
        assert "1 folded" in shown(pilot)
    states = {one.words: one.state for one in kept(taught).items(Kind.ENTITY)}
    assert states["smugglers"] is State.ACCEPTED


async def test_where_nothing_is_folded_the_key_says_so(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "F")
        assert "Nothing is folded here." in told(pilot)


async def test_a_wrong_file_is_told_in_one_line(library: Library) -> None:
    library.memory.file.parent.mkdir(parents=True)
    library.memory.file.write_text("[[label]]\nof = 1\n")
    async with opened(library, (130, 40)) as pilot:
        (line,) = told(pilot)
        assert "line 1 of 'label' not understood and passed over" in line


async def test_a_correction_in_one_report_is_filled_in_in_the_next(tmp_path: Path) -> None:
    library = make_library(tmp_path, "ferry", "twin")
    library = Library(tmp_path, "anna", read=library._read, reader="by hand")
    async with opened(library) as pilot:
        await chosen(pilot, "Valmora Post")
        await press(pilot, "e", "tab", "ctrl+u", *"gro", "enter", ".")
        await read_through(pilot)
        await chosen(pilot, "Valmora Post")
        assert "GROUP as 1 of 1 time before: ferry" in shown(pilot)
        await press(pilot, "a")
    twin = kept(library, "twin").items(Kind.ENTITY)
    assert [one.fields["label"] for one in twin if one.words == "Valmora Post"] == ["GROUP"]
