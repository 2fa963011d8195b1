"""What is done to one item done to others: as before, carried on, drafted, chosen from a list."""

from pathlib import Path

import pytest
from ferry import (
    at,
    chosen,
    current,
    kept,
    make_library,
    opened,
    press,
    read_through,
    screen_of,
    shown,
    told,
)
from textual.pilot import Pilot

from store.items import Item, Kind, State
from store.library.library import Library


def figures(library: Library, key: str = "ferry") -> dict[str, Item]:
    return {one.words: one for one in kept(library, key).items(Kind.FIGURE)}


async def name_a_source(pilot: Pilot[int], words: str, source: str) -> None:
    """Correct the source of a figure."""
    await chosen(pilot, words)
    await press(pilot, "e", *["tab"] * 4, "ctrl+u", *source, "enter")


async def test_ctrl_e_fills_in_what_was_set_in_the_last_one(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "e", *["tab"] * 3, "ctrl+u", *"missing", "tab", "ctrl+u")
        await press(pilot, *"Captain Ines Duarte", "enter", "escape")
        await chosen(pilot, "25")
        await press(pilot, "ctrl+e", "enter")
    found = figures(library)["25"]
    assert (found.state, found.fields["outcome"]) == (State.CORRECTED, "missing")
    assert found.fields["point"] == 25
    assert found.fields["source"]["name"] == "Captain Ines Duarte"


async def test_nothing_is_kept_of_it_by_escape(library: Library) -> None:
    async with opened(library) as pilot:
        await name_a_source(pilot, "12", "a guard")
        await press(pilot, "escape")
        await chosen(pilot, "25")
        await press(pilot, "ctrl+e", "escape")
    assert figures(library)["25"].state is State.UNDECIDED


async def test_in_a_field_it_takes_that_field_alone(library: Library) -> None:
    async with opened(library) as pilot:
        await name_a_source(pilot, "12", "a guard")
        await press(pilot, "escape")
        await chosen(pilot, "25")
        await press(pilot, "e", *["tab"] * 3, "ctrl+e", "enter")
    found = figures(library)["25"]
    assert (found.fields["outcome"], found.fields["source"]["name"]) == (
        "killed",
        "Captain Ines Duarte",
    )


async def test_without_one_before_it_says_so(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "ctrl+e")
        assert "Nothing of this kind was corrected before." in told(pilot)
    assert figures(library)["12"].state is State.UNDECIDED


async def test_the_last_one_may_be_of_the_report_before(tmp_path: Path) -> None:
    library = make_library(tmp_path, "ferry", "twin")
    async with opened(library) as pilot:
        await name_a_source(pilot, "12", "a guard")
        await press(pilot, "escape", ".")
        await read_through(pilot)
        await chosen(pilot, "25")
        await press(pilot, "ctrl+e", "enter")
    assert figures(library, "twin")["25"].fields["source"] == {"name": "a guard"}


async def test_a_correction_is_offered_to_the_others_of_the_value(library: Library) -> None:
    async with opened(library) as pilot:
        await name_a_source(pilot, "12", "a guard")
        assert "source a guard in 1 more" in shown(pilot)
        await press(pilot, "enter")
        assert "Carried to 1 more; u takes that back." in told(pilot)
        found = figures(library)["40"]
        assert (found.state, found.fields["source"]["name"]) == (State.UNDECIDED, "a guard")
        await press(pilot, "u")
        assert figures(library)["40"].fields["source"]["name"] == "Valmora Harbour Authority"
        assert figures(library)["12"].fields["source"]["name"] == "a guard"
        await press(pilot, "ctrl+r")
        await chosen(pilot, "40")
        await press(pilot, "a")
    found = figures(library)["40"]
    assert (found.state, found.fields["source"]["name"]) == (State.CORRECTED, "a guard")


async def test_escape_leaves_the_others_as_they_are(library: Library) -> None:
    async with opened(library) as pilot:
        await name_a_source(pilot, "12", "a guard")
        await press(pilot, "escape")
    assert figures(library)["40"].fields["source"]["name"] == "Valmora Harbour Authority"


