"""The incidents of a library on the screen: keys in, store out."""

from collections import Counter
from pathlib import Path

import pytest
from ferry import opened, screen_of, shown, told
from ferry import press as typed
from market import library, three_reports, write
from market import told as sentence
from textual.pilot import Pilot
from textual.strip import Strip

from extract.accounts import AccountKey
from extract.claims import Number
from store.incidents.kept import How
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow, Joined, Wanted
from store.incidents.values import Column, Days
from store.items import Kind
from tui.palette import Palette
from tui.screens.incidents.incident import IncidentScreen
from tui.screens.incidents.overview import Overview
from tui.widgets.itemlist import ItemList

_WIDE = (140, 36)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports of one attack, one of which tells of another as well."""
    three_reports(tmp_path)
    return tmp_path


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, each once the screen that the one before may open is there."""
    for key in keys:
        await typed(pilot, key)


async def press_and_read(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, and wait until the reports are read that these want."""
    await press(pilot, *keys)
    await pilot.app.workers.wait_for_complete()
    await typed(pilot)


def on_disk(folder: Path) -> LibraryIncidents:
    """The incidents as another program would find them now."""
    found = LibraryIncidents(library(folder))
    for _ in found.bring_up_to_date():
        pass
    return found


def the(folder: Path, place: str) -> IncidentRow:
    """The one incident in a place."""
    (found,) = on_disk(folder).rows(Wanted(place=place))
    return found


async def at_kesten(pilot: Pilot[int]) -> IncidentScreen:
    """The screen of the attack in three reports."""
    await press_and_read(pilot, "I", "G", "enter")
    screen = pilot.app.screen
    assert isinstance(screen, IncidentScreen)
    return screen


# The list


async def test_all_incidents_are_listed_with_the_number_of_their_reports(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I")
        screen = shown(pilot)
    assert "2 incidents" in screen
    assert "1 in several reports · 1 to decide · 1 rival tolls" in screen
    lorsk, kesten, *_ = (line for line in screen.split("\n") if "Lorsk" in line or "Kesten" in line)
    assert "17 Mar 2025" in lorsk
    assert "≠ 19 (14–19)" in kesten
    assert "in 3" in kesten


async def test_a_search_narrows_the_list_and_escape_shows_all(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "/", *"lors", "enter")
        assert "1 of 2 incidents" in shown(pilot)
        await press(pilot, "escape")
        assert "2 incidents" in shown(pilot)
        await press(pilot, "escape")
        assert screen_of(pilot) is pilot.app.screen


async def test_a_search_that_is_left_changes_nothing(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "/", *"lors", "escape")
        assert "2 incidents" in shown(pilot)


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("f", *"rival", "enter"), "Kesten"),
        (("f", *"undecided", "enter"), "Kesten"),
        (("f", *"several", "enter"), "Kesten"),
        (("f", *"killed", "enter", "1", "0", "enter"), "Kesten"),
        (("f", *"days", "enter", *"2025-03-17", "enter"), "Lorsk"),
        (("f", *"place", "enter", *"lor", "enter"), "Lorsk"),
        (("f", *"party", "enter", *"rebels", "enter"), "Lorsk"),
    ],
)
async def test_the_list_is_narrowed(folder: Path, keys: tuple[str, ...], left: str) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", *keys)
        screen = shown(pilot)
    assert "1 of 2 incidents" in screen
    assert left in screen


async def test_days_that_are_none_are_told(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "f", *"days", "enter", *"2025-13", "enter")
        assert any("'2025-13' is no day" in words for words in told(pilot))
        assert "2 incidents" in shown(pilot)


async def test_the_list_is_sorted_and_turned_round(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "s")
        overview = pilot.app.screen
        assert isinstance(overview, Overview)
        assert "by place" in shown(pilot)
        assert [row.values.place for row in overview.work.rows()] == ["Kesten", "Lorsk"]
        await press(pilot, "S")
        assert [row.values.place for row in overview.work.rows()] == ["Lorsk", "Kesten"]


async def test_the_accounts_of_an_incident_are_said_to_be_one(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "G", "a")
    assert the(folder, "Kesten").joined is Joined.TOGETHER


async def test_nothing_is_said_of_an_incident_in_one_report(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "a")
        overview = pilot.app.screen
        assert isinstance(overview, Overview)
        assert overview.row is not None
        assert overview.row.values.place == "Kesten"
    assert the(folder, "Lorsk").joined is Joined.SINGLE
    assert not any((folder / ".dateline").rglob("*.incident.json"))


async def test_what_was_changed_is_taken_back_and_done_again(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "G", "a", "u")
    assert the(folder, "Kesten").joined is Joined.UNDECIDED
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "ctrl+r")
    assert the(folder, "Kesten").joined is Joined.TOGETHER


async def test_a_report_that_was_changed_is_read_anew(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "escape")
    write(folder, "later", sentence(20, "Merl", 2), day=22)
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I")
        assert "3 incidents" in shown(pilot)


# One of them


async def test_each_source_has_a_row_with_what_differs_marked(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        rows = {line.split("Mar ")[1].split()[0]: line for line in shown(pilot).split("\n")
                if " Mar " in line and "said" not in line and "·" in line[:60]}  # fmt: skip
        assert "≠14" in rows["Wire"]
        assert "≠16" in rows["Herald"]
        assert "≠" not in rows["Courier"]


async def test_a_claim_is_adopted_for_the_column_under_the_cursor(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press(pilot, "a")
        assert "claim A" in shown(pilot)
    row = the(folder, "Kesten")
    assert row.adopted == {Column.KILLED: How.CLAIM}
    assert row.values.tolls[Column.KILLED] == Number(14, 14, 14)


async def test_a_column_follows_another_rule(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press(pilot, "r", *"lowest", "enter")
    row = the(folder, "Kesten")
    assert row.adopted == {Column.KILLED: How.LOWEST}
    assert row.values.tolls[Column.KILLED].best == 14


@pytest.mark.parametrize(
    ("keys", "column", "value"),
    [
        ((), Column.KILLED, Number(15, 17, 20)),
        (("tab", "tab", "tab"), Column.SIDE_B, ("traders", "a clerk")),
        (("tab", "tab", "tab", "tab"), Column.PLACE, "Old Kesten"),
        (("tab", "tab", "tab", "tab", "tab"), Column.DAY, Days("2025-03-17", "2025-03-18")),
    ],
)
async def test_values_are_filled_in_by_hand(
    folder: Path, keys: tuple[str, ...], column: Column, value: object
) -> None:
    words = {
        Column.KILLED: "17 (15-20)",
        Column.SIDE_B: "traders; a clerk",
        Column.PLACE: "Old Kesten",
        Column.DAY: "2025-03-17 to 2025-03-18",
    }
    async with opened(library(folder), (140, 40)) as pilot:
        await at_kesten(pilot)
        await press(pilot, "e", *keys, *words[column], "enter")
    (row,) = (row for row in on_disk(folder).rows() if len(row.reports) > 1)
    assert row.adopted == {column: How.BY_HAND}
    assert row.values.get(column) == value


async def test_a_field_that_is_emptied_follows_the_rule_again(folder: Path) -> None:
    async with opened(library(folder), (140, 40)) as pilot:
        await at_kesten(pilot)
        await press(pilot, "e", *"21", "enter")
        assert "by hand" in shown(pilot)
        await press(pilot, "e", "backspace", "enter")
    assert the(folder, "Kesten").adopted == {}


async def test_what_is_no_number_is_told_beside_its_field(folder: Path) -> None:
    async with opened(library(folder), (140, 40)) as pilot:
        await at_kesten(pilot)
        await press(pilot, "e", *"many", "enter")
        assert "✗ write it in digits" in shown(pilot)
        await press(pilot, "escape")
    assert the(folder, "Kesten").adopted == {}


async def test_an_account_of_another_incident_is_set_apart_and_stays_so(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press(pilot, "j", "x")
    rows = on_disk(folder).rows(Wanted(place="Kesten"))
    assert sorted(row.reports for row in rows) == [("herald",), ("wire", "courier")]


async def test_an_account_and_those_after_it_are_separated_together(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press(pilot, "j", "-")
    rows = on_disk(folder).rows(Wanted(place="Kesten"))
    assert sorted(row.reports for row in rows) == [("herald", "courier"), ("wire",)]


async def test_two_incidents_are_joined_and_parted_again_by_undo(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press(pilot, "+", "enter")
        assert "Joined" in "".join(told(pilot))
        assert len(on_disk(folder).rows()) == 1
        await press(pilot, "u")
    assert len(on_disk(folder).rows()) == 2


async def test_note_tags_and_flag_are_kept_on_the_incident(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press(pilot, "c", *"who else", "enter", "t", *"ask, bus", "enter", "m")
    row = the(folder, "Kesten")
    assert (row.note, row.tags, row.flag) == ("who else", ("ask", "bus"), True)


async def test_a_page_of_the_incident_is_written_and_never_over_something_else(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path_factory.mktemp("pages")
    monkeypatch.chdir(out)
    page = out / "2025-03-18-kesten-attack.html"
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press(pilot, "p", "enter")
        assert "<svg" in page.read_text()
        page.write_text("mine")
        await press(pilot, "p", "enter")
    assert page.read_text() == "mine"


async def test_enter_goes_to_the_words_in_the_report_and_escape_comes_back(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press_and_read(pilot, "j", "enter")
        reader = screen_of(pilot)
        assert pilot.app.screen is reader
        assert reader.session.key == "herald"
        assert "esc back to the incident" in shown(pilot)
        await press(pilot, "escape")
        screen = pilot.app.screen
        assert isinstance(screen, IncidentScreen)
        assert screen.claim is not None
        assert screen.claim.account.report == "herald"
        await press(pilot, "escape", "escape")
        assert pilot.app.screen is reader
        assert "esc back to the incident" not in shown(pilot)


async def test_who_goes_on_to_another_report_is_not_sent_back(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press_and_read(pilot, "enter", ",")
        await press_and_read(pilot, "escape")
        assert pilot.app.screen is screen_of(pilot)


async def test_a_decision_in_the_report_that_was_visited_is_seen_on_the_way_back(
    folder: Path,
) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        await press_and_read(pilot, "enter", "1", "a")
        await press_and_read(pilot, "escape")
        assert "1/3 accepted" in shown(pilot)


async def test_the_incident_under_the_cursor_of_a_report_opens_with_all_reports(
    folder: Path,
) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "1", "i")
        screen = pilot.app.screen
        assert isinstance(screen, IncidentScreen)
        assert screen.row.reports == ("wire", "herald", "courier")
        await press(pilot, "escape")
        assert pilot.app.screen is screen_of(pilot)


async def test_the_next_incident_of_the_list_is_shown(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        screen = await at_kesten(pilot)
        await press(pilot, "[")
        assert screen.row.values.place == "Lorsk"
        await press(pilot, "[")
        assert "This is the first." in told(pilot)


async def test_columns_out_of_view_come_into_it_with_the_cursor(folder: Path) -> None:
    async with opened(library(folder), (70, 30)) as pilot:
        await at_kesten(pilot)
        assert "sub-type" not in shown(pilot)
        await press(pilot, *"lllllllll")
        assert "sub-type" in shown(pilot)
        assert "◂" in shown(pilot)


async def test_the_plot_has_a_letter_for_each_source(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        screen = shown(pilot)
    assert "killed by day of publication" in screen
    assert "A the mayor  B a trader  C a doctor" in screen


async def test_keys_of_the_screen_are_told_by_its_foot_and_its_help(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        await at_kesten(pilot)
        assert "a adopt" in shown(pilot)
        await press(pilot, "?")
        assert "On the screen of an incident" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, IncidentScreen)


async def test_an_account_that_is_rejected_is_of_no_incident(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        key = screen_of(pilot).session.key
        await press_and_read(pilot, "1", "x", "[", "i")
        assert "No account of it is left" in "".join(told(pilot))
    assert on_disk(folder).incident_of(AccountKey(key, "")) is None


# In the report that is open, and in the queue


async def test_an_incident_that_others_tell_of_says_so_once_that_is_known(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        assert "in 3 reports" not in shown(pilot)
        await press_and_read(pilot, "I", "escape")
        assert "in 3 reports" in shown(pilot)
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot)
        assert "in 3 reports" in shown(pilot)
        await press_and_read(pilot, "1", "enter")
        assert isinstance(pilot.app.screen, IncidentScreen)


async def test_reports_of_one_incident_follow_one_another_in_the_queue(folder: Path) -> None:
    write(folder, "dawn", sentence(18, "Kesten", 15, "a nurse"), day=22)
    write(folder, "early", sentence(12, "Merl", 2), day=13)
    async with opened(library(folder), _WIDE) as pilot:
        await press_and_read(pilot, "I", "escape", "o", "tab", "tab", "tab", "tab")
        assert "sorted by incident" in shown(pilot)
        rows = [
            line for line in shown(pilot).split("\n") if "undecided" in line or "not op" in line
        ]
        named = [line.split()[-1] for line in rows]
    assert named == ["courier", "wire", "herald", "dawn", "early"]


async def test_opening_an_incident_paints_each_of_its_claims_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: Counter[int] = Counter()
    paint = ItemList.paint

    def counted(items: ItemList, row: int, palette: Palette, cells: int) -> Strip:
        if isinstance(items.screen, IncidentScreen):
            painted[row] += 1
        return paint(items, row, palette, cells)

    monkeypatch.setattr(ItemList, "paint", counted)
    async with opened(library(folder), _WIDE) as pilot:
        screen = await at_kesten(pilot)
        assert screen.claim is not None
        assert set(painted.values()) == {1}


# What other reports say of this one


async def test_reports_that_carry_the_same_text_are_told_among_the_checks(folder: Path) -> None:
    story = [
        f"Line {number} of the story names lorry {number} and driver {number}."
        for number in range(20)
    ]
    for key in ("first", "second"):
        write(folder, key, sentence(12, "Brenna", 5), *story, day=13)
    reports = library(folder / "first.txt")
    async with opened(reports, _WIDE) as pilot:
        await press_and_read(pilot, "I", "escape")
        checks = screen_of(pilot).session.annotations.items(Kind.CHECK)
        (message,) = (item.fields["message"] for item in checks)
        assert message == "2 reports, one origin: first, second"


async def test_in_ascii_numbers_stand_in_place_of_the_plot(folder: Path) -> None:
    async with opened(library(folder), _WIDE) as pilot:
        pilot.app.ascii_only = True  # type: ignore[attr-defined]
        await at_kesten(pilot)
        drawn = shown(pilot)
    assert "19 Mar  A 14" in drawn
    assert "└" not in drawn
