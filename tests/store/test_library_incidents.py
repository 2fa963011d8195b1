"""The incidents of a library over its reports: listed, opened, kept up to date."""

from datetime import date
from pathlib import Path

import pytest
from market import library, opened, read, three_reports, told, write

from extract.accounts import AccountKey
from extract.claims import Number
from store.errors import UnknownItemError
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow, Joined, Order, Wanted
from store.incidents.values import Column, Days
from store.items import Kind, State


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    three_reports(tmp_path)
    return tmp_path


def the(incidents: LibraryIncidents, place: str) -> IncidentRow:
    """The one incident in a place."""
    (found,) = incidents.rows(Wanted(place=place))
    return found


def test_accounts_of_one_incident_in_three_reports_are_one_row(folder: Path) -> None:
    incidents = opened(folder)
    kesten, lorsk = the(incidents, "Kesten"), the(incidents, "Lorsk")
    assert kesten.reports == ("wire", "herald", "courier")
    assert kesten.told == "in 3 reports"
    assert kesten.origins == 3
    assert kesten.joined is Joined.UNDECIDED
    assert lorsk.reports == ("herald",)
    assert lorsk.joined is Joined.SINGLE


def test_a_row_has_the_range_of_all_reports_and_the_latest_of_them_as_best(folder: Path) -> None:
    row = the(opened(folder), "Kesten")
    assert row.values.tolls[Column.KILLED] == Number(14, 19, 19)
    assert row.values.day == Days("2025-03-18", "2025-03-18")
    assert row.differing == {Column.KILLED}
    assert row.rival_tolls


@pytest.mark.parametrize(("rule", "best"), [("lowest", 14), ("highest", 19), ("latest", 19)])
def test_the_library_says_by_which_rule_the_best_number_is_chosen(
    folder: Path, rule: str, best: float
) -> None:
    (folder / ".dateline").mkdir()
    (folder / ".dateline" / "library.toml").write_text(f'adopt = "{rule}"\n')
    assert the(opened(folder), "Kesten").values.tolls[Column.KILLED] == Number(14, best, 19)


def test_the_source_with_the_best_grade_may_give_the_number(folder: Path) -> None:
    (folder / ".dateline").mkdir()
    (folder / ".dateline" / "library.toml").write_text('adopt = "best grade"\n')
    notes = library(folder).open_with_reading("wire")
    (source,) = notes.items(Kind.SOURCE)
    notes.correct(source.id, {"reliability": "A", "credibility": 1})
    notes.close()
    assert the(opened(folder), "Kesten").values.tolls[Column.KILLED] == Number(14, 14, 19)


def test_an_open_incident_has_a_claim_a_source_with_its_words(folder: Path) -> None:
    incidents = opened(folder)
    view = incidents.open(the(incidents, "Kesten").id)
    assert [(one.publisher, one.source) for one in view.claims] == [
        ("Wire", "the mayor"), ("Herald", "a trader"), ("Courier", "a doctor")
    ]  # fmt: skip
    first = view.claims[0]
    assert first.published == date(2025, 3, 19)
    assert first.source_kind == "official"
    assert first.values.tolls == {Column.KILLED: Number(14, 14, 14)}
    assert first.words == told(18, "Kesten", 14)
    assert first.quotes[Column.KILLED].exact == "14"
    assert view.differing == {Column.KILLED}
    assert len(view.links) == 2
    assert all("Kesten" in link.why for link in view.links)


def test_reports_that_carry_the_same_text_are_one_origin(tmp_path: Path) -> None:
    story = [told(18, "Kesten", 14)] + [
        f"The {n}th of the stalls that burned was that of a seller of {thing} from the hills."
        for n, thing in enumerate(("salt", "rope", "wool", "tin", "figs", "oil", "hides"), 4)
    ]
    write(tmp_path, "wire", *story, day=19)
    write(tmp_path, "echo", *story[:-1], day=20)
    write(tmp_path, "courier", told(18, "Kesten", 19), day=21)
    incidents = opened(tmp_path)
    row = the(incidents, "Kesten")
    assert len(row.reports) == 3
    assert row.origins == 2
    view = incidents.open(row.id)
    assert view.copies == (("wire", "echo"),)
    assert view.copies_told == "2 reports, one origin"


def test_corrections_win_and_rejected_incidents_are_no_accounts(folder: Path) -> None:
    notes = library(folder).open_with_reading("herald")
    first, second = notes.items(Kind.INCIDENT)
    notes.correct(first.id, {"place": {"name": "Kesten Bazaar"}, "killed_best": 17,
                             "killed_high": 17, "killed_rule": "by hand"})  # fmt: skip
    notes.decide(second.id, State.REJECTED)
    notes.close()
    incidents = opened(folder)
    assert not incidents.rows(Wanted(place="Lorsk"))
    view = incidents.open(incidents.of_report("herald")[first.id].id)
    herald = next(one for one in view.accounts if one.key.report == "herald")
    assert herald.summary.values.place == "Kesten Bazaar"
    assert herald.summary.state is State.CORRECTED
    assert herald.claims[-1].source == ""
    assert herald.claims[-1].values.tolls[Column.KILLED].best == 17
    assert view.row.decided == 1


def test_what_is_remembered_is_there_at_once_and_made_again_where_it_is_gone(folder: Path) -> None:
    before = opened(folder)
    before.close()
    again = LibraryIncidents(library(folder))
    assert again.stale() == ()
    assert again.complete
    assert again.rows() == before.rows()
    for path in (folder / ".dateline" / "cache").rglob("*.json"):
        path.unlink()
    assert LibraryIncidents(library(folder)).rows() == []
    assert opened(folder).rows() == before.rows()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 9}', b"\xff" * 40])
