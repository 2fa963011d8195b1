"""The form of an item: values and words corrected, or left as they were."""

import pytest
from ferry import chosen, current, kept, opened, press, shown
from textual.pilot import Pilot

from store.items import Item, Kind, State
from store.library.library import Library


async def fill(pilot: Pilot[int], tabs: int, words: str) -> None:
    """Open the form, go to a field, and write other words into it."""
    await press(pilot, "e", *["tab"] * tabs, "ctrl+u", *words, "enter")


def corrected(library: Library, kind: Kind) -> Item:
    """The one item of the kind that was corrected."""
    (item,) = [one for one in kept(library).items(kind) if one.state is State.CORRECTED]
    return item


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("at least 14", {"low": 14, "point": 14, "high": None, "qualifier": "at_least"}),
        ("14-16", {"low": 14, "point": None, "high": 16, "qualifier": "range"}),
        ("dozens", {"vague": "dozens", "qualifier": "vague"}),
    ],
)
async def test_an_amount_is_typed_as_a_report_has_it(
    library: Library, words: str, values: dict[str, object]
) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await fill(pilot, 1, words)
    fields = corrected(library, Kind.FIGURE).fields
    assert {name: fields[name] for name in values} == values


async def test_the_beginning_of_an_option_is_enough(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await fill(pilot, 3, "wou")
    assert corrected(library, Kind.FIGURE).fields["outcome"] == "wounded"


async def test_a_date_is_resolved_while_it_is_typed(library: Library) -> None:
    async with opened(library, size=(120, 45)) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "e", *["tab"] * 5, "ctrl+u", *"last Friday")
        assert "= 1 Mar 2024 (2024-03-01)" in shown(pilot)
        await press(pilot, "enter")
    assert corrected(library, Kind.FIGURE).fields["when"]["from"] == "2024-03-01"


async def test_a_sub_type_brings_its_type(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "shelled")
        await fill(pilot, 2, "air")
    fields = corrected(library, Kind.EVENT).fields
    assert (fields["kind"], fields["subkind"]) == ("Explosions/Remote violence", "Air/drone strike")


async def test_a_source_is_graded(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "its owner")
        await press(pilot, "e", *["tab"] * 3, "c", "tab", "3", "enter")
    fields = corrected(library, Kind.SOURCE).fields
    assert (fields["reliability"], fields["credibility"]) == ("C", 3)


async def test_a_wrong_value_is_told_beside_its_field_and_nothing_is_kept(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await fill(pilot, 1, "lots")
        assert "✗ a number: 12" in shown(pilot)
        await press(pilot, "escape")
        assert current(pilot).state is State.UNDECIDED


async def test_bounds_in_the_wrong_order_are_told(library: Library) -> None:
    async with opened(library, size=(120, 45)) as pilot:
        await chosen(pilot, "12")
        await fill(pilot, 9, "99")
        assert "✗ “low” (99) is more than" in shown(pilot)


async def test_escape_leaves_everything_as_it_was(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "e", "tab", "9", "9", "escape")
        assert current(pilot).fields["point"] == 12
        assert current(pilot).state is State.UNDECIDED


async def test_keys_move_the_edges_of_the_words(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "Captain Ines Duarte")
        await press(pilot, "e", "l", "right", "right", "enter")
    assert corrected(library, Kind.ENTITY).words == "Ines Duarte of the"


async def test_a_label_is_given_by_its_number(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "Cape Orso")
        await press(pilot, "e", "3", "enter")
    assert corrected(library, Kind.ENTITY).fields["label"] == "GROUP"


async def test_other_places_of_a_name_stay_when_one_is_moved(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "smugglers")
        await press(pilot, "e", "right", "enter")
    places = [quote.exact for quote in corrected(library, Kind.ENTITY).quotes]
    assert places == ["smugglers near", "Smugglers"]


async def test_a_check_has_no_form(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "Scores")
        await press(pilot, "e")
        assert len(pilot.app.screen_stack) == 1


async def test_a_name_that_another_has_joins_the_two(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "Cape Orso")
        await fill(pilot, 2, "Valmora")
        assert current(pilot).words == "Valmora"
        assert [quote.exact for quote in current(pilot).quotes] == ["Valmora", "Cape Orso"]
        await press(pilot, "u")
        assert current(pilot).state is State.UNDECIDED


async def test_a_place_of_a_name_is_split_off(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "smugglers")
        await press(pilot, "enter", "S")
        assert current(pilot).words == "Smugglers"
    assert corrected(library, Kind.ENTITY).words == "smugglers"


async def test_another_qualifier_brings_its_bounds(library: Library) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await fill(pilot, 12, "at least")
    fields = corrected(library, Kind.FIGURE).fields
    assert (fields["qualifier"], fields["low"], fields["high"]) == ("at_least", 12, None)


async def test_parties_keep_their_place_in_the_text_when_another_is_added(
    library: Library,
) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "attacked")
        before = current(pilot).fields["targets"]
        await fill(pilot, 4, "the ferry; army")
    targets = corrected(library, Kind.EVENT).fields["targets"]
    assert targets[0] == before[0]
    assert targets[1]["name"] == "army"


@pytest.mark.parametrize("words", ["attacked", "12", "smugglers", "Tuesday", "fire", "three"])
async def test_a_form_kept_as_it_stands_changes_nothing(library: Library, words: str) -> None:
    async with opened(library) as pilot:
        item = await chosen(pilot, words)
        await press(pilot, "e", *["tab"] * 14, "enter")
        assert pilot.app.screen is pilot.app.screen_stack[0]
        assert current(pilot).fields == item.fields
    assert not [one for one in kept(library).items() if one.decided]


@pytest.mark.parametrize("size", [(100, 30), (160, 45)])
async def test_all_that_would_be_kept_stands_below_a_field(
    library: Library, size: tuple[int, int]
) -> None:
    async with opened(library, size=size) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "e", *["tab"] * 5, "ctrl+u", *"26 November to 28 December 2023")
        form = max(42, size[0] * 42 // 100 - 4)
        below = " ".join("".join(row[-form:] for row in shown(pilot).splitlines()[2:-4]).split())
        assert "(2023-11-26 to 2023-12-28)" in below


async def test_an_option_that_there_is_not_is_told_with_some_that_there_are(
    library: Library,
) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "shelled")
        await press(pilot, "e", "tab", "tab", "ctrl+u", *"zzz", "enter")
        below = " ".join("".join(row[-45:] for row in shown(pilot).splitlines()).split())
        assert "overtakes territory, …" in below