async def test_another_key_leaves_the_offer_and_does_what_it_does(library: Library) -> None:
    async with opened(library) as pilot:
        await name_a_source(pilot, "12", "a guard")
        await press(pilot, "]", "x")
        assert current(pilot).words != "12"
    states = {words: one.state for words, one in figures(library).items()}
    assert State.REJECTED in states.values()
    assert figures(library)["40"].fields["source"]["name"] == "Valmora Harbour Authority"


async def test_a_value_that_no_other_has_is_not_offered(library: Library) -> None:
    async with opened(library) as pilot:
        await name_a_source(pilot, "25", "a guard")
        assert "in 1 more" not in shown(pilot)


async def test_the_event_of_a_figure_is_chosen_from_those_nearest_first(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "25")
        await press(pilot, "E")
        rows = shown(pilot)
        assert rows.index("attacked · Cape Orso · smugglers") < rows.index("fire · ")
        await press(pilot, "enter")
    assert figures(library)["25"].fields["event"]["start"] == at("attacked").start


async def test_only_a_figure_has_an_event_to_choose(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "Cape Orso")
        await press(pilot, "E")
        assert "Go to a figure first." in told(pilot)


async def test_a_value_of_a_field_is_chosen_from_a_list(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "e", *["tab"] * 3, "ctrl+o", *"miss", "enter", "enter")
    assert figures(library)["12"].fields["outcome"] == "missing"


SENTENCES = """Shells fall on Oshkara
Nobody answered for a day.
The raiders carried off a dozen goats and a lorry from Dar Anu.
The Sand Hawks fired shells at the market of Oshkara on Tuesday, wounding two dozen traders,\
 the governor said.
"""


@pytest.fixture
def shells(tmp_path: Path) -> Library:
    """A report of which the machine is told nothing, so that all is to be added by hand."""
    from extract.reader import Reader
    from extract.records import Article, Reading

    def read(article: Article) -> Reading:
        if "Nobody" in article.text:
            return Reading(version="none", sha256=article.sha256)
        return Reader().read(article)

    (tmp_path / "shells.txt").write_text(SENTENCES, encoding="utf-8")
    (tmp_path / "shells.toml").write_text("published = 2024-03-06\n", encoding="utf-8")
    return Library(tmp_path / "shells.txt", "anna", read=read, reader="by hand")


@pytest.mark.parametrize(
    ("words", "keys", "told_of"),
    [
        ("two dozen", ("7",), {"point": 24, "outcome": "wounded", "source": "governor"}),
        ("fired", ("8",), {"subkind": "Shelling/artillery/missile attack", "place": "Oshkara"}),
        ("fired", ("enter", "enter"), {"place": "Oshkara", "when": "2024-03-05"}),
        ("carried", ("enter", "enter"), {"place": "Dar Anu", "side_a": ["The raiders"]}),
    ],
)
async def test_what_is_added_begins_with_what_its_sentence_says(
    shells: Library, words: str, keys: tuple[str, ...], told_of: dict[str, object]
) -> None:
    async with opened(shells, (120, 45)) as pilot:
        await press(pilot, "1", "/", *words, "enter", "v", *keys, "enter")
    (item,) = [one for one in kept(shells, "shells").items() if one.state is State.ADDED]
    assert {name: plain(item.fields[name]) for name in told_of} == told_of


def plain(value: object) -> object:
    """A name or a day in place of a reference to it."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    return (value.get("from") or value["name"]) if isinstance(value, dict) else value


async def test_escape_leaves_nothing_of_what_was_drafted(shells: Library) -> None:
    async with opened(shells, (120, 45)) as pilot:
        await press(pilot, "/", *"fired", "enter", "v", "8", "escape")
        assert screen_of(pilot).session.annotations.items() == ()


async def test_an_option_used_in_the_report_is_completed_first(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "e", *["tab"] * 3, "ctrl+u", *"duration", "enter", "escape")
        await chosen(pilot, "25")
        await press(pilot, "e", *["tab"] * 3, "ctrl+u", "d", "right", "enter")
    assert figures(library)["25"].fields["outcome"] == "duration"