def test_a_damaged_index_is_made_again(folder: Path, content: bytes) -> None:
    before = opened(folder)
    before.close()
    for path in (folder / ".dateline" / "cache").rglob("*.json"):
        path.write_bytes(content)
    assert opened(folder).rows() == before.rows()


def test_one_report_more_is_read_alone(folder: Path) -> None:
    opened(folder).close()
    write(folder, "post", told(18, "Kesten", 20), day=22)
    incidents = LibraryIncidents(library(folder))
    assert incidents.stale() == ("post",)
    assert list(incidents.bring_up_to_date()) == ["post"]
    assert the(incidents, "Kesten").reports == ("wire", "herald", "courier", "post")


def test_a_report_that_is_gone_takes_its_accounts_with_it(folder: Path) -> None:
    opened(folder).close()
    (folder / "herald.txt").unlink()
    incidents = opened(folder)
    assert the(incidents, "Kesten").reports == ("wire", "courier")
    assert not incidents.rows(Wanted(place="Lorsk"))


def test_a_report_that_cannot_be_read_is_told_and_the_others_go_on(folder: Path) -> None:
    incidents = LibraryIncidents(library(folder))
    (folder / "herald.txt").unlink()
    told_of = [str(one) for one in incidents.bring_up_to_date()]
    assert any("herald" in one for one in told_of)
    assert the(incidents, "Kesten").reports == ("wire", "courier")


def test_an_open_report_is_taken_in_with_what_was_just_decided(folder: Path) -> None:
    incidents = opened(folder)
    notes = incidents.library.open_with_reading("herald")
    item = notes.items(Kind.INCIDENT)[0]
    notes.decide(item.id, State.REJECTED)
    incidents.take_in(notes, read(notes.article))
    assert the(incidents, "Kesten").reports == ("wire", "courier")
    notes.undo()
    incidents.take_in(notes, read(notes.article))
    assert the(incidents, "Kesten").reports == ("wire", "herald", "courier")
    notes.close()


def test_the_incidents_of_an_open_report_say_in_how_many_they_are(folder: Path) -> None:
    found = opened(folder).of_report("herald")
    assert sorted(row.told for row in found.values()) == ["", "in 3 reports"]
    assert opened(folder).of_report("nowhere") == {}


def test_the_queue_can_have_reports_of_one_incident_follow_one_another(tmp_path: Path) -> None:
    write(tmp_path, "a", told(18, "Kesten", 14))
    write(tmp_path, "b", told(3, "Lorsk", 2, "the army", "rebels"))
    write(tmp_path, "c", told(18, "Kesten", 15))
    assert opened(tmp_path).order(("a", "b", "c")) == ("a", "c", "b")


WANTED = [
    (Wanted(), ["Lorsk", "Kesten"]),
    (Wanted(falling=True), ["Kesten", "Lorsk"]),
    (Wanted(words="courier"), ["Kesten"]),
    (Wanted(words="kesten GUNMEN"), ["Kesten"]),
    (Wanted(words="kesten rebels"), []),
    (Wanted(first=date(2025, 3, 18)), ["Kesten"]),
    (Wanted(last=date(2025, 3, 17)), ["Lorsk"]),
    (Wanted(place="lor"), ["Lorsk"]),
    (Wanted(kind="attack"), ["Lorsk", "Kesten"]),
    (Wanted(kind="battle"), []),
    (Wanted(party="rebel"), ["Lorsk"]),
    (Wanted(killed=4), ["Kesten"]),
    (Wanted(several=True), ["Kesten"]),
    (Wanted(undecided=True), ["Kesten"]),
    (Wanted(rival_tolls=True), ["Kesten"]),
    (Wanted(order=Order.KILLED), ["Lorsk", "Kesten"]),
    (Wanted(order=Order.PLACE), ["Kesten", "Lorsk"]),
    (Wanted(order=Order.REPORTS, falling=True), ["Kesten", "Lorsk"]),
]


@pytest.mark.parametrize(("wanted", "places"), WANTED)
def test_the_list_is_searched_filtered_and_sorted(
    folder: Path, wanted: Wanted, places: list[str]
) -> None:
    assert [row.values.place for row in opened(folder).rows(wanted)] == places


def test_the_head_of_the_list_counts(folder: Path) -> None:
    counts = opened(folder).counts()
    assert (counts.all, counts.several, counts.undecided, counts.rival_tolls) == (2, 1, 1, 1)


def test_an_incident_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(UnknownItemError, match="there is no incident 'n0'"):
        opened(folder).open("n0")


def test_an_account_is_found_by_its_key(folder: Path) -> None:
    incidents = opened(folder)
    row = the(incidents, "Lorsk")
    assert incidents.incident_of(row.accounts[0]) == row
    assert incidents.incident_of(AccountKey("herald", "none")) is None


def test_taking_in_one_report_comes_to_what_putting_all_together_does(folder: Path) -> None:
    incidents = opened(folder)
    for state in (State.REJECTED, State.UNDECIDED, State.ACCEPTED):
        notes = incidents.library.open_with_reading("herald")
        for item in notes.items(Kind.INCIDENT):
            notes.decide(item.id, state)
        incidents.take_in(notes, read(notes.article))
        notes.close()
        assert sorted(incidents.rows(), key=str) == sorted(opened(folder).rows(), key=str)
