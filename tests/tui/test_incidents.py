"""The keys of the list of incidents: opened, joined, split, relieved of what is not theirs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from dockers import TEXT, reading
from ferry import current, kept, opened, press, screen_of, shown, told
from textual.pilot import Pilot

from extract.records import Article, Reading
from store.annotations import Annotations
from store.items import Item, Kind, State
from store.library.library import Library
from tui.text.looks import Look


def read(article: Article) -> Reading:
    """What was read by hand in the report; nothing in any other."""
    if article.text == TEXT:
        return reading(article.sha256)
    return Reading(version="by hand", sha256=article.sha256)


def library_of(folder: Path) -> Library:
    return Library(folder / "quay.txt", "anna", read=read, reader="by hand")


@pytest.fixture
def quay(tmp_path: Path) -> Library:
    (tmp_path / "quay.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "quay.toml").write_text("published = 2024-03-05\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text("A calm day\nNothing went on.", encoding="utf-8")
    return library_of(tmp_path)


def incidents(annotations: Annotations) -> dict[str, State]:
    return {item.words: item.state for item in annotations.items(Kind.INCIDENT)}


def parts(annotations: Annotations, item: Item) -> list[str]:
    return [one.words for one in annotations.members(item)]


def on_disk(library: Library) -> Annotations:
    return kept(library, library.named[0])


def rows(pilot: Pilot[int]) -> Sequence[str]:
    """The words of the items in the list that is shown."""
    review = screen_of(pilot).session.review
    return [review.annotations[ident].words for ident in review.ids()]


async def test_enter_opens_an_incident_and_folds_it(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "enter")
        assert rows(pilot) == [
            "shot dead",
            "shot dead",
            "4",
            "shooting",
            "9",
            "attacked",
            "arrested",
        ]
        await press(pilot, "enter")
        assert rows(pilot) == ["shot dead", "attacked", "arrested"]


async def test_enter_on_a_part_goes_to_its_words(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "tab", "enter", "j", "j", "enter")
        assert current(pilot).words == "4"
        assert screen_of(pilot).article.has_focus


async def test_the_article_marks_what_belongs_to_the_incident(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1")
        marks = screen_of(pilot).article._layers["cursor"]
        assert marks is not None
        words = [TEXT[start:end] for start, end in marks.spans]
        found = dict(zip(words, marks.bits, strict=True))
    assert found == {
        "shot dead": Look.CURSOR,
        "shooting": Look.CURSOR,
        "4": Look.ECHO,
        "9": Look.ECHO,
    }


async def test_plus_joins_with_the_chosen_one_in_one_step(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "+")
        assert "“attacked”, undecided" in shown(pilot)
        await press(pilot, *"attacked", "enter")
        assert told(pilot)[-1] == "Joined; e corrects it, u takes it back."
        assert current(pilot).words == "shot dead"
        assert "killed 6" in shown(pilot)
    assert incidents(on_disk(quay)) == {
        "shot dead": State.CORRECTED,
        "attacked": State.REJECTED,
        "arrested": State.UNDECIDED,
    }
    assert len(on_disk(quay).history()) == 1


async def test_the_marked_one_is_offered_first(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "tab", "G", "m", "g", "+", "enter")
    assert incidents(on_disk(quay))["arrested"] is State.REJECTED


async def test_minus_takes_the_part_under_the_cursor_out(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "tab", "enter", "j", "j", "-")
        assert rows(pilot)[:4] == ["shot dead", "shot dead", "shooting", "9"]
        assert current(pilot).words == "shooting"
    item = on_disk(quay).items(Kind.INCIDENT)[0]
    assert parts(on_disk(quay), item) == ["shot dead", "shooting", "9"]
    assert item.fields["killed_best"] is None


async def test_s_splits_the_incident_at_the_part_under_the_cursor(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "tab", "enter", "j", "j", "j", "S")
        assert current(pilot).state is State.ADDED
        assert rows(pilot)[:6] == ["shot dead", "shot dead", "4", "shooting", "shooting", "9"]
    assert incidents(on_disk(quay))["shooting"] is State.ADDED


@pytest.mark.parametrize("key", ["-", "S"])
async def test_a_part_has_to_be_chosen_first(quay: Library, key: str) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", key)
        assert told(pilot)[-1] == "Open the incident and go to one of its parts first."
    assert on_disk(quay).history() == ()


@pytest.mark.parametrize("key", ["-", "S"])
async def test_the_last_part_stays(quay: Library, key: str) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "tab", "G", "enter", "j", key)
    assert on_disk(quay).history() == ()


async def test_the_keys_mean_in_other_lists_what_they_did(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "2", "+")
        assert told(pilot)[-1] == "The words of this item have not moved."
        await press(pilot, "S")
        assert told(pilot)[-1] == "Only one place of a name can be split off it."
        before = len(told(pilot))
        await press(pilot, "-")
        assert len(told(pilot)) == before


async def test_all_is_taken_back_and_done_again_after_a_restart(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        before = screen_of(pilot).session.annotations.items()
        await press(pilot, "1", "tab", "+", *"attacked", "enter")
        await press(pilot, "enter", "j", "j", "-", "j", "S")
        after = screen_of(pilot).session.annotations.items()
    again = library_of(quay.folder)
    async with opened(again, (120, 30)) as pilot:
        await press(pilot, "u", "u", "u")
        notes = screen_of(pilot).session.annotations
        assert [item.fields for item in notes.items()] == [item.fields for item in before]
        await press(pilot, "ctrl+r", "ctrl+r", "ctrl+r")
        assert [item.fields for item in notes.items()] == [item.fields for item in after]


async def test_what_was_entered_in_the_form_is_left_by_a_join(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "e", *["tab"] * 10, "ctrl+u", "5", "enter")
        await press(pilot, "1", "+", *"attacked", "enter")
    fields = on_disk(quay).items(Kind.INCIDENT)[0].fields
    assert (fields["killed_best"], fields["killed_rule"]) == (5, "by hand")


async def test_the_incidents_are_all_there_is_to_decide(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        assert "0/3 incidents decided" in shown(pilot)
        await press(pilot, "1", "a", "x", "a")
        assert "3/3 incidents decided" in shown(pilot)
        assert current(pilot).kind is Kind.INCIDENT
        assert told(pilot)[-1] == "Every incident is decided: ctrl+n goes to the next report."


async def test_ctrl_n_goes_past_a_report_whose_incidents_are_decided(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        screen = screen_of(pilot)
        await press(pilot, "1", "a", "a", "a", "ctrl+n")
        assert screen.session.key == "other"
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "ctrl+n")
        assert screen.session.key == "other"
        assert told(pilot)[-1] == "Every other article is decided."


async def test_the_main_incident_is_first_and_the_others_are_as_they_are_told(
    quay: Library,
) -> None:
    def last_is_main(article: Article) -> Reading:
        found = read(article)
        turned = [replace(one, main=one.id == "i3") for one in found.incidents]
        return replace(found, incidents=tuple(turned))

    library = Library(quay.folder / "quay.txt", "anna", read=last_is_main, reader="by hand")
    async with opened(library, (120, 30)) as pilot:
        await press(pilot, "1")
        assert rows(pilot) == ["arrested", "shot dead", "attacked"]


async def test_a_part_of_two_incidents_stands_below_each_that_is_open(quay: Library) -> None:
    def shared(article: Article) -> Reading:
        found = read(article)
        turned = [replace(one, events=(*one.events, "v2")) for one in found.incidents[1:2]]
        return replace(found, incidents=(found.incidents[0], *turned))

    library = Library(quay.folder / "quay.txt", "anna", read=shared, reader="by hand")
    async with opened(library, (120, 40)) as pilot:
        await press(pilot, "1", "tab", "enter", *["j"] * 5, "enter")
        below_first = ["shot dead", "4", "shooting", "9"]
        assert rows(pilot) == [
            "shot dead", *below_first, "attacked", "shooting", "attacked", "2",
        ]  # fmt: skip
        await press(pilot, "j")
        assert current(pilot).words == "shooting"
        await press(pilot, "-")
    notes = on_disk(library)
    first, second = notes.items(Kind.INCIDENT)
    assert parts(notes, first) == below_first
    assert parts(notes, second) == ["attacked", "2"]


async def test_numbers_that_do_not_rise_are_told_and_nothing_typed_is_lost(quay: Library) -> None:
    async with opened(quay, (120, 40)) as pilot:
        await press(pilot, "1", "e", "k", "9", "tab", "7", "enter")
        assert "✗ “killed, best” (9)" in shown(pilot)
        await press(pilot, "tab", "1", "2", "enter")
    fields = on_disk(quay).items(Kind.INCIDENT)[0].fields
    assert [fields[f"killed_{end}"] for end in ("low", "best", "high")] == [9, 9, 12]


async def test_a_number_without_a_range_is_typed_once(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "e", "k", "6", "enter")
        assert "killed 6 · injured 9 · 1 source" in shown(pilot)
    fields = on_disk(quay).items(Kind.INCIDENT)[0].fields
    assert [fields[f"killed_{end}"] for end in ("low", "best", "high")] == [6, 6, 6]
    assert fields["killed_rule"] == "by hand"


@pytest.mark.parametrize(
    ("key", "typed", "name", "value"),
    [
        ("t", "Armed clash", "kind", "Battles"),
        ("a", "raiders", "side_a", [{"name": "raiders"}]),
        ("b", "porters", "side_b", [{"name": "porters"}]),
        ("w", "scouts; guards", "associated", [{"name": "scouts"}, {"name": "guards"}]),
        ("p", "Old Mole", "place", {"name": "Old Mole"}),
        ("d", "2024-03-01", "when", {"from": "2024-03-01", "to": "2024-03-01"}),
        ("i", "8", "injured_high", 8),
        ("c", "n", "civilian_targeting", False),
        ("o", "a witness", "sources", [{"name": "a witness"}]),
    ],
)
async def test_a_letter_goes_to_its_column(
    quay: Library, key: str, typed: str, name: str, value: object
) -> None:
    async with opened(quay, (120, 40)) as pilot:
        await press(pilot, "1", "e", key, *typed, "enter")
    found = on_disk(quay).items(Kind.INCIDENT)[0].fields[name]
    assert _without_places(found, value) == value


def _without_places(found: object, value: object) -> object:
    """What was kept, of its parts those that are told."""
    if isinstance(found, list) and isinstance(value, list):
        return [_without_places(one, value[0]) for one in found]
    if isinstance(found, dict) and isinstance(value, dict):
        return {name: found[name] for name in value}
    return found


async def test_a_note_is_written_in_the_form_in_the_same_step(quay: Library) -> None:
    async with opened(quay, (120, 40)) as pilot:
        await press(pilot, "1", "e", "k", "5", *["tab"] * 7, *"quay 4", "enter")
    notes = on_disk(quay)
    item = notes.items(Kind.INCIDENT)[0]
    assert (item.note, item.fields["killed_best"], len(notes.history())) == ("quay 4", 5, 1)


async def test_type_and_targeting_go_with_the_sub_type(quay: Library) -> None:
    async with opened(quay, (120, 40)) as pilot:
        await press(pilot, "1", "e", "t", *"Armed", "enter")
    fields = on_disk(quay).items(Kind.INCIDENT)[0].fields
    assert (fields["kind"], fields["civilian_targeting"]) == ("Battles", False)


async def test_what_is_said_of_the_end_goes_when_a_decision_is_taken_back(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "a", "a", "a")
        await press(pilot, "u")
        assert told(pilot) == ["Took back: a decision on 2 items"]


async def test_a_rejected_figure_counts_no_more(quay: Library) -> None:
    async with opened(quay, (120, 40)) as pilot:
        await press(pilot, "1", "tab", "enter", "j", "j", "x")
        assert "killed 4" not in shown(pilot)
        assert "injured 9" in shown(pilot)
        await press(pilot, "u")
        assert "killed 4 · injured 9" in shown(pilot)


@pytest.mark.parametrize("columns", [80, 100, 160])
async def test_nothing_that_decides_is_cut(quay: Library, columns: int) -> None:
    async with opened(quay, (columns, 40)) as pilot:
        await press(pilot, "1")
        for words in ("4 Mar · Port Sille", "main · Attack", "killed 4 · injured 9"):
            assert words in shown(pilot)
        assert "Gunmen → dockers" in shown(pilot)


async def test_all_that_are_left_are_decided_at_one_go(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "a", "A", *"rej", "enter")
        assert told(pilot)[0] == "Rejected 2 incidents; u takes it back."
        await press(pilot, "u")
        assert "1/3 incidents decided" in shown(pilot)
    assert incidents(on_disk(quay))["shot dead"] is State.ACCEPTED


async def test_those_of_background_are_rejected_at_one_go(quay: Library) -> None:
    def recalled(article: Article) -> Reading:
        found = read(article)
        turned = [replace(one, background=one.id == "i2") for one in found.incidents]
        return replace(found, incidents=tuple(turned))

    library = Library(quay.folder / "quay.txt", "anna", read=recalled, reader="by hand")
    async with opened(library, (120, 30)) as pilot:
        await press(pilot, "1", "A", *"back", "enter")
    assert incidents(on_disk(library)) == {
        "shot dead": State.UNDECIDED,
        "attacked": State.REJECTED,
        "arrested": State.UNDECIDED,
    }


async def test_a_corrected_incident_is_accepted_with_what_it_stands_on(quay: Library) -> None:
    async with opened(quay, (120, 30)) as pilot:
        await press(pilot, "1", "e", "p", *"Quay", "enter")
    notes = on_disk(quay)
    item = notes.items(Kind.INCIDENT)[0]
    assert item.state is State.CORRECTED
    assert {one.state for one in notes.members(item)} == {State.ACCEPTED}
    assert len(notes.history()) == 1
