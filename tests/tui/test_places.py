"""The place on the map: seen with its rivals on an incident's form, changed, undone, remembered."""

from pathlib import Path

import pytest
from ferry import opened, press, shown

from store.items import Item, Kind
from store.library.library import Library

TEXT = "Gunmen shot dead two men in Tripoli on Tuesday, officials in Libya said.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name in ("first", "second"):
        (tmp_path / f"{name}.txt").write_text(f"News of the {name}\n\n{TEXT}", encoding="utf-8")
    return Library(tmp_path / "first.txt", "anna")


def incident(library: Library, key: str = "first") -> Item:
    """The incident of a report as it is on disk."""
    notes = library.look(library.article(key))
    (found,) = notes.items(Kind.INCIDENT)
    return found


async def test_the_form_shows_the_place_with_its_rivals(library: Library) -> None:
    async with opened(library, (200, 60)) as pilot:
        await press(pilot, "1", "e", "m")
        assert "Tripoli, Libya" in shown(pilot)
        assert "2 Tripoli, North Lebanon" in shown(pilot)


async def test_a_number_chooses_another_place_and_undo_takes_it_back(library: Library) -> None:
    async with opened(library, (200, 60)) as pilot:
        await press(pilot, "1", "e", "m", "2", "enter")
    assert incident(library).fields["located"]["country"] == "LB"
    async with opened(library, (200, 60)) as pilot:
        await press(pilot, "1", "e")
        assert "Tripoli, North Leban" in shown(pilot)
        await press(pilot, "escape", "u")
    assert incident(library).fields["located"] is None


async def test_what_was_chosen_for_a_name_is_offered_first_in_another_report(
    library: Library,
) -> None:
    async with opened(library, (200, 60)) as pilot:
        await press(pilot, "1", "e", "m", "2", "enter", "full_stop", "1", "e")
        assert "Tripoli, North Leban" in shown(pilot)
    afresh = Library(library.folder / "second.txt", "anna")
    assert afresh.places.known().chosen["tripoli"].country == "LB"


async def test_coordinates_and_no_place_at_all_can_be_written(library: Library) -> None:
    async with opened(library, (200, 60)) as pilot:
        await press(pilot, "1", "e", "m", *"32.62, 36.10", "enter")
        assert incident(library).fields["located"]["country"] == "SY"
        await press(pilot, "1", "e", "m", "0", "enter")
        assert "latitude" not in incident(library).fields["located"]


async def test_another_name_for_the_place_drops_what_was_chosen(library: Library) -> None:
    async with opened(library, (200, 60)) as pilot:
        await press(pilot, "1", "e", "m", "2", "enter", "1", "e", "p", *"Benghazi", "enter")
    assert incident(library).fields["located"] is None


@pytest.mark.parametrize("words", ["9", "Oshkara", "95, 10", "1,2,3"])
async def test_what_is_no_place_is_told(library: Library, words: str) -> None:
    async with opened(library, (200, 60)) as pilot:
        await press(pilot, "1", "e", "m", *words, "enter")
        assert "✗" in shown(pilot)
        await press(pilot, "escape")
    assert incident(library).fields["located"] is None
